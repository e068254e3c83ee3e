"""How often the voice and the speaker of a sentence are found right: python -m clipfile.eval.voices_measure FOLDER...

A folder holds `labels/voices.jsonl` with `articles/`, or JSON Lines of labels on the shipped articles. Each line is one
sentence: {"article", "quote", "voice", "speaker", "speaker_unknown"}.
"""

import json
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import clipfile.corpus
from clipfile.corpus.article import Article, Span
from clipfile.corpus.furniture import furniture_of
from clipfile.corpus.reading import read_article
from clipfile.corpus.sentences import sentences_of
from clipfile.corpus.voice import Voice, VoiceKind, voices_of
from clipfile.eval.share import Share

SHIPPED = Path(clipfile.corpus.__file__).parent / "articles"
_SMALL = frozenset("a an the this that her his its their our some s".split())
_PARTICLES = frozenset("de da del der di du van von bin al el la le s".split())
_ENDS_HEAD = re.compile(
    r"\s+(?:of|for|at|in|on|from|with|who|whose|which|that|to|by|near|familiar|whom"
    r"|(?:\w+ed|seen|taken|made|written)(?=\s(?:by|on|in|at|to|last|this|under|from)\b))\b"
)
_SUFFIX = re.compile(r",?\s+(?:jr|sr|ii|iii)\.?$")


@dataclass(frozen=True, slots=True)
class Judged:
    """A labelled sentence with what was found for it."""

    article_id: str
    quote: str
    voice: str
    speaker: str | None
    found: Voice

    @property
    def is_voice_right(self) -> bool:
        """Whether the voice is the labelled one."""
        return self.found.kind == self.voice

    @property
    def is_speaker_right(self) -> bool:
        """Whether the speaker is the labelled one; two unknown ones agree."""
        return is_same_speaker(self.speaker, self.found.speaker)


def is_same_speaker(one: str | None, other: str | None) -> bool:
    """Whether two spellings name the same speaker: the same words, surname or head noun, accents and case apart."""
    if one is None or other is None:
        return one is other
    return _head(one) == _head(other) or set(_words(one)) == set(_words(other))


def judge(labels: Iterable[dict[str, Any]], articles: Path) -> list[Judged]:
    """The labelled sentences with the voice found for each; a label that no sentence overlaps is an error of the labels.

    Raises:
        ValueError: if a label's words are not in its article.
    """
    judged: list[Judged] = []
    read: dict[str, tuple[Article, list[Span], list[Voice]]] = {}
    for label in labels:
        name = label["article"]
        if name not in read:
            article = read_article(articles / f"{name}.txt")
            sentences = sentences_of(article.text, furniture_of(article.text))
            read[name] = article, sentences, voices_of(article.text, sentences, article.emphasis)
        article, sentences, voices = read[name]
        span = _place(article, sentences, label["quote"])
        best = max(range(len(sentences)), key=lambda n: _shared(sentences[n], span), default=None)
        found = voices[best] if best is not None and sentences[best].overlaps(span) else Voice(VoiceKind.ASSERTED)
        judged.append(Judged(name, label["quote"], label["voice"], label["speaker"], found))
    return judged


@dataclass(frozen=True, slots=True)
class VoicesMeasure:
    """How many voices are right, by voice and in all, and how many speakers.

    speaker: of the quoted and attributed sentences, how many have the right speaker, or rightly none.
    named: of the speakers given for those whose speaker is labelled, how many are right.
    made_up: of the sentences without a speaker, how many are given one.
    """

    precision: dict[str, Share]
    recall: dict[str, Share]
    voice: Share
    speaker: Share
    named: Share
    made_up: Share


def measure(judged: Sequence[Judged]) -> VoicesMeasure:
    """The measures of labelled sentences."""
    spoken = [one for one in judged if one.voice != VoiceKind.ASSERTED]
    given = [one for one in spoken if one.speaker is not None and one.found.speaker is not None]
    without = [one for one in judged if one.speaker is None]
    return VoicesMeasure(
        {str(kind): _right([one for one in judged if one.found.kind == kind]) for kind in VoiceKind},
        {str(kind): _right([one for one in judged if one.voice == kind]) for kind in VoiceKind},
        _right(judged),
        Share(sum(one.is_speaker_right for one in spoken), len(spoken)),
        Share(sum(one.is_speaker_right for one in given), len(given)),
        Share(sum(one.found.speaker is not None for one in without), len(without)),
    )


def _right(judged: Sequence[Judged]) -> Share:
    return Share(sum(one.is_voice_right for one in judged), len(judged))


def read_labels(path: Path) -> list[dict[str, Any]]:
    """The labels of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def table(measured: VoicesMeasure) -> str:
    """Voice and speaker measures, as a table for people."""
    lines = [f"{'':12}{'labelled':>10}{'precision':>11}{'recall':>8}"]
    for kind, recall in measured.recall.items():
        precision = measured.precision[kind]
        lines.append(f"{kind:12}{recall.all:>10}{_share(precision):>11}{_share(recall):>8}")
    lines += [
        f"voice right        {measured.voice}",
        f"speaker right      {measured.speaker} quoted or attributed",
        f"speakers given     {measured.named} are right",
        f"speaker made up    {measured.made_up} without one",
    ]
    return "\n".join(lines)


def mistakes(judged: Sequence[Judged]) -> list[str]:
    """One line for each sentence whose voice or speaker is not the labelled one."""
    return [
        f"{one.article_id}: {one.voice}, {one.speaker} | found {one.found.kind}, {one.found.speaker} | {one.quote}"
        for one in judged
        if not (one.is_voice_right and one.is_speaker_right)
    ]


def labels_in(folder: Path) -> list[tuple[Path, Path]]:
    """The label files of a folder, each with the folder of its articles."""
    if (folder / "labels" / "voices.jsonl").exists():
        return [(folder / "labels" / "voices.jsonl", folder / "articles")]
    return [(path, SHIPPED) for path in sorted(folder.glob("*.jsonl"))]


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the measures of each folder; with --mistakes also the sentences that went wrong."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    for folder in (Path(one) for one in given if not one.startswith("--")):
        for path, articles in labels_in(folder):
            judged = judge(read_labels(path), articles)
            print(f"{path}\n{table(measure(judged))}\n")
            if "--mistakes" in given:
                print("\n".join(mistakes(judged)) + "\n")


def _place(article: Article, sentences: Sequence[Span], quote: str) -> Span:
    """Where the labelled words stand: as a whole sentence if they are one somewhere, else where they come first."""
    whole = next((one for one in sentences if article.quote(one) == quote), None)
    if whole:
        return whole
    start = article.text.find(quote)
    if start < 0:
        raise ValueError(f"{article.article_id} does not hold {quote!r}; copy labels verbatim")
    return Span(start, start + len(quote))


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _words(name: str) -> list[str]:
    import unicodedata

    folded = unicodedata.normalize("NFKD", name.lower().replace("’", "'"))
    letters = "".join(character for character in folded if not unicodedata.combining(character))
    return [word for word in re.findall(r"\w+", re.sub(r"\([^)]*\)", " ", letters)) if word not in _SMALL]


def _head(name: str) -> str:
    plain = _SUFFIX.sub("", re.sub(r"\([^)]*\)", "", name.lower()).strip())
    if any(word.islower() and word not in _PARTICLES for word in re.findall(r"[^\W\d_]+", name)):
        plain = _ENDS_HEAD.split(plain)[0]
    words = _words(plain)
    return words[-1] if words else ""


def _share(share: Share) -> str:
    return f"{share.value:.3f}" if share.all else "-"


if __name__ == "__main__":
    main()
