"""The measures in words: what each is called in tables, what it says, and how its value is written."""

from dataclasses import dataclass

from clipfile.eval.intervals import Measured


@dataclass(frozen=True, slots=True)
class Wording:
    """A measure's name in words, what it says in a sentence, and its unit: `%`, empty (0 to 1), or what is counted."""

    name: str
    says: str
    unit: str = "%"


MUST_BE_NONE = "must be 0"

WORDS = {
    "right": Wording("right", "a gold quote in the first 3 citations; for what the articles do not answer, no answer"),
    "hit@1": Wording("gold quote first", "the first citation covers at least half of a gold quote"),
    "hit@3": Wording("gold quote in first 3", "one of the first 3 citations does"),
    "hit@6": Wording("gold quote in first 6", "one of the first 6 citations does"),
    "sides": Wording("sides shown", "share of the different gold answers shown in the first 6 citations"),
    "all_sides": Wording("all sides shown", "of questions with several answers: every one is in the first 6 citations"),
    "quoted_precision": Wording(
        "quoted characters that are gold", "of all characters quoted, the share in a gold quote"
    ),
    "citation_precision": Wording(
        "citation precision", "citations that cover a gold answer or are needed for one (ALCE)"
    ),
    "citation_recall": Wording("citation recall", "gold answers that the citations together cover (ALCE)"),
    "verbatim": Wording("verbatim", "quotes shown that are exactly the slice of the article that they are said to be"),
    "citations": Wording("citations", "citations of an answer", "citations"),
    "quoted_characters": Wording("quoted characters", "length of an answer", "characters"),
    "refusal_precision": Wording("refusal precision", "of “not found”, the share that the articles do not answer"),
    "refusal_recall": Wording("refusal recall", "of what the articles do not answer, the share that got “not found”"),
    "wrong_refusals": Wording("wrong refusals", "of what the articles answer, the share that got “not found”"),
    "aurc": Wording("area under risk-coverage", "mean share of wrong answers over all coverages", ""),
    "excess_aurc": Wording("of it, avoidable", "what a perfect order by confidence would save", ""),
    "ece": Wording("calibration error", "distance of the score shown from the share right", ""),
    "leaks": Wording("quotes after the as-of date", MUST_BE_NONE, "quotes"),
    "ndcg@10": Wording("nDCG@10", "of the passages that hold a gold quote", ""),
    "mrr@10": Wording("MRR@10", "reciprocal rank of the first passage that holds a gold quote", ""),
    "recall@10": Wording("recall@10", "of the passages that hold a gold quote, the share in the first 10"),
    "recall@100": Wording("recall@100", "of the passages that hold a gold quote, the share in the first 100"),
    "map": Wording("MAP", "mean average precision", ""),
    "gold_hit@1": Wording("gold in first passage", "the first passage holds a gold quote"),
    "gold_hit@3": Wording("gold in first 3 passages", "one of the first 3 passages holds a gold quote"),
    "gold_recall@3": Wording("gold sentences in first 3", "share of all gold sentences in the first 3 passages"),
    "gold_recall@10": Wording("gold sentences in first 10", "share of all gold sentences in the first 10 passages"),
    "gold_recall@20": Wording("gold sentences in first 20", "share of all gold sentences in the first 20 passages"),
    "gold_sides@3": Wording("sides in first 3 passages", "share of the different answers in the first 3 passages"),
    "gold_sides@20": Wording("sides in first 20 passages", "share of the different answers in the first 20 passages"),
    "macro_f1": Wording("macro-F1", "over the four verdicts, each counting the same", ""),
    "f1": Wording("F1", "of one verdict", ""),
    "verdict": Wording("right verdict", "accuracy"),
    "fever": Wording("right verdict with its evidence", "and a gold quote for each stance that it needs (FEVER)"),
    "evidence_recall": Wording("evidence recall", "gold quotes shown with their stance"),
    "evidence_found": Wording("evidence found", "each stance needed is shown by a gold quote in the first 5"),
    "claim_leaks": Wording("quotes after the as-of date", MUST_BE_NONE, "quotes"),
    "answered": Wording("answered", "share of the questions"),
    "right_shown": Wording("right answers shown", "share of the right answers that stand in a quote"),
    "all_right_shown": Wording("all right answers shown", "every right answer stands in a quote"),
    "wrong_shown": Wording("misinformation shown", "where documents mislead: a wrong answer stands in a quote"),
    "wrong_alone": Wording("misinformation alone", "and no right one does"),
    "wrong_as_disagreement": Wording("misinformation as a disagreement", "of that shown, what a disagreement names"),
    "latency_p50": Wording("answer, median", "from the question to the answer", "ms"),
    "latency_p95": Wording("answer, 95th percentile", "from the question to the answer", "ms"),
    "check_p50": Wording("claim check, median", "from the claim to the verdict", "ms"),
    "check_p95": Wording("claim check, 95th percentile", "from the claim to the verdict", "ms"),
}


LESS_IS_BETTER = frozenset(
    {"wrong_refusals", "aurc", "excess_aurc", "ece", "leaks", "claim_leaks", "citations", "quoted_characters"}
    | {"latency_p50", "latency_p95", "check_p50", "check_p95"}
)


def says(name: str) -> str:
    """What a measure says, and whether less of it is better; empty where it has no words."""
    if name not in WORDS:
        return ""
    less = name in LESS_IS_BETTER and WORDS[name].says != MUST_BE_NONE
    return WORDS[name].says + ("; less is better" if less else "")


def is_counted(name: str) -> bool:
    """Whether a measure counts something, such as quotes or milliseconds; the others are from 0 to 1."""
    return name in WORDS and WORDS[name].unit not in ("", "%")


def in_words(name: str) -> str:
    """A measure's name in words; as it is where it has none."""
    return WORDS[name].name if name in WORDS else name


def value_in_words(name: str, value: float | None) -> str:
    """A value as tables show it: `84.0%`, `.679`, `12 ms`, `–` where it is not defined."""
    if value is None:
        return "–"
    unit = WORDS[name].unit if name in WORDS else ""
    if unit == "%":
        return f"{100 * value:.1f}%"
    if not unit:
        return f"{value:.3f}".replace("0.", ".", 1) if 0 <= value < 1 else f"{value:.3f}"
    return f"{value:.1f} ms" if unit == "ms" else f"{value:.1f}".removesuffix(".0")


def difference_in_words(name: str, difference: float) -> str:
    """A difference of two values as tables show it, with its sign; of shares in points: `+4.0`, `−.021`."""
    written = value_in_words(name, abs(difference)).removesuffix("%")
    return written if not written.strip("0.") else f"{'+' if difference > 0 else '−'}{written}"


def interval_in_words(name: str, measured: Measured) -> str:
    """The 95% interval of a measure, empty where there is none."""
    if measured.low is None or measured.high is None:
        return ""
    low, high = value_in_words(name, measured.low), value_in_words(name, measured.high)
    return f"{low.removesuffix('%')} to {high}"
