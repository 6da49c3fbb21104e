"""Bring the gettext catalogues up to date with the code and the templates, and compile them.

python scripts/catalogues.py           extract, merge, compile
python scripts/catalogues.py --check   fail if a text is missing, untranslated, fuzzy or gone, or a .mo is old
"""

from __future__ import annotations

import ast
import datetime
import io
import re
import sys
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LOCALES = ROOT / "src" / "maturity" / "locales"
LANGUAGES = ("sv", "da", "nb")
KEYWORDS = {"say": None, "N_": None, "t": None, "plural": (1, 2), "context": ((1, "c"), 2)}
METHODS = {
    "src": [("**.py", "python")],
    "templates": [("**.html", "jinja2.ext.babel_extract"), ("**.txt", "jinja2.ext.babel_extract")],
}
EPOCH = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
NAMES = re.compile(r"\{([a-z_0-9]+)\}")


def template() -> Catalog:
    """Every text in the code and in the templates."""
    catalogue = Catalog(project="maturity", charset="utf-8", fuzzy=False)
    for folder, methods in METHODS.items():
        found = extract_from_dir(ROOT / folder, methods, {}, KEYWORDS, comment_tags=("Translators:",))
        for _name, _line, message, comments, context in found:
            catalogue.add(message, None, auto_comments=comments, context=context)
    return catalogue


def path(language: str) -> Path:
    """Where a language's catalogue stands."""
    return LOCALES / language / "LC_MESSAGES" / "maturity.po"


def read(language: str) -> Catalog:
    """A language's catalogue; empty if there is none yet."""
    if not path(language).exists():
        return Catalog(locale=language, charset="utf-8", fuzzy=False)
    with path(language).open("rb") as file:
        return read_po(file, locale=language)


def compiled(catalogue: Catalog) -> bytes:
    """A catalogue as gettext reads it."""
    packed = io.BytesIO()
    catalogue.creation_date = catalogue.revision_date = EPOCH  # otherwise the bytes change by the minute
    write_mo(packed, catalogue)
    return packed.getvalue()


def written(catalogue: Catalog) -> bytes:
    """A catalogue as translators edit it: in a stable order, without places and dates that change."""
    text = io.BytesIO()
    write_po(
        text, catalogue, width=110, no_location=True, omit_header=True, sort_output=True, ignore_obsolete=True
    )
    head = (
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
        f'"Language: {catalogue.locale}\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
    )
    return head.encode() + text.getvalue()


def update(language: str, texts: Catalog) -> None:
    """Merge new texts into a language's catalogue, drop those that are gone, and compile it."""
    catalogue = read(language)
    catalogue.update(texts, no_fuzzy_matching=True)
    path(language).parent.mkdir(parents=True, exist_ok=True)
    path(language).write_bytes(written(catalogue))
    path(language).with_suffix(".mo").write_bytes(compiled(read(language)))


def faults(language: str, texts: Catalog) -> list[str]:
    """What is wrong with a language's catalogue."""
    catalogue = read(language)
    wanted = {(m.id, m.context): m for m in texts if m.id}
    known = {(m.id, m.context): m for m in catalogue if m.id}
    found = [f"{language}: not in the catalogue: {id_[0]!r}" for id_ in wanted.keys() - known.keys()]
    found += [f"{language}: gone from the code: {id_[0]!r}" for id_ in known.keys() - wanted.keys()]
    found += [f"{language}: not translated: {m.id!r}" for m in known.values() if not _complete(m)]
    found += [
        f"{language}: other names in braces: {m.id!r}"
        for m in known.values()
        if _complete(m) and not _same_names(m)
    ]
    mo = path(language).with_suffix(".mo")
    if not mo.exists() or mo.read_bytes() != compiled(catalogue):
        found.append(f"{language}: maturity.mo is old; type: make catalogues")
    return found


def _complete(message: Message) -> bool:
    forms = message.string if isinstance(message.string, tuple) else (message.string,)
    return all(forms) and not message.fuzzy


def _same_names(message: Message) -> bool:
    ids = message.id if isinstance(message.id, tuple) else (message.id,)
    forms = message.string if isinstance(message.string, tuple) else (message.string,)
    wanted = {name for text in ids for name in NAMES.findall(text)}
    return all(set(NAMES.findall(form)) <= wanted for form in forms) and wanted == {
        name for form in forms for name in NAMES.findall(form)
    }


def lost(texts: Catalog) -> list[str]:
    """Texts in the code that extraction passed over: it does so where a value beside the text holds a word that
    it takes for one of ours, such as `context`. Working the value out in a line before mends it."""
    known = {id_ for m in texts if m.id for id_ in ([m.id] if isinstance(m.id, str) else m.id)}
    return [
        f"{file.relative_to(ROOT)}:{call.lineno}: the extraction does not find {text!r}"
        for file in sorted((ROOT / "src").rglob("*.py"))
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and (text := _spoken(call)) is not None and text not in known
    ]


def _spoken(call: ast.Call) -> str | None:
    """The text of a call that says one; None for other calls, and where the text is not written there."""
    name = getattr(call.func, "id", None) or getattr(call.func, "attr", None)
    first = call.args[0] if call.args else None
    if name not in ("say", "N_", "plural") or not isinstance(first, ast.Constant):
        return None
    return first.value if isinstance(first.value, str) else None


def main() -> int:
    """Do what was asked; the exit status."""
    texts = template()
    if "--check" in sys.argv:
        found = lost(texts) + [line for language in LANGUAGES for line in faults(language, texts)]
        print("\n".join(sorted(found)) or f"{len(texts)} texts in {len(LANGUAGES)} languages")
        return 1 if found else 0
    for language in LANGUAGES:
        update(language, texts)
    return 0


if __name__ == "__main__":
    sys.exit(main())
