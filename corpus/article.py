"""One article: its exact text, what is known of it, and which parts of the page are not the article."""

import hashlib
from dataclasses import dataclass

from clipfile.corpus.dates import PublicationDate


class ArticleError(ValueError):
    """A file that cannot be read as an article; the message says which file, what was found and what to do."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """`text[start:end]`, offsets in characters."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Article:
    """An article of a collection. `None` stands for "not stated".

    emphasis: what a web page prints in bold, in italics or as a heading: paragraphs, or sentences that open one.
    """

    article_id: str
    text: str
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: PublicationDate | None = None
    url: str | None = None
    furniture: tuple[Span, ...] = ()
    emphasis: tuple[Span, ...] = ()

    @property
    def content_hash(self) -> str:
        """SHA-256 of the text, hexadecimal."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    def quote(self, span: Span) -> str:
        """The words of a span, verbatim."""
        return self.text[span.start : span.end]
