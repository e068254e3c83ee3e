"""How well texts are traced, as the Tow Center scored search engines: excerpts of four forms.

Jaźwińska and Chandrasekar, "AI search has a citation problem", Columbia Journalism Review (2025): each excerpt is
answered right, partly right, wrong, or not at all.
"""

import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory

from clipfile.app.trace import Trace, trace_text
from clipfile.corpus.article import Article, Span
from clipfile.corpus.collection import Collection
from clipfile.corpus.reading import read_collection
from clipfile.corpus.sentences import sentences_of
from clipfile.corpus.verbatim import bare, verbatim_spans
from clipfile.eval.places import HIT_SHARE
from clipfile.eval.remembering import RememberingEncoder
from clipfile.eval.sets import SHIPPED_ARTICLES
from clipfile.eval.share import Share
from clipfile.index.build import build_index
from clipfile.index.encoder import Encoder, SentenceTransformerEncoder
from clipfile.index.hybrid import HybridIndex
from clipfile.index.origins import read_origins
from clipfile.index.store import open_store

SEED = 20250306
WITHHELD = 5  # articles taken out, whose sentences are then traced in the rest: the same story, not there
OF_WITHHELD = 40
OF_EACH = 60  # excerpts verbatim and edited; 30 in other words, and 50 that are nowhere
NOWHERE = 50
FEWEST_WORDS = 9  # in a sentence that is drawn
HERE = Path(__file__).parent
PARAPHRASES = HERE / "trace" / "paraphrases.jsonl"
STORIES = HERE / "training" / "stories_1.jsonl"


class Form(StrEnum):
    """How an excerpt was made."""

    VERBATIM = "verbatim"
    EDITED = "edited"
    PARAPHRASED = "paraphrased"
    NOWHERE = "nowhere"
    WITHHELD = "withheld"


ABSENT = (Form.NOWHERE, Form.WITHHELD)  # forms of excerpts that are not in the collection


