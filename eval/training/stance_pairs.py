"""Claims with labelled sentences over a collection: what the stance's weights and the verdict's are fitted on."""

import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from question_sets import HERE, Matter, as_collection, lines_of, matters

from clipfile.app.desk import shipped_articles
from clipfile.corpus.article import Span
from clipfile.corpus.collection import Collection
from clipfile.corpus.reading import read_collection
from clipfile.index.build import build_index
from clipfile.index.encoder import SentenceTransformerEncoder
from clipfile.index.hybrid import HybridIndex
from clipfile.index.store import open_store

EVAL = Path(__file__).parent.parent
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
    """A matter's articles and its claims."""
    collection, spans = as_collection(matter)
    claims = [
        Labelled(
            each.claim,
            each.verdict,
            each.kind,
            matter.name,
            tuple((*spans[place], stance) for place, stance in each.stances if stance != "neutral"),
        )
        for each in matter.claims
    ]
    return collection, claims


def plain_claims() -> list[tuple[Collection, list[Labelled]]]:
    """Short claims as people type them, over the shipped articles, dam_failure and some matters that are held back."""
    collections = {each.name: as_collection(each)[0] for each in matters() if each.held_back}
    collections |= {"shipped": read_collection(shipped_articles()), "dam_failure": read_collection(DAM / "articles")}
    lines: dict[str, list[dict]] = {}
    for line in lines_of(HERE / "plain_claims.jsonl"):
        lines.setdefault(line["collection"], []).append(line)
    return [(collections[name], labelled(collections[name], name, own)) for name, own in lines.items()]


def collection_claims(articles: Path, path: Path) -> tuple[Collection, list[Labelled]]:
    """A folder of articles, and the claims of a claim file over it."""
    collection = read_collection(articles)
    return collection, labelled(collection, articles.parent.name, lines_of(path))


def labelled(collection: Collection, name: str, lines: Iterable[dict]) -> list[Labelled]:
    """The claims of lines as claim files have them, over a collection of a name."""
    claims = []
    for number, line in enumerate(lines):
        gold = []
        for each in line["gold"]:
            start = collection.by_id[each["article"]].text.index(each["quote"])
            gold.append((each["article"], Span(start, start + len(each["quote"])), each["stance"]))
        group = f"{name}-{number % 10}"
        claims.append(Labelled(line["claim"], line["verdict"], line["change"], group, tuple(gold), line.get("as_of")))
    return claims


def index_of(collection: Collection) -> HybridIndex:
    """A throw-away index."""
    folder = Path(tempfile.mkdtemp(prefix="clipfile-fit-"))
    encoder = SentenceTransformerEncoder()
    build_index(collection, folder, encoder)
    return HybridIndex(open_store(folder), encoder)
