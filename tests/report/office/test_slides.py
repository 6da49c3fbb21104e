"""The slides: few, with titles, sharp pictures with alternative texts, and the numbers in the notes."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from pptx import Presentation
from pptx.util import Cm, Emu, Pt

from maturity.language import SUPPORTED
from maturity.report.charts.svg.draw import LABEL
from maturity.report.model import LastTime, PlanLine
from maturity.report.office.content import slides_of
from maturity.report.office.model import Slide
from maturity.report.office.packing import LOCALES
from maturity.report.office.png import SHARP
from maturity.report.office.slides import BODY, write_slides
from maturity.report.progress.model import ActionLine
from maturity.report.progress.papers import side_by_side
from maturity.report.progress.papers import slides_of as progress_slides

from .conftest import progress_example, report_bundle, slides

KINDS = ("report", "progress")
RUN = "{http://schemas.openxmlformats.org/drawingml/2006/main}r"


def pictures(deck):
    return [(slide, shape) for slide in deck.slides for shape in slide.shapes if shape.shape_type == 13]


@pytest.mark.parametrize("what", KINDS)
def test_there_are_eight_to_ten(what):
    assert 8 <= len(slides(what).slides) <= 10


def test_there_are_no_more_where_something_was_decided_last_time():
    bundle = report_bundle()
    line = PlanLine("Meet", "Ask for dates", "The head", status="Under way")
    deck = slides_of(replace(bundle, report=replace(bundle.report, last_time=LastTime("", (line,), ""))))
    assert 8 <= len(deck.slides) + 1 <= 10  # with the title
    told = [text for slide in deck.slides for text in slide.points]
    assert "Meet (under way)" in told
    assert any(text.startswith("Worth keeping: Political ownership (3.4)") for text in told)


@pytest.mark.parametrize("what", KINDS)
def test_every_slide_has_a_title_of_its_own(what):
    titles = [slide.shapes.title.text for slide in slides(what).slides]
    assert all(titles)
    assert len(titles) == len(set(titles))


@pytest.mark.parametrize("what", KINDS)
def test_pictures_are_sharp_inside_the_slide_and_described(what):
    deck = slides(what)
    assert len(pictures(deck)) >= 2
    for _, shape in pictures(deck):
        assert shape.image.size[0] >= 1920
        assert shape.height / shape.width == pytest.approx(
            shape.image.size[1] / shape.image.size[0], rel=0.001
        )
        assert shape.left >= 0
        assert shape.left + shape.width <= deck.slide_width
        assert Cm(3.5) <= shape.top
        assert shape.top + shape.height <= deck.slide_height
        assert len(shape._element.nvPicPr.cNvPr.get("descr")) > 40


def test_lines_over_time_take_the_width_of_the_slide():
    ((_, shape),) = [
        (slide, shape)
        for slide, shape in pictures(slides("progress"))
        if slide.shapes.title.text == "Every dimension over all rounds"
    ]
    assert shape.width > 0.97 * BODY[2]


@pytest.mark.parametrize("panels", [1, 2, 3, 4, 5, 6, 7, 8, 10])
def test_however_many_lines_over_time_there_are_they_are_wide_and_can_be_read(panels):
    trends = progress_example().report.trends
    chart = side_by_side(replace(trends, panels=(trends.panels * 2)[:panels]))
    deck = replace(slides_of(report_bundle()), slides=(Slide("Over time", chart=chart),))
    ((_, shape),) = pictures(Presentation(io.BytesIO(write_slides(deck))))
    assert shape.width > 0.97 * BODY[2]
    assert shape.height <= BODY[3]
    assert Emu(shape.width).pt / (shape.image.size[0] / SHARP) * LABEL >= 10


@pytest.mark.parametrize("what", KINDS)
def test_the_numbers_of_a_chart_stand_in_the_notes(what):
    for slide, _ in pictures(slides(what)):
        notes = slide.notes_slide.notes_text_frame.text
        assert "Political ownership; " in notes


def test_what_is_decided_says_who_and_by_when():
    (slide,) = (one for one in slides("progress").slides if one.shapes.title.text == "What do we decide?")
    told = [shape.text_frame.text for shape in slide.placeholders]
    assert any("Responsible: Ekonomidirektören. Done by 31 December 2026." in text for text in told)


def test_what_is_finished_already_is_not_asked_for():
    progress = progress_example()
    ended = tuple(replace(one, status="done") for one in progress.progress.decided)
    deck = progress_slides(
        replace(progress, progress=replace(progress.progress, decided=ended, continued=()))
    )
    assert "What do we decide?" not in {slide.title for slide in deck.slides}
    bundle = report_bundle()
    deck = slides_of(replace(bundle, report=replace(bundle.report, proposals=())))
    assert deck.slides[-1].points == ("The result is noted.",)


def test_the_slides_about_progress_say_how_many_of_what_and_since_when():
    told = {slide.title: slide.points for slide in progress_slides(progress_example()).slides}
    assert told["The rounds"][0].startswith("Våren 2022: 24 people · ")
    assert "Since Våren 2022: is the difference real, and where does it come from?" in told


def test_what_cannot_be_compared_has_no_numbers_on_the_slide():
    found = progress_example()
    (first, *_) = found.report.loop
    lines = (ActionLine("UI1", "–", "3.1", "–", "cannot be compared"),)
    report = replace(found.report, loop=(replace(first, lines=lines),))
    told = {slide.title: slide.points for slide in progress_slides(replace(found, report=report)).slides}
    assert told["What you decided before"][0].endswith(". UI1: cannot be compared")


@pytest.mark.parametrize("what", KINDS)
def test_no_placeholder_is_left_empty(what):
    for slide in slides(what).slides:
        assert all(shape.text_frame.text for shape in slide.placeholders)


@pytest.mark.parametrize("tag", SUPPORTED)
def test_every_text_has_the_readers_language(tag):
    deck = slides("progress", tag)
    runs = [run for slide in deck.slides for run in slide._element.iter(RUN)]
    assert {run.rPr.get("lang") for run in runs} == {LOCALES[tag]}
    assert deck.core_properties.language == LOCALES[tag]


def sizes_of(slide: Slide):
    """The sizes of a slide's title and of its text, in points; None is the layout's."""
    deck = replace(slides_of(report_bundle()), slides=(slide,))
    _, made = Presentation(io.BytesIO(write_slides(deck))).slides
    frames = [shape.text_frame for shape in made.placeholders]
    return [frame.paragraphs[0].runs[0].font.size for frame in frames]


def test_what_has_room_has_the_size_of_the_layout():
    assert sizes_of(Slide("A title", ("One", "Two"))) == [None, None]


def test_a_long_title_and_a_long_text_are_smaller():
    title, text = sizes_of(Slide("A title of many words " * 6, ("A point of many words " * 8,) * 5))
    assert Pt(20) <= title < Pt(28)
    assert Pt(14) <= text < Pt(24)


def test_a_title_ends_above_what_it_heads():
    deck = slides("report")
    title, picture = next((slide.shapes.title, shape) for slide, shape in pictures(deck))
    assert title.top + title.height < picture.top
