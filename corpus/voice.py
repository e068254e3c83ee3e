"""Voice: whether the outlet asserts a sentence, attributes it to somebody or quotes somebody, and whom."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from clipfile.corpus.article import Span
from clipfile.corpus.paragraphs import paragraphs_of
from clipfile.corpus.quotation_speakers import speakers_of_quotations
from clipfile.corpus.reported import Reported, Said, reported_in
from clipfile.corpus.speech import speech_of
from clipfile.corpus.transcripts import Turn, turns_of


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
    """

    kind: VoiceKind
    speaker: str | None = None
    role: str | None = None
    evidence: Span | None = None


def voices_of(text: str, sentences: Sequence[Span]) -> list[Voice]:
    """The voice of each sentence, in their order.

    Args:
        text: the article's text.
        sentences: its sentences in order, furniture left out.
    """
    paragraph_numbers, paragraphs = _paragraphs(text, sentences)
    speech = speech_of(text, paragraphs, sentences)
    turns = turns_of(text, paragraphs)
    reported = reported_in(text, sentences, paragraph_numbers, speech, turns)
    quoted = speakers_of_quotations(text, reported, speech)
    return [_voice(one, quoted[number], turns) for number, one in enumerate(reported)]


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
