"""The misses in the report: each question with its gold, what was shown instead, and the stage that lost it."""

from collections.abc import Sequence

from clipfile.eval.claim_misses import CLAIM_EXPLANATIONS, ClaimMiss, ClaimStage
from clipfile.eval.markup import tag, text
from clipfile.eval.misses import EXPLANATIONS, Miss, MissQuote, Stage
from clipfile.eval.summary import by_key

LEGEND = text(
    "p",
    "Open a stage to read its misses. Marked: gold that was shown, and what was shown that is gold.",
    class_="faint",
)


def misses_section(misses: Sequence[Miss]) -> str:
    """All misses, grouped by stage in the order of the stages."""
    groups = by_key(misses, lambda each: each.stage.value)
    return LEGEND + "".join(_group(stage, groups[stage.value]) for stage in Stage if stage.value in groups)


def _group(stage: Stage, misses: Sequence[Miss]) -> str:
    words = f"{stage.capitalize()} ({len(misses)}): {EXPLANATIONS[stage]}"
    return tag("details", text("summary", words) + "".join(map(_miss, misses)), class_="misses")


def _miss(miss: Miss) -> str:
    facts = [miss.question_id, miss.type.replace("_", " ")]
    facts += [f"as of {miss.as_of}"] if miss.as_of else []
    facts += ["an answer was shown, but not all sides"] if miss.partly else []
    facts += [f"gold is in passage {miss.rank} of the ranking"] if miss.rank else []
    lines = [("before", "".join(text("div", each) for each in miss.history))] if miss.history else []
    lines += [("gold", _quotes(miss.gold, "side {}"))] if miss.gold else [("gold", "the articles do not answer")]
    if miss.shown:
        lines.append(("shown", _quotes(miss.shown, "score {}")))
    else:
        lines.append(("shown", "“not found”"))
        lines += [("nearest", _quotes(miss.nearest, "score {}"))] if miss.nearest else []
    listed = "".join(text("dt", name) + tag("dd", inner) for name, inner in lines)
    head = text("h4", miss.question) + text("div", " · ".join(facts), class_="faint")
    return tag("article", head + tag("dl", listed), class_="miss", id=f"miss-{miss.question_id}")


def claim_misses_section(misses: Sequence[ClaimMiss]) -> str:
    """All claims with a wrong verdict, grouped by stage in the order of the stages."""
    groups = by_key(misses, lambda each: each.stage.value)
    sections = []
    for stage in ClaimStage:
        if stage.value in groups:
            words = f"{stage.capitalize()} ({len(groups[stage.value])}): {CLAIM_EXPLANATIONS[stage]}"
            listed = "".join(map(_claim_miss, groups[stage.value]))
            sections.append(tag("details", text("summary", words) + listed, class_="misses"))
    return LEGEND + "".join(sections)


def _claim_miss(miss: ClaimMiss) -> str:
    facts = [miss.claim_id, miss.change.replace("_", " "), *([f"as of {miss.as_of}"] if miss.as_of else [])]
    lines = [
        ("right", text("span", miss.right.replace("_", " "))),
        ("given", text("span", miss.given.replace("_", " "))),
        ("gold", _quotes(miss.gold, "{}") or "nothing in the articles settles it"),
        ("shown", _quotes(miss.shown, "{}") or "no evidence"),
    ]
    listed = "".join(text("dt", name) + tag("dd", inner) for name, inner in lines)
    head = text("h4", miss.claim) + text("div", " · ".join(facts), class_="faint")
    return tag("article", head + tag("dl", listed), class_="miss", id=f"miss-{miss.claim_id}")


def _quotes(quotes: Sequence[MissQuote], note: str) -> str:
    return "".join(
        tag(
            "blockquote",
            text("span", each.quote) + text("small", f"{each.article_id}, {note.format(each.note)}"),
            class_="hit" if each.hit else "",
        )
        for each in quotes
    )
