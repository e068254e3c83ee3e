"""Measures sentence boundaries on labelled news text: `python tests/measure_sentences.py`.

Each library splits each paragraph as it comes from the package, and again below Clipfile's repairs for news text.
A library that is not installed is left out; for all of them:
`pip install blingfire nltk pysbd sentence-splitter spacy syntok`.
"""

import importlib.metadata
import itertools
import json
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from clipfile.corpus.sentence_ends import sentence_ends

LABELLED = Path(__file__).parent / "fixtures" / "sentences.json"
Splitter = Callable[[str], Iterable[str]]


def splitters() -> dict[str, tuple[str, Callable[[], Splitter]]]:
    def blingfire() -> Splitter:
        from blingfire import text_to_sentences

        return lambda text: text_to_sentences(text).split("\n")

    def nltk() -> Splitter:
        from nltk.tokenize.punkt import PunktSentenceTokenizer

        return PunktSentenceTokenizer().tokenize

    def pysbd() -> Splitter:
        from pysbd import Segmenter

        return Segmenter(language="en", clean=False).segment

    def sentence_splitter() -> Splitter:
        from sentence_splitter import SentenceSplitter

        return SentenceSplitter(language="en").split

    def sentencex() -> Splitter:
        from sentencex import segment

        return lambda text: segment("en", text)

    def spacy() -> Splitter:
        from spacy.lang.en import English

        english = English()
        english.add_pipe("sentencizer")
        return lambda text: [sentence.text for sentence in english(text).sents]

    def syntok() -> Splitter:
        from syntok.segmenter import split
        from syntok.tokenizer import Tokenizer

        def sentences(text: str) -> list[str]:
            found = [list(tokens) for tokens in split(Tokenizer(replace_not_contraction=False).tokenize(text))]
            return [text[tokens[0].offset : tokens[-1].offset + len(tokens[-1].value)] for tokens in found]

        return sentences

    return {
        "blingfire": ("blingfire", blingfire),
        "nltk punkt (untrained)": ("nltk", nltk),
        "pysbd": ("pysbd", pysbd),
        "sentence-splitter": ("sentence-splitter", sentence_splitter),
        "spacy sentencizer": ("spacy", spacy),
        "syntok": ("syntok", syntok),
        "sentencex": ("sentencex", sentencex),
    }


def ends(text: str, sentences: Iterable[str]) -> set[int]:
    """Offsets in characters other than white space where a sentence ends, the last one left out."""
    found = set()
    position = 0
    for sentence in sentences:
        position += len("".join(sentence.split()))
        found.add(position)
    return found - {len("".join(text.split())), 0}


def repaired(split: Splitter) -> Splitter:
    """The splitter below Clipfile's repairs."""

    def ends_of(text: str) -> list[int]:
        wanted = ends(text, split(text))
        seen = itertools.accumulate(not character.isspace() for character in text)
        return [position for position, count in enumerate(seen, 1) if count in wanted]

    def sentences(text: str) -> list[str]:
        cuts = [0, *sentence_ends(text, ends_of), len(text)]
        return [text[start:end] for start, end in itertools.pairwise(cuts)]

    return sentences


def measure(split: Splitter, paragraphs: list[dict]) -> tuple[float, float, float, int]:
    """Precision, recall and F1 of the boundaries inside paragraphs, and how many paragraphs are right in full."""
    right = wrong = missed = whole = 0
    for paragraph in paragraphs:
        expected = ends(paragraph["text"], paragraph["sentences"])
        found = ends(paragraph["text"], split(paragraph["text"]))
        right += len(expected & found)
        wrong += len(found - expected)
        missed += len(expected - found)
        whole += expected == found
    precision = right / (right + wrong)
    recall = right / (right + missed)
    return precision, recall, 2 * precision * recall / (precision + recall), whole


def main() -> None:
    labelled = json.loads(LABELLED.read_text(encoding="utf-8"))
    for part, paragraphs in labelled.items():
        sentences = sum(len(paragraph["sentences"]) for paragraph in paragraphs)
        print(f"\n{part.replace('_', '-')}: {len(paragraphs)} paragraphs, {sentences} sentences\n")
        print("| library | version | precision | recall | F1 | with repairs | paragraphs right | ms a megabyte |")
        print("|---|---|---|---|---|---|---|---|")
        for name, (package, load) in splitters().items():
            try:
                version = importlib.metadata.version(package)
            except importlib.metadata.PackageNotFoundError:
                continue
            split = load()
            precision, recall, f1, _ = measure(split, paragraphs)
            *_, repaired_f1, whole = measure(repaired(split), paragraphs)
            numbers = f"{precision:.3f} | {recall:.3f} | {f1:.3f} | {repaired_f1:.3f} | {whole}/{len(paragraphs)}"
            print(f"| {name} | {version} | {numbers} | {milliseconds_a_megabyte(split, paragraphs):.0f} |")


def milliseconds_a_megabyte(split: Splitter, paragraphs: list[dict]) -> float:
    characters = sum(len(paragraph["text"]) for paragraph in paragraphs)
    times = []
    for _ in range(3):
        began = time.perf_counter()
        for paragraph in paragraphs:
            list(split(paragraph["text"]))
        times.append(time.perf_counter() - began)
    return 1000 * min(times) / characters * 1e6


if __name__ == "__main__":
    main()
