"""A table and how it is written: for the terminal, or as Markdown."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its title, the names of its columns, its rows; the first column holds names, the others values."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""


def as_text(table: Table) -> str:
    """A table for the terminal: names to the left, values to the right."""
    rows = [table.header, *table.rows]
    widths = [max(len(row[column]) for row in rows) for column in range(len(table.header))]

    def line(row: Sequence[str]) -> str:
        cells = [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        return "  ".join(cells).rstrip()

    ruled = [line(table.header), "-" * len(line(table.header).ljust(sum(widths) + 2 * len(widths) - 2))]
    body = [line(row) for row in table.rows]
    head = ruled if any(table.header) else []
    return "\n".join([table.title, *head, *body, *([table.note] if table.note else [])])


def as_markdown(table: Table) -> str:
    """A table for a README."""
    lines = [f"| {' | '.join(cell.replace('|', '/') for cell in row)} |" for row in (table.header, *table.rows)]
    lines.insert(1, f"|---|{'---:|' * (len(table.header) - 1)}")
    return "\n".join([f"**{table.title}**", "", *lines, *(["", table.note] if table.note else [])])
