"""Fits the stance's weights and the verdict's, and prints both with what they reach.

    python eval/training/fit_stance.py [--keep FOLDER] [--rules]

Fitted on the invented collections that the stance model was not trained on, on the collection dam_failure, on the
development claims of the shipped collection, and on plain claims over articles of all of these. Each of the four is also
judged by what the others alone would give: that is the figure to believe. Copy the printed lines into
app/stance_weights.py and app/verdict.py.
"""

import argparse
import pickle
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from question_sets import matters
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from stance_pairs import DAM, EVAL, Labelled, collection_claims, index_of, plain_claims, written

from clipfile.app.claim_parts import parts_of
from clipfile.app.desk import shipped_articles
from clipfile.app.evidence import evidence_for, in_context
from clipfile.app.stance import KINDS, StanceModel, features_of, model_features, probabilities_of
from clipfile.app.stance_weights import RULES_ALONE, Line, Weights
from clipfile.app.verdict import Plane, Verdict, sides_of, verdict_from, worst_of
from clipfile.corpus.dates import bounds
from clipfile.eval.verdicts import confusion, macro_f1_of
from clipfile.index.cross_encoder import CrossEncoder
from clipfile.index.hybrid import HybridIndex

# Beside the model's odds only what needs no other article, and few: more were fitted and ranked worse on other sets.
CORRECTIONS = (
    "known unknown held names_missing figure_silent figure_match denial_apart".split(),
    "figure_match figure_clash date_match date_clash agent_match agent_clash agrees".split(),
)
RULES = (
    "similarity known held likeness worst long_claim long_sentence names_missing figure_silent figure_match "
    "date_silent date_match".split(),
    "figure_match figure_clash date_match date_clash name_clash names_missing ordinal_match ordinal_clash "
    "quantifier_match negation_match negation_differs opposite_match opposite_clash reverse".split(),
)
ODDS = ("model_relevant", "model_polarity")
RIDGE = 0.008  # pulls the weight of the model's odds towards 1 and every other towards 0
SPREAD = 0.3  # standard deviation of a feature that the ridge pulls so; one that varies less may weigh more, down to
RARE = 0.2  # of that pull
LABELS = [str(each) for each in Verdict]
VERDICT_PENALTY = 0.3  # the inverse strength of the ridge on the verdict's weights

Row = tuple[dict[str, float], str]


@dataclass(frozen=True, slots=True)
class Compared:
    """A claim, and for each of its parts the features and labels of the sentences that it is compared with."""

    labelled: Labelled
    parts: tuple[tuple[Row, ...], ...]


def compared(index: HybridIndex, labelled: Labelled, model: StanceModel | None) -> Compared:
    """A claim compared as the desk compares it."""
    day = bounds(labelled.as_of)[1] if labelled.as_of else None
    parts = []
    for part in parts_of(labelled.claim):
        rows = []
        for each in [] if part.reason else evidence_for(index, part.text, day, model, part.before):
            features = features_of(each.hit, in_context(index, each.hit), each.alignment, each.slots)
            if each.modelled is not None:
                features |= model_features(each.modelled, features["known"])
            rows.append((features, labelled.stance_of(each.hit.article.article_id, each.hit.span)))
        parts.append(tuple(rows))
    return Compared(labelled, tuple(parts))


def set_of(name: str, model: StanceModel | None) -> list[Compared]:
    """The claims of a set, compared."""
    if name == "dam_failure":
        sets = [collection_claims(DAM / "articles", DAM / "labels" / "claims.jsonl")]
    elif name == "plain":
        sets = plain_claims()
    elif name == "development":
        sets = [collection_claims(shipped_articles(), EVAL / "claims" / "development.jsonl")]
    else:
        sets = [written(each) for each in matters() if each.held_back and len(each.articles) > 1]
    found = []
    for collection, claims in sets:
        index = index_of(collection)
        found += [compared(index, each, model) for each in claims]
    return found


def matrix(rows: Sequence[Row], names: Sequence[str]) -> NDArray[np.float64]:
    """The features of rows: (n_rows, n_names)."""
    return np.array([[features.get(name, 0.0) for name in names] for features, _ in rows]).reshape(-1, len(names))


def line_of(rows: Sequence[Row], labels: NDArray[np.bool_], shares: NDArray[np.float64], names: Sequence[str]) -> Line:
    """A logistic regression of labels, ridge towards the model's odds alone; both labels count alike in sum.

    Near sentences that settle nothing are many, so that uneven counts would leave hardly a quote above a half.
    `shares` says how much each row counts among those of its label.
    """
    values = matrix(rows, names)
    counts = 0.5 * shares / np.where(labels, shares[labels].sum(), shares[~labels].sum())
    prior = np.array([float(name in ODDS) for name in names])
    spread = np.sqrt(np.average((values - np.average(values, 0, counts)) ** 2, 0, counts))
    pull = np.where(prior, 1.0, np.clip(spread / SPREAD, RARE, 1.5))

    def loss(weights: NDArray[np.float64]) -> float:
        logits = weights[0] + values @ weights[1:]
        missed = counts * np.logaddexp(0, np.where(labels, -logits, logits))
        return float(missed.sum() + RIDGE * (((weights[1:] - prior) * pull) ** 2).sum())

    best = minimize(loss, np.r_[0.0, prior], method="L-BFGS-B").x
    return Line(
        round(float(best[0]), 3), {name: round(float(weight), 3) for name, weight in zip(names, best[1:], strict=True)}
    )


