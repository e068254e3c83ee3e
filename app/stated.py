"""The figures of a quote in the sentences that state them."""

from clipfile.corpus.article import Span
from clipfile.corpus.differences import Stated
from clipfile.index.store import IndexedArticle


def stated_in(indexed: IndexedArticle, span: Span) -> list[Stated]:
    """The figures that stand in a span of an article, in order, each with its sentence and voice."""
    found: list[Stated] = []
    for sentence, voice in zip(indexed.sentences, indexed.voices, strict=True):
        if not sentence.overlaps(span):
            continue
        figures = indexed.figures_in(sentence)
        found += [
            Stated(
                indexed.article,
                sentence,
                each,
                voice.at(each.start),
                tuple(other for other in figures if other is not each),
            )
            for each in figures
            if span.start <= each.start and each.end <= span.end
        ]
    return found
