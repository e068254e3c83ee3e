"""The results on public sets as tables and as JSON, published figures marked as such with their source."""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict

from clipfile.eval.public_results import PublicResult
from clipfile.eval.published import NOT_COMPARABLE, STANCE_TRAINED_ON, published_for
from clipfile.eval.table import Table, as_text
from clipfile.eval.words import in_words, interval_in_words, value_in_words

COLUMNS = {
    "retrieval": ("ndcg@10", "mrr@10", "recall@10", "recall@100"),
    "answers": (
        *(
            "hit@1",
            "hit@3",
            "citation_precision",
            "quoted_characters",
            "refusal_precision",
            "refusal_recall",
            "wrong_refusals",
        ),
        *("answered", "right_shown", "all_right_shown", "wrong_shown", "wrong_alone", "wrong_as_disagreement"),
    ),
    "claims": ("macro_f1", "verdict"),
}


def public_in_words(results: Sequence[PublicResult], write: Callable[[Table], str] = as_text) -> str:
    """All results as tables: one for each retrieval set, and one for all claim sets."""
    tables = [retrieval_table(each) for each in results if each.kind == "retrieval"]
    tables += [answers_table(each) for each in results if each.kind == "answers"]
    claims = [each for each in results if each.kind == "claims"]
    return "\n\n".join(write(table) for table in [*tables, *([claims_table(claims)] if claims else [])])


def retrieval_table(result: PublicResult) -> Table:
    """Our rankings with their intervals, and the published rows below."""
    columns = COLUMNS["retrieval"]
    rows = [
        (
            each.name,
            each.note,
            *(value_in_words(name, each.measures[name].value) for name in columns),
            interval_in_words("ndcg@10", each.measures["ndcg@10"]),
        )
        for each in result.rows
    ]
    published = published_for(result.set_name)
    for row in published:
        values = [value_in_words(name, row.value) if name == row.measure else "" for name in columns]
        rows.append((row.system, "published", *values, ""))
    notes = [
        NOT_COMPARABLE.get(result.set_name, ""),
        *dict.fromkeys(f"{row.system}: {row.source}" for row in published),
    ]
    header = ("", "", *map(in_words, columns), "nDCG@10, 95% interval")
    return Table(_title(result), header, tuple(rows), "\n".join(note for note in notes if note))


def answers_table(result: PublicResult) -> Table:
    """What the answers show, and when there is none."""
    measures = result.rows[0].measures
    rows = tuple(
        (
            in_words(name),
            value_in_words(name, measures[name].value),
            interval_in_words(name, measures[name]),
            str(measures[name].n),
        )
        for name in COLUMNS["answers"]
        if name in measures
    )
    return Table(
        _title(result), ("measure", "value", "95% interval", "n"), rows, NOT_COMPARABLE.get(result.set_name, "")
    )


def claims_table(results: Sequence[PublicResult]) -> Table:
    """All claim sets, one row each."""
    rows = tuple(
        (
            each.set_name,
            f"{each.queries} of {each.available}",
            *(
                cell
                for name in COLUMNS["claims"]
                for measured in [each.rows[0].measures[name]]
                for cell in (value_in_words(name, measured.value), interval_in_words(name, measured))
            ),
            STANCE_TRAINED_ON.get(each.set_name, "–"),
            each.measured,
        )
        for each in results
    )
    header = ("set", "claims", "macro-F1", "95% interval", "accuracy", "95% interval", "trained on", "measured")
    note = (
        "Each claim is checked against its evidence as the only article; conflicting counts as wrong where a set has no such "
        "label, and a label that Clipfile does not give (wice has one) is always missed.\n"
        "Trained on: what of the set, other than the rows measured, the stance model was trained on.\n"
        "Published figures are of models trained on these sets throughout, so they are not comparable."
    )
    return Table("Claims with their evidence given", header, rows, note)


def _title(result: PublicResult) -> str:
    some = "" if result.queries == result.available else f" of {result.available}"
    when = f" ({result.measured})" if result.measured else ""
    return f"{result.set_name}, {result.kind}: {result.queries}{some} queries, {result.documents} documents{when}"


def public_json(results: Sequence[PublicResult]) -> str:
    """All results as JSON, with the published figures and what is not comparable."""
    record = [
        {
            **asdict(each),
            "published": [asdict(row) for row in published_for(each.set_name)],
            "not_comparable": NOT_COMPARABLE.get(each.set_name, ""),
        }
        for each in results
    ]
    return json.dumps(record, ensure_ascii=False, indent=1)
