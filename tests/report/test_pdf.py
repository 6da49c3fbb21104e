from __future__ import annotations

import http.server
import io
import threading
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from types import SimpleNamespace
from typing import Any

import pikepdf
import pytest

from maturity.language import SUPPORTED
from maturity.report.html import render_html
from maturity.report.pdf import Renderer, RenderError, render_pdf

SMALL = '<!doctype html><html lang="sv"><title>Å</title><h1>Äpple</h1><p>{}</p></html>'


@pytest.fixture
def opened(printed: tuple[str, bytes]) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(printed[1])) as pdf:
        yield pdf


def structure(node: Any) -> Iterator[pikepdf.Object]:
    """Every element of the tag tree, in reading order."""
    if isinstance(node, pikepdf.Array):
        for kid in node:
            yield from structure(kid)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from structure(node.K)


def tagged(pdf: pikepdf.Pdf, name: str) -> list[pikepdf.Object]:
    return [element for element in structure(pdf.Root.StructTreeRoot) if name == element.S]


def test_it_is_a_tagged_pdf_ua_in_its_language_with_its_title(
    opened: pikepdf.Pdf, printed: tuple[str, bytes], make: SimpleNamespace
) -> None:
    tag = printed[0]
    title = make.example(tag).report.title
    with opened.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == title
    assert opened.Root.MarkInfo.Marked
    assert str(opened.Root.Lang) == tag
    assert str(opened.docinfo.Title) == title
    assert opened.Root.ViewerPreferences.DisplayDocTitle


def test_every_chart_can_be_read_aloud_once(
    opened: pikepdf.Pdf, printed: tuple[str, bytes], make: SimpleNamespace
) -> None:
    figures = tagged(opened, "/Figure")
    assert len(figures) == make.example_html(printed[0]).count("<figure") >= 7
    assert all(str(figure.get("/Alt", "")).strip() for figure in figures)


def test_every_cell_of_a_table_knows_its_headings(opened: pikepdf.Pdf) -> None:
    tables = tagged(opened, "/Table")
    assert len(tables) >= 6
    for table in tables:
        heads = {str(head.ID) for head in structure(table.K) if head.S == "/TH"}
        cells = [cell for cell in structure(table.K) if cell.S == "/TD"]
        assert heads
        assert all(cell.A.Headers and {str(id_) for id_ in cell.A.Headers} <= heads for cell in cells)


def test_headings_begin_with_one_and_never_skip(opened: pikepdf.Pdf) -> None:
    levels = [
        int(str(element.S)[2:])
        for element in structure(opened.Root.StructTreeRoot)
        if str(element.S) in ("/H1", "/H2", "/H3", "/H4", "/H5", "/H6")
    ]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_bookmarks_are_the_headings_in_reading_order(
    opened: pikepdf.Pdf, printed: tuple[str, bytes], make: SimpleNamespace
) -> None:
    def walked(items: list[pikepdf.OutlineItem]) -> Iterator[tuple[str, int]]:
        for item in items:
            yield item.title, pages.index(item.destination[0].objgen)
            yield from walked(item.children)

    pages = [page.obj.objgen for page in opened.pages]
    with opened.open_outline() as outline:
        marks = list(walked(outline.root))
    titles = [title for title, _ in marks]
    report = make.example(printed[0]).report
    wanted = [report.front.title, *(page.name for page in report.dimensions)]
    assert [title for title in titles if title in wanted] == wanted
    assert [page for _, page in marks] == sorted(page for _, page in marks)


def test_every_font_is_embedded_and_cut_down(opened: pikepdf.Pdf) -> None:
    names = set()
    for page in opened.pages:
        for font in page.resources.get("/Font", {}).values():
            inner = font.DescendantFonts[0]
            assert any(key in inner.FontDescriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))
            assert "/ToUnicode" in font
            names.add(str(font.BaseFont))
    assert names
    assert all(name[7] == "+" and name[1:7].isupper() and "Source" in name for name in names)


def test_it_is_8_to_14_pages_of_a4(opened: pikepdf.Pdf) -> None:
    assert 8 <= len(opened.pages) <= 14
    for page in opened.pages:
        assert [round(float(size)) for size in page.mediabox] == [0, 0, 595, 842]


@pytest.mark.parametrize("tag", ["sv", "nb"])
def test_the_first_page_is_one_page_even_with_a_long_note(
    make: SimpleNamespace, renderer: Renderer, tag: str
) -> None:
    made = make.example(tag, make.SHORT)
    front = replace(made.report.front, note="En anmärkning som är lite längre än de flesta. " * 5)
    html = render_html(replace(made.report, front=front), made.language)
    with pikepdf.open(io.BytesIO(renderer.render(html))) as pdf:
        assert 8 <= len(pdf.pages) <= 14


