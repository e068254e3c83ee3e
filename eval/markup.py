"""Small pieces of HTML for the report; every text is escaped here, so that article text is never markup."""

from collections.abc import Sequence
from html import escape

from clipfile.eval.intervals import Measured
from clipfile.eval.table import Table
from clipfile.eval.words import WORDS, interval_in_words, says, value_in_words


def tag(name: str, inner: str, **attributes: str) -> str:
    """An element around markup; `class_` stands for `class`."""
    written = "".join(f' {key.rstrip("_")}="{escape(value)}"' for key, value in attributes.items() if value)
    return f"<{name}{written}>{inner}</{name}>"


def text(name: str, words: object, **attributes: str) -> str:
    """An element around text, which is escaped."""
    return tag(name, escape(str(words)), **attributes)


def table(header: Sequence[str], rows: Sequence[Sequence[str]], own: str = "") -> str:
    """A table of markup cells; the row whose first cell is `own` stands out."""
    head = tag("thead", tag("tr", "".join(tag("th", cell, scope="col") for cell in header))) if any(header) else ""
    body = "".join(
        tag(
            "tr",
            tag("th", row[0], scope="row")
            + "".join(cell if cell.startswith("<td") else tag("td", cell) for cell in row[1:]),
            class_="own" if own and row[0] == own else "",
        )
        for row in rows
    )
    return tag("div", tag("table", head + tag("tbody", body)), class_="wide")


def plain_table(shown: Table, own: str = "") -> str:
    """A table as it is printed, with its title above and its note below."""
    header = [escape(cell) for cell in shown.header]
    rows = [[escape(cell) for cell in row] for row in shown.rows]
    note = "".join(text("p", line, class_="faint") for line in shown.note.split("\n") if line)
    return text("h3", shown.title) + table(header, rows, escape(own)) + note


def measure_row(name: str, measured: Measured) -> list[str]:
    """A row of a measure: its name and what it says, value, interval as a bar and in words, number of questions."""
    wording = WORDS.get(name)
    named = escape(wording.name if wording else name)
    if wording:
        named += text("span", says(name), class_="says")
    interval = escape(interval_in_words(name, measured))
    return [
        named,
        tag("strong", escape(value_in_words(name, measured.value))),
        tag("td", _bar(name, measured), class_="track"),
        interval,
        str(measured.n),
        text("code", name),
    ]


def _bar(name: str, measured: Measured) -> str:
    wording = WORDS.get(name)
    if wording is None or wording.unit not in ("", "%") or measured.value is None:
        return ""
    inner = ""
    if measured.low is not None and measured.high is not None:
        width = max(measured.high - measured.low, 0)
        inner = f'<i style="left:{100 * measured.low:.1f}%;width:{100 * width:.1f}%"></i>'
    return tag("span", f'{inner}<b style="left:{100 * min(measured.value, 1):.1f}%"></b>', class_="bar")


def figure(svg: str, caption: str) -> str:
    """A plot with a sentence that says how to read it."""
    return tag("figure", svg + text("figcaption", caption))
