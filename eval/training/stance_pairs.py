"""Claims with labelled sentences, compared as the desk compares them: what the stance's weights are fitted on.

Written stories become a collection of one article each, so that the sentences of other stories are neutral; the
collection `dam_failure` brings claims whose articles contradict one another.
"""

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from question_sets import Matter, as_collection, lines_of, matters

from clipfile.app.evidence import Evidence, evidence_for
from clipfile.app.stance import StanceModel
from clipfile.corpus.article import Span
from clipfile.corpus.collection import Collection
from clipfile.corpus.dates import bounds
from clipfile.corpus.reading import read_collection
from clipfile.index.build import build_index
from clipfile.index.encoder import SentenceTransformerEncoder
from clipfile.index.hybrid import HybridIndex
from clipfile.index.store import open_store

EVAL = Path(__file__).parent.parent
EVERY = 2  # claim of a story is taken: they stand in the order of their stances
DAM = EVAL / "collections" / "dam_failure"


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


def written(matter: Matter) -> tuple[Collection, list[Labelled]]:
    """A matter's articles, and its claims: every second one of a story."""
    collection, spans = as_collection(matter)
    claims = [
        Labelled(
            each.claim,
            each.verdict,
            each.kind,
            matter.name,
            tuple((*spans[place], stance) for place, stance in each.stances if stance != "neutral"),
        )
        for each in matter.claims[:: EVERY if len(matter.articles) == 1 else 1]
    ]
    return collection, claims


def stories() -> tuple[Collection, list[Labelled]]:
    """The stories that no model was trained on as one collection, and every second claim of each."""
    articles, claims = [], []
    for matter in matters():
        if matter.held_back and len(matter.articles) == 1:
            collection, own = written(matter)
            articles += collection.articles
            claims += own
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
