"""The evidence file: an answer, claim check or trace as it was given, with what proves its quotes.

It holds the settings, and for every article cited the SHA-256 of its text, so that `clipfile verify` can check each quote
against the articles at any later time.
"""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import Any

from clipfile.corpus.article import Article
from clipfile.corpus.collection import Collection
from clipfile.index.store import Settings

Prove = Callable[
    [str, str, Mapping[str, Any], str | None], dict[str, Any]
]  # command, what was asked, record, as-of date

FORMAT = "clipfile-evidence-1"
_QUOTE_FIELDS = {"article": str, "start": int, "end": int, "quote": str}


class EvidenceError(ValueError):
    """A file that is no evidence file; the message says what was found and what to do."""


def evidence_of(
    command: str, asked: str, record: Mapping[str, Any], as_of: str | None, settings: Settings, collection: Collection
) -> dict[str, Any]:
    """The contents of an evidence file.

    Args:
        command: which command answered: ask, check or trace.
        asked: the question, claim or text.
        record: the JSON object that the command prints.
        as_of: the date up to which articles counted.
        settings: those of the index.
        collection: the articles that are cited.
    """
    plain = json.loads(json.dumps(record, ensure_ascii=False))
    cited = dict.fromkeys(quote["article"] for quote in quotes_in(plain))
    evidence = {
        "format": FORMAT,
        "version": version("clipfile"),
        "command": command,
        "asked": asked,
        "settings": {"as_of": as_of, **asdict(settings)},
        "articles": {article_id: facts_of(collection.by_id[article_id]) for article_id in cited},
        "answer": plain,
    }
    return evidence | {"sha256": seal_of(evidence)}


def quotes_in(record: Any) -> Iterator[dict[str, Any]]:
    """Every citation in a JSON object, at whatever depth, in order; the same one may come twice."""
    if isinstance(record, dict):
        if all(type(record.get(name)) is kind for name, kind in _QUOTE_FIELDS.items()):
            yield record
        for value in record.values():
            yield from quotes_in(value)
    elif isinstance(record, list):
        for value in record:
            yield from quotes_in(value)


def speakers_in(quote: Mapping[str, Any]) -> list[str]:
    """All whose words a quote of a file holds; a file may hold anything in their place."""
    speakers = quote.get("speakers")
    return [each for each in speakers if isinstance(each, str)] if isinstance(speakers, list) else []


def edits_in(quote: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The words that a quote of a file prints otherwise than the text that was traced."""
    edits = quote.get("edits")
    pairs = [each for each in edits if isinstance(each, list) and len(each) == 2] if isinstance(edits, list) else []
    return [(pasted, printed) for pasted, printed in pairs if isinstance(pasted, str) and isinstance(printed, str)]


def seal_of(evidence: Mapping[str, Any]) -> str:
    """SHA-256 over everything in the file but the seal itself: shows a change, though not who made it."""
    sealed = {name: value for name, value in evidence.items() if name != "sha256"}
    return hashlib.sha256(json.dumps(sealed, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def write_evidence(path: Path, evidence: Mapping[str, Any]) -> None:
    """Writes an evidence file; one that is there already stays as it was until the new one is whole."""
    if path.exists() and not path.is_file():  # a device or a pipe, which is not to be replaced
        path.write_text(evidence_text(evidence), encoding="utf-8")
        return
    whole = path.with_name(f"{path.name}.part")
    try:
        whole.write_text(evidence_text(evidence), encoding="utf-8")
        whole.replace(path)
    except OSError as error:
        whole.unlink(missing_ok=True)
        raise OSError(error.errno, error.strerror, str(path)) from error


def evidence_text(evidence: Mapping[str, Any]) -> str:
    """The text of an evidence file."""
    return json.dumps(evidence, ensure_ascii=False, indent=1) + "\n"


def read_evidence(path: Path) -> dict[str, Any]:
    """The contents of an evidence file.

    Raises:
        EvidenceError: if it is none.
    """
    try:
        return evidence_from(path.read_text(encoding="utf-8"), str(path))
    except UnicodeDecodeError as error:
        raise EvidenceError(f"{path} is not JSON ({error}); save an answer with: clipfile ask … --save FILE") from error


def evidence_from(text: str, name: str) -> dict[str, Any]:
    """The contents of an evidence file out of its text; `name` is what messages call it.

    Raises:
        EvidenceError: if it is none.
    """
    try:
        evidence = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        raise EvidenceError(f"{name} is not JSON ({error}); save an answer with: clipfile ask … --save FILE") from error
    if not isinstance(evidence, dict) or evidence.get("format") != FORMAT:
        found = evidence.get("format") if isinstance(evidence, dict) else type(evidence).__name__
        raise EvidenceError(
            f"{name} is not an evidence file: its format is {found!r}, not {FORMAT!r}; "
            "save an answer with: clipfile ask … --save FILE"
        )
    if not isinstance(evidence.get("articles"), dict) or not isinstance(evidence.get("answer"), dict):
        raise EvidenceError(f"{name} lacks its articles or its answer; save it again with: clipfile ask … --save FILE")
    return evidence


def facts_of(article: Article) -> dict[str, Any]:
    """What the file says of an article: the SHA-256 of its text, and what is known of it."""
    return {
        "sha256": article.content_hash,
        "title": article.title,
        "outlet": article.outlet,
        "published": article.published.edtf if article.published else None,
        "url": article.url,
    }
