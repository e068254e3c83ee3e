"""What is not wrong with a set and still bends its figures: gold quotes that are no whole sentence."""

from collections.abc import Iterator, Sequence

from clipfile.corpus.article import Span
from clipfile.corpus.sentences import sentences_of
from clipfile.eval.gold import GoldQuote
from clipfile.eval.places import HIT_SHARE
from clipfile.eval.sets import EvaluationSet


def remarks_on(each: EvaluationSet) -> Iterator[str]:
    """A sentence for each gold quote that holds several sentences or a small part of one, in the order of the files."""
    sentences = {article.article_id: sentences_of(article.text, article.furniture) for article in each.collection}
    asked = [(question.question_id, question.gold) for question in each.questions]
    asked += [(claim.claim_id, claim.gold) for claim in each.claims]
    for asked_id, gold in asked:
        for number, quote in enumerate(gold, 1):
            if remark := _remark(quote, sentences[quote.article_id]):
                yield f"{asked_id}, gold {number}: {remark}: {quote.quote!r}"


def _remark(quote: GoldQuote, sentences: Sequence[Span]) -> str | None:
    """What a reader of the figures should know of a quote; at the first place where the article prints it."""
    span = quote.spans[0]
    held = [each for each in sentences if _share(each, span) >= HIT_SHARE]
    if len(held) > 1:
        return f"holds {len(held)} sentences, and half of it counts as a hit; list each sentence that answers by itself"
    return None if held else "is a small part of its sentence, and easily hit; copy the whole sentence"


def _share(sentence: Span, span: Span) -> float:
    """The share of a sentence that lies in a span."""
    return max(0, min(sentence.end, span.end) - max(sentence.start, span.start)) / (sentence.end - sentence.start)
