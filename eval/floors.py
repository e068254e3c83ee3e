"""`--fail-under measure=value`: whether a run holds what was asked of it, for continuous integration."""

import difflib
from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite

from clipfile.eval.ranking import GOLD_CUTS
from clipfile.eval.result import PartResult, SuiteResult
from clipfile.eval.words import LESS_IS_BETTER, WORDS

MEASURES = (*WORDS, *(f"gold_{kind}@{cut}" for kind in ("hit", "recall", "sides") for cut in GOLD_CUTS))


class FloorError(ValueError):
    """A floor that cannot be read or names no measure; the message says what can be named."""


@dataclass(frozen=True, slots=True)
class Floor:
    """The least that a measure may be, the most where less is better; `part` names a set, empty for the first."""

    measure: str
    value: float
    part: str = ""


def read_floor(text: str) -> Floor:
    """A floor from `measure=value`, or `set:measure=value` where there are several sets.

    Raises:
        FloorError: if it is written otherwise, or if no measure has that name.
    """
    name, _, value = text.partition("=")
    part, colon, measure = (each.strip() for each in name.rpartition(":"))
    try:
        floor = Floor(measure, float(value), part if colon else "")
    except ValueError as error:
        raise FloorError(f"{text!r} is no floor; write measure=value, such as hit@3=0.9") from error
    if not isfinite(floor.value):
        raise FloorError(f"{text!r} holds whatever is measured; write a number, such as hit@3=0.9")
    if measure not in MEASURES:
        near = difflib.get_close_matches(measure, MEASURES, 1)
        advice = f"did you mean {near[0]!r}?" if near else f"it is one of {', '.join(WORDS)}"
        raise FloorError(f"{text!r} names no measure; {advice}")
    return floor


def broken_floors(floors: Sequence[Floor], result: SuiteResult) -> list[str]:
    """A sentence for each floor that the run does not hold.

    Raises:
        FloorError: if a floor names a set or a measure that the run does not have.
    """
    return [sentence for floor in floors if (sentence := _broken(floor, result))]


def _broken(floor: Floor, result: SuiteResult) -> str | None:
    part = _part(floor, result)
    measured = part.measures.get(floor.measure)
    if measured is None:
        raise FloorError(f"{part.name} has no measure {floor.measure!r}; it has {', '.join(part.measures)}")
    where = f"{floor.measure} of {part.name} ({part.half})"
    if measured.value is None:
        return f"{where} is not defined, and should be {floor.value:g}"
    if floor.measure in LESS_IS_BETTER:
        return f"{where} is {measured.value:.4g}, above {floor.value:g}" if measured.value > floor.value else None
    return f"{where} is {measured.value:.4g}, under {floor.value:g}" if measured.value < floor.value else None


def _part(floor: Floor, result: SuiteResult) -> PartResult:
    found = [part for part in result.parts if floor.part in ("", part.name)]
    if not found:
        raise FloorError(f"there is no set {floor.part!r}; there are {', '.join(part.name for part in result.parts)}")
    return found[0]
