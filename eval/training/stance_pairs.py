"""Claims with labelled sentences, compared as the desk compares them: what the stance's weights are fitted on.

Written stories become a collection of one article each, so that the sentences of other stories are neutral; the
collection `dam_failure` brings claims whose articles contradict one another.
"""

import json
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

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
STORIES = (EVAL / "training" / "stories_1.jsonl", EVAL / "training" / "stories_2.jsonl")
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


def read_lines(path: Path) -> Iterator[dict]:
    """The objects of a JSON Lines file."""
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def stories(paths: Sequence[Path] = STORIES) -> tuple[Collection, list[Labelled]]:
    """The stories as articles, and their claims."""
    articles, claims = [], []
    for story in (each for path in paths for each in read_lines(path)):
        spans, text = [], ""
        for number, sentence in enumerate(story["sentences"]):
            text += "" if not number else "\n\n" if number % 3 == 0 else " "
            spans.append(Span(len(text), len(text) + len(sentence)))
            text += sentence
        name = story["story_id"]
        articles.append(Article(name, text, title=story["title"], published=PublicationDate(story["published"])))
        for each in story["claims"]:
            settled = each["label"] != "neutral"
            gold = ((name, spans[each["evidence"]], each["label"]),) if settled else ()
            claims.append(Labelled(each["c"], VERDICTS[each["label"]], each["kind"], name, gold))
    return Collection(tuple(sorted(articles, key=lambda each: each.article_id))), claims


def collection_claims(articles: Path, path: Path) -> tuple[Collection, list[Labelled]]:
    """A folder of articles, and the claims of a claim file over it."""
    collection = read_collection(articles)
    claims = []
    for number, line in enumerate(read_lines(path)):
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
