"""Datelines: the place and agency, or the time of day, before a report's first words ("PORT CALDER (Wire) – ", "17:20 ")."""

import re

_AGENCY = r"\((?:[A-Z][\w/. ]{1,30})\)"
_DATE = r"(?:(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?:,? \d{4})?)"
_PLACE = r"[A-Z][\w.’'-]*(?:[ ,]+[A-Z][\w.’'-]*){0,4}"
_SHOUTED = r"[A-Z][A-Z.’'-]{2,}(?:[ /][A-Z][A-Z.’'-]+){0,3}(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?){0,2}"
_CLOCK = r"(?:[01]?\d|2[0-3]):[0-5]\d"
_DATELINE = re.compile(
    rf"(?:{_PLACE}(?:, ?{_DATE})?,? ?)?{_AGENCY}\s*(?:[–—:]|--?)\s*"  # Washington, June 26 (ANI):
    rf"|{_SHOUTED}(?:, ?{_DATE})?\s+(?:[–—]|--?)\s+"  # PORT CALDER, Merovar –
    rf"|{_CLOCK}(?: ?[ap]\.?m\b\.?)?(?: [A-Z]{{2,4}}\b)?\s*(?:[–—:|-]\s*)?(?=[\s*_])[\s*_]+"  # 17:20 GMT –
)


def after_dateline(text: str, start: int) -> int:
    """Where the words of a paragraph begin that opens with a dateline; its start if it has none."""
    match = _DATELINE.match(text, start)
    return match.end() if match else start
