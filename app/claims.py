"""Claim checking: from a claim to one of four verdicts and the quotes that carry it, both sides by origin."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date

from clipfile.app.citation import Citation, cite_from
from clipfile.app.claim_parts import Part, checked_claim, parts_of
from clipfile.app.evidence import Evidence, evidence_for
from clipfile.app.missing import missing_words
from clipfile.app.slot import Outcome
from clipfile.app.stance import StanceKind, StanceModel
from clipfile.app.verdict import RULES_ALONE, WITH_MODEL, Plane, Verdict, carries, standing, verdict_from, worst_of
from clipfile.corpus.dates import bounds
from clipfile.index.hybrid import HybridIndex

EVIDENCE = 6  # quotes shown, and at least the best of each side of each part
NEAREST = 3


@dataclass(frozen=True, slots=True)
class StancedCitation(Citation):
    """A citation with its stance towards a claim; `score` is the stance's probability, `rule` says what decided.

    part: the statement that it is about, where the claim has several; empty where it is about the claim.
    """

    stance: StanceKind = field(kw_only=True)
    rule: str = field(kw_only=True)
    part: str = field(default="", kw_only=True)


@dataclass(frozen=True, slots=True)
class PartCheck:
    """A part of a claim with its own verdict; `note` says why it was not checked, or what else is known."""

    text: str
    verdict: Verdict
    evidence: tuple[StancedCitation, ...] = ()
    missing: tuple[str, ...] = ()
    nearest: tuple[Citation, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class ClaimCheck:
    """What is shown for a claim.

    evidence: the quotes that carry the verdict, strongest first, then those on the other parts of a claim with several.
    origins: how many independent origins of the quotes that carry the verdict support and refute.
    parts: the claim's statements where it has several, each with its own verdict.
    missing: the claim's words that nothing shown or near holds.
    nearest: what came near where the evidence is not enough.
    note: what a reader should know beside the verdict, such as "not checkable: a question"; empty if nothing.
    """

    claim: str
    verdict: Verdict
    evidence: tuple[StancedCitation, ...] = ()
    origins: dict[str, int] = field(default_factory=lambda: {"supports": 0, "refutes": 0})
    parts: tuple[PartCheck, ...] = ()
    missing: tuple[str, ...] = ()
    nearest: tuple[Citation, ...] = ()
    note: str = ""


def check_claim(
    index: HybridIndex,
    claim: str,
    as_of: date | None = None,
    top_k: int = EVIDENCE,
    model: StanceModel | None = None,
) -> ClaimCheck:
    """The verdict on a claim with the quotes that carry it.

    Args:
        index: what is searched.
        claim: a statement, or a short paragraph of them.
        as_of: the last day whose articles are used; undated ones are then left out.
        top_k: how many quotes of evidence at the most, for each part.
        model: what judges wording beside the rules; `None` for rules alone.

    Raises:
        ClaimError: if the claim is empty, too long, or holds no word.
        ValueError: if `top_k` is less than 1.
    """
    if top_k < 1:
        raise ValueError(f"top_k is {top_k}; ask for 1 or more")
    parts = parts_of(claim)
    found = [() if part.reason else evidence_for(index, part.text, as_of, model, part.before) for part in parts]
    return judged(index, claim, parts, found, WITH_MODEL if model else RULES_ALONE, top_k)


def judged(
    index: HybridIndex,
    claim: str,
    of_claim: Sequence[Part],
    found: Sequence[Sequence[Evidence]],
    planes: Mapping[Verdict, Plane],
    top_k: int = EVIDENCE,
) -> ClaimCheck:
    """The verdict on a claim from the sentences found for each of its parts, by the verdict's weights for their stances."""
    parts = [_check_part(index, part, each, planes, top_k) for part, each in zip(of_claim, found, strict=True)]
    if len(parts) > 1:
        parts = [_named(part) for part in parts]
    checked = [part for part in parts if part.note == "" or not part.note.startswith(NOT_CHECKABLE)]
    verdict = worst_of([part.verdict for part in checked])
    carrying = [part for part in checked if part.verdict is verdict]
    others = [part for part in checked if part.verdict is not verdict]
    missing = tuple(dict.fromkeys(word for part in checked for word in part.missing))
    nearest = tuple(dict.fromkeys(citation for part in checked for citation in part.nearest))[:NEAREST]
    only = parts[0] if len(parts) == 1 else None
    return ClaimCheck(
        checked_claim(claim),
        verdict,
        _evidence([*carrying, *others]),
        _origins(_evidence(carrying)),
        () if only else tuple(parts),
        missing,
        nearest if verdict is Verdict.NOT_ENOUGH_EVIDENCE else (),
        only.note if only else _note(parts, checked),
    )


