"""What is wrong with a line of a question or claim file: the first mistake in it, in words that say what to do."""

import difflib
from collections.abc import Iterable
from typing import Any

from clipfile.app.verdict import Verdict
from clipfile.corpus.article import Article, Span
from clipfile.corpus.collection import Collection
from clipfile.corpus.dates import DateError, bounds
from clipfile.corpus.sentences import sentences_of
from clipfile.eval.gold import ClaimChange, GoldStance, QuestionType

QUESTION_FIELDS = ("id", "question", "type", "history", "as_of", "gold")
CLAIM_FIELDS = ("id", "claim", "verdict", "change", "as_of", "gold")
SEVERAL_SIDES = (QuestionType.SEVERAL_ARTICLES, QuestionType.DISAGREE, QuestionType.CHANGE)
MAY_LACK_GOLD = (QuestionType.NOT_IN_ARTICLES, QuestionType.AS_OF)  # by a date, nothing may be known yet
STANCES_OF: dict[Verdict, set[GoldStance]] = {
    Verdict.SUPPORTED: {GoldStance.SUPPORTS},
    Verdict.REFUTED: {GoldStance.REFUTES},
    Verdict.CONFLICTING: {GoldStance.SUPPORTS, GoldStance.REFUTES},
    Verdict.NOT_ENOUGH_EVIDENCE: set(),
}


def question_mistake(record: dict[str, Any], collection: Collection) -> str | None:
    """The first mistake in a line of a question file, None where there is none."""
    return (
        _field_mistake(record, QUESTION_FIELDS)
        or _type_mistake(record)
        or gold_mistake(record, collection, "side")
        or _question_gold_mistake(record)
    )


def claim_mistake(record: dict[str, Any], collection: Collection) -> str | None:
    """The first mistake in a line of a claim file, None where there is none."""
    return (
        _field_mistake(record, CLAIM_FIELDS)
        or _choice_mistake(record, "verdict", Verdict)
        or _choice_mistake(record, "change", ClaimChange)
        or gold_mistake(record, collection, "stance")
        or _claim_gold_mistake(record)
    )


def _field_mistake(record: dict[str, Any], fields: tuple[str, ...]) -> str | None:
    """What is wrong with the fields that both kinds of file have."""
    if unknown := sorted(set(record) - set(fields)):
        near = difflib.get_close_matches(unknown[0], fields, 1)
        known = f"did you mean {near[0]!r}?" if near else f"write {', '.join(fields)}"
        return f"unknown field {unknown[0]!r}; {known}"
    for name in ("id", fields[1]):
        if mistake := _text_mistake(record, name):
            return mistake
    if (as_of := record.get("as_of")) is not None:
        if not isinstance(as_of, str):
            return f'as_of is {as_of!r}; write a date as a text: "2024", "2024-08" or "2024-08-31"'
        try:
            bounds(as_of)
        except DateError as error:
            return f"as_of: {error}"
    return None


def _text_mistake(record: dict[str, Any], name: str) -> str | None:
    value = record.get(name)
    return None if isinstance(value, str) and value.strip() else f"{name} is {value!r}; write a text"


def second_question_mistake(record: dict[str, Any], collection: Collection) -> str | None:
    """The first mistake in a line of a second labelling of questions, None where there is none."""
    return _text_mistake(record, "id") or gold_mistake(record, collection, "side")


def second_claim_mistake(record: dict[str, Any], collection: Collection) -> str | None:
    """The first mistake in a line of a second labelling of claims, None where there is none."""
    return (
        _text_mistake(record, "id")
        or _choice_mistake(record, "verdict", Verdict)
        or gold_mistake(record, collection, "stance")
        or _stance_mistake(record)
    )


def _choice_mistake(record: dict[str, Any], name: str, choices: Iterable[str]) -> str | None:
    value, known = record.get(name), [str(each) for each in choices]
    if value in known:
        return None
    near = difflib.get_close_matches(str(value), known, 1)
    advice = f"did you mean {near[0]!r}?" if near else f"write one of {', '.join(known)}"
    return f"unknown {name} {value!r}; {advice}"


def _type_mistake(record: dict[str, Any]) -> str | None:
    if mistake := _choice_mistake(record, "type", QuestionType):
        return mistake
    kind, history = record["type"], record.get("history", [])
    if not isinstance(history, list) or not all(isinstance(each, str) for each in history):
        return f"history is {history!r}; write a list of the earlier questions, oldest first"
    if kind == QuestionType.FOLLOW_UP and not history:
        return "type is follow_up, but there is no history; list the earlier questions, oldest first"
    if kind == QuestionType.AS_OF and not record.get("as_of"):
        return "type is as_of, but there is no as_of; write a date as 2024, 2024-08 or 2024-08-31"
    return None


