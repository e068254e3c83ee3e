"""An article saved as a web page: its text by trafilatura, and what the page itself states of it."""

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from clipfile.corpus.article import ArticleError, Span
from clipfile.corpus.front_matter import FrontMatter
from clipfile.corpus.outlet_names import is_outlet_name
from clipfile.corpus.paragraphs import paragraphs_of
from clipfile.corpus.stated_dates import stated_date
from clipfile.corpus.text_head import read_head

_DATE_NAMES = (  # of <meta name=…>, property=… or itemprop=…, most telling first
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "sailthru.date",
    "date",
)
_OUTLET_NAMES = ("og:site_name", "application-name", "dc.publisher", "publisher")
_TITLE_NAMES = ("og:title", "twitter:title", "dc.title")
_AUTHOR_NAMES = ("author", "parsely-author", "dc.creator")
_HEAD_LINES = 12
_BLOCKS = ("h1", "h2", "h3", "h4", "p", "li", "blockquote", "figcaption")
_BOLD = ("b", "strong")
_EMPHASIS = (*_BOLD, "em", "i", "h2", "h3", "h4", "h5", "h6", "dt")
_CLOSED = re.compile(r"[.?!][”’\"']?$")
_ADDRESS = re.compile(r"https?://")
_PART = re.compile(r"\s+[|·–—-]\s+")
_CONTROL = dict.fromkeys({*range(32)} - {9, 10, 13})


def read_page(markup: str) -> tuple[str, FrontMatter, tuple[Span, ...]]:
    """The text of the article in a page, without menus and boxes, what the page states of it, and what stands in emphasis.

    Nothing is guessed: a date comes from JSON-LD, a <meta>, a <time> or what stands right below the heading, never from the
    running text.

    Raises:
        ArticleError: if there is no article in the page.
    """
    from lxml.html import HTMLParser, document_fromstring  # type: ignore[import-untyped]
    from trafilatura import bare_extraction  # loaded only for pages, it takes a fifth of a second

    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = document_fromstring(markup.translate(_CONTROL).encode("utf-8", "replace"), parser=parser)
        stated = _stated(tree)
        extracted = bare_extraction(tree, include_comments=False)
    except Exception as error:  # whatever a page does to the extractor, the other files are still read
        raise ArticleError(
            f"its HTML could not be read ({type(error).__name__}); save its text as a .txt file"
        ) from error
    text = extracted.text if extracted is not None and not isinstance(extracted, dict) else None
    if not text or not text.strip():
        raise ArticleError("no article was found in the page; save its text as a .txt file")
    text = _parted(text, tree)
    return text, stated, tuple(_emphasis(text, tree))


def _parted(text: str, tree: Any) -> str:
    """A text in one line, as trafilatura gives that of a page with few words, with its paragraphs on lines of their own."""
    if "\n" in text:
        return text
    lines: list[str] = []
    for element in tree.iter(*_BLOCKS):
        words = _words(element)
        before, found, after = text.partition(words) if words else (text, "", "")
        if found:
            lines += [before.strip(), words]
            text = after
    return "\n".join(line for line in (*lines, text.strip()) if line)


def _emphasis(text: str, tree: Any) -> Iterator[Span]:
    """The paragraphs in bold, in italics or as headings, and the sentences in bold that open a paragraph."""
    alone = set(map(_words, tree.iter(*_EMPHASIS)))
    opening = tuple(sorted(filter(_CLOSED.search, map(_words, tree.iter(*_BOLD))), key=len, reverse=True))
    for paragraph in paragraphs_of(text):
        start = paragraph.start + 2 * text.startswith(("- ", "• "), paragraph.start)  # the mark of a list
        if text[start : paragraph.end] in alone:
            yield Span(start, paragraph.end)
        elif text.startswith(opening, start, paragraph.end):
            yield Span(
                start, start + next(len(words) for words in opening if text.startswith(words, start, paragraph.end))
            )


