"""Writes slides as .pptx: texts in placeholders, charts as sharp pictures, their numbers in the notes."""

from __future__ import annotations

import io
from typing import Any

from pptx import Presentation
from pptx.enum.text import MSO_ANCHOR
from pptx.oxml.ns import qn
from pptx.util import Cm, Emu, Pt

from maturity.report.charts.describe import Chart
from maturity.report.charts.svg import WIDTH as WIDTH_OF_CHARTS
from maturity.report.charts.svg import height_of
from maturity.report.charts.svg.widths import wrap
from maturity.report.charts.table import table_of
from maturity.report.office.model import Deck, Slide
from maturity.report.office.packing import LOCALES, alternative, same_bytes, set_properties
from maturity.report.office.png import png
from maturity.report.theme import Theme

WIDTH, HEIGHT = Cm(33.867), Cm(19.05)
"""16 to 9."""
LEFT, ACROSS = Cm(1.8), Cm(30.2)
TITLE = (LEFT, Cm(0.5), ACROSS, Cm(3.2))
BODY = (LEFT, Cm(4.0), ACROSS, Cm(13.4))
FRONT_TITLE = (LEFT, Cm(6.0), ACROSS, Cm(3.6))
SUBTITLE = (LEFT, Cm(9.8), ACROSS, Cm(3.0))
_NARROW = Cm(25.4)
"""How wide the slides are that the program begins with."""
_LAYOUTS = {"title": 0, "text": 1, "chart": 5}
_TITLE_SIZES, _TEXT_SIZES = (28, 24, 20), (24, 20, 18, 16, 14)
"""In points: the largest at which a text has room."""
_LEADING, _BETWEEN = 1.2, 0.35
"""From one line to the next, and what comes on top of it from one paragraph to the next, in sizes."""
_INSET = Cm(0.6)
"""What the edges of a text box, or its bullets, take of its width or height."""
_WIDTHS = tuple(WIDTH_OF_CHARTS + 20 * step for step in range(17))
"""The widths, in px, that are tried for a chart."""
_WIDER = 1.25
"""How much wider than ours the letters of the reader's program may be."""


def write_slides(deck: Deck) -> bytes:
    """The deck as .pptx. The same deck gives the same bytes."""
    shown = Presentation()
    shown.slide_width, shown.slide_height = WIDTH, HEIGHT
    _lay_out(shown, deck.theme)
    set_properties(
        shown.core_properties,
        title=deck.title,
        author=deck.organisation,
        language=deck.language,
        date=deck.date,
    )
    first = shown.slides.add_slide(shown.slide_layouts[_LAYOUTS["title"]])
    first.shapes.title.text = deck.title
    first.placeholders[1].text = deck.subtitle
    for slide in deck.slides:
        _slide(shown, slide, deck.theme)
    _speak(shown, LOCALES[deck.language])
    packed = io.BytesIO()
    shown.save(packed)
    return same_bytes(packed.getvalue())


def _slide(shown: Any, slide: Slide, theme: Theme) -> None:
    layout = _LAYOUTS["chart" if slide.chart else "text"]
    made = shown.slides.add_slide(shown.slide_layouts[layout])
    _write(made.shapes.title.text_frame, (slide.title,), TITLE, _TITLE_SIZES)
    if slide.chart:
        _picture(made, slide, theme)
    else:
        _write(made.placeholders[1].text_frame, slide.points, BODY, _TEXT_SIZES)
    made.notes_slide.notes_text_frame.text = "\n".join((*slide.notes, *_numbers(slide)))


def _write(
    frame: Any, texts: tuple[str, ...], box: tuple[int, int, int, int], sizes: tuple[int, ...]
) -> None:
    """A paragraph for each text, smaller than the layout's where they would not have room."""
    size = next((size for size in sizes if _height(texts, size, box[2]) <= box[3] - _INSET), sizes[-1])
    for at, text in enumerate(texts):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        paragraph.text = text
        if size != sizes[0]:
            for run in paragraph.runs:  # PowerPoint does not heed the size of a paragraph
                run.font.size = Pt(size)