def _question_gold_mistake(record: dict[str, Any]) -> str | None:
    kind, gold = record["type"], record["gold"]
    if kind == QuestionType.NOT_IN_ARTICLES and gold:
        return f"type is not_in_articles, but gold holds {len(gold)} quotes; empty it, or choose another type"
    if kind not in MAY_LACK_GOLD and not gold:
        return f"type is {kind}, but gold is empty; add the quotes that answer, or choose not_in_articles"
    sides = {each.get("side", "a") for each in gold}
    if kind in SEVERAL_SIDES and len(sides) < 2:
        return f"type is {kind}, but all gold has side {min(sides)!r}; give each different answer its own side: a, b, …"
    return None


def _claim_gold_mistake(record: dict[str, Any]) -> str | None:
    if mistake := _stance_mistake(record):
        return mistake
    found, verdict = {each["stance"] for each in record["gold"]}, Verdict(record["verdict"])
    one_side = record["change"] != ClaimChange.TWO_FACTS  # of two facts one may be right and the other wrong
    listed = ", ".join(sorted(found)) or "none"
    if verdict == Verdict.NOT_ENOUGH_EVIDENCE and one_side and found:
        return f"verdict is {verdict}, but the stances in gold are: {listed}; empty it, or choose another verdict"
    if missing := STANCES_OF[verdict] - found:
        return f"verdict is {verdict}, but the stances in gold are: {listed}; add a quote that {min(missing)}"
    if one_side and verdict != Verdict.NOT_ENOUGH_EVIDENCE and found != STANCES_OF[verdict]:
        return f"verdict is {verdict}, but the stances in gold are: {listed}; keep one stance, or write conflicting"
    return None


def _stance_mistake(record: dict[str, Any]) -> str | None:
    for number, each in enumerate(record["gold"], 1):
        if mistake := _choice_mistake(each, "stance", GoldStance):
            return f"gold {number}: {mistake}"
    return None


def gold_mistake(record: dict[str, Any], collection: Collection, side: str) -> str | None:
    """The first mistake in the gold quotes of a line, None where there is none; `side` names the field beside the quote."""
    gold = record.get("gold")
    if not isinstance(gold, list):
        return f"gold is {gold!r}; write a list of {{article, quote, …}}, [] where the articles do not answer"
    for number, each in enumerate(gold, 1):
        if mistake := _quote_mistake(each, record.get("as_of"), collection, side):
            return f"gold {number}: {mistake}"
        if each in gold[: number - 1]:
            return f"gold {number}: it is the same as gold {gold.index(each) + 1}, and would count twice; keep one"
    return None


def _quote_mistake(each: Any, as_of: str | None, collection: Collection, side: str) -> str | None:
    fields = ("article", "quote", side)
    if not isinstance(each, dict) or not all(isinstance(each.get(name, ""), str) for name in fields):
        return f"it is {each!r}; write {{{', '.join(fields)}}}, each a text"
    if unknown := sorted(set(each) - set(fields)):
        return f"unknown field {unknown[0]!r}; write {', '.join(fields)}"
    if missing := [name for name in fields[:2] if name not in each]:
        return f"there is no {missing[0]}; write {', '.join(fields)}"
    article_id, quote = each["article"], each["quote"]
    article = collection.by_id.get(article_id)
    if article is None:
        near = difflib.get_close_matches(article_id, list(collection.by_id), 1)
        known = f"did you mean {near[0]!r}?" if near else f"the articles are {', '.join(sorted(collection.by_id))}"
        return f"unknown article {article_id!r}; {known}"
    if not quote.strip() or quote not in article.text:
        return f"the quote is not in {article_id}: {quote!r}; {_closest(article, quote)}"
    if as_of and (article.published is None or article.published.last_day > bounds(as_of)[1]):
        when = article.published.edtf if article.published else "undated"
        return f"{article_id} is {when}, and may not be used as of {as_of}; take the quote out of gold"
    return None


def _closest(article: Article, quote: str) -> str:
    """What to do about a quote that is not in an article: the sentence that it prints, where one is near."""
    match = difflib.SequenceMatcher(None, article.text, quote, autojunk=False).find_longest_match()
    if match.size < max(10, len(quote) // 5):
        return "copy the words exactly as the article prints them"
    near = Span(match.a, match.a + match.size)
    found = [span for span in sentences_of(article.text, article.furniture) if span.overlaps(near)]
    printed = max(found, key=lambda span: min(span.end, near.end) - max(span.start, near.start), default=near)
    return f"the article prints: {article.quote(printed)!r}"
