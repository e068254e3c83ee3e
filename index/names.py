"""The outlets and speakers of a collection, kept in the index so that a question can be held against them at once."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from clipfile.index.store import IndexedArticle

NAMES = "names.json"


@dataclass(frozen=True, slots=True)
class Names:
    """Who speaks in a collection.

    outlets: the outlet of every article, in order; `None` where it is not stated.
    speakers: every speaker with the role that the articles give, or "".
    """

    outlets: tuple[str | None, ...]
    speakers: dict[str, str]


def names_in(articles: Sequence[IndexedArticle]) -> Names:
    """The outlets and speakers of articles."""
    speakers: dict[str, str] = {}
    for each in articles:
        for voice in (one for sentence in each.voices for one in (sentence, *(part for _, part in sentence.clauses))):
            if voice.speaker:
                speakers[voice.speaker] = speakers.get(voice.speaker) or voice.role or ""
    return Names(tuple(each.article.outlet for each in articles), speakers)


def write_names(generation: Path, articles: Sequence[IndexedArticle]) -> None:
    """Writes the names of the articles of a generation."""
    names = names_in(articles)
    record = {"outlets": names.outlets, "speakers": names.speakers}
    (generation / NAMES).write_text(json.dumps(record, ensure_ascii=False, indent=1), encoding="utf-8")


def read_names(generation: Path) -> Names:
    """The names of a generation."""
    record = json.loads((generation / NAMES).read_text(encoding="utf-8"))
    return Names(tuple(record["outlets"]), record["speakers"])
