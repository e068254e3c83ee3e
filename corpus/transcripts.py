"""Interviews printed as turns: each under the name of who speaks ("Q: Why?"), or the questions in bold."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from clipfile.corpus.article import Span

_LABEL = re.compile(
    r"\s*(?:[\[(]?\d{1,2}(?::\d\d){1,2}[\])]?\s+)?(?:\*\*|__)?"  # the time in the recording
    r"([A-Z](?:[\w.’'-]*)(?: (?:[A-Z][\w.’'-]*|de|van|von|of|the|and|&)){0,4})(?: \([^()]{2,60}\))?"
    r"(?:\*\*|__)?(?:\s?:|(?<=\b[QA])\.)(?:\*\*|__)?\s+(?=\S)"
)
_EMPHASISED = re.compile(r"(\*{1,3}|_{1,3})(?=[^\s*_]).+(?<=[^\s*_])\1|(?:##+\s|(?<=##\s)).+", re.DOTALL)
_ASKS_FIRST = re.compile(r"(\*\*|__)(?=[^\s*_])[^*_]*[.?!][”’\"']?\1(?=\s)")  # with the answer in the same paragraph
_NO_LABEL = re.compile(
    r"(?:note|notes|correction|update|updated|photo|picture|image|video|source|sources|read more|related|editor’s note"
    r"|editor's note|credit|warning|analysis|opinion|watch|listen|more|by|date|where|when|what|who|why|how|tickets)$",
    re.IGNORECASE,
)
_ABOUT_ITSELF = re.compile(
    r"\b(?:interview|conversation|transcript|this exchange)\b.*\b(?:edited|condensed|translated|conducted)", re.I
)
_ADDRESSED = re.compile(r"(?:Mr|Mrs|Ms|Sen|Rep|Judge|Chairman|Chairwoman|(?:The )?Speaker)\b", re.IGNORECASE)
_FEWEST = 4  # turns of an interview
_ASKS_SOMEBODY = re.compile(r"\?|\b(?:you|your|me)\b", re.IGNORECASE)  # which a summary above the questions does not
_FEW_OF_SELF = 3  # answers to one in which somebody speaks of themselves
_OF_SELF = re.compile(r"\b(?:I|[Mm]e|[Mm]y|[Ww]e|[Uu]s|[Oo]ur)\b")
_QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?")
_ASKS = frozenset(("q", "question", "interviewer", "reporter", "host", "moderator"))
_ANSWERS = frozenset(("a", "answer"))


@dataclass(frozen=True, slots=True)
class Turn:
    """What one person says in an interview, from the label to the next one.

    label: as printed before the colon, "Q" and "A" where none is; label_span: where it stands, else the question.
    speech: the paragraphs without the label.
    asks: whether it is the interviewer's.
    """

    label: str
    label_span: Span
    speech: Span
    asks: bool


def turns_of(text: str, paragraphs: Sequence[Span], emphasis: Sequence[Span] = ()) -> list[Turn]:
    """The turns of an interview in order; none if the text is no interview.

    Args:
        text: the article's text.
        paragraphs: its paragraphs in order.
        emphasis: what of it stands in emphasis without a mark in the text.
    """
    labelled: list[tuple[str, Span, int, int]] = []  # with the number of the paragraph, and where the speech begins
    for number, paragraph in enumerate(paragraphs):
        match = _LABEL.match(text, paragraph.start, paragraph.end)
        if match and not _NO_LABEL.match(match[1]):
            labelled.append((match[1], Span(*match.span(1)), number, match.end()))
    full = {initials_of(label): label for label, *_ in labelled if " " in label}
    labelled = [(full.get(label, label), place, number, start) for label, place, number, start in labelled]
    asks = any(one[0].lower() in _ASKS for one in labelled)  # one question and one answer are an interview then
    often = {label for label, count in Counter(one[0] for one in labelled).items() if count > 1 or asks}
    labelled = [one for one in labelled if one[0] in often]
    if (len(labelled) < _FEWEST and not asks) or len(often) < 2:
        return _between_questions(text, paragraphs, emphasis)
    spans: list[tuple[str, Span]] = []
    for n, (label, _, number, start) in enumerate(labelled):
        following = labelled[n + 1][2] if n + 1 < len(labelled) else len(paragraphs)
        spans.append((label, Span(start, paragraphs[_last(text, paragraphs, number, following)].end)))
    asking = _asking(text, spans)
    places = [place for _, place, _, _ in labelled]
    return [Turn(label, at, span, label in asking) for (label, span), at in zip(spans, places, strict=True)]


def initials_of(name: str) -> str:
    """The letters under which somebody speaks who is first named in full: "AL" of "Ann Lee"."""
    return "".join(part[0] for part in name.split())


def _last(text: str, paragraphs: Sequence[Span], first: int, following: int) -> int:
    """The number of a turn's last paragraph before the next turn, without a note on the interview itself."""
    last = following - 1
    while last > first and _ABOUT_ITSELF.search(text, paragraphs[last].start, paragraphs[last].end):
        last -= 1
    return last


