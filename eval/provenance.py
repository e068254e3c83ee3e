"""What was measured: the version of Clipfile and, in a checkout, the commit."""

import subprocess
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed_version
from pathlib import Path


def version() -> str:
    """The version that is installed, "unknown" where the package is not installed."""
    try:
        return installed_version("clipfile")
    except PackageNotFoundError:
        return "unknown"


def commit(folder: Path = Path(__file__).parent) -> str:
    """The commit of the checkout, with `+` where tracked files differ from it; empty where there is no checkout."""
    try:
        found = _git(folder, "rev-parse", "--short=10", "HEAD")
        return found + ("+" if _git(folder, "status", "--porcelain", "--untracked-files=no") else "")
    except (OSError, subprocess.SubprocessError):
        return ""


def _git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, check=True, timeout=10)
    return done.stdout.strip()