NOT_CHECKABLE = "not checkable: "


def _note(parts: Sequence[PartCheck], checked: Sequence[PartCheck]) -> str:
    if not checked:
        return f"{NOT_CHECKABLE}no statement in it"
    left_out = len(parts) - len(checked)
    return f"{left_out} of {len(parts)} sentences not checkable" if left_out else ""


def _check_part(
    index: HybridIndex, part: Part, found: Sequence[Evidence], planes: Mapping[Verdict, Plane], top_k: int
) -> PartCheck:
    if part.reason:
        return PartCheck(part.text, Verdict.NOT_ENOUGH_EVIDENCE, note=NOT_CHECKABLE + part.reason)
    verdict = verdict_from([_shares(each) for each in found], planes)
    if verdict is Verdict.NOT_ENOUGH_EVIDENCE:
        nearest = found[:NEAREST]
        cited = tuple(_cited(index, each, each.hit.max_similarity) for each in nearest)
        return PartCheck(part.text, verdict, missing=_missing(part.text, nearest), nearest=cited)
    evidence = _shown(index, found, verdict, planes, top_k)
    return PartCheck(part.text, verdict, evidence, _missing(part.text, found), note=_superseded(evidence))


def _shares(evidence: Evidence) -> tuple[float, float]:
    return evidence.stance.supports, evidence.stance.refutes


def _cited(index: HybridIndex, evidence: Evidence, score: float) -> Citation:
    return cite_from(index.store, evidence.hit.article.article_id, evidence.hit.span, score)


def _shown(
    index: HybridIndex, found: Sequence[Evidence], verdict: Verdict, planes: Mapping[Verdict, Plane], top_k: int
) -> tuple[StancedCitation, ...]:
    """The quotes that carry a verdict, strongest first; the best of each side always, further ones that would alone."""
    cited: list[tuple[float, StancedCitation]] = []
    for kind in sorted(standing(verdict)):
        side = [(getattr(each.stance, kind), each) for each in found]
        side.sort(key=lambda pair: (-round(pair[0], 6), pair[1].hit.article.article_id, pair[1].hit.span))
        for rank, (score, each) in enumerate(side):
            if rank and not carries(_shares(each), kind, planes):
                continue
            known = asdict(_cited(index, each, score))
            citation = StancedCitation(**known, stance=StanceKind(kind), rule=each.stance.rule_for(StanceKind(kind)))
            cited.append((score if rank else 1 + score, citation))
    cited.sort(key=lambda pair: -pair[0])
    kept = [citation for _, citation in cited[: max(top_k, len(standing(verdict)))]]
    return tuple(sorted(kept, key=lambda citation: -citation.score))


def _named(part: PartCheck) -> PartCheck:
    """The check of a part whose quotes say which part they are about."""
    return replace(part, evidence=tuple(replace(each, part=part.text) for each in part.evidence))


def _missing(text: str, found: Sequence[Evidence]) -> tuple[str, ...]:
    """The claim's words, as typed, that none of the sentences holds, in the same words or as the same figure or date."""
    held = {word.term for each in found for word in each.alignment.sentence}
    matched = [slot.claim for each in found for slot in each.slots if slot.outcome is Outcome.MATCH]
    return missing_words(
        text, lambda word: word.term in held or any(span.start <= word.start < span.end for span in matched)
    )


def _superseded(evidence: Sequence[StancedCitation]) -> str:
    """That a figure or date was true and has been replaced: every refuting article is later than the supporting ones."""
    then = [each.published for each in evidence if each.stance is StanceKind.SUPPORTS]
    now = [each.published for each in evidence if each.stance is StanceKind.REFUTES]
    against = " ".join(each.rule for each in evidence if each.stance is StanceKind.REFUTES)
    if not then or not now or None in then or None in now or not re.search("another (?:figure|date)", against):
        return ""
    last, first = max(bounds(day)[1] for day in then if day), min(bounds(day)[0] for day in now if day)
    later = last < first and (last.year, last.month) != (first.year, first.month)
    return "superseded: later articles say otherwise than the earlier ones" if later else ""


def _evidence(parts: Sequence[PartCheck]) -> tuple[StancedCitation, ...]:
    """The quotes of parts in their order."""
    return tuple(dict.fromkeys(citation for part in parts for citation in part.evidence))


def _origins(evidence: Sequence[StancedCitation]) -> dict[str, int]:
    """How many independent origins stand on each side."""
    return {
        str(kind): len({each.origin for each in evidence if each.stance is kind})
        for kind in (StanceKind.SUPPORTS, StanceKind.REFUTES)
    }