def _between_questions(text: str, paragraphs: Sequence[Span], emphasis: Sequence[Span]) -> list[Turn]:
    """The turns of an interview whose questions stand in emphasis, alone or before their answers.

    None if most ask nothing, or if nobody speaks of themselves: then the outlet answers its own questions.
    """
    emphasised: dict[int, Span] = {}
    for number, span in enumerate(paragraphs):
        shown = next((one for one in emphasis if span.start <= one.start and one.end <= span.end), None)
        alone = _EMPHASISED.fullmatch(text, span.start, span.end)
        if match := alone or _ASKS_FIRST.match(text, span.start, span.end):
            shown = Span(*match.span())
        if shown and (emphasised or _ASKS_SOMEBODY.search(text, shown.start, shown.end)):
            emphasised[number] = shown
    asked = sum("?" in text[question.start : question.end] for question in emphasised.values())
    unanswered = any(one.end == paragraphs[n].end and n + 1 in emphasised for n, one in emphasised.items())
    if 2 * asked < max(_FEWEST, len(emphasised)) or unanswered:
        return []
    turns: list[Turn] = []
    for (number, question), following in zip(emphasised.items(), [*list(emphasised)[1:], len(paragraphs)], strict=True):
        turns.append(Turn("Q", question, question, asks=True))
        last = _last(text, paragraphs, number, following)
        if question.end < paragraphs[last].end:
            turns.append(Turn("A", question, Span(question.end, paragraphs[last].end), asks=False))
    answers = [text[one.speech.start : one.speech.end] for one in turns if not one.asks]
    return turns if _FEW_OF_SELF * sum(map(_is_of_self, answers)) >= len(answers) else []


def _is_of_self(speech: str) -> bool:
    """Whether somebody speaks of themselves outside quotation marks, or all of it stands in these."""
    own = _QUOTED.sub("", speech)
    return _OF_SELF.search(own) is not None or re.search(r"\w", own) is None


def _asking(text: str, spans: Sequence[tuple[str, Span]]) -> set[str]:
    """The labels of those who ask: by their name, else whose turns hold a question most often."""
    labels = {label for label, _ in spans}
    if any(_ADDRESSED.match(label) for label in labels):
        return set()  # the record of a hearing or a debate, where every turn is somebody's words
    named = {label for label in labels if label.lower() in _ASKS}
    if named or any(label.lower() in _ANSWERS for label in labels):
        return named or {label for label in labels if label.lower() not in _ANSWERS}
    share: dict[str, float] = {}
    for label in labels:
        own = [text[span.start : span.end] for one, span in spans if one == label]
        share[label] = sum("?" in speech for speech in own) / len(own)
    most = max(share, key=lambda label: (share[label], label == spans[0][0]))
    return {most} if share[most] > 0 else set()
