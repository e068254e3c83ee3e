"""Runs and qrels in the files of TREC: read, checked and written, so that other tools can take part.

A run line is `query Q0 document rank score name`, a qrels line `query 0 document relevance`.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from urllib.parse import quote

QRELS_HEADER = ("query-id", "corpus-id", "score")  # the first line of BEIR's qrels


class InterchangeError(ValueError):
    """A run, qrels or BEIR file that cannot be read; the message says file, line, what was found and what to do."""


def read_run(path: Path) -> dict[str, list[str]]:
    """A run: of each query, document ids by falling score, ties in the order of the file.

    Raises:
        InterchangeError: if a line has not six fields, a score that is no number, or a document a second time.
    """
    scored: dict[str, dict[str, float]] = {}
    for number, fields in _fields(path):
        if len(fields) != 6:
            raise InterchangeError(
                f"{path}:{number}: {len(fields)} fields; a run line is: query Q0 document rank score name"
            )
        query_id, _, document_id, _, score, _ = fields
        try:
            value = float(score)
        except ValueError as error:
            raise InterchangeError(f"{path}:{number}: the score is {score!r}; write a number") from error
        if document_id in scored.setdefault(query_id, {}):
            raise InterchangeError(f"{path}:{number}: {document_id!r} stands twice for query {query_id!r}; keep one")
        scored[query_id][document_id] = value
    return {query_id: sorted(found, key=lambda each: -found[each]) for query_id, found in scored.items()}


def write_run(path: Path, run: Mapping[str, Sequence[str]], name: str) -> None:
    """Writes a run; the scores fall with the rank, so that every reader sees the same order."""
    lines = [
        f"{_field(query_id)} Q0 {_field(document_id)} {rank} {len(ranked) - rank + 1} {name}\n"
        for query_id, ranked in run.items()
        for rank, document_id in enumerate(ranked, 1)
    ]
    path.write_text("".join(lines), encoding="utf-8")


def write_qrels(path: Path, qrels: Mapping[str, Mapping[str, int]]) -> None:
    """Writes judgements in TREC's four fields."""
    lines = [
        f"{_field(query_id)} 0 {_field(document_id)} {relevance}\n"
        for query_id, judged in qrels.items()
        for document_id, relevance in judged.items()
    ]
    path.write_text("".join(lines), encoding="utf-8")


def _field(name: str) -> str:
    """An id without what parts fields: articles have file names with spaces."""
    return re.sub(r"\s", lambda space: quote(space[0]), name)


def read_qrels(path: Path) -> dict[str, dict[str, int]]:
    """Of each query, how relevant each judged document is: TREC's four fields, or BEIR's three with a header.

    Raises:
        InterchangeError: if a line has another number of fields, or a relevance that is no whole number.
    """
    qrels: dict[str, dict[str, int]] = {}
    for number, fields in _fields(path):
        if number == 1 and tuple(fields) == QRELS_HEADER:
            continue
        if len(fields) not in (3, 4):
            raise InterchangeError(f"{path}:{number}: {len(fields)} fields; write: query 0 document relevance")
        query_id, document_id, relevance = fields[0], fields[-2], fields[-1]
        try:
            qrels.setdefault(query_id, {})[document_id] = int(relevance)
        except ValueError as error:
            raise InterchangeError(f"{path}:{number}: the relevance is {relevance!r}; write a whole number") from error
    return qrels


def _fields(path: Path) -> Iterable[tuple[int, list[str]]]:
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InterchangeError(f"{path} cannot be read: {error}") from error
    separator = (
        "\t" if any("\t" in line for line in lines[:1]) else None
    )  # an id may hold a space where tabs part fields
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield number, line.split(separator)
