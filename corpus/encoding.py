"""The characters of a file: which encoding it is in, and whether it is text at all."""

import codecs
import re

from clipfile.corpus.article import ArticleError

_BYTE_ORDER_MARKS = (  # UTF-32 first: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?\b(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE
)
_DECLARED_WITHIN = 4096  # bytes; the HTML standard asks for the first 1024, pages are later than that
_CONTROL_SHARE = 0.01  # above this share of control characters it is not text
_ASCII = bytes(range(128))
_PUNCTUATION = b"\x85\x91\x92\x93\x94\x95\x96\x97"  # quotes, dashes and dots, the same in every Windows encoding
_SAMPLE = 200_000  # bytes that are enough to tell the encoding of a longer file
_IN_USE = (  # of the one-byte encodings; charset-normalizer also offers ones in which no text is found, with like scores
    *("cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "cp874"),
    *("iso8859_2", "iso8859_7", "koi8_r", "koi8_u"),
)
_MULTI_BYTE_SHARE = (
    0.1  # of a text in Chinese, Japanese or Korean, at least; below it a western letter looks like one of theirs
)
_WESTERN_BONUS = 0.05  # Windows-1252 is by far the most frequent of them


def decode(raw: bytes) -> str:
    """The characters of a file, newlines as they stand, without the byte order mark.

    UTF-8 is believed whenever it fits, since text in another encoding almost never does; then the charset that an HTML
    page declares; then what charset-normalizer detects.

    Raises:
        ArticleError: if it is not text, or in no encoding that is known.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            return _as_text(_try(raw[len(mark) :], encoding))
    sixteen_bit = _sixteen_bit(raw)
    if sixteen_bit:
        return _as_text(_try(raw, sixteen_bit))
    if b"\0" in raw:
        raise ArticleError("it is binary, not text")
    if raw.isascii() and b"\x1b$" in raw:  # the one encoding in use that looks like ASCII
        return _as_text(_try(raw, "iso2022_jp"))
    declared = _declared(raw)
    return _as_text(_try(raw, "utf-8") or (declared and _try(raw, declared)) or _detect(raw))


def _try(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _as_text(text: str | None) -> str:
    if text is None:
        raise ArticleError("its encoding was not recognised; save it as UTF-8")
    control = sum(character < " " and not character.isspace() for character in text)
    if "\0" in text or control > _CONTROL_SHARE * len(text):
        raise ArticleError("it is binary, not text")
    return text


def _declared(raw: bytes) -> str | None:
    """The charset that the page names, as Python knows it; `None` if it names none or an unknown one."""
    match = _DECLARED.search(raw[:_DECLARED_WITHIN])
    if not match:
        return None
    try:
        name = codecs.lookup(match[1].decode("ascii")).name
    except LookupError:
        return None
    # The HTML standard reads a page that declares Latin-1 or ASCII as Windows-1252.
    return "cp1252" if name in ("iso8859-1", "ascii") else name


def _sixteen_bit(raw: bytes) -> str | None:
    """UTF-16 without a mark: western text has a zero in nearly every second byte, and only there."""
    sample = raw[:_DECLARED_WITHIN]
    if len(sample) < 4 or len(raw) % 2:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    pairs = len(sample) // 2
    if odd > 0.6 * pairs and even < 0.05 * pairs:
        return "utf-16-le"
    if even > 0.6 * pairs and odd < 0.05 * pairs:
        return "utf-16-be"
    return None


def _detect(raw: bytes) -> str | None:
    """Among the encodings that charset-normalizer finds possible, the likeliest one that files are really in."""
    if not raw.translate(None, _ASCII + _PUNCTUATION):
        return _try(raw, "cp1252")
    from charset_normalizer import from_bytes  # loaded only for the few files that are not UTF-8

    cut = len(raw) if len(raw) <= _SAMPLE else raw.rfind(b" ", 0, _SAMPLE) + 1 or _SAMPLE
    found = [match for match in from_bytes(raw[:cut]) if not match.encoding.startswith("utf")]
    matches = [match for match in found if not 0 < match.multi_byte_usage < _MULTI_BYTE_SHARE]
    if not matches:
        return _try(raw, "cp1252") or (_try(raw, found[0].encoding) if found else None)
    in_use = [match for match in matches if match.encoding in _IN_USE or match.encoding.startswith("mac_")]
    if matches[0].multi_byte_usage or not in_use:
        return _try(raw, matches[0].encoding)
    best = min(
        in_use,
        key=lambda match: match.chaos - match.coherence / 2 - (_WESTERN_BONUS if match.encoding == "cp1252" else 0),
    )
    return _try(raw, "mac_roman" if best.encoding.startswith("mac_") else best.encoding)
