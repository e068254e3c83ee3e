"""Fits the stance's weights and the verdict's thresholds, and prints both with what they reach.

    python eval/training/fit_stance.py [--keep FOLDER] [--rules]

Fitted on the invented stories that the stance model was not trained on and on the collection dam_failure; reported on the
development claims of the shipped collection, which nothing is fitted on. Copy the printed lines into
app/stance_weights.py and app/verdict.py.
"""

import argparse
import itertools
import pickle
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import GroupKFold
from stance_pairs import DAM, EVAL, Labelled, collection_claims, compared, index_of, stories

from clipfile.app.desk import shipped_articles
from clipfile.app.evidence import in_context
from clipfile.app.stance import KINDS, carried, features_of, model_features, probabilities_of
from clipfile.app.stance_weights import WITH_MODEL
from clipfile.app.verdict import Verdict, verdict_from
from clipfile.index.cross_encoder import CrossEncoder

RELEVANCE = (
    "similarity known likeness worst long_claim long_sentence names_missing figure_silent date_silent date_match"
).split()
POLARITY = (
    "figure_match figure_clash date_match date_clash name_clash names_missing ordinal_match ordinal_clash "
    "quantifier_match negation_match negation_differs opposite_match opposite_clash reverse"
).split()
DAM_TIMES = 3  # how often the claims of dam_failure count: their articles are like real ones, and few
# Half of the stories' claims are refuted, far more than in use, and most of these in words that no rule sees. Counted
# fully, every near sentence without a visible reason would refute.
REFUTING_STORIES = 0.4
FOLDS = 4
LABELS = [str(each) for each in Verdict]
LOWEST_THRESHOLD = 0.3  # below it a quote is more likely no evidence

Row = tuple[dict[str, float], str]
Compared = tuple[Labelled, list[Row]]


def rows_of(name: str, model: Any = None) -> list[Compared]:
    """The claims of a set, each with the features and labels of the sentences it is compared with."""
    if name == "stories":
        collection, claims = stories()
    elif name == "dam":
        collection, claims = collection_claims(DAM / "articles", DAM / "labels" / "claims.jsonl")
    else:
        collection, claims = collection_claims(shipped_articles(), EVAL / "claims" / "development.jsonl")
    index = index_of(collection)
    found = []
    for labelled, evidence in compared(index, claims, model):
        rows = []
        for each in evidence:
            features = features_of(each.hit, in_context(index, each.hit), each.alignment, each.slots)
            if each.modelled is not None:
                features |= model_features(each.modelled)
            rows.append((features, labelled.stance_of(each.hit.article.article_id, each.hit.span)))
        found.append((labelled, rows))
    return found


def matrix(rows: Sequence[Row], names: Sequence[str]) -> NDArray[np.float64]:
    """The features of rows: (n_rows, n_names)."""
    return np.array([[features.get(name, 0.0) for name in names] for features, _ in rows])


def fitted(claims: Sequence[Compared], relevance: Sequence[str], polarity: Sequence[str]) -> tuple[Any, Any]:
    """Both regressions."""
    rows, weights = [], []
    for labelled, own in claims:
        dam = not labelled.group.startswith("s")
        rows += own
        weights += [(DAM_TIMES if dam else REFUTING_STORIES if row[1] == "refutes" else 1.0) for row in own]
    labels, counts = np.array([row[1] for row in rows]), np.array(weights)
    settles = labels != "neutral"
    even = np.where(counts == DAM_TIMES, DAM_TIMES, 1.0)
    first = LogisticRegression(C=1.0, solver="newton-cholesky").fit(matrix(rows, relevance), settles, even)
    stanced = [row for row, keep in zip(rows, settles, strict=True) if keep]
    second = LogisticRegression(C=0.1, solver="newton-cholesky")
    second.fit(matrix(stanced, polarity), labels[settles] == "supports", counts[settles])
    return first, second


def strongest(
    models: tuple[Any, Any], claims: Sequence[Compared], names: tuple[Sequence[str], Sequence[str]]
) -> NDArray:
    """The probability of the strongest quote on each side of each claim: (n_claims, 2)."""
    found = np.zeros((len(claims), 2))
    for number, (_, rows) in enumerate(claims):
        if rows:
            settles = models[0].predict_proba(matrix(rows, names[0]))[:, 1]
            supports = models[1].predict_proba(matrix(rows, names[1]))[:, 1]
            kept = np.array([carried(features) for features, _ in rows])
            found[number] = (settles * supports * kept).max(), (settles * (1 - supports)).max()
    return found


def strongest_by_model(claims: Sequence[Compared]) -> NDArray:
    """The same with the weights for the stance model, which are not fitted."""
    found = np.zeros((len(claims), 2))
    for number, (_, rows) in enumerate(claims):
        if rows:
            found[number] = np.max([probabilities_of(features, WITH_MODEL)[:2] for features, _ in rows], axis=0)
    return found


