"""Addresses out of articles: only a plain http or https address is ever made a link."""

from urllib.parse import quote, urlsplit

LONGEST_LINK = 2000  # characters; what browsers and servers accept


def web_link(url: str | None) -> str | None:
    """The address if it is http or https and names a host, else `None`; what a link must not hold is escaped."""
    if not url or len(url) > LONGEST_LINK or any(ord(character) < 33 or ord(character) == 127 for character in url):
        return None
    try:
        parts = urlsplit(url)
        host, name = parts.hostname, parts.username
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host or name is not None:
        return None
    return quote(url, safe=":/?#[]@!$&'()*+,;=%-._~")