def _stated(tree: Any) -> FrontMatter:
    metas = _metas(tree)
    url = metas.get("og:url") or next(iter(tree.xpath("//link[@rel='canonical']/@href")), None)

    def first_of(names: tuple[str, ...]) -> str | None:
        return next((metas[name] for name in names if name in metas), None)

    heading = list(map(_words, tree.iter("h1")))
    titles = list(map(_words, tree.iter("title")))
    shown = [line for line in (first_of(_TITLE_NAMES), *(heading if len(heading) == 1 else ()), *titles[:1]) if line]
    linked = _of_this_page(list(_json_ld_articles(tree)), url, shown)
    dates = [_name(linked.get("datePublished")), *(metas.get(name) for name in _DATE_NAMES), *_times(tree)]
    head = read_head(_below_heading(tree))
    outlet = _name(linked.get("publisher")) or first_of(_OUTLET_NAMES) or _outlet_in(titles) or head.outlet
    title = _name(linked.get("headline")) or next(iter(shown), None)
    author = _name(linked.get("author")) or first_of(_AUTHOR_NAMES)
    return FrontMatter(
        title=_without_outlet(title, outlet) if title else None,
        outlet=outlet,
        author=author if author and not _ADDRESS.match(author) else head.author,
        published=next((date for text in dates if text and (date := stated_date(text))), head.published),
        url=url if url and _ADDRESS.match(url) else None,
    )


def _words(element: Any) -> str:
    return " ".join(element.text_content().split())


def _below_heading(tree: Any) -> str:
    """The lines from the page's heading on, as many as can hold a byline."""
    blocks = "self::h2 or self::p or self::div or self::address or self::li"
    below = f"(//h1)[1] | (//h1)[1]/following::*[{blocks}][not(.//h2 or .//p or .//div or .//li)]"
    return "\n".join(map(_words, tree.xpath(below)[:_HEAD_LINES]))


def _of_this_page(articles: list[dict[str, Any]], url: str | None, titles: list[str]) -> dict[str, Any]:
    """Of the articles in a page's JSON-LD, where a list of others can stand first, the one with its address or title."""

    def is_this(article: dict[str, Any]) -> bool:
        page = article.get("mainEntityOfPage")
        addresses = (article.get("url"), page.get("@id") if isinstance(page, dict) else page)
        return (url is not None and url in addresses) or _name(article.get("headline")) in titles

    return next(filter(is_this, articles), articles[0] if articles else {})


def _outlet_in(titles: list[str]) -> str | None:
    """The outlet's name behind the title in the window's title bar: "Gates left open | The Vale Gazette"."""
    parts = [part for title in titles[:1] for part in _PART.split(title)[1:]]
    return next((part for part in parts if is_outlet_name(part)), None)


def _without_outlet(title: str, outlet: str | None) -> str:
    parts = _PART.split(title)
    return title[: -len(parts[-1])].rstrip(" |·–—-") if len(parts) > 1 and parts[-1] == outlet else title


def _json_ld_articles(tree: Any) -> Iterator[dict[str, Any]]:
    """The objects of an article type in the page's JSON-LD, in order."""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            waiting = [json.loads(script.text or "", strict=False)]
        except (ValueError, RecursionError):
            continue  # many pages hold broken JSON-LD; the other sources remain
        while waiting:
            found = waiting.pop(0)
            if isinstance(found, list):
                waiting[:0] = found
            elif isinstance(found, dict):
                kinds = found.get("@type", "")
                if any(re.search(r"Article$|BlogPosting$|Report$", str(kind)) for kind in _listed(kinds)):
                    yield found
                waiting[:0] = [found[key] for key in ("@graph", "mainEntity") if key in found]


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _name(value: Any) -> str | None:
    """A JSON-LD value as one line: a text, an object's name, or several of them joined with commas."""
    names = [one.get("name") if isinstance(one, dict) else one for one in _listed(value)]
    lines = [" ".join(html.unescape(name).split()) for name in names if isinstance(name, str)]
    return ", ".join(line for line in lines if line) or None


def _metas(tree: Any) -> dict[str, str]:
    """The page's <meta> values by lower-case name; of two with one name the first."""
    metas: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = " ".join((element.get("content") or "").split())
        for attribute in ("property", "name", "itemprop"):
            if content and element.get(attribute):
                metas.setdefault(element.get(attribute).strip().lower(), content)
    return metas


def _times(tree: Any) -> list[str]:
    """Dates of <time>: those marked as publication, then the first within the article, then one that stands alone."""
    marked = tree.xpath("//time[@pubdate or @itemprop='datePublished' or contains(@class, 'publi')]")
    within = tree.xpath("(//article//time | //main//time | //header//time)[1]")
    all_times = tree.xpath("//time")
    chosen = [*marked, *within, *(all_times if len(all_times) == 1 else [])]
    return [element.get("datetime") or element.text_content() for element in chosen]
