"""Results on public sets kept in a folder, a file for each set, so that a long run goes on where it was broken off."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from clipfile.eval.record_files import variants_in
from clipfile.eval.result import Variant
from clipfile.eval.trec import InterchangeError


@dataclass(frozen=True, slots=True)
class PublicResult:
    """What was measured on one public set: `queries` of `available`, and our rows; `kind` is what was asked.

    `measured` says when and at which commit.
    """

    set_name: str
    kind: str
    documents: int
    queries: int
    available: int
    rows: tuple[Variant, ...]
    measured: str = ""


def kept_results(folder: Path, name: str) -> list[PublicResult] | None:
    """What was measured on a set before, None if it was not.

    Raises:
        InterchangeError: if the file is not what `keep_results` writes.
    """
    path = folder / f"{name}.json"
    if not path.is_file():
        return None
    try:
        records = json.loads(path.read_text(encoding="utf-8"))
        return [PublicResult(**{**record, "rows": variants_in(record["rows"])}) for record in records]
    except (ValueError, KeyError, TypeError) as error:
        raise InterchangeError(f"{path} holds no results ({error}); delete it, and the set is measured anew") from error


def keep_results(folder: Path, name: str, results: Sequence[PublicResult]) -> None:
    """Writes what was measured on a set."""
    folder.mkdir(parents=True, exist_ok=True)
    records = [asdict(result) for result in results]
    (folder / f"{name}.json").write_text(json.dumps(records, ensure_ascii=False, indent=1), encoding="utf-8")
