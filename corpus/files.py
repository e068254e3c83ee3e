"""The files of a folder in a fixed order, and the id of the article in each."""

import stat
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from clipfile.corpus.collection import Skipped


def files_in(folder: Path) -> tuple[list[Path], list[Skipped]]:
    """Every regular file of a folder and its subfolders in sorted order, and what could not be opened.

    Hidden files and folders are left out. Links are followed, but no folder is entered twice.
    """
    files: list[Path] = []
    skipped: list[Skipped] = []
    entered: set[tuple[int, int]] = set()
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        try:
            status = path.stat()
            if stat.S_ISDIR(status.st_mode):
                if (status.st_dev, status.st_ino) in entered:
                    skipped.append(Skipped(path, "it is a link to a folder that is read already"))
                    continue
                entered.add((status.st_dev, status.st_ino))
                inside = (one for one in path.iterdir() if not one.name.startswith("."))
                waiting.extend(sorted(inside, key=lambda one: one.name, reverse=True))
            elif stat.S_ISREG(status.st_mode):
                files.append(path)
            else:
                skipped.append(Skipped(path, "it is not a regular file"))
        except OSError as error:
            reason = "it is a link that leads nowhere" if path.is_symlink() else (error.strerror or str(error)).lower()
            skipped.append(Skipped(path, f"it could not be opened ({reason})"))
    return files, skipped


def article_ids(folder: Path, files: Sequence[Path]) -> dict[Path, str]:
    """The id of the article in each file: its path below the folder without the ending, joined by "/".

    Of two files that differ in their ending only, the second keeps it.
    """
    ids: dict[Path, str] = {}
    taken: set[str] = set()
    for path in files:
        relative = path.relative_to(folder)
        full = _printable(relative.as_posix())
        stem = _printable(relative.with_suffix("").as_posix())
        numbered = (f"{full}-{n}" for n in range(2, len(files) + 2))
        ids[path] = next(name for name in (stem, full, *numbered) if name not in taken)
        taken.add(ids[path])
    return ids


def _printable(name: str) -> str:
    """A file name as one spelling of Unicode, so that an id typed on another machine is the same."""
    return unicodedata.normalize("NFC", name.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))