class Mark(StrEnum):
    """What a trace is worth: `partly` has the right words but not the earliest article that prints them."""

    RIGHT = "right"
    PARTLY = "partly right"
    WRONG = "wrong"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A text to trace, and the places where its words, or those it was made from, are printed."""

    form: Form
    text: str
    places: tuple[tuple[Article, Span], ...] = ()

    @property
    def earliest(self) -> frozenset[str]:
        """The articles that can be the first to print it: the earliest dated, or all undated ones."""
        dated = [(article.published.last_day, article.article_id) for article, _ in self.places if article.published]
        first = min(dated)[0] if dated else None
        return frozenset(article_id for day, article_id in dated if day == first) or frozenset(
            article.article_id for article, _ in self.places
        )


def excerpts_of(
    collection: Collection, paraphrases: Path | None, absent: Sequence[str], seed: int = SEED
) -> list[Excerpt]:
    """About 200 excerpts: drawn, edited and paraphrased from a collection, and sentences that are not in it."""
    chance = random.Random(seed)
    drawn = [_drawn(collection, chance) for _ in range(2 * OF_EACH)]
    excerpts = [Excerpt(Form.VERBATIM, text, places_of(collection, text)) for text in drawn[:OF_EACH]]
    excerpts += [Excerpt(Form.EDITED, edited(text, chance), places_of(collection, text)) for text in drawn[OF_EACH:]]
    for line in paraphrases.read_text(encoding="utf-8").splitlines() if paraphrases else ():
        written = json.loads(line)
        excerpts.append(Excerpt(Form.PARAPHRASED, written["text"], places_of(collection, written["quote"])))
    return excerpts + [Excerpt(Form.NOWHERE, text) for text in chance.sample(list(absent), NOWHERE)]


def withheld_from(collection: Collection, alone: Sequence[str], seed: int = SEED) -> tuple[Collection, list[Excerpt]]:
    """A collection without some articles, and sentences of those that none of the others prints.

    Args:
        collection: all articles.
        alone: the ids of articles of which no other is a copy or rewrite.
        seed: of the random choice.
    """
    chance = random.Random(seed)
    taken = [collection.by_id[article_id] for article_id in sorted(chance.sample(sorted(alone), WITHHELD))]
    rest = Collection(tuple(article for article in collection if article not in taken))
    sentences = [one.quote(span) for one in taken for span in sentences_of(one.text, one.furniture)]
    fresh = [one for one in sentences if len(one.split()) >= FEWEST_WORDS and not places_of(rest, one)]
    return rest, [Excerpt(Form.WITHHELD, text) for text in chance.sample(fresh, OF_WITHHELD)]


def places_of(collection: Collection, words: str) -> tuple[tuple[Article, Span], ...]:
    """Every place of the collection that prints the words."""
    return tuple((article, span) for article in collection for span in verbatim_spans(article.text, words))


def _drawn(collection: Collection, chance: random.Random) -> str:
    """One sentence, a part of one, or two that follow each other, of an article drawn at random."""
    while True:
        article = chance.choice(collection.articles)
        sentences = sentences_of(article.text, article.furniture)
        number = chance.randrange(len(sentences) - 1)
        words = article.quote(sentences[number]).split()
        if len(words) < FEWEST_WORDS:
            continue
        form = chance.choice(("one", "part", "two"))
        if form == "part":
            length = chance.randint(FEWEST_WORDS - 1, len(words) - 1)
            start = chance.randrange(len(words) - length + 1)
            return " ".join(words[start : start + length])
        last = sentences[number + 1] if form == "two" else sentences[number]
        text = article.text[sentences[number].start : last.end]
        if not any(Span(sentences[number].start, last.end).overlaps(span) for span in article.furniture):
            return text


def edited(text: str, chance: random.Random) -> str:
    """The text with one or two small edits: a typing error, a word dropped, punctuation or a number changed."""
    for _ in range(chance.randint(1, 2)):
        words = text.split()
        place = chance.randrange(1, len(words) - 1)
        match chance.choice(("typing", "drop", "punctuation", "number", "case")):
            case "typing" if len(words[place]) > 3:
                at = chance.randrange(1, len(words[place]) - 1)
                word = words[place]
                words[place] = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
            case "drop":
                del words[place]
            case "punctuation":
                words[place] = words[place].rstrip(",.;:") + chance.choice((",", ";", " -"))
            case "number":
                words = [re.sub(r"\d", lambda _: str(chance.randint(1, 9)), word) for word in words]
            case _:
                words[0] = words[0].swapcase()
        text = " ".join(words)
    return text


def mark_of(excerpt: Excerpt, trace: Trace) -> Mark:
    """What a trace is worth: wrong if what is shown first is not where the excerpt is from."""
    if not trace.matches:
        return Mark.RIGHT if not excerpt.places else Mark.DECLINED
    first = trace.earliest or trace.matches[0]
    if first.article in excerpt.earliest and _covers(excerpt, first.article, Span(first.start, first.end)):
        return Mark.RIGHT
    covering = [match for match in trace.matches if _covers(excerpt, match.article, Span(match.start, match.end))]
    return Mark.PARTLY if covering else Mark.WRONG


def _covers(excerpt: Excerpt, article_id: str, found: Span) -> bool:
    return any(
        article.article_id == article_id
        and min(found.end, span.end) - max(found.start, span.start) >= HIT_SHARE * (span.end - span.start)
        for article, span in excerpt.places
    )


def absent_sentences(stories: Path) -> Iterator[str]:
    """The sentences of the invented stories, none of which is in a collection."""
    for line in stories.read_text(encoding="utf-8").splitlines():
        yield from (sentence for sentence in json.loads(line)["sentences"] if len(sentence.split()) >= FEWEST_WORDS)


def table(marks: dict[Form, Counter[Mark]]) -> str:
    """A line for each form and one for all: how many excerpts have each mark."""
    total: Counter[Mark] = sum(marks.values(), Counter())
    lines = [f"{'':<14}{'excerpts':>9}" + "".join(f"{mark:>14}" for mark in Mark)]
    for name, counts in [*marks.items(), ("all", total)]:
        n = sum(counts.values())
        lines.append(f"{name:<14}{n:>9}" + "".join(f"{counts[mark]:>6} {counts[mark] / n:>6.1%} " for mark in Mark))
    return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class TraceMeasure:
    """How many excerpts of each form have each mark, and those that are not right in words."""

    marks: dict[Form, Counter[Mark]]
    misses: tuple[str, ...]

    @property
    def total(self) -> Counter[Mark]:
        """How many excerpts have each mark."""
        return sum(self.marks.values(), Counter())

    @property
    def recall(self) -> Share:
        """Of the excerpts that stand in the collection, how many are traced right."""
        standing = self._standing()
        return Share(standing[Mark.RIGHT], standing.total())

    @property
    def precision(self) -> Share:
        """Of the excerpts for which a place is shown, how many are traced right."""
        standing, total = self._standing(), self.total
        shown = standing[Mark.RIGHT] + standing[Mark.PARTLY] + total[Mark.WRONG]
        return Share(standing[Mark.RIGHT], shown)

    def _standing(self) -> Counter[Mark]:
        return sum((counts for form, counts in self.marks.items() if form not in ABSENT), Counter())


def measure(
    collection: Collection, encoder: Encoder, absent: Sequence[str], paraphrases: Path | None = None
) -> TraceMeasure:
    """Traces about 240 excerpts in an index of the collection, those of some articles in one without these.

    Args:
        collection: what the excerpts are drawn from.
        encoder: of the indexes, which are made for it.
        absent: sentences that are not in the collection.
        paraphrases: sentences in other words with where they are from, JSON Lines; without them that form is left out.
    """
    marks: dict[Form, Counter[Mark]] = defaultdict(Counter)
    misses: list[str] = []
    excerpts = excerpts_of(collection, paraphrases, absent)
    with TemporaryDirectory(prefix="clipfile-trace-") as folder:
        index = _index(collection, Path(folder), encoder)
        alone = [origin.articles[0] for origin in read_origins(index.store) if len(origin.articles) == 1]
        rest, withheld = withheld_from(collection, alone)
        encoder.encode([bare(each.text) for each in (*excerpts, *withheld)])  # together, for one that remembers
        _mark(index, excerpts, marks, misses)
        _mark(_index(rest, Path(folder), encoder), withheld, marks, misses)
    return TraceMeasure(dict(marks), tuple(misses))


def _index(collection: Collection, folder: Path, encoder: Encoder) -> HybridIndex:
    build_index(collection, folder, encoder)
    return HybridIndex(open_store(folder), encoder)


def _mark(index: HybridIndex, excerpts: Sequence[Excerpt], marks: dict[Form, Counter[Mark]], misses: list[str]) -> None:
    """Traces the excerpts, counts their marks, and lists those that are not right."""
    for excerpt in excerpts:
        trace = trace_text(index, excerpt.text)
        mark = mark_of(excerpt, trace)
        marks[excerpt.form][mark] += 1
        if mark is not Mark.RIGHT:
            shown = [(each.article, str(each.relation), each.quote[:60]) for each in trace.matches[:2]]
            misses.append(f"{mark}: {excerpt.form}: {' '.join(excerpt.text.split())[:150]!r} {shown}")


def together(folders: Sequence[Path]) -> Collection:
    """The articles of several folders as one collection."""
    articles = sorted((one for folder in folders for one in read_collection(folder)), key=lambda one: one.article_id)
    return Collection(tuple(articles))


def main() -> None:
    """Prints the table over the shipped articles and the development collection, and each excerpt not traced right."""
    collection = together([SHIPPED_ARTICLES, HERE / "collections" / "dam_failure" / "articles"])
    encoder = RememberingEncoder(SentenceTransformerEncoder())
    measured = measure(collection, encoder, list(absent_sentences(STORIES)), PARAPHRASES)
    print(table(measured.marks))
    print(*measured.misses, sep="\n")


if __name__ == "__main__":
    main()
