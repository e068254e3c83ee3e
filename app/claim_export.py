"""A claim check to take along: Markdown with numbered references, and an evidence file in the shape of a ClaimReview.

The evidence file is for a person's own review: it names no reviewer, and the rating is the state of the articles.
"""

from itertools import count
from typing import Any

from clipfile.app.check_in_words import (
    SIDES,
    VERDICTS,
    quotes_in_order,
    rule_in_words,
    side_of,
    statements_of,
    told_in_words,
)
from clipfile.app.citation import Citation
from clipfile.app.claims import ClaimCheck, PartCheck
from clipfile.app.dateline import date_in_words, first_words, outlet_in_words, voice_in_words
from clipfile.app.links import web_link
from clipfile.app.markdown import escaped
from clipfile.corpus.collection import Collection

STANCE_WORDS = {"supports": "supports the claim", "refutes": "refutes the claim"}


def check_as_markdown(check: ClaimCheck, as_of: str | None, collection: Collection) -> str:
    """The claim and its verdict, for each statement the quotes of each side with their numbers, and the references."""
    when = f" (as of {escaped(date_in_words(as_of))})" if as_of else ""
    lines = [f"**{escaped(check.claim)}**{when}", "", escaped(told_in_words(check)), ""]
    numbers = count(1)
    for part in statements_of(check):
        if isinstance(part, PartCheck):
            lines += [f"**“{escaped(part.text)}”** {escaped(told_in_words(part))}", ""]
        for stance, title in SIDES.items():
            for citation in side_of(part, stance):
                quote = f"> “{escaped(citation.quote)}” \\[{next(numbers)}\\]"
                lines += [quote, "", f"{title}: {escaped(rule_in_words(citation))}", ""]
        if part.missing:
            lines += [f"Nothing about: {escaped(', '.join(part.missing))}", ""]
    references = enumerate(quotes_in_order(check), start=1)
    lines += [f"\\[{number}\\] {_reference(citation, collection)}  " for number, citation in references]
    return "\n".join(lines).rstrip() + "\n"


def _reference(citation: Citation, collection: Collection) -> str:
    article = collection.by_id[citation.article]
    parts = [
        escaped(first_words(article)),
        escaped(outlet_in_words(citation.outlet)),
        escaped(date_in_words(citation.published, inferred=citation.published_from is not None)),
        escaped(voice_in_words(citation.voice, citation.speaker, citation.speakers)),
        f"{escaped(citation.article)}, characters {citation.start} to {citation.end}",
    ]
    link = web_link(article.url)
    return "; ".join(part for part in parts if part) + (f" <{link}>" if link else "")


def check_as_claim_review(check: ClaimCheck, collection: Collection) -> dict[str, Any]:
    """The claim check as JSON-LD with schema.org's ClaimReview words, unsigned; every quote with its place."""
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "claimReviewed": check.claim,
        "reviewRating": {"@type": "Rating", "alternateName": VERDICTS[check.verdict]},
        "description": "Evidence file: what a folder of articles says of the claim. To be judged by a person.",
        "reviewBody": told_in_words(check),
        "citation": [_quotation(citation, collection) | {"abstract": each} for citation, each in _stanced(check)],
    }


def _stanced(check: ClaimCheck) -> list[tuple[Citation, str]]:
    return [(each, STANCE_WORDS[each.stance] + (f": {each.part}" if each.part else "")) for each in check.evidence]


def _quotation(citation: Citation, collection: Collection) -> dict[str, Any]:
    article = collection.by_id[citation.article]
    source: dict[str, Any] = {
        "@type": "NewsArticle",
        "identifier": citation.article,
        "sha256": article.content_hash,
        "headline": citation.title,
        "publisher": {"@type": "Organization", "name": citation.outlet} if citation.outlet else None,
        "datePublished": citation.published,
        "url": web_link(article.url),
    }
    names = citation.speakers or filter(None, (citation.speaker,))
    speakers = [{"@type": "Person", "name": name} for name in names]
    quotation: dict[str, Any] = {
        "@type": "Quotation",
        "text": citation.quote,
        "spokenByCharacter": speakers[0] if len(speakers) == 1 else speakers or None,
        "position": f"characters {citation.start} to {citation.end}",
        "isPartOf": {name: value for name, value in source.items() if value is not None},
    }
    return {name: value for name, value in quotation.items() if value is not None}