def fitted(sets: Sequence[Sequence[Compared]], names: tuple[Sequence[str], Sequence[str]]) -> Weights:
    """Both regressions, every set counting alike, from the claims of one part: labels do not say which part they are about."""
    weighed = [
        (row, 1 / len(claims)) for claims in sets for each in claims if len(each.parts) == 1 for row in each.parts[0]
    ]
    rows, shares = [row for row, _ in weighed], np.array([share for _, share in weighed])
    settles = np.array([label != "neutral" for _, label in rows])
    relevance = line_of(rows, settles, shares, names[0])
    stanced = [row for row in rows if row[1] != "neutral"]
    polarity = line_of(stanced, np.array([label == "supports" for _, label in stanced]), shares[settles], names[1])
    return (
        replace(RULES_ALONE, relevance=relevance, polarity=polarity) if names is RULES else Weights(relevance, polarity)
    )


Shares = list[tuple[float, float]]  # of each sentence the probabilities that it supports and that it refutes


def shares_of(rows: Sequence[Row], weights: Weights) -> Shares:
    """What the sentences say of a part of a claim."""
    return [probabilities_of(features, weights)[:2] for features, _ in rows]


def verdicts(claims: Sequence[Compared], weights: Weights, planes: Mapping[Verdict, Plane]) -> list[str]:
    """The verdicts on claims."""
    return [str(worst_of([verdict_from(shares_of(part, weights), planes) for part in each.parts])) for each in claims]


def macro_f1(claims: Sequence[Compared], shown: Sequence[str]) -> float:
    """Mean F1 of the verdicts."""
    return macro_f1_of(confusion([each.labelled.verdict for each in claims], list(shown), LABELS))


def fitted_planes(sets: Sequence[Sequence[Compared]], weights: Weights) -> dict[Verdict, Plane]:
    """The verdict's weights, from claims of one part; every set and every verdict counts alike in sum."""
    claims = [(each, 1 / len(own)) for own in sets for each in own if len(each.parts) == 1 and each.parts[0]]
    sides = [sides_of(shares_of(each.parts[0], weights)) for each, _ in claims]
    regression = LogisticRegression(C=VERDICT_PENALTY, class_weight="balanced", max_iter=1000).fit(
        [(each.supports, each.refutes) for each in sides],
        [each.labelled.verdict for each, _ in claims],
        sample_weight=[weight * len(claims) / len(sets) for _, weight in claims],
    )
    found = zip(regression.classes_, regression.intercept_, regression.coef_, strict=True)
    planes = {Verdict(label): [float(each) for each in (intercept, *coefs)] for label, intercept, coefs in found}
    return {verdict: Plane(*(round(each, 3) for each in planes[verdict])) for verdict in Verdict}


def report(name: str, claims: Sequence[Compared], shown: Sequence[str]) -> None:
    """Prints macro-F1, F1 by label and the share right by change."""
    gold = [each.labelled.verdict for each in claims]
    each = f1_score(gold, list(shown), labels=LABELS, average=None, zero_division=0)
    print(f"{name}: macro-F1 {macro_f1(claims, shown):.3f}", dict(zip(LABELS, np.round(each, 2).tolist(), strict=True)))
    right: dict[str, list[bool]] = {}
    for own, given in zip(claims, shown, strict=True):
        right.setdefault(own.labelled.change, []).append(own.labelled.verdict == given)
    print("  " + ", ".join(f"{change} {sum(each)}/{len(each)}" for change, each in sorted(right.items())))


def printed(name: str, weights: Weights) -> str:
    """The weights as lines of app/stance_weights.py."""

    def of_line(line: Line) -> str:
        return f"    Line({line.intercept}, {dict(line.weights)}),".replace("'", '"')

    kept = f"    {weights.without_figure},\n    {weights.without_date},"
    return "\n".join([f"{name} = Weights(", of_line(weights.relevance), of_line(weights.polarity), kept, ")"])


def main() -> None:
    """Compares, fits, prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keep", type=Path, help="folder to keep the compared sentences in between runs")
    parser.add_argument("--rules", action="store_true", help="without the stance model")
    wanted = parser.parse_args()
    model: Any = None if wanted.rules else CrossEncoder("stance", len(KINDS))
    names = RULES if wanted.rules else ([ODDS[0], *CORRECTIONS[0]], [ODDS[1], *CORRECTIONS[1]])
    if wanted.keep:
        wanted.keep.mkdir(parents=True, exist_ok=True)
    sets: dict[str, list[Compared]] = {}
    for name in ("collections", "dam_failure", "development", "plain"):
        path = wanted.keep / f"{name}{'-rules' if wanted.rules else ''}.pkl" if wanted.keep else None
        sets[name] = pickle.loads(path.read_bytes()) if path and path.exists() else set_of(name, model)
        if path:
            path.write_bytes(pickle.dumps(sets[name]))
    for name, claims in sets.items():
        others = [own for other, own in sets.items() if other != name]
        weights = fitted(others, names)
        report(f"{name}, by the others", claims, verdicts(claims, weights, fitted_planes(others, weights)))
    _print_fit(sets, names, wanted.rules)


def _print_fit(sets: Mapping[str, list[Compared]], names: tuple[Sequence[str], Sequence[str]], rules: bool) -> None:
    """The weights for all sets, and what they reach on the sets that they are fitted on."""
    weights = fitted(list(sets.values()), names)
    planes = fitted_planes(list(sets.values()), weights)
    name = "RULES_ALONE" if rules else "WITH_MODEL"
    print(printed(name, weights))
    print(f"{name} = {{")
    for verdict, plane in planes.items():
        print(f"    Verdict.{verdict.name}: Plane({plane.intercept}, {plane.supports}, {plane.refutes}),")
    print("}")
    for name, claims in sets.items():
        report(f"{name}, fitted on it too", claims, verdicts(claims, weights, planes))


if __name__ == "__main__":
    main()