def verdicts(sides: NDArray, thresholds: tuple[float, float, float]) -> list[str]:
    """The verdicts under thresholds to support, to refute, and for both sides of a conflict."""
    return [str(verdict_from(float(s), float(r), *thresholds)) for s, r in sides]


def macro_f1(claims: Sequence[Compared], shown: Sequence[str], labels: Sequence[str] = LABELS) -> float:
    """Mean F1 of the verdicts."""
    gold = [labelled.verdict for labelled, _ in claims]
    return float(f1_score(gold, list(shown), labels=list(labels), average="macro", zero_division=0))


def best_thresholds(
    dam: Sequence[Compared], dam_sides: NDArray, tales: Sequence[Compared], tale_sides: NDArray
) -> tuple:
    """The thresholds with the best mean macro-F1 on both sets; stories hold no conflict, so that three labels count."""
    three = [label for label in LABELS if label != "conflicting"]
    steps = [round(LOWEST_THRESHOLD + 0.05 * step, 2) for step in range(8)]

    def reached(thresholds: tuple[float, float, float]) -> float:
        return macro_f1(dam, verdicts(dam_sides, thresholds)) + macro_f1(tales, verdicts(tale_sides, thresholds), three)

    return max(itertools.product(steps, steps, steps), key=reached)


def printed(name: str, models: tuple[Any, Any], names: tuple[Sequence[str], Sequence[str]]) -> str:
    """The weights as lines of app/stance_weights.py."""
    lines = []
    for model, own in zip(models, names, strict=True):
        weights = ", ".join(f'"{each}": {weight:.3f}' for each, weight in zip(own, model.coef_[0], strict=True))
        lines.append(f"    Line({model.intercept_[0]:.3f}, {{{weights}}}),")
    return "\n".join([f"{name} = Weights(", *lines, ")"])


def report(name: str, claims: Sequence[Compared], shown: Sequence[str]) -> None:
    """Prints macro-F1, F1 by label and the share right by change."""
    gold = [labelled.verdict for labelled, _ in claims]
    each = f1_score(gold, list(shown), labels=LABELS, average=None, zero_division=0)
    print(f"{name}: macro-F1 {macro_f1(claims, shown):.3f}", dict(zip(LABELS, np.round(each, 2).tolist(), strict=True)))
    changes = sorted({labelled.change for labelled, _ in claims})
    for change in changes:
        right = [
            labelled.verdict == given
            for (labelled, _), given in zip(claims, shown, strict=True)
            if labelled.change == change
        ]
        print(f"  {change:12} {sum(right)}/{len(right)}")


def main() -> None:
    """Fits, prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keep", type=Path, help="folder to keep the compared sentences in between runs")
    parser.add_argument("--rules", action="store_true", help="without the stance model")
    wanted = parser.parse_args()
    model = None if wanted.rules else CrossEncoder("stance", len(KINDS))
    sets = {}
    for name in ("stories", "dam", "development"):
        path = wanted.keep / f"{name}{'-model' if model else ''}.pkl" if wanted.keep else None
        sets[name] = pickle.loads(path.read_bytes()) if path and path.exists() else rows_of(name, model)
        if path:
            path.write_bytes(pickle.dumps(sets[name]))
    if model:
        print("With the stance model the weights stay as they are; its thresholds:")
        sides_of = {name: strongest_by_model(claims) for name, claims in sets.items()}
        thresholds = best_thresholds(sets["dam"], sides_of["dam"], sets["stories"], sides_of["stories"])
        print("SUPPORT_FROM, REFUTE_FROM, CONFLICT_FROM =", thresholds)
        for name, claims in sets.items():
            report(name, claims, verdicts(sides_of[name], thresholds))
    names = (
        [*RELEVANCE, *(["model_relevant", "model_polarity"] if model else [])],
        [*POLARITY, *(["model_polarity"] if model else [])],
    )
    both = [*sets["stories"], *sets["dam"]]
    sides = np.zeros((len(both), 2))
    for train, test in GroupKFold(FOLDS).split(both, groups=[labelled.group for labelled, _ in both]):
        models = fitted([both[i] for i in train], *names)
        sides[test] = strongest(models, [both[i] for i in test], names)
    n = len(sets["stories"])
    thresholds = best_thresholds(sets["dam"], sides[n:], sets["stories"], sides[:n])
    models = fitted(both, *names)
    print(printed("WITH_MODEL" if model else "WITHOUT_MODEL", models, names))
    print("SUPPORT_FROM, REFUTE_FROM, CONFLICT_FROM =", thresholds)
    report("stories, cross-validated", sets["stories"], verdicts(sides[:n], thresholds))
    report("dam_failure, cross-validated", sets["dam"], verdicts(sides[n:], thresholds))
    report("development", sets["development"], verdicts(strongest(models, sets["development"], names), thresholds))


if __name__ == "__main__":
    main()
