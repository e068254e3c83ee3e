"""Page furniture in a plain text: the spans that are on the page and are not the article.

Only general rules: the wording of a line (`furniture_lines`), and where lines stand together (`furniture_blocks`). When in
doubt a line is the article, since a sentence that is marked by mistake is never found again.
"""

from clipfile.corpus.article import Span
from clipfile.corpus.credit_line import credit_line
from clipfile.corpus.furniture_blocks import Line, mark_blocks
from clipfile.corpus.furniture_lines import kind_of
from clipfile.corpus.paragraphs import paragraphs_of


def furniture_of(text: str) -> list[Span]:
    """The furniture of a text, in order, without white space at its ends; adjoining lines are one span.

    The title and the headings in the body are not furniture.
    """
    lines = _lines(text)
    marked = mark_blocks(lines)
    credit = credit_line([line.words for line in lines], marked)
    if credit is not None:
        marked.add(credit)
    spans: list[Span] = []
    for number in sorted(marked):
        span = lines[number].span
        if number - 1 in marked and spans:
            spans[-1] = Span(spans[-1].start, span.end)
        else:
            spans.append(span)
    return spans


def credit_line_of(text: str) -> str | None:
    """The line at the end that says who reported or first published the text, such as "- A Gazette report"."""
    lines = _lines(text)
    number = credit_line([line.words for line in lines], mark_blocks(lines))
    return None if number is None else lines[number].words


def _lines(text: str) -> list[Line]:
    spans = paragraphs_of(text)
    lines = []
    end = 0
    for span in spans:
        words = text[span.start : span.end]
        blank_before = text[end : span.start].replace("\r\n", "\n").count("\n") != 1
        lines.append(Line(span, words, kind_of(words), blank_before))
        end = span.end
    return lines
