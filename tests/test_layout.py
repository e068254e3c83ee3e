"""What the layout promises: imports point one way, and nothing stands under a second import name."""

import ast
import re
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ORDER = ("corpus", "index", "app", "eval")
LAZY = {("app/command_line.py", "eval")}  # `clipfile eval` alone, and inside the function


def imports(module: Path) -> set[tuple[str, bool]]:
    """What a module imports, each with whether that stands at the top of the file."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    top = set(tree.body)
    found = set()
    for node in ast.walk(tree):
        names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        found |= {(name, node in top) for name in names}
    return found


def imported_folders(module: Path) -> set[tuple[str, bool]]:
    """The folders that a module imports from, each with whether that stands at the top of the file."""
    return {(name.split(".")[1], at_top) for name, at_top in imports(module) if name.startswith("clipfile.")}


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


def test_every_dependency_is_imported_by_the_desk_and_the_suite_names_its_own() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    needed = {re.split("[<>=]", each)[0].lower().replace("_", "-") for each in declared}
    modules = [module for folder in ORDER if folder != "eval" for module in (ROOT / folder).glob("*.py")]
    distributions = packages_distributions()
    imported = {
        distribution.lower().replace("_", "-")
        for module in modules
        for name, _ in imports(module)
        for distribution in distributions.get(name.split(".")[0], ())
    }
    assert needed - imported == {"lxml-html-clean"}  # trafilatura imports it


def test_what_models_were_trained_on_is_not_installed() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]
    assert declared["exclude-package-data"] == {"clipfile.eval": ["training/*"]}
