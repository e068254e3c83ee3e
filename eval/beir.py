"""Folders in the shape of BEIR: documents, queries and judgements. Thakur et al. (2021), arXiv:2104.08663.

Read both as BEIR writes them (`_id`, `qrels/test.tsv`) and in the flat shape (`id`, `type`, `meta`, `qrels.tsv`).
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from clipfile.eval.trec import InterchangeError, read_qrels


@dataclass(frozen=True, slots=True)
class Document:
    """A document; `meta` is whatever else the set says of it."""

    document_id: str
    title: str
    text: str
    meta: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SetQuery:
    """A query of a set; `type` and `meta` where the set has them."""

    query_id: str
    text: str
    type: str = ""
    meta: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RetrievalSet:
    """Documents, queries and judgements. A query without judgements has no answer in the documents."""

    name: str
    documents: tuple[Document, ...]
    queries: tuple[SetQuery, ...]
    qrels: dict[str, dict[str, int]]

    def part(self, split: str) -> "RetrievalSet":
        """The set with the queries of one split only (`meta.split`), or all of it where no query names a split."""
        queries = tuple(query for query in self.queries if query.meta.get("split", split) == split)
        kept = {query.query_id for query in queries}
        qrels = {query_id: judged for query_id, judged in self.qrels.items() if query_id in kept}
        return RetrievalSet(self.name, self.documents, queries, qrels)


def read_beir(folder: Path, split: str = "test") -> RetrievalSet:
    """The set in a folder; `split` names the judgements where there are several files, as in BEIR.

    Raises:
        InterchangeError: if a file is missing or a line is not as it should be; the message says what to do.
    """
    qrels = folder / "qrels.tsv"
    if not qrels.is_file():
        qrels = folder / "qrels" / f"{split}.tsv"
    for path in (folder / "corpus.jsonl", folder / "queries.jsonl", qrels):
        if not path.is_file():
            raise InterchangeError(f"{path} is missing; a set is corpus.jsonl, queries.jsonl and qrels.tsv")
    documents = tuple(
        Document(_id(record), record.get("title") or "", record["text"], _meta(record))
        for record in _records(folder / "corpus.jsonl")
    )
    queries = tuple(
        SetQuery(_id(record), record["text"], record.get("type") or "", _meta(record))
        for record in _records(folder / "queries.jsonl")
    )
    judged = read_qrels(qrels)
    if qrels.parent.name == "qrels":  # BEIR's queries.jsonl holds the queries of all splits
        queries = tuple(query for query in queries if query.query_id in judged)
    _check(folder, documents, queries, judged)
    return RetrievalSet(folder.name, documents, queries, judged)


def _records(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                record = json.loads(line)
            except json.JSONDecodeError as error:
                raise InterchangeError(f"{path}:{number}: not JSON ({error.msg}); write one object a line") from error
            if not isinstance(record, dict) or not isinstance(record.get("text"), str) or not _id(record):
                raise InterchangeError(f"{path}:{number}: needs an id (or _id) and a text; found {line.strip()[:80]!r}")
            yield record


def _id(record: dict[str, Any]) -> str:
    value = record.get("id", record.get("_id"))
    return "" if value is None else str(value)


def _meta(record: dict[str, Any]) -> dict[str, Any]:
    return record.get("meta") or record.get("metadata") or {}


def _check(
    folder: Path, documents: tuple[Document, ...], queries: tuple[SetQuery, ...], qrels: dict[str, dict[str, int]]
) -> None:
    for ids, name in (
        ([document.document_id for document in documents], "corpus.jsonl"),
        ([query.query_id for query in queries], "queries.jsonl"),
    ):
        if len(set(ids)) != len(ids):
            twice = next(each for position, each in enumerate(ids) if each in ids[:position])
            raise InterchangeError(f"{folder / name}: id {twice!r} stands twice; give each line its own")
    if qrels and not set(qrels) & {query.query_id for query in queries}:
        example = next(iter(qrels))
        raise InterchangeError(f"{folder}: no query of the qrels is in queries.jsonl ({example!r} is not); fix the ids")
