"""The words that people use in a file of answers, in English, Swedish, Danish and Norwegian.

They are read whatever the language of the questionnaire is. The first word of each language is the one that
templates write. Items, roles, options and evidence grades have their words in the questionnaire.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

LANGUAGES = ("en", "sv", "da", "nb")

Table = Mapping[str, Mapping[str, tuple[str, ...]]]
"""Words by meaning and language."""

STATES: Table = {
    "unknown": {
        "en": ("don't know", "unknown", "do not know", "dk", "?"),
        "sv": ("vet inte", "vet ej", "okänt"),
        "da": ("ved ikke", "ukendt"),
        "nb": ("vet ikke", "ukjent"),
    },
    "not-applicable": {
        "en": ("not applicable", "not-applicable", "n/a", "na", "not applicable to us"),
        "sv": (
            "inte tillämpligt",
            "ej tillämpligt",
            "inte aktuellt",
            "ej aktuellt",
            "inte tillämpligt hos oss",
        ),
        "da": ("ikke relevant", "ikke aktuelt", "ikke relevant hos os", "irrelevant"),
        "nb": ("ikke aktuelt", "ikke relevant", "ikke aktuelt hos oss"),
    },
}

FACTS: Table = {
    "questionnaire": {
        "en": ("questionnaire",),
        "sv": ("frågeformulär", "formulär"),
        "da": ("spørgeskema", "skema"),
        "nb": ("spørreskjema", "skjema"),
    },
    "version": {"en": ("version",), "sv": ("version",), "da": ("version",), "nb": ("versjon",)},
    "organisation": {
        "en": ("organisation", "organization", "municipality", "name"),
        "sv": ("organisation", "kommun", "namn"),
        "da": ("organisation", "kommune", "navn"),
        "nb": ("organisasjon", "kommune", "navn"),
    },
    "country": {"en": ("country",), "sv": ("land",), "da": ("land",), "nb": ("land",)},
    "code": {
        "en": ("code", "official code"),
        "sv": ("kommunkod", "kod"),
        "da": ("kommunekode", "kode"),
        "nb": ("kommunenummer", "kode", "kommunekode"),
    },
    "population": {
        "en": ("population", "inhabitants"),
        "sv": ("invånare", "folkmängd", "befolkning", "invånarantal"),
        "da": ("indbyggere", "indbyggertal", "befolkning"),
        "nb": ("innbyggere", "innbyggertall", "befolkning", "folketall"),
    },
    "date": {"en": ("date",), "sv": ("datum",), "da": ("dato",), "nb": ("dato",)},
    "label": {
        "en": ("round", "label"),
        "sv": ("omgång", "benämning"),
        "da": ("runde", "betegnelse"),
        "nb": ("runde", "betegnelse"),
    },
    "note": {
        "en": ("note",),
        "sv": ("anmärkning", "notering", "not"),
        "da": ("bemærkning", "note"),
        "nb": ("merknad", "notat"),
    },
}

COLUMNS: Table = {
    "respondent": {
        "en": ("respondent", "respondent id", "id"),
        "sv": ("svarande", "respondent", "svarsperson"),
        "da": ("respondent", "svarperson", "besvarer"),
        "nb": ("respondent", "svarer"),
    },
    "role": {"en": ("role",), "sv": ("roll",), "da": ("rolle",), "nb": ("rolle",)},
    "group": {"en": ("group",), "sv": ("grupp",), "da": ("gruppe",), "nb": ("gruppe",)},
    "code": {
        "en": ("code", "private code"),
        "sv": ("kod", "egen kod"),
        "da": ("kode", "egen kode"),
        "nb": ("kode", "egen kode"),
    },
    "item": {
        "en": ("item", "question"),
        "sv": ("fråga", "påstående"),
        "da": ("spørgsmål",),
        "nb": ("spørsmål",),
    },
    "answer": {
        "en": ("answer", "value", "agreed level"),
        "sv": ("svar", "värde", "gemensam nivå"),
        "da": ("svar", "værdi", "fælles niveau"),
        "nb": ("svar", "verdi", "felles nivå"),
    },
    "evidence": {
        "en": ("evidence",),
        "sv": ("underlag", "belägg"),
        "da": ("grundlag", "belæg", "dokumentation"),
        "nb": ("grunnlag", "belegg", "dokumentasjon"),
    },
    "comment": {"en": ("comment",), "sv": ("kommentar",), "da": ("kommentar",), "nb": ("kommentar",)},
    "reason": {
        "en": ("reason",),
        "sv": ("skäl", "motivering"),
        "da": ("begrundelse", "grund"),
        "nb": ("begrunnelse", "grunn"),
    },
}

CONSENSUS: Table = {
    "consensus": {
        "en": ("consensus", "agreed"),
        "sv": ("samsyn", "konsensus"),
        "da": ("konsensus", "enighed"),
        "nb": ("konsensus", "enighet"),
    }
}

SHEETS: Table = {
    "assessment": {"en": ("Assessment",), "sv": ("Bedömning",), "da": ("Vurdering",), "nb": ("Vurdering",)},
    "answers": {"en": ("Answers",), "sv": ("Svar",), "da": ("Svar",), "nb": ("Svar",)},
    "items": {"en": ("Items",), "sv": ("Frågor",), "da": ("Spørgsmål",), "nb": ("Spørsmål",)},
    "agreed": {
        "en": ("Agreed levels",),
        "sv": ("Gemensamma nivåer",),
        "da": ("Fælles niveauer",),
        "nb": ("Felles nivåer",),
    },
    "lists": {"en": ("Lists",), "sv": ("Listor",), "da": ("Lister",), "nb": ("Lister",)},
}

GUIDE: Table = {
    "title": {"en": ("Title",), "sv": ("Rubrik",), "da": ("Overskrift",), "nb": ("Overskrift",)},
    "text": {"en": ("Text",), "sv": ("Text",), "da": ("Tekst",), "nb": ("Tekst",)},
    "asked": {"en": ("Asked of",), "sv": ("Ställs till",), "da": ("Stilles til",), "nb": ("Stilles til",)},
    "points": {
        "en": ("To choose from",),
        "sv": ("Att välja på",),
        "da": ("Valgmuligheder",),
        "nb": ("Svaralternativer",),
    },
    "yes": {"en": ("yes",), "sv": ("ja",), "da": ("ja",), "nb": ("ja",)},
    "no": {"en": ("no",), "sv": ("nej",), "da": ("nej",), "nb": ("nei",)},
    "several": {
        "en": ("several may be given, with | between them",),
        "sv": ("flera kan anges, med | mellan",),
        "da": ("flere kan angives, med | imellem",),
        "nb": ("flere kan oppgis, med | mellom",),
    },
    "reason": {
        "en": ("Say why after a colon, such as: not applicable: we have no such service",),
        "sv": ("Skriv varför efter kolon, som: inte tillämpligt: vi har ingen sådan verksamhet",),
        "da": ("Skriv hvorfor efter et kolon, som: ikke relevant: vi har ikke den opgave",),
        "nb": ("Skriv hvorfor etter et kolon, som: ikke aktuelt: vi har ikke en slik tjeneste",),
    },
}
"""What templates say to those who fill them in."""


def fold(word: object) -> str:
    """A word as it is compared: whatever its case, blanks, a colon at its end, and how accents are stored."""
    return _folded(str(word))


@lru_cache(maxsize=10_000)
def _folded(word: str) -> str:
    text = unicodedata.normalize("NFC", word).replace("’", "'").strip().rstrip(":")
    return " ".join(text.casefold().split())


def meanings(table: Table) -> dict[str, str]:
    """The meaning of each folded word, whatever its language."""
    known = {fold(meaning): meaning for meaning in table}
    for meaning, languages in table.items():
        for word in _all(languages.values()):
            known.setdefault(fold(word), meaning)
    return known


def word_for(table: Table, meaning: str, language: str) -> str:
    """The word that a template writes. English stands in for a language that is not in the table."""
    languages = table[meaning]
    return languages.get(language, languages["en"])[0]


def _all(groups: Iterable[tuple[str, ...]]) -> Iterable[str]:
    return (word for group in groups for word in group)


STATE_OF = meanings(STATES)
FACT_OF = meanings(FACTS)
COLUMN_OF = meanings(COLUMNS)
CONSENSUS_WORDS = frozenset(meanings(CONSENSUS))
_ABOUT_PEOPLE = ("name", "namn", "navn", "note", "not")
"""Words that mean the organisation or the round at the top of a file, and over a column probably a person."""
FACT_COLUMN_OF = {
    word: fact
    for word, fact in FACT_OF.items()
    if word not in COLUMN_OF
    and word not in _ABOUT_PEOPLE
    and fact in ("organisation", "country", "code", "population", "date", "label")
}
"""What may stand in a column, because a file holds several organisations or rounds."""
