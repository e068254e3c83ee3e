"""The figures in quotes, and where quotes give different figures for the same thing."""

import re
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from clipfile.app.citation import Citation
from clipfile.corpus.article import Span
from clipfile.corpus.compare_figures import Agreement, compare
from clipfile.corpus.figures import Figure
from clipfile.corpus.measured import Likeness, figure_words, key_words, same_thing
from clipfile.corpus.units import PEOPLE
from clipfile.index.store import Store

DIFFER = "differ"  # the kind that is shown until a finer one is precise enough

_DIFFERENCE = re.compile(r"\s+(?:\w+\s+)?(?:more|fewer|less|higher|lower)\s+than\b")

Told = tuple[Citation, Figure]


def told_in(store: Store, citations: Sequence[Citation]) -> list[Told]:
    """Every figure of the quotes with its citation, in the order of the citations."""
    return [
        (citation, figure)
        for citation in citations
        for figure in store.indexed(citation.article).figures_in(Span(citation.start, citation.end))
    ]


def figures_in(store: Store, citations: Sequence[Citation]) -> list[dict[str, Any]]:
    """The figures of the quotes as records: value, unit and hedge, the words, and where they stand."""
    return [_record(store, told) for told in told_in(store, citations)]


def disagreements_among(store: Store, citations: Sequence[Citation], question: str) -> list[dict[str, Any]]:
    """Where quotes give clashing figures for what is asked, with every side: `about`, `kind`, `sides`.

    Figures of one article do not disagree with each other, and copies of one origin do not either.
    """
    told = _about_what_is_asked(told_in(store, citations), key_words(question) - {PEOPLE})
    told = [each for each in told if not _is_difference(store, each)]
    groups: list[list[Told]] = []
    for n, one in enumerate(told):
        against = [other for other in told[n + 1 :] if _clash(one, other)]
        if against and not any(one in group for group in groups):
            groups.append([one, *against])
    return [
        {"about": _about(group), "kind": DIFFER, "sides": [_side(store, each) for each in group]} for group in groups
    ]


def _about_what_is_asked(told: Sequence[Told], asked: frozenset[str]) -> list[Told]:
    """The figures that share the most words with the question, and one at least."""
    shared = [len(asked & figure_words(figure)) for _, figure in told]
    most = max(shared, default=0)
    return [each for each, n in zip(told, shared, strict=True) if n == most > 0]


def _is_difference(store: Store, told: Told) -> bool:
    """Whether a figure says by how much, not how many: "1,000 more than in 2023"."""
    citation, figure = told
    return bool(_DIFFERENCE.match(store.indexed(citation.article).article.text, figure.end))


def _clash(one: Told, other: Told) -> bool:
    (citation, figure), (other_citation, other_figure) = one, other
    if citation.article == other_citation.article or citation.origin == other_citation.origin is not None:
        return False
    if same_thing(figure, other_figure) is not Likeness.SAME or not key_words(figure.unit) & key_words(
        other_figure.unit
    ):
        return False
    return compare(figure, other_figure).agreement is Agreement.CLASH


def _about(group: Sequence[Told]) -> str:
    return next((figure.counted for _, figure in group if figure.counted), group[0][1].unit)


def _side(store: Store, told: Told) -> dict[str, Any]:
    citation, figure = told
    return asdict(citation) | {"words": store.indexed(citation.article).article.text[figure.start : figure.end]}


def _record(store: Store, told: Told) -> dict[str, Any]:
    citation, figure = told
    words = store.indexed(citation.article).article.text[figure.start : figure.end]
    return asdict(figure) | {"words": words, "article": citation.article, "speaker": citation.speaker}
