"""Fits and prints the weights of app/confidence.py, and how well they do.

python eval/training/fit_confidence.py [--encoder NAME] [--no-reranker]

Fitted on the invented collections of eval/training that no model was trained on (every fifth), each searched alone, and on
the dam failure collection; reported also on the development questions of the shipped collection, which take no part in the fit.
So are questions about other matters, of which every second takes part in the fit, and those of the first two sets asked of all
their articles in one large folder, which tell how much more an answer takes where more is searched. Without the reranker near
misses cannot be told from answers, so that there it is only questions of other matters that are told.
"""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from question_sets import Asked, Matter, as_collection, from_gold_file, from_matter, matters, pooled
from scipy.optimize import minimize_scalar
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from clipfile.app import confidence
from clipfile.app.answer import PASSAGES, read_by_reranker
from clipfile.app.confidence import Candidate, best_signals, candidates_of
from clipfile.app.desk import shipped_articles
from clipfile.app.follow_up import read_with_history
from clipfile.app.repeats import without_repeats
from clipfile.corpus.collection import Collection
from clipfile.corpus.dates import bounds
from clipfile.index.build import build_index
from clipfile.index.cross_encoder import CrossEncoder
from clipfile.index.encoder import DEFAULT_ENCODER, SentenceTransformerEncoder
from clipfile.index.hybrid import HybridIndex
from clipfile.index.sentences import SentenceHit, sentence_hits
from clipfile.index.store import open_store

EVAL = Path(__file__).parent.parent
STRANGE = 3  # of so many questions one is asked of another matter's articles
UNANSWERED = 0.3  # share of questions without an answer that silence is fitted for; those below are more


@dataclass(frozen=True, slots=True)
class Looked:
    """A question with what search and the reranker gave for it."""

    asked: Asked
    hits: Sequence[SentenceHit]
    relevance: np.ndarray | None
    passages: int

    def candidates(self) -> list[Candidate]:
        """The candidates with the weights as they are now."""
        return candidates_of(self.hits, self.relevance)

    def different(self) -> list[Candidate]:
        """The candidates without those that repeat another."""
        return without_repeats(self.candidates())

    def answers(self, candidate: Candidate) -> bool:
        """Whether a candidate is gold."""
        return self.asked.answered_by(candidate.hit.article.article_id, candidate.hit.span)


def look(
    collection: Collection, asked: Sequence[Asked], loaded: SentenceTransformerEncoder, reranker: CrossEncoder | None
) -> list[Looked]:
    """Searches every question, over an index made for this."""
    looked = []
    with tempfile.TemporaryDirectory() as folder:
        build_index(collection, Path(folder), loaded)
        index = HybridIndex(open_store(Path(folder)), loaded)
        for each in asked:
            text = read_with_history(each.question, each.history)
            as_of = bounds(each.as_of)[1] if each.as_of else None
            hits = sentence_hits(index, index.query(text), index.search(text, PASSAGES, as_of))
            read = read_by_reranker(index, hits)
            relevance = reranker.logits(text, read)[:, 0] if reranker and read else None
            looked.append(Looked(each, hits, relevance, len(index.store)))
    return looked


def strangers(held_back: Sequence[Matter]) -> list[tuple[Collection, list[Asked]]]:
    """Each matter's articles with questions about the next matter, which they cannot answer."""
    found = []
    for matter, other in zip(held_back, [*held_back[1:], held_back[0]], strict=True):
        asked = [
            Asked(f"{matter.name}-{n}", question, ()) for n, (question, _) in enumerate(other.questions[::STRANGE])
        ]
        found.append((as_collection(matter)[0], asked))
    return found


def fit(rows: Sequence[dict[str, float]], labels: Sequence[bool], wrong: float | None = None) -> dict[str, float]:
    """Weights of a logistic regression, by the name of the signal; `wrong` is the share that false labels are to count."""
    names = list(rows[0])
    values = np.array([[row[name] for name in names] for row in rows])
    scale = values.std(axis=0) + 1e-9
    right = np.mean(labels)
    counts = None if wrong is None else np.where(labels, (1 - wrong) / right, wrong / (1 - right))
    model = LogisticRegression(C=1.0, max_iter=1000).fit(values / scale, labels, sample_weight=counts)
    weights = dict(zip(names, model.coef_[0] / scale, strict=True))
    return {"intercept": round(float(model.intercept_[0]), 3)} | {k: round(float(w), 3) for k, w in weights.items()}


