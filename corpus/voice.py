"""Voice: whether the outlet asserts a sentence, attributes it to somebody or quotes somebody, and whom."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from clipfile.corpus.article import Span
from clipfile.corpus.clauses import has_verb
from clipfile.corpus.paragraphs import paragraphs_of
from clipfile.corpus.quotation_speakers import speakers_of_quotations
from clipfile.corpus.reported import Reported, Said, reported_in
from clipfile.corpus.speech import speech_of
from clipfile.corpus.transcripts import Turn, turns_of
from clipfile.corpus.words import QUOTED, Word

_JOINT = r"(?:;|,?\s(?:while|whereas|but|and|though|although)\b)"
_OPENS_CLAUSE = re.compile(rf"{_JOINT}\s+$", re.IGNORECASE)
_NEXT_CLAUSE = re.compile(r"(?:;|,\s(?:while|whereas|but|and|though|although)\b)\s+", re.IGNORECASE)
_LONGEST_JOINT = len(", although ")  # stands at the end of the clause before
_SETS_AGAINST = re.compile(r"(?:while|whereas|although|though)\b", re.IGNORECASE)


class VoiceKind(StrEnum):
    """Whose words a sentence is."""

    ASSERTED = "asserted"
    ATTRIBUTED = "attributed"
    QUOTED = "quoted"


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose words a sentence is. `None` stands for "the text does not say".

    speaker: the full name, or the description as the article introduces it.
    role: what the article introduces the speaker as, in its words.
    evidence: the words that attribute, such as "said Ann Lee"; for a quotation over several sentences they can stand in
        another sentence.
    clauses: where the clauses of the sentence are different people's ("police said A, while organisers said B"), each
        with the place where it begins.
    """

    kind: VoiceKind
    speaker: str | None = None
    role: str | None = None
    evidence: Span | None = None
    clauses: tuple[tuple[int, "Voice"], ...] = ()

    def at(self, position: int) -> "Voice":
        """Whose words stand at a place of the sentence."""
        return next((voice for start, voice in reversed(self.clauses) if start <= position), self)

    def within(self, span: Span) -> "Voice":
        """Whose words a part of the sentence is: the voice of the clauses that it touches."""
        ends = [start for start, _ in self.clauses[1:]] + [span.end]
        touched = [
            (start, voice)
            for (start, voice), end in zip(self.clauses, ends, strict=False)
            if start < span.end and span.start + _LONGEST_JOINT < end
        ]
        if len(touched) == len(self.clauses) or not touched:
            return self
        first = next((voice for _, voice in touched if voice.kind is not VoiceKind.ASSERTED), touched[0][1])
        return replace(first, clauses=tuple(touched) if len(touched) > 1 else ())

    @property
    def speakers(self) -> tuple[str, ...]:
        """Everybody whose words the sentence holds."""
        return tuple(dict.fromkeys(one.speaker for one in (self, *(each for _, each in self.clauses)) if one.speaker))


def voices_of(text: str, sentences: Sequence[Span], emphasis: Sequence[Span] = ()) -> list[Voice]:
    """The voice of each sentence, in their order.

    Args:
        text: the article's text.
        sentences: its sentences in order, furniture left out.
        emphasis: what of it stands in emphasis without a mark in the text.
    """
    paragraph_numbers, paragraphs = _paragraphs(text, sentences)
    speech = speech_of(text, paragraphs, sentences)
    turns = turns_of(text, paragraphs, emphasis)
    reported = reported_in(text, sentences, paragraph_numbers, speech, turns)
    quoted = speakers_of_quotations(text, reported, speech)
    voices = [_voice(one, quoted[number], turns) for number, one in enumerate(reported)]
    return [_with_clauses(text, one, voice) for one, voice in zip(reported, voices, strict=True)]


