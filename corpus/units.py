"""Units of measure and currencies: the word or sign in the text, its one name, and how it converts."""

import re
from dataclasses import dataclass

PERCENT = "percent"
TIMES = "times"
PEOPLE = "people"
NUMBER = "number"  # the unit of a figure whose counted thing is not known


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure; `factor` converts to the first unit of its dimension."""

    name: str
    dimension: str
    factor: float


_MEASURES = {  # dimension: (name, factor, how it is written), the first unit is the dimension's own
    "length": (
        ("metres", 1.0, "metres?|meters?|m"),
        ("millimetres", 0.001, "millimetres?|millimeters?|mm"),
        ("centimetres", 0.01, "centimetres?|centimeters?|cm"),
        ("kilometres", 1000.0, "kilometres?|kilometers?|kms?"),
        ("miles", 1609.344, "miles?|mi"),
        ("nautical miles", 1852.0, "nautical miles?|nm"),
        ("feet", 0.3048, "feet|foot|ft"),
        ("inches", 0.0254, "inch(?:es)?"),
        ("yards", 0.9144, "yards?|yds?"),
        ("light-years", 9.4607e15, "light[- ]years?"),
    ),
    "area": (
        ("square metres", 1.0, r"square (?:metres?|meters?)|sq\.? ?m|m²|m2"),
        ("square kilometres", 1e6, r"square (?:kilometres?|kilometers?)|sq\.? ?km|km²|km2"),
        ("square miles", 2.589988e6, r"square miles?|sq\.? ?mi"),
        ("square feet", 0.09290304, r"square f(?:ee|oo)t|sq\.? ?ft"),
        ("hectares", 1e4, "hectares?|ha"),
        ("acres", 4046.856, "acres?"),
    ),
    "volume": (
        ("litres", 1.0, "litres?|liters?|l"),
        ("millilitres", 0.001, "millilitres?|milliliters?|ml"),
        ("cubic metres", 1000.0, "cubic (?:metres?|meters?)|m³|m3"),
        ("cubic kilometres", 1e12, "cubic (?:kilometres?|kilometers?)"),
        ("cubic feet", 28.316847, "cubic f(?:ee|oo)t"),
        ("gallons", 3.785412, "gallons?"),
        ("barrels", 158.987295, "barrels?"),
    ),
    "mass": (
        ("kilograms", 1.0, "kilograms?|kilogrammes?|kilos?|kg"),
        ("grams", 0.001, "grams?|grammes?|g"),
        ("milligrams", 1e-6, "milligrams?|mg"),
        ("tonnes", 1000.0, r"(?:metric )?tonnes?|metric tons?|t"),
        ("tons", 1000.0, "tons?"),
        ("ounces", 0.02834952, "ounces?|oz"),
    ),
    "time": (
        ("seconds", 1.0, "seconds?|secs?"),
        ("minutes", 60.0, "minutes?|mins?"),
        ("hours", 3600.0, "hours?|hrs?"),
        ("days", 86400.0, "days?"),
        ("nights", 86400.0, "nights?"),
        ("weeks", 604800.0, "weeks?"),
        ("months", 2629746.0, "months?"),
        ("years", 31556952.0, "years?|yrs?"),
        ("decades", 315569520.0, "decades?"),
        ("centuries", 3155695200.0, "centur(?:y|ies)"),
    ),
    "speed": (
        ("kilometres per hour", 1.0, r"km/h|kph|kmh"),
        ("miles per hour", 1.609344, "mph"),
        ("knots", 1.852, "knots?|kts?"),
    ),
    "energy": (
        ("kilowatt-hours", 1.0, "kilowatt[- ]hours?|kwh"),
        ("megawatt-hours", 1000.0, "megawatt[- ]hours?|mwh"),
        ("gigawatt-hours", 1e6, "gigawatt[- ]hours?|gwh"),
    ),
    "power": (
        ("kilowatts", 1.0, "kilowatts?|kw"),
        ("megawatts", 1000.0, "megawatts?|mw"),
        ("gigawatts", 1e6, "gigawatts?|gw"),
    ),
    "temperature": (("degrees Celsius", 1.0, r"degrees? (?:celsius|centigrade)|° ?c|degrees? c|c"),),
    "temperature in Fahrenheit": (("degrees Fahrenheit", 1.0, r"degrees? fahrenheit|° ?f|degrees? f|f"),),
    "degrees": (("degrees", 1.0, "degrees?|°"),),
    "share": (
        ("percentage points", 1.0, "percentage points?"),
        ("basis points", 0.01, "basis points?|bps"),
        (PERCENT, 1.0, "per ?cent|percent|pct|%"),
    ),
}
_CURRENCIES = (  # (name, sign before the number, word after it)
    ("USD", r"US\$|USD|\$", r"US dollars?|U\.S\. dollars?|dollars?|USD|\$"),
    ("CAD", r"C\$|CA\$|CAD", "Canadian dollars?|CAD"),
    ("AUD", r"A\$|AU\$|AUD", "Australian dollars?|AUD"),
    ("NZD", r"NZ\$|NZD", "New Zealand dollars?|NZD"),
    ("HKD", r"HK\$|HKD", "Hong Kong dollars?|HKD"),
    ("SGD", r"S\$|SGD", "Singapore dollars?|SGD"),
    ("BRL", r"R\$|BRL", "reais|BRL"),
    ("EUR", "€|EUR", "euros?|EUR|€"),
    ("GBP", "£|GBP", "pounds? sterling|pounds?|quid|GBP|£"),
    ("JPY", "¥|JPY", "yen|JPY"),
    ("CNY", "CN¥|RMB|CNY", "yuan|renminbi|RMB|CNY"),
    ("INR", r"₹|Rs\.?|INR", "rupees?|INR"),
    ("NGN", "₦|NGN", "naira|NGN"),
    ("KES", r"KSh\.?|Ksh\.?|KES", "Kenyan shillings?|shillings?|KES"),
    ("ZAR", "ZAR", "rand|ZAR"),
    ("RUB", "₽|RUB", "roubles?|rubles?|RUB"),
    ("UAH", "₴|UAH", "hryvnias?|UAH"),
    ("CHF", "CHF|Fr\\.", "Swiss francs?|francs?|CHF"),
    ("SEK", "SEK", "kron(?:or|a)|SEK"),
    ("DKK", "DKK", "kroner?|DKK"),
    ("HTG", "HTG", "gourdes?|HTG"),
    ("PHP", "₱|PHP", "pesos?|PHP"),
    ("KRW", "₩|KRW", "won|KRW"),
    ("TRY", "₺|TRY", "lira|TRY"),
    ("cents", "¢", r"cents?|pence|(?<=\d)p"),
)
CURRENCIES = frozenset(name for name, _, _ in _CURRENCIES)
_BY_NAME = {name: Unit(name, dimension, factor) for dimension, rows in _MEASURES.items() for name, factor, _ in rows}
_SHORT = {"m", "l", "g", "t", "mi", "nm", "ha"}  # letters that are units only right behind digits

# Long spellings first, so that "percentage points" is not read as "percent".
_WRITTEN = sorted(
    ((pattern, name) for rows in _MEASURES.values() for name, _, pattern in rows),
    key=lambda row: -max(len(spelling) for spelling in row[0].split("|")),
)
_AFTER = re.compile(
    "[ \u00a0\u202f-]?(?:"
    + "|".join(f"(?P<u{n}>{pattern})" for n, (pattern, _) in enumerate(_WRITTEN))
    + r")(?![\w²³])",
    re.IGNORECASE,
)
_MONEY_AFTER = re.compile(
    "[ \u00a0\u202f]?(?:" + "|".join(f"(?P<c{n}>{word})" for n, (_, _, word) in enumerate(_CURRENCIES)) + r")(?![\w$])"
)
_MONEY_BEFORE = re.compile(
    r"(?<![\w$])(?:"
    + "|".join(
        f"(?P<b{n}>{sign})" for n, (_, sign, _) in sorted(enumerate(_CURRENCIES), key=lambda row: -len(row[1][1]))
    )
    + r")[ \u00a0]?$"
)
GLUED = (
    r"km²|km2|km/h|kms?|mm|cm|m²|m2|m³|m3|kg|mg|ml|ft|mph|kph|kwh|mwh|gwh|kw|mw|gw|hrs?|ha|bn|mn|tn|[mlgt]|"
    r"(?-i:[CF]|(?<!720)(?<!1080)p)"
)
"""What may stand right behind digits."""
_RATE = re.compile(
    r"[ \u00a0](?:(?:an?|per|each|every|a single)[ \u00a0](?P<of>square metre|square meter|square foot|cubic metre|"
    r"second|minute|hour|day|night|week|month|year|head|person|capita|household|family|tonne|ton|litre|liter|"
    r"kilogram|kilo|barrel|kilometre|kilometer|mile|acre|hectare|gallon|pupil|student|child|worker|shift|unit|share|game)\b"
    r"(?! (?:earlier|ago|later|before|after|old)\b)"
    r"|(?P<adverb>hourly|daily|weekly|monthly|annually|yearly)\b)|/(?P<slash>s|h|hr|day|week|month|year)\b"
)
_PER_MANY = re.compile(
    r"[ \u00a0](?:per|for every|in every|out of every)[ \u00a0](?P<of>10{0,2},?000|(?:a )?(?:hundred|thousand|million))\b"
    r"(?:[ \u00a0](?:people|inhabitants|residents|persons|population|live births|births))?"
)
_PRICE = re.compile(
    r"[ \u00a0](?:an?|per|each)[ \u00a0](?P<of>[a-z]{3,})\b(?=[.,;:)”]|$| (?:in|at|for|to|and|from|on)\b)"
)
_PERIODS = {"s": "second", "h": "hour", "hr": "hour", "hourly": "hour", "daily": "day", "weekly": "week"}
_PERIODS |= {"monthly": "month", "annually": "year", "yearly": "year"}


@dataclass(frozen=True, slots=True)
class UnitFound:
    """A unit in the text: its one name, and where the words for it end."""

    name: str
    end: int


def unit_after(text: str, position: int) -> UnitFound | None:
    """The unit of measure or currency that begins at a position, behind a number."""
    match = _AFTER.match(text, position)
    if match and _stands(text, position, match[0]):
        return UnitFound(next(name for n, (_, name) in enumerate(_WRITTEN) if match[f"u{n}"]), match.end())
    money = _MONEY_AFTER.match(text, position)
    if money:
        return UnitFound(next(row[0] for n, row in enumerate(_CURRENCIES) if money[f"c{n}"]), money.end())
    return None


def _stands(text: str, position: int, written: str) -> bool:
    """Whether a letter such as m is a unit: only behind digits, without a hyphen."""
    if written.lower() in ("c", "f", " c", " f", "-c", "-f"):
        return written.isupper() and len(written) == 1 and position > 0 and text[position - 1].isdigit()
    letters = written.strip(" \u00a0\u202f-").lower() in _SHORT
    return not letters or (written[0] != "-" and position > 0 and text[position - 1].isdigit())


def currency_before(text: str, position: int) -> tuple[str, int] | None:
    """The currency whose sign ends at a position, in front of a number, and where the sign begins."""
    match = _MONEY_BEFORE.search(text, max(0, position - 5), position)
    if not match:
        return None
    index = next(n for n in range(len(_CURRENCIES)) if match[f"b{n}"])
    return _CURRENCIES[index][0], match.start()


def rate_after(text: str, position: int, unit: str | None = None) -> UnitFound | None:
    """What a figure is given per ("a year", "per tonne"), as the words "per year" that follow the unit.

    A sum of money may be per anything (11 cents a loaf), another unit per period and the like only.
    """
    if many := _PER_MANY.match(text, position):
        return UnitFound(f"per {many['of'].replace(',', '')}", many.end())
    match = _RATE.match(text, position)
    if not match:
        anything = _PRICE.match(text, position) if unit in CURRENCIES else None
        return UnitFound(f"per {anything['of']}", anything.end()) if anything else None
    short = (match["adverb"] or match["slash"] or "").lower()
    of = match["of"] or _PERIODS.get(short, short)
    return UnitFound(f"per {of}", match.end())


def normalised(unit: str) -> str:
    """The one name of a unit written in any way: "mm" is "millimetres"; other words as they stand, in lower case."""
    head, rate = unit.strip(), ""
    whole = unit_after(f"1 {head}", 1)
    if whole and whole.end == len(head) + 2:
        return whole.name
    match = _RATE.search(head)
    if match and match.end() == len(head):
        found = rate_after(head, match.start())
        head, rate = head[: match.start()], f" {found.name}" if found else ""
    number = f"1{head}" if head.lower() in _SHORT else f"1 {head}"
    found = unit_after(number, 1)
    if found and found.end == len(number):
        return found.name + rate
    return (head if head in CURRENCIES else head.lower()) + rate


def unit_named(name: str) -> Unit | None:
    """The unit of measure of a normalised name; `None` for currencies and counted things."""
    return _BY_NAME.get(name)