def _height(texts: tuple[str, ...], size: int, width: int) -> float:
    """How high paragraphs become, in EMU."""
    room = Emu(width - 2 * _INSET).pt / _WIDER
    lines = sum(len(wrap(text, room, size)) for text in texts)
    return float(Pt(size)) * (lines * _LEADING + (len(texts) - 1) * _BETWEEN)


def _picture(made: Any, slide: Slide, theme: Theme) -> None:
    """The chart as large as fits, with its alternative text."""
    if slide.chart is None:
        return
    left, top, width, height = BODY
    drawn = png(slide.chart, theme, width=_width_of(slide.chart))
    picture = made.shapes.add_picture(io.BytesIO(drawn), left, top)
    share = min(width / picture.width, height / picture.height)
    picture.width, picture.height = Emu(int(picture.width * share)), Emu(int(picture.height * share))
    picture.left = Emu(left + (width - picture.width) // 2)
    described = picture._element.nvPicPr.cNvPr
    described.set("descr", alternative(slide.chart))


def _width_of(chart: Chart) -> float:
    """How wide a chart is drawn, in px, for letters as large as can be on the slide; among such, the widest."""
    _, _, across, down = BODY

    def size(width: float) -> tuple[float, float]:
        return round(min(across / width, down / height_of(chart, width))), width

    return max(_WIDTHS, key=size)


def _numbers(slide: Slide) -> tuple[str, ...]:
    """The numbers of the chart, a line each."""
    if slide.chart is None:
        return ()
    table = table_of(slide.chart)
    return tuple("; ".join(row) for row in (table.header, *table.rows))


def _lay_out(shown: Any, theme: Theme) -> None:
    """The master and its layouts on wide slides, in our colour and from the left."""
    _letters(shown.slide_master, theme)
    for part in (shown.slide_master, *shown.slide_layouts):
        front = part.name == "Title Slide"
        for holder in part.placeholders:
            kind = holder.placeholder_format.type.name
            if kind in ("TITLE", "CENTER_TITLE"):
                _place(holder, FRONT_TITLE if front else TITLE)
                if not front:
                    holder.text_frame.vertical_anchor = MSO_ANCHOR.BOTTOM
            elif kind in ("BODY", "OBJECT"):
                _place(holder, BODY)
            elif kind == "SUBTITLE":
                _place(holder, SUBTITLE)
                _from_left(holder)
            else:
                _place(holder, (holder.left * WIDTH // _NARROW, Cm(17.7), holder.width, holder.height))


def _place(holder: Any, box: tuple[int, int, int, int]) -> None:
    holder.left, holder.top, holder.width, holder.height = (Emu(side) for side in box)


def _from_left(holder: Any) -> None:
    for level in holder._element.iter(qn("a:lvl1pPr")):
        level.set("algn", "l")


def _letters(master: Any, theme: Theme) -> None:
    """Sizes and colour of titles and texts, which every slide inherits."""
    styles = master._element.find(qn("p:txStyles"))
    for name, size, strong, colour in (
        ("p:titleStyle", 28, "1", theme.ours),
        ("p:bodyStyle", 24, "0", theme.ink),
    ):
        level = styles.find(qn(name)).find(qn("a:lvl1pPr"))
        level.set("algn", "l")
        letters = level.find(qn("a:defRPr"))
        letters.set("sz", str(size * 100))
        letters.set("b", strong)
        fill = letters.find(qn("a:solidFill"))
        fill.clear()
        fill.append(fill.makeelement(qn("a:srgbClr"), {"val": colour[1:].upper()}))


def _speak(shown: Any, locale: str) -> None:
    """The language of every run, for spelling checkers and screen readers."""
    for slide in shown.slides:
        for part in (slide, slide.notes_slide if slide.has_notes_slide else None):
            for run in (
                part._element.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}r") if part else ()
            ):
                run.get_or_add_rPr().set("lang", locale)