def _paragraphs(text: str, sentences: Sequence[Span]) -> tuple[list[int], list[Span]]:
    """The number of each sentence's paragraph, and the paragraphs without what belongs to no sentence."""
    starts = [paragraph.start for paragraph in paragraphs_of(text)]
    numbers: list[int] = []
    spans: list[Span] = []
    last = None
    for sentence in sentences:
        place = bisect_right(starts, sentence.start)
        if place != last or not spans:
            spans.append(sentence)
            last = place
        spans[-1] = Span(spans[-1].start, max(spans[-1].end, sentence.end))
        numbers.append(len(spans) - 1)
    return numbers, spans


def _voice(reported: Reported, said: Said | None, turns: Sequence[Turn]) -> Voice:
    turn = next((one for one in turns if one.speech.overlaps(reported.sentence)), None)
    if said and not (turn and not turn.asks and said.speaker is None):
        return _of(VoiceKind.QUOTED, said)
    if turn and not turn.asks:
        return _answer(turn, reported)
    if reported.sources:
        whole = next((one for one in reported.sources if one.is_aside), reported.sources[0])
        return _of(VoiceKind.ATTRIBUTED, whole)
    return Voice(VoiceKind.ASSERTED)


def _of(kind: VoiceKind, said: Said) -> Voice:
    if said.speaker is None:
        return Voice(kind)
    return Voice(kind, said.speaker.name, said.speaker.role, said.span)


def _answer(turn: Turn, reported: Reported) -> Voice:
    speaker = reported.answers
    name = speaker.name if speaker else None
    return Voice(VoiceKind.QUOTED, name, speaker.role if speaker else None, turn.label_span if name else None)


def _with_clauses(text: str, reported: Reported, voice: Voice) -> Voice:
    """The voice with those of its clauses, if they are several; a sentence that nobody quotes is then the first source's."""
    clauses: list[tuple[int, Said | None]] = []
    last: Said | None = None
    for source in reported.sources:
        if source.span is None or (
            last and last.speaker and source.speaker and last.speaker.name == source.speaker.name
        ):
            continue
        start = _clause_start(text, reported.sentence, last, source.span)
        if last and start is None:
            continue  # "the minister said that police said": one within the other
        if start is not None and not clauses and has_verb(_words(reported, start), 0, len(_words(reported, start))):
            clauses.append((reported.sentence.start, None))
        clauses.append((start if clauses and start is not None else reported.sentence.start, source))
        last = source
    if len(clauses) < 2:
        return voice
    ends = [start for start, _ in clauses[1:]] + [reported.sentence.end]
    parts = tuple(
        (start, _of_clause(reported, Span(start, end), said)) for (start, said), end in zip(clauses, ends, strict=True)
    )
    first = next(each for _, each in parts if each.kind is not VoiceKind.ASSERTED)
    whole = first if voice.kind is VoiceKind.ATTRIBUTED else voice
    return replace(whole, clauses=parts)


def _words(reported: Reported, end: int) -> list[Word]:
    return [word for word in reported.words if word.end <= end]


def _of_clause(reported: Reported, clause: Span, said: Said | None) -> Voice:
    if said is None:
        return Voice(VoiceKind.ASSERTED)
    quotes = any(word.text == QUOTED and clause.start <= word.start < clause.end for word in reported.words)
    return _of(VoiceKind.QUOTED if quotes else VoiceKind.ATTRIBUTED, said)


def _clause_start(text: str, sentence: Span, last: Said | None, evidence: Span) -> int | None:
    """Where the clause of an attribution begins: at it, if a joint stands before it, else after the joint before that.

    `None` if no joint parts it from the attribution before.
    """
    start = last.span.end if last and last.span else sentence.start
    between = text[start : evidence.start]
    if _OPENS_CLAUSE.search(between):
        return evidence.start
    if last is None:
        return None
    if between.endswith(", ") and _SETS_AGAINST.match(text, sentence.start):
        return evidence.start  # "While police said 300, organisers said 500"
    joints = [match.end() for match in _NEXT_CLAUSE.finditer(between)]
    return start + joints[-1] if joints else None
