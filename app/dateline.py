"""Outlet, date and voice in words, as a newspaper's dateline has them; what is not known is said to be not stated."""

from collections.abc import Sequence

from clipfile.corpus.article import Article
from clipfile.corpus.dates import PublicationDate

MONTHS = (  # calendar.month_name changes with the locale
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def date_in_words(edtf: str | None, inferred: bool = False) -> str:
    """A date as a reader says it: `2024-08-31` is "31 August 2024", `2024-08~` is "about August 2024"."""
    if edtf is None:
        return "date not stated"
    year, *rest = edtf.rstrip("~").split("-")
    parts = [year]
    if rest:
        parts.insert(0, MONTHS[int(rest[0]) - 1])
    if len(rest) > 1:
        parts.insert(0, str(int(rest[1])))
    words = " ".join(parts)
    if edtf.endswith("~"):
        words = f"about {words}"
    return f"{words} (inferred)" if inferred else words


def published_in_words(published: PublicationDate | None) -> tuple[str, str]:
    """A publication date in words, and the words it was inferred from, empty where it was not."""
    if published is None:
        return date_in_words(None), ""
    return date_in_words(published.edtf, bool(published.inferred_from)), published.inferred_from or ""


def outlet_in_words(outlet: str | None) -> str:
    """The outlet's name, or that it is not stated."""
    return outlet or "outlet not stated"


def voice_in_words(voice: str | None, speaker: str | None, speakers: Sequence[str] = ()) -> str:
    """Who says it: "said by Ann Lee", "attributed to the UN and the union", "in the outlet’s own words"; empty if not known.

    `speakers` are all whose words it holds, where they are several.
    """
    others = [each for each in speakers if each != speaker]
    if others:
        named = listed([*([speaker] if speaker else [] if voice == "asserted" else ["somebody not named"]), *others])
        if voice == "asserted":
            return f"in the outlet’s own words and those of {named}"
        speaker = named
    if voice == "asserted":
        return "in the outlet’s own words"
    if voice == "attributed":
        return f"attributed to {speaker}" if speaker else "attributed, to whom is not stated"
    if voice == "quoted" and not speaker:
        return "quoted, speaker not stated"
    return f"said by {speaker}" if speaker else ""


def listed(names: Sequence[str]) -> str:
    """Names as a sentence lists them: "police, the union and Ann Lee"."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def first_words(article: Article, length: int = 60) -> str:
    """A name for an article: its title, or the first words of its text where it has none."""
    if article.title:
        return article.title
    opening = " ".join(article.text[: 4 * length].split())
    if len(opening) <= length:
        return f"Untitled: “{opening}”" if opening else "Untitled"
    return f"Untitled: “{opening[:length].rsplit(' ', 1)[0]} …”"


def time_span(dates: list[PublicationDate]) -> str:
    """From the earliest to the latest of the dates, in months: "August 2024 to January 2025"."""
    if not dates:
        return ""
    first, last = min(date.first_day for date in dates), max(date.last_day for date in dates)
    ends = [f"{MONTHS[day.month - 1]} {day.year}" for day in (first, last)]
    return " to ".join(dict.fromkeys(ends))
