"""Writes a decision paper as .docx with real styles, headings and table headers: officials go on in it."""

from __future__ import annotations

import io
from functools import singledispatch
from typing import Any

from docx import Document
from docx.document import Document as Written
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from maturity.report.office.model import Grid, Paper, Picture, Points, Section, Text
from maturity.report.office.packing import LOCALES, alternative, printable, same_bytes, set_properties
from maturity.report.office.png import png
from maturity.report.theme import Theme

FONT = "Calibri"
"""A typeface that offices have: the paper goes on living there."""


def write_paper(paper: Paper) -> bytes:
    """The paper as .docx. The same paper gives the same bytes."""
    written = Document()
    _prepare(written, paper)
    written.add_paragraph(printable(paper.kind), style="Subtitle")
    written.add_paragraph(printable(paper.title), style="Title")
    _facts(written, paper)
    for section in paper.sections:
        _section(written, section, paper.theme)
    packed = io.BytesIO()
    written.save(packed)
    return same_bytes(packed.getvalue())


def _prepare(written: Written, paper: Paper) -> None:
    """A4, the language, the styles, and the properties."""
    page = written.sections[0]
    page.page_width, page.page_height = Cm(21.0), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.5)
    page.top_margin, page.bottom_margin = Cm(2.0), Cm(1.8)
    set_properties(
        written.core_properties,
        title=f"{paper.kind}: {paper.title}",
        author=paper.organisation,
        language=paper.language,
        date=paper.date,
    )
    _speak(written, LOCALES[paper.language])
    sizes = {"Normal": 10.5, "Title": 19, "Subtitle": 10.5, "Heading 1": 13, "Caption": 9.5}
    for name, size in sizes.items():
        _style(written.styles[name], size, None if name == "Normal" else paper.theme)
    normal: Any = written.styles["Normal"]
    normal.paragraph_format.space_after = Pt(5)
    heading: Any = written.styles["Heading 1"]
    heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(10), Pt(3)


def _style(style: Any, size: float, theme: Theme | None) -> None:
    style.font.name, style.font.size = FONT, Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(kind), None)
    if theme is not None:
        style.font.color.rgb = RGBColor.from_string(theme.ours[1:].upper())
        style.font.italic = False
    for border in style.element.findall(f".//{qn('w:pBdr')}"):
        border.getparent().remove(border)


def _speak(written: Written, locale: str) -> None:
    """The language that a spelling checker and a screen reader go by."""
    for lang in written.styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), locale)


def _facts(written: Written, paper: Paper) -> None:
    """What stands at the top, each on its line."""
    for label, value in paper.facts:
        line = written.add_paragraph()
        line.paragraph_format.space_after = Pt(0)
        line.add_run(printable(f"{label}: ")).bold = True
        line.add_run(printable(value))


def _section(written: Written, section: Section, theme: Theme) -> None:
    written.add_heading(section.heading, level=1)
    for block in section.blocks:
        _block(block, written, theme)


@singledispatch
def _block(block: object, _written: Written, _theme: Theme) -> None:
    raise TypeError(block)


@_block.register
def _(block: Text, written: Written, _theme: Theme) -> None:
    run = written.add_paragraph().add_run(printable(block.text))
    if block.quiet:
        run.font.size, run.font.color.rgb = Pt(9.5), RGBColor(0x55, 0x61, 0x5C)


@_block.register
def _(block: Points, written: Written, _theme: Theme) -> None:
    style = "List Number" if block.numbered else "List Bullet"
    for text in block.texts:
        written.add_paragraph(printable(text), style=style).paragraph_format.space_after = Pt(2)


@_block.register
def _(block: Picture, written: Written, theme: Theme) -> None:
    caption = written.add_paragraph(printable(block.chart.title), style="Caption")
    caption.paragraph_format.keep_with_next = True
    shape = written.add_picture(io.BytesIO(png(block.chart, theme)), width=Cm(block.width))
    shape._inline.docPr.set("descr", alternative(block.chart))
    for side in "TBLR":
        shape._inline.set(f"dist{side}", "0")  # LibreOffice would leave a margin, and go beyond the page's
    written.paragraphs[-1].alignment = WD_ALIGN_PARAGRAPH.LEFT


@_block.register
def _(block: Grid, written: Written, _theme: Theme) -> None:
    written.add_paragraph(block.caption, style="Caption").paragraph_format.keep_with_next = True
    table = written.add_table(rows=1, cols=len(block.header), style="Table Grid")
    table.autofit = False
    _cells(table.rows[0], block.header, strong=True)
    _repeat(table.rows[0])
    for row in block.rows:
        _cells(table.add_row(), row)
    for column, width in zip(table.columns, _widths(block), strict=True):
        column.width = Cm(width)  # LibreOffice goes by the grid, Word by the cells
        for cell in column.cells:
            cell.width = Cm(width)
    written.add_paragraph().paragraph_format.space_after = Pt(0)


def _widths(grid: Grid) -> list[float]:
    """What each column gets of the 16 cm, by its longest text (short ones get what they need)."""
    longest = [
        min(max(len(row[at]) for row in (grid.header, *grid.rows)) + 4, 44) for at in range(len(grid.header))
    ]
    return [16 * length / sum(longest) for length in longest]


def _cells(row: Any, texts: tuple[str, ...], *, strong: bool = False) -> None:
    for cell, text in zip(row.cells, texts, strict=True):
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
        run = paragraph.add_run(printable(text))
        run.bold, run.font.size = strong, Pt(9.5)
    _property(row, "w:cantSplit")


def _repeat(row: Any) -> None:
    """Mark a row as the headings: repeated on the next page, and known to screen readers."""
    _property(row, "w:tblHeader")


def _property(row: Any, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))
