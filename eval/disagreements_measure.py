"""How often the kind of a disagreement is right: python -m clipfile.eval.disagreements_measure FILE ....

A line of labels is a pair of quotes: {"a", "b", "kind", "words"}. A side names an article of the collection beside the
labels and its quote, or holds a short text of its own: {"outlet", "published", "text", "quote"}.
"""

import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import clipfile.corpus
from clipfile.corpus.article import Article, Span
from clipfile.corpus.dates import PublicationDate
from clipfile.corpus.differences import Difference, Stated, Why, differences
from clipfile.corpus.figures import Figure, figures_of
from clipfile.corpus.reading import read_article
from clipfile.corpus.sentences import sentences_of
from clipfile.corpus.voice import Voice, voices_of

HERE = Path(__file__).parent
SHIPPED = Path(clipfile.corpus.__file__).parent / "articles"
DEVELOPMENT = (
    HERE / "disagreements" / "development.jsonl",
    HERE / "collections" / "dam_failure" / "labels" / "disagreements.jsonl",
)
NONE = "none"
KINDS = {  # of the labels; a place and a period are kinds of scope
    "later_update": Why.LATER_UPDATE,
    "other_scope": Why.OTHER_SCOPE,
    "other_place": Why.OTHER_SCOPE,
    "other_period": Why.OTHER_SCOPE,
    "rounding": Why.ROUNDING,
    "other_attribution": Why.OTHER_ATTRIBUTION,
    "conflict": Why.CONFLICT,
    NONE: None,
}
_GRAVEST = (Why.CONFLICT, Why.OTHER_ATTRIBUTION, Why.LATER_UPDATE, Why.OTHER_SCOPE, Why.DIFFER, Why.ROUNDING)


_Analysed = list[tuple[Span, Voice, list[Figure]]]
"""The sentences of an article, each with its voice and figures."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A labelled pair of quotes, and the difference found; `None` stands for no difference."""

    quotes: tuple[str, str]
    kind: Why | None
    found: Difference | None
    words: tuple[str, str] = ("", "")

    @property
    def found_kind(self) -> Why | None:
        """The kind that was found."""
        return self.found.why if self.found else None


def judge(labels: Path) -> list[Judged]:
    """The pairs of a file with what was found for each.

    Raises:
        ValueError: if a quote does not stand in its text.
    """
    beside = labels.parent.parent / "articles"
    articles = beside if beside.is_dir() else SHIPPED
    analyse = cache(_analysed)
    judged = []
    for line in labels.read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        sides = [_stated(label[side], articles, analyse) for side in "ab"]
        best = min(differences(sides[0], sides[1]), key=lambda one: _GRAVEST.index(one[2].why), default=None)
        words = (best[0].article.quote(best[2].one), best[1].article.quote(best[2].other)) if best else ("", "")
        quotes = label["a"]["quote"], label["b"]["quote"]
        judged.append(Judged(quotes, KINDS[label["kind"]], best[2] if best else None, words))
    return judged


def _stated(side: dict[str, Any], articles: Path, analyse: Callable[[Article], _Analysed]) -> list[Stated]:
    """The figures of a quote, each with what is known around it."""
    if "article" in side:
        article = read_article(articles / f"{side['article']}.txt")
    else:
        article = Article("a", side["text"], outlet=side["outlet"], published=PublicationDate(side["published"]))
    start = article.text.find(side["quote"])
    if start < 0:
        raise ValueError(f"{article.article_id} does not hold {side['quote']!r}; copy labels verbatim")
    quote = Span(start, start + len(side["quote"]))
    stated = []
    for sentence, voice, within in analyse(article):
        stated += [
            Stated(article, sentence, each, voice.at(each.start), tuple(other for other in within if other is not each))
            for each in within
            if quote.start <= each.start and each.end <= quote.end
        ]
    return stated


def _analysed(article: Article) -> _Analysed:
    sentences = sentences_of(article.text, article.furniture)
    voices = voices_of(article.text, sentences, article.emphasis)
    figures = figures_of(article.text, sentences, article.published)
    return [
        (sentence, voice, [each for each in figures if sentence.start <= each.start and each.end <= sentence.end])
        for sentence, voice in zip(sentences, voices, strict=True)
    ]


def table(judged: Sequence[Judged]) -> str:
    """Precision and recall of each kind, as lines of text."""
    lines = [f"{'':<18}{'labelled':>9}{'found':>7}{'precision':>11}{'recall':>8}"]
    for kind in [*(why for why in Why if why is not Why.DIFFER), None]:
        labelled = sum(one.kind is kind for one in judged)
        found = sum(one.found_kind is kind for one in judged)
        right = sum(one.kind is kind and one.found_kind is kind for one in judged)
        lines.append(f"{kind or NONE:<18}{labelled:>9}{found:>7}{_share(right, found):>11}{_share(right, labelled):>8}")
    clash = [one for one in judged if one.found_kind not in (None, Why.ROUNDING)]
    real = sum(one.kind not in (None, Why.ROUNDING) for one in clash)
    lines.append(f"shown as a disagreement: {len(clash)}, and one it is: {_share(real, len(clash))}")
    return "\n".join(lines)


def mistakes(judged: Sequence[Judged]) -> list[str]:
    """The pairs whose kind is not the labelled one."""
    return [
        f"{one.kind or NONE} | found {one.found_kind or NONE} {one.words}\n   {one.quotes[0]}\n   {one.quotes[1]}"
        for one in judged
        if one.kind is not one.found_kind
    ]


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "-"


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the measures over the given files of labels together, else over the development ones."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    paths = [Path(one) for one in given if not one.startswith("--")] or list(DEVELOPMENT)
    judged = [one for path in paths for one in judge(path)]
    print(table(judged))
    if "--mistakes" in given:
        print(*mistakes(judged), sep="\n")


if __name__ == "__main__":
    main()
