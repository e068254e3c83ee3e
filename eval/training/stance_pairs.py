"""Claims with labelled sentences, compared as the desk compares them: what the stance's weights are fitted on.

Written stories become a collection of one article each, so that the sentences of other stories are neutral; the
collection `dam_failure` brings claims whose articles contradict one another.
"""

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from question_sets import lines_of, story_lines

from clipfile.app.evidence import Evidence, evidence_for
from clipfile.app.stance import StanceModel
from clipfile.corpus.article import Article, Span
from clipfile.corpus.collection import Collection
from clipfile.corpus.dates import PublicationDate, bounds
from clipfile.corpus.reading import read_collection
from clipfile.index.build import build_index
from clipfile.index.encoder import SentenceTransformerEncoder
from clipfile.index.hybrid import HybridIndex
from clipfile.index.store import open_store

EVAL = Path(__file__).parent.parent
HELD_BACK = 4  # stories whose line number modulo 5 is this trained no model
EVERY = 2  # claim of a story is taken: they stand in the order of their stances
DAM = EVAL / "collections" / "dam_failure"
VERDICTS = {"supports": "supported", "refutes": "refuted", "neutral": "not_enough_evidence"}


@dataclass(frozen=True, slots=True)
class Labelled:
    """A claim with its verdict and, by article and span, the stances of the sentences that settle it.

    `group` is what may not be split between fitting and measuring.
    """

    claim: str
    verdict: str
    change: str
    group: str
    gold: tuple[tuple[str, Span, str], ...]
    as_of: str | None = None

    def stance_of(self, article_id: str, span: Span) -> str:
        """The labelled stance of a sentence; neutral where none is given."""
        for gold_article, gold_span, stance in self.gold:
            if gold_article == article_id and gold_span.overlaps(span):
                return stance
        return "neutral"


def stories() -> tuple[Collection, list[Labelled]]:
    """The stories that no model was trained on as articles, and every second claim of each."""
    articles, claims = [], []
    for number, story in story_lines(*sorted((EVAL / "training").glob("stories_*.jsonl"))):
        if number % 5 != HELD_BACK or not story["claims"]:
            continue
        spans, text = [], ""
        for place, sentence in enumerate(story["sentences"]):
            text += "" if not place else "\n\n" if place % 3 == 0 else " "
            spans.append(Span(len(text), len(text) + len(sentence)))
            text += sentence
        name = story["story_id"]
        articles.append(Article(name, text, title=story["title"], published=PublicationDate(story["published"])))
        for each in story["claims"][::EVERY]:
            settled = each["label"] != "neutral"
            gold = ((name, spans[each["evidence"]], each["label"]),) if settled else ()
            claims.append(Labelled(each["c"], VERDICTS[each["label"]], each["kind"], name, gold))
    return Collection(tuple(sorted(articles, key=lambda each: each.article_id))), claims


def collection_claims(articles: Path, path: Path) -> tuple[Collection, list[Labelled]]:
    """A folder of articles, and the claims of a claim file over it."""
    collection = read_collection(articles)
    claims = []
    for number, line in enumerate(lines_of(path)):
        gold = []
        for each in line["gold"]:
            start = collection.by_id[each["article"]].text.index(each["quote"])
            gold.append((each["article"], Span(start, start + len(each["quote"])), each["stance"]))
        group = f"{articles.parent.name}-{number % 10}"
        claims.append(Labelled(line["claim"], line["verdict"], line["change"], group, tuple(gold), line.get("as_of")))
    return collection, claims


def index_of(collection: Collection) -> HybridIndex:
    """A throw-away index."""
    folder = Path(tempfile.mkdtemp(prefix="clipfile-fit-"))
    encoder = SentenceTransformerEncoder()
    build_index(collection, folder, encoder)
    return HybridIndex(open_store(folder), encoder)


def compared(
    index: HybridIndex, claims: Sequence[Labelled], model: StanceModel | None = None
) -> Iterator[tuple[Labelled, list[Evidence]]]:
    """Each claim with the sentences that the desk would compare it with."""
    for each in claims:
        yield each, evidence_for(index, each.claim, bounds(each.as_of)[1] if each.as_of else None, model)
