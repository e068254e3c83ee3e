"""Measures furniture on pages with marked lines: `python tests/measure_furniture.py [--wrong]`.

Counted are characters other than white space. The pages are invented; beside each stand the numbers of its furniture lines
(from 1), and whether it was at hand while the rules were written or in which round it was held out: the pages of a round
were written after the rules were frozen (corpus/FURNITURE.md holds what was measured then). Two collections of `eval/`,
made by others, are an outside check. With --wrong every line is printed that is marked wrongly (+) or missed (-).
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from clipfile.corpus.furniture import furniture_of
from clipfile.corpus.reading import read_collection

PAGES = Path(__file__).parent / "fixtures" / "furniture"
COLLECTIONS = Path(__file__).parents[1] / "eval" / "collections"
SHOWN = 100  # characters of a line


@dataclass(frozen=True)
class Page:
    name: str
    part: str
    text: str
    furniture: frozenset[int]  # offsets of the characters that are furniture


@dataclass(frozen=True)
class Counts:
    right: int
    wrong: int
    missed: int
    body: int  # characters that are not furniture

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


def pages() -> Iterator[Page]:
    for path in sorted(PAGES.glob("*.txt")):
        label = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        text = path.read_bytes().decode()
        offsets: set[int] = set()
        start = 0
        for number, line in enumerate(text.splitlines(keepends=True), 1):
            if number in label["furniture_lines"]:
                offsets.update(range(start, start + len(line)))
            start += len(line)
        yield Page(path.stem, label["half"], text, _visible(text, offsets))
    for labels in sorted(COLLECTIONS.glob("*/labels/furniture.jsonl")):
        records = [json.loads(line) for line in labels.read_text(encoding="utf-8").splitlines()]
        articles = read_collection(labels.parents[1] / "articles").by_id
        for article in sorted({record["article"] for record in records}):
            text = articles[article].text
            offsets = set()
            for record in records:
                if record["article"] == article:
                    start = text.find(record["quote"])
                    while start >= 0:
                        offsets.update(range(start, start + len(record["quote"])))
                        start = text.find(record["quote"], start + 1)
            yield Page(article, f"outside: {labels.parents[1].name}", text, _visible(text, offsets))


def _visible(text: str, offsets: set[int]) -> frozenset[int]:
    return frozenset(offset for offset in offsets if not text[offset].isspace())


def counts(page: Page) -> Counts:
    found = _visible(page.text, {offset for span in furniture_of(page.text) for offset in range(span.start, span.end)})
    everything = sum(not character.isspace() for character in page.text)
    return Counts(
        len(found & page.furniture),
        len(found - page.furniture),
        len(page.furniture - found),
        everything - len(page.furniture),
    )


def wrong_lines(page: Page) -> Iterator[str]:
    found = {offset for span in furniture_of(page.text) for offset in range(span.start, span.end)}
    start = 0
    for line in page.text.splitlines(keepends=True):
        offsets = [offset for offset in range(start, start + len(line)) if not page.text[offset].isspace()]
        marked, expected = sum(o in found for o in offsets), sum(o in page.furniture for o in offsets)
        if marked != expected:
            yield f"{page.name}: {'+' if marked > expected else '-'} {line.strip()[:SHOWN]}"
        start += len(line)


def total(several: list[Counts]) -> Counts:
    return Counts(*(sum(getattr(one, name) for one in several) for name in ("right", "wrong", "missed", "body")))


def main() -> None:
    measured = [(page, counts(page)) for page in pages()]
    print("| part | page | precision | recall | body marked |")
    print("|---|---|---|---|---|")
    for part in dict.fromkeys(page.part for page, _ in measured):
        in_part = [(page.name, one) for page, one in measured if page.part == part]
        for name, one in [*in_part, ("**together**", total([one for _, one in in_part]))]:
            print(f"| {part} | {name} | {one.precision:.3f} | {one.recall:.3f} | {one.wrong / one.body:.2%} |")
    if "--wrong" in sys.argv[1:]:
        for page, _ in measured:
            if not page.part.startswith("outside"):
                print(*wrong_lines(page), sep="\n")


if __name__ == "__main__":
    main()