def test_words_can_be_searched_for_in_it(
    opened: pikepdf.Pdf,
    printed: tuple[str, bytes],
    make: SimpleNamespace,
    words_of: Any,
) -> None:
    text = words_of(opened)
    report = make.example(printed[0]).report
    for wanted in (report.front.organisation, report.profile.bottleneck, report.sources[0].heading):
        assert "".join(wanted.split()) in text


@pytest.mark.parametrize("tag", SUPPORTED)
def test_the_summary_is_one_page(make: SimpleNamespace, renderer: Renderer, tag: str) -> None:
    with pikepdf.open(io.BytesIO(renderer.render(make.example_html(tag, summary=True)))) as pdf:
        assert len(pdf.pages) == 1


@pytest.mark.parametrize("folder", ["nested", "yes-no", "advice"])
def test_other_questionnaires_print_without_a_warning(
    make: SimpleNamespace, renderer: Renderer, folder: str
) -> None:
    assert renderer.render(make.tiny(folder, "da").html()).startswith(b"%PDF-")


def test_another_process_makes_the_same_bytes(renderer: Renderer, make: SimpleNamespace) -> None:
    html = make.by_hand().html()
    assert render_pdf(html) == renderer.render(html)


def test_a_render_that_takes_too_long_is_stopped_and_the_next_one_works() -> None:
    with Renderer(seconds=0.01) as hurried:
        with pytest.raises(RenderError, match=r"within 0\.01 seconds"):
            hurried.render(SMALL.format("word " * 100_000))
        hurried.seconds = 60
        assert hurried.render(SMALL.format("")).startswith(b"%PDF-")


def test_a_worker_that_died_is_replaced() -> None:
    with Renderer() as renderer:
        process = renderer._process
        assert process is not None
        process.kill()
        process.wait()
        assert renderer.render(SMALL.format("")).startswith(b"%PDF-")


def test_closing_twice_is_harmless() -> None:
    renderer = Renderer()
    renderer.close()
    with renderer:
        pass
    renderer.close()


@pytest.fixture
def listening() -> Iterator[tuple[str, list[str]]]:
    """An address on this machine, and what was asked for there."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    thread.join()
    server.server_close()


REMOTE = """<link rel="stylesheet" href="{0}/a.css">
<style>@import "{0}/b.css"; h1 {{ background: url({0}/c) }}
@font-face {{ font-family: F; src: url({0}/d.ttf) }}</style><img alt="e" src="{0}/e.png">
<svg width="9" height="9"><title>f</title><image href="{0}/f.png" width="9" height="9"/></svg>
<object data="{0}/g.png">g</object><a rel="attachment" href="{0}/h">h</a>"""


def test_nothing_is_fetched_from_an_address(listening: tuple[str, list[str]]) -> None:
    address, asked = listening
    assert render_pdf(SMALL.format(REMOTE.format(address))).startswith(b"%PDF-")
    assert asked == []


def test_nothing_is_read_from_the_machine(tmp_path: Any, renderer: Renderer) -> None:
    (tmp_path / "e.png").write_bytes(b"no picture")
    with pytest.raises(RenderError):
        renderer.render(SMALL.format(f'<img alt="e" src="file://{tmp_path}/e.png">'))
    secret = tmp_path / "secret"
    secret.write_text("canary-canary", encoding="utf-8")
    attached = SMALL.format(f'<a rel="attachment" href="file://{secret}">h</a>')
    with pikepdf.open(io.BytesIO(render_pdf(attached))) as pdf:
        assert len(pdf.attachments) == 0


def test_what_the_layout_engine_warns_about_is_an_error_when_strict(renderer: Renderer) -> None:
    with pytest.raises(RenderError, match="colr"):
        renderer.render(SMALL.format("") + "<style>p { colr: red }</style>")
    assert renderer.render(SMALL.format("")).startswith(b"%PDF-")


def test_a_heading_is_never_the_last_thing_on_a_page(printed: tuple[str, bytes]) -> None:
    with pikepdf.open(io.BytesIO(printed[1])) as pdf:
        pages = [page.obj.objgen for page in pdf.pages]
        order = [(element, page_of(element)) for element in structure(pdf.Root.StructTreeRoot)]
        found = [(str(e.S), pages.index(p)) for e, p in order if p is not None and holds_text(e)]
    assert {name for name, _ in found} >= {"/H2", "/H3", "/P"}
    for (name, page), (_, after) in pairwise(found):
        assert not (name in ("/H2", "/H3", "/H4") and after > page)


def holds_text(element: Any) -> bool:
    return str(element.S) in ("/H1", "/H2", "/H3", "/H4", "/P", "/LBody", "/TH", "/TD", "/Figure", "/Span")


def page_of(element: Any) -> Any:
    """The page that an element or its first part stands on."""
    if "/Pg" in element:
        return element.Pg.objgen
    for part in structure(element.get("/K", pikepdf.Array())):
        if "/Pg" in part:
            return part.Pg.objgen
    return None
