"""An answer as Markdown with numbered references, for notes; its quotes come out word for word when rendered."""

import re

from clipfile.app.answer import Answer
from clipfile.app.citation import Citation
from clipfile.app.dateline import date_in_words, first_words, outlet_in_words, voice_in_words
from clipfile.app.links import web_link
from clipfile.corpus.collection import Collection

_MARKUP = re.compile(r"([\\`*_{}\[\]()<>#+!|~&$=-])")  # CommonMark lets every one of these be escaped


def answer_as_markdown(answer: Answer, question: str, as_of: str | None, collection: Collection) -> str:
    """The question, each quote with its number, and the references."""
    asked = f"{question} (as of {date_in_words(as_of)})" if as_of else question
    lines = [f"**{escaped(asked)}**", ""]
    for number, citation in enumerate(answer.citations, start=1):
        lines += [f"> “{escaped(citation.quote)}” \\[{number}\\]", ""]
    for number, citation in enumerate(answer.citations, start=1):
        lines.append(f"\\[{number}\\] {_reference(citation, collection)}  ")
    return "\n".join(lines).rstrip() + "\n"


def escaped(text: str) -> str:
    """Text on one line that Markdown shows as it is: no link, image, tag or heading comes of it."""
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))


def _reference(citation: Citation, collection: Collection) -> str:
    article = collection.by_id[citation.article]
    parts = [
        f"“{escaped(first_words(article))}”" if article.title else escaped(first_words(article)),
        escaped(outlet_in_words(citation.outlet)),
        escaped(date_in_words(citation.published, inferred=citation.published_from is not None)),
        escaped(voice_in_words(citation.voice, citation.speaker, citation.speakers)),
        f"{escaped(citation.article)}, characters {citation.start} to {citation.end}",
    ]
    link = web_link(article.url)
    return "; ".join(part for part in parts if part) + (f" <{link}>" if link else "")