def fit_searched(weights: dict[str, float], looked: Sequence[Looked]) -> float:
    """The weight of how much was searched that fits questions to one large folder, the others staying as they are."""
    signals = [best_signals(each.different(), each.passages) for each in looked]
    logits = np.array(
        [weights["intercept"] + sum(weights[k] * each[k] for k in weights.keys() & each) for each in signals]
    )
    searched = np.array([each["searched"] for each in signals])
    labels = np.array([bool(each.asked.answers) for each in looked])
    counts = np.where(labels, (1 - UNANSWERED) / labels.sum(), UNANSWERED / (~labels).sum())

    def loss(weight: float) -> float:
        given = logits + weight * searched
        return float((counts * np.logaddexp(0, np.where(labels, -given, given))).sum())

    return round(float(minimize_scalar(loss, bounds=(-5, 5), method="bounded").x), 3)


def report(name: str, looked: Sequence[Looked]) -> None:
    """Prints how well the candidates are ranked, and how well silence is told from an answer."""
    ranks, sure, answerable = [], [], []
    for each in looked:
        candidates = each.candidates()
        sure.append(confidence.answered(each.different(), each.passages))
        answerable.append(bool(each.asked.answers))
        if each.asked.answers:
            ranks.append(next((n for n, candidate in enumerate(candidates) if each.answers(candidate)), 99))
    ranks_, sure_, answerable_ = np.array(ranks), np.array(sure), np.array(answerable)
    shares = "  ".join(f"@{k} {np.mean(ranks_ < k):.3f}" for k in (1, 3, 6))
    print(f"{name}: {len(ranks)} answerable  {shares}", end="")
    if answerable_.all():
        print()
        return
    print(f"  {np.sum(~answerable_)} not  AUC {roc_auc_score(answerable_, sure_):.3f}")
    for threshold in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        silent, refused = np.mean(sure_[answerable_] < threshold), np.mean(sure_[~answerable_] < threshold)
        print(
            f"    answered from {threshold}: silent on {silent:.2f} of the answerable, on {refused:.2f} of the others"
        )


def main() -> None:
    """Fits, prints and reports."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--encoder", default=DEFAULT_ENCODER)
    parser.add_argument("--no-reranker", action="store_true")
    args = parser.parse_args()
    reranker = None if args.no_reranker else CrossEncoder("reranker", 1)
    encoder = SentenceTransformerEncoder(args.encoder)
    held_back = [matter for matter in matters() if matter.held_back and len(matter.articles) > 1]
    dam = EVAL / "collections" / "dam_failure"
    sets = {
        "collections held back": [from_matter(matter) for matter in held_back],
        "dam failure": [from_gold_file(dam / "articles", dam / "labels" / "questions.jsonl")],
        "shipped, development": [from_gold_file(shipped_articles(), EVAL / "questions" / "development.jsonl")],
    }
    sets["one large folder"] = [pooled([*sets["collections held back"], *sets["dam failure"]])]
    looked = {
        name: [found for collection, asked in each for found in look(collection, asked, encoder, reranker)]
        for name, each in sets.items()
    }
    fitted_on = [each for name in list(sets)[:2] for each in looked[name] if each.hits]
    pairs = [(c, each.answers(c)) for each in fitted_on if each.asked.answers for c in each.candidates()]
    sentence = fit([candidate.signals for candidate, _ in pairs], [gold for _, gold in pairs])
    which = "WITHOUT_RERANKER" if reranker is None else "WITH_RERANKER"
    setattr(confidence, which, sentence)
    if reranker is None:
        fitted_on = [each for each in fitted_on if each.asked.answers]
    strange = [found for each in strangers(held_back) for found in look(*each, encoder, reranker) if found.hits]
    fitted_on += strange[::2]
    answerable = [bool(each.asked.answers) for each in fitted_on]
    signals = [best_signals(each.different(), each.passages) for each in fitted_on]
    question = fit([{k: v for k, v in each.items() if k != "searched"} for each in signals], answerable, UNANSWERED)
    if reranker:
        question["searched"] = fit_searched(question, [each for each in looked["one large folder"] if each.hits])
    setattr(confidence, f"ANSWERED_{which}", question)
    print(f"{which} = {sentence}\nANSWERED_{which} = {question}")
    for name, each in looked.items():
        report(name, each)
    answered = np.array([confidence.answered(each.different(), each.passages) for each in strange[1::2]])
    print(f"{len(answered)} questions about other matters: silent on {np.mean(answered < 0.5):.2f}")


if __name__ == "__main__":
    sys.exit(main())
