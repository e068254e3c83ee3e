"""A run's record as JSON: written for machines and for a later comparison, and read again."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from clipfile.eval.ceiling import Ceiling
from clipfile.eval.claim_misses import ClaimMiss, ClaimStage
from clipfile.eval.intervals import Measured
from clipfile.eval.misses import Miss, MissQuote, Stage
from clipfile.eval.result import FORMAT, ClaimOutcome, Cost, DeskPart, PartResult, QuestionOutcome, SuiteResult, Variant
from clipfile.eval.sets import Half


class RecordError(ValueError):
    """A file that is no record of a run; the message says what to do."""


def to_json(result: SuiteResult) -> str:
    """A record as JSON; the misses of held-out questions are left out, so that nobody tunes on them."""
    parts = [replace(part, run={}, qrels={}) for part in result.parts]
    parts = [replace(part, misses=(), claim_misses=()) if part.half == Half.HELD_OUT else part for part in parts]
    return json.dumps(asdict(replace(result, parts=tuple(parts))), ensure_ascii=False, indent=1)


def read_record(path: Path) -> SuiteResult:
    """The record in a file.

    Raises:
        RecordError: if the file is not what `clipfile eval --json` prints.
    """
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
        if record["format"] != FORMAT:
            raise RecordError(f"{path} has format {record['format']}, not {FORMAT}; run again: clipfile eval --json")
        parts = tuple(_part(each) for each in record["parts"])
        desk = tuple(DeskPart(each["name"], variants_in(each["rows"])) for each in record.get("desk", ()))
        return SuiteResult(**{**record, "parts": parts, "desk": desk})
    except RecordError:
        raise
    except (OSError, UnicodeDecodeError, json.JSONDecodeError, KeyError, TypeError, ValueError) as error:
        raise RecordError(f"{path} is no record of a run ({error}); write one: clipfile eval --json") from error


def _part(record: Mapping[str, Any]) -> PartResult:
    return PartResult(
        **{
            **record,
            "questions": tuple(_outcome(each) for each in record["questions"]),
            "claims": tuple(ClaimOutcome(**each) for each in record["claims"]),
            "measures": _measures(record["measures"]),
            "by_type": {kind: _measures(each) for kind, each in record["by_type"].items()},
            "by_change": {change: _measures(each) for change, each in record["by_change"].items()},
            "cost": Cost(**record["cost"]) if record["cost"] else None,
            "ceilings": tuple(Ceiling(**each) for each in record["ceilings"]),
            "rankings": variants_in(record["rankings"]),
            "answers": variants_in(record["answers"]),
            "claim_ways": variants_in(record.get("claim_ways", [])),
            "misses": tuple(_miss(each) for each in record["misses"]),
            "claim_misses": tuple(_claim_miss(each) for each in record["claim_misses"]),
        }
    )


def _measures(record: Mapping[str, Any]) -> dict[str, Measured]:
    return {name: Measured(**each) for name, each in record.items()}


def variants_in(records: Iterable[Mapping[str, Any]]) -> tuple[Variant, ...]:
    """The rows of a comparison, from their JSON."""
    return tuple(Variant(**{**record, "measures": _measures(record["measures"])}) for record in records)


def _outcome(record: Mapping[str, Any]) -> QuestionOutcome:
    return QuestionOutcome(**{**record, "scores": tuple(record["scores"]), "hits": tuple(record["hits"])})


def _miss(record: Mapping[str, Any]) -> Miss:
    quotes = {name: _quotes(record[name]) for name in ("gold", "shown", "nearest")}
    return Miss(**{**record, **quotes, "stage": Stage(record["stage"]), "history": tuple(record["history"])})


def _claim_miss(record: Mapping[str, Any]) -> ClaimMiss:
    quotes = {name: _quotes(record[name]) for name in ("gold", "shown")}
    return ClaimMiss(**{**record, **quotes, "stage": ClaimStage(record["stage"])})


def _quotes(records: list[Mapping[str, Any]]) -> tuple[MissQuote, ...]:
    return tuple(MissQuote(**each) for each in records)
