"""How well figures are found: precision and recall against labelled articles, and how often each field is right."""

import json
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from clipfile.corpus.article import Article, Span
from clipfile.corpus.collection import Collection
from clipfile.corpus.figures import Figure, figures_of
from clipfile.corpus.measured import key_words
from clipfile.corpus.reading import read_collection
from clipfile.corpus.sentences import sentences_of
from clipfile.corpus.units import normalised
from clipfile.eval.places import occurrences
from clipfile.eval.share import Share

VALUE_TOLERANCE = 0.001  # share by which two values may differ: two thirds are 66.67 percent


@dataclass(frozen=True, slots=True)
class GoldFigure:
    """A labelled figure; `unit` and `counted` are `None` where the text leaves them out."""

    article_id: str
    span: Span
    low: float | None
    high: float | None
    hedge: str
    unit: str | None
    counted: str | None
    as_of: str | None


@dataclass(frozen=True, slots=True)
class FiguresMeasure:
    """Precision and recall of figures, and of the fields of those that match."""

    precision: Share
    recall: Share
    hedge: Share
    unit: Share
    counted: Share
    as_of: Share
    as_of_given: Share  # of the gold figures that have a date, how many get it
    missed: tuple[str, ...]
    wrong: tuple[str, ...]
    fields_wrong: tuple[str, ...]
    seconds_per_1000_words: float


def read_gold_figures(path: Path, collection: Collection) -> list[GoldFigure]:
    """The labelled figures of a JSON Lines file.

    Raises:
        ValueError: if a quote does not stand in its article that often.
    """
    gold = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        label = json.loads(line)
        spans = occurrences(collection.by_id[label["article"]].text, label["quote"])
        if label.get("occurrence", 0) >= len(spans):
            raise ValueError(f"{path}:{number}: {label['quote']!r} stands {len(spans)} times in {label['article']}")
        span = spans[label.get("occurrence", 0)]
        fields = (label["low"], label["high"], label["hedge"], label["unit"], label["counted"], label["as_of"])
        gold.append(GoldFigure(label["article"], span, *fields))
    return gold


def measure(collection: Collection, gold: Sequence[GoldFigure]) -> FiguresMeasure:
    """Precision and recall over the articles that have a label; those without one are left out.

    A figure found matches a labelled one if their spans overlap and their bounds agree.
    """
    labelled = sorted({one.article_id for one in gold})
    pairs: list[tuple[GoldFigure, Figure]] = []
    missed: list[str] = []
    wrong: list[str] = []
    words, seconds, found_count = 0, 0.0, 0
    for article_id in labelled:
        article = collection.by_id[article_id]
        sentences = sentences_of(article.text, article.furniture)
        started = time.perf_counter()
        found = figures_of(article.text, sentences, article.published)
        seconds += time.perf_counter() - started
        words += len(article.text.split())
        found_count += len(found)
        left = list(found)
        for one in (each for each in gold if each.article_id == article_id):
            match = next((figure for figure in left if _matches(one, figure)), None)
            if match:
                left.remove(match)
                pairs.append((one, match))
            else:
                missed.append(_shown(article, one.span, one.low, one.high))
        wrong.extend(_shown(article, Span(figure.start, figure.end), figure.low, figure.high) for figure in left)
    with_unit = [(one, figure) for one, figure in pairs if one.unit]
    with_counted = [(one, figure) for one, figure in pairs if one.counted]
    dated = [one for one in gold if one.as_of]
    fields = list(_fields_wrong(collection, pairs))
    return FiguresMeasure(
        precision=Share(len(pairs), found_count),
        recall=Share(len(pairs), len(gold)),
        hedge=Share(sum(one.hedge == figure.hedge for one, figure in pairs), len(pairs)),
        unit=Share(sum(_same_unit(one, figure) for one, figure in with_unit), len(with_unit)),
        counted=Share(sum(_same_counted(one, figure) for one, figure in with_counted), len(with_counted)),
        as_of=Share(sum(one.as_of == figure.as_of for one, figure in pairs), len(pairs)),
        as_of_given=Share(
            sum(one.as_of is not None and one.as_of == figure.as_of for one, figure in pairs), len(dated)
        ),
        missed=tuple(missed),
        wrong=tuple(wrong),
        fields_wrong=tuple(fields),
        seconds_per_1000_words=1000 * seconds / max(words, 1),
    )


def table(measured: FiguresMeasure) -> str:
    """The measures as lines of text."""
    rows = [
        ("precision", measured.precision),
        ("recall", measured.recall),
        ("hedge", measured.hedge),
        ("unit", measured.unit),
        ("counted", measured.counted),
        ("as of", measured.as_of),
        ("as of, where given", measured.as_of_given),
    ]
    lines = [f"{name:<20}{share}" for name, share in rows]
    return "\n".join([*lines, f"{'time':<20}{1000 * measured.seconds_per_1000_words:.1f} ms per 1,000 words"])


def _matches(gold: GoldFigure, figure: Figure) -> bool:
    overlap = gold.span.overlaps(Span(figure.start, figure.end))
    return overlap and _equal(gold.low, figure.low) and _equal(gold.high, figure.high)


def _equal(a: float | None, b: float | None) -> bool:
    return a == b or (a is not None and b is not None and abs(a - b) <= VALUE_TOLERANCE * max(abs(a), abs(b)))


def _same_unit(gold: GoldFigure, figure: Figure) -> bool:
    unit = normalised(gold.unit or "")
    return unit == figure.unit.lower() or unit == figure.unit or (unit, figure.unit) == ("persons", "people")


def _same_counted(gold: GoldFigure, figure: Figure) -> bool:
    found = key_words(f"{figure.counted or figure.unit} {figure.base or ''} {figure.unit}")
    return bool(key_words(gold.counted or "") & found)


def _fields_wrong(collection: Collection, pairs: Iterable[tuple[GoldFigure, Figure]]) -> Iterable[str]:
    for one, figure in pairs:
        shown = f"{one.article_id}: {collection.by_id[one.article_id].quote(one.span)!r}"
        if one.hedge != figure.hedge:
            yield f"hedge    {shown} {one.hedge} not {figure.hedge}"
        if one.unit and not _same_unit(one, figure):
            yield f"unit     {shown} {one.unit} not {figure.unit}"
        if one.counted and not _same_counted(one, figure):
            yield f"counted  {shown} {one.counted} not {figure.counted} ({figure.unit})"
        if one.as_of != figure.as_of:
            yield f"as of    {shown} {one.as_of} not {figure.as_of}"


def _shown(article: Article, span: Span, low: float | None, high: float | None) -> str:
    around = " ".join(article.text[max(0, span.start - 40) : span.end + 40].split())
    return f"{article.article_id}: {article.quote(span)!r} {low}..{high} in {around!r}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the table for `FOLDER/articles` and `FOLDER/labels/figures.jsonl`, or for two given paths."""
    given = [argument for argument in (sys.argv[1:] if arguments is None else arguments) if argument != "--misses"]
    if not given:
        sys.exit("Name a folder with articles and labels in it, or a folder of articles and a file of labels.")
    folder = Path(given[0])
    articles, labels = (
        (folder, Path(given[1])) if len(given) > 1 else (folder / "articles", folder / "labels/figures.jsonl")
    )
    collection = read_collection(articles)
    measured = measure(collection, read_gold_figures(labels, collection))
    print(table(measured))
    if "--misses" in (sys.argv if arguments is None else arguments):
        for name in ("missed", "wrong", "fields_wrong"):
            print("", name, *getattr(measured, name), sep="\n")


if __name__ == "__main__":
    main()
