"""What the layout promises: imports point one way, and nothing stands under a second import name."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ORDER = ("corpus", "index", "app", "eval")
LAZY = {("app/command_line.py", "eval")}  # `clipfile eval` alone, and inside the function


def imported_folders(module: Path) -> set[tuple[str, bool]]:
    """The folders that a module imports from, each with whether that stands at the top of the file."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    top = set(tree.body)
    found = set()
    for node in ast.walk(tree):
        names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        found |= {(name.split(".")[1], node in top) for name in names if name.startswith("clipfile.")}
    return found


@pytest.mark.parametrize("folder", ORDER)
def test_imports_point_from_eval_to_corpus(folder: str) -> None:
    allowed = ORDER[: ORDER.index(folder) + 1]
    for module in sorted((ROOT / folder).glob("*.py")):
        name = f"{folder}/{module.name}"
        for imported, at_top in imported_folders(module):
            if (name, imported) in LAZY:
                assert not at_top, f"{name} imports {imported} at the top"
            else:
                assert imported in allowed, f"{name} imports {imported}"


def test_every_folder_with_modules_is_packaged() -> None:
    declared = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    for folder in ORDER:
        assert f'"clipfile.{folder}" = "{folder}"' in declared
