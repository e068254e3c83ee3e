"""Who says each quotation: the attribution beside it, or the one that it goes on from."""

import re
from collections.abc import Sequence

from clipfile.corpus.article import Span
from clipfile.corpus.reported import Reported, Said
from clipfile.corpus.speech import Speech
from clipfile.corpus.words import QUOTED

_UNKNOWN = Said(None, None)
_FEWEST_REPEATED = 4  # words that, standing twice, are one quotation and its repetition


def speakers_of_quotations(text: str, reported: Sequence[Reported], speech: Sequence[Speech]) -> list[Said | None]:
    """For each sentence who says its (first) quotation; `None` for a sentence without one."""
    quotations = [one for one in speech if not one.few or _sources_at(reported, one.span)]
    sentences = [_sentences_of(reported, one.span) for one in quotations]
    beside = [_beside(reported, inside, one.span) for one, inside in zip(quotations, sentences, strict=True)]
    said: list[Said] = []
    for n in range(len(quotations)):
        said.append(
            beside[n]
            or _continued(quotations, beside, said, n)
            or _carried(text, reported, quotations, sentences, beside, said, n)
        )
    found: list[Said | None] = [None] * len(reported)
    for inside, who in zip(sentences, said, strict=True):
        for sentence in inside:
            found[sentence] = found[sentence] or who
    return found


def _sources_at(reported: Sequence[Reported], span: Span) -> bool:
    return any(one.sources for one in reported if one.sentence.overlaps(span))


def _sentences_of(reported: Sequence[Reported], span: Span) -> list[int]:
    return [number for number, one in enumerate(reported) if one.sentence.overlaps(span)]


def _beside(reported: Sequence[Reported], inside: Sequence[int], span: Span) -> Said | None:
    """The attribution in the quotation's own sentences; unknown where they hold other words and none attributes."""
    if not inside:
        return _UNKNOWN
    first, last = reported[inside[0]], reported[inside[-1]]
    after = [one for one in last.sources if one.span and one.span.start >= span.end]
    before = [one for one in first.sources if one.span and one.span.end <= span.start]
    if after and first.sentence.start == span.start:
        return after[0]
    if before:
        return before[-1]
    if after:
        return after[0]
    if _stands_alone(first) and _stands_alone(last):
        return None
    around = [one for one in (*first.sources, *last.sources) if one.span and one.span.overlaps(span)]
    if around:
        return around[0]
    introduced = _word_before(first, span) in ("as", "that", ":") and first.subject
    return Said(first.subject, first.sentence) if introduced else _UNKNOWN


def _stands_alone(one: Reported) -> bool:
    """Whether the sentence holds nothing but what is quoted."""
    return all(word.text == QUOTED or word.is_mark for word in one.words)


def _word_before(one: Reported, span: Span) -> str:
    before = [word for word in one.words if word.end <= span.start]
    return before[-1].lower if before else ""


def _continued(
    quotations: Sequence[Speech], beside: Sequence[Said | None], said: Sequence[Said], n: int
) -> Said | None:
    """The speaker of the other parts of a quotation over several paragraphs."""
    if quotations[n].quotation.continues and n and said[n - 1].speaker:
        return said[n - 1]
    for later in range(n + 1, len(quotations)):
        if not quotations[later].quotation.continues:
            break
        if beside[later]:
            return beside[later]
    return said[n - 1] if quotations[n].quotation.continues and n else None


def _carried(
    text: str,
    reported: Sequence[Reported],
    quotations: Sequence[Speech],
    sentences: Sequence[Sequence[int]],
    beside: Sequence[Said | None],
    said: Sequence[Said],
    n: int,
) -> Said:
    """The speaker of a quotation that stands alone: the one before it in the paragraph, or a repetition's, or carried."""
    first = sentences[n][0]
    of_sentence = {number: said[m] for m in range(n) for number in sentences[m]}
    paragraph = reported[first].paragraph
    for number in range(first - 1, -1, -1):
        if reported[number].paragraph != paragraph:
            break
        who = _speaks(reported[number], of_sentence.get(number))
        if who:
            return who
    repeated = _repeated(text, quotations, beside, n)
    if repeated:
        return repeated
    before = _paragraph_before(text, reported, of_sentence, first)
    after = _said_after(reported, sentences, n)
    if before and after and before.speaker != after.speaker:
        return _UNKNOWN
    return before or after or _UNKNOWN


def _speaks(one: Reported, quoted: Said | None) -> Said | None:
    """Who speaks in a sentence, or acts in it so that a quotation after it is theirs."""
    if quoted:
        return one.sources[-1] if one.sources and one.sources[-1].speaker else quoted
    if one.sources:
        return one.sources[-1]
    if one.subject and one.subject.is_person and not one.subject.plural:
        return Said(one.subject, one.sentence)
    return None


def _paragraph_before(text: str, reported: Sequence[Reported], of_sentence: dict[int, Said], first: int) -> Said | None:
    """The one who speaks at the end of the paragraph before, or alone in it."""
    if first == 0:
        return None
    last = reported[first - 1]
    inside = [number for number in range(first) if reported[number].paragraph == last.paragraph]
    words = text[last.sentence.start : last.sentence.end]
    if first - 1 in of_sentence:
        asked = re.search(r"\?[”’»\"']+$", words) and _stands_alone(last)
        return None if asked else _speaks(last, of_sentence[first - 1])
    if last.sources:
        return last.sources[-1]
    if words.endswith(":"):
        return Said(last.subject, last.sentence) if last.subject else None
    speakers = {last.subject.name} if last.subject is not None and last.subject.is_person else set()
    all_said = [who for number in inside for who in (of_sentence.get(number), *reported[number].sources) if who]
    speakers |= {who.speaker.name if who.speaker else "" for who in all_said}
    return all_said[-1] if all_said and len(speakers) == 1 else None


def _said_after(reported: Sequence[Reported], sentences: Sequence[Sequence[int]], n: int) -> Said | None:
    """Who acts or speaks right after a quotation that opens a paragraph."""
    following = sentences[n][-1] + 1
    if following >= len(reported) or reported[following].paragraph != reported[following - 1].paragraph:
        return None
    one = reported[following]
    if one.sources:
        return one.sources[0]
    person = one.subject is not None and one.subject.is_person and not one.subject.plural
    return Said(one.subject, one.sentence) if person else None


def _repeated(text: str, quotations: Sequence[Speech], beside: Sequence[Said | None], n: int) -> Said | None:
    """The speaker of the same words elsewhere in the article, as of a quotation set apart from the column."""
    own = _letters(text, quotations[n])
    if own.count(" ") < _FEWEST_REPEATED:
        return None
    for other, who in zip(quotations, beside, strict=True):
        theirs = _letters(text, other)
        if other is quotations[n] or not who or not who.speaker or theirs.count(" ") < _FEWEST_REPEATED:
            continue
        if own in theirs or theirs in own:
            return who
    return None


def _letters(text: str, one: Speech) -> str:
    return " ".join(re.findall(r"\w+", text[one.span.start : one.span.end].lower()))
