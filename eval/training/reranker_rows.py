"""Writes what the reranker is trained on: first public questions, then the stories of this folder.

python eval/training/reranker_rows.py DATA OUT

DATA holds answer sentence sets as JSON Lines in DATA/answers (SelQA, QNLI, HotpotQA, SQuAD, Natural Questions), FEVER's
claims in DATA/claims, and DATA/retrieval/{xquad_en,squad2_sample}, whose sentences are left out as they serve to measure.
Test splits are left out, and every fifth story. Writes OUT/public.jsonl and OUT/stories.jsonl; train on the first and then,
with --init, on the second:

python eval/training/train_reranker.py OUT/public.jsonl --out OUT/1
python eval/training/train_reranker.py OUT/stories.jsonl --epochs 3 --rate 7e-5 --init OUT/1 --out OUT/2
"""

import json
import random
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from question_sets import Matter, Place, lines_of, matters

from clipfile.index.bm25 import compile_bm25
from clipfile.index.cross_encoder import text_for_model
from clipfile.index.encoder import SentenceTransformerEncoder
from clipfile.index.tokens import terms_of, words_of

SETS = ("selqa", "qnli_dev", "qnli_v1_extra", "hotpotqa_part", "squad_silver", "nq_oracle_silver")
MEASURED_ON = ("xquad_en", "squad2_sample")
WRONG_A_QUESTION = 5
CLAIMS = 4000  # of FEVER: a claim is asked, and its evidence answers
LONGEST = 500  # characters of FEVER's evidence
NEAREST = 12  # wrong sentences of the same matter by the encoder
LEXICAL, ELSEWHERE, AT_RANDOM = 1, 1, 1  # more of them, by BM25, of other matters, and of the rest
WEIGHT_OF_BM25 = 0.02  # beside the cosine, for sentences of other matters
STRANGE = 0.3  # share of questions that are also asked of another matter, which cannot answer them
TITLED = 0.8  # share of sentences that are read with their title
IN_CONTEXT = 0.9  # share of sentences that are read with the one before


def public_groups(data: Path, chance: random.Random) -> list[dict]:
    """Every right sentence of a question and up to five wrong ones of the same text, or else of others."""
    kept_out = " ".join(
        " ".join(words_of(record["text"]))
        for name in MEASURED_ON
        for record in lines_of(data / "retrieval" / name / "corpus.jsonl")
    )
    by_question: dict[str, list[tuple[str, int, str | None]]] = defaultdict(list)
    for name in SETS:
        for record in lines_of(data / "answers" / f"{name}.jsonl"):
            if record["split"] != "test" and " ".join(words_of(record["sentence"])) not in kept_out:
                titled = (record["sentence"], int(record["label"]), record["meta"].get("title"))
                by_question[record["question"]].append(titled)
    groups = []
    for question, sentences in by_question.items():
        right = [_titled(title, text, 0.5, chance) for text, label, title in sentences if label]
        wrong = [_titled(title, text, 0.5, chance) for text, label, title in sentences if not label]
        groups.append({"q": question, "right": right, "wrong": _some(wrong, WRONG_A_QUESTION, chance)})
    groups += claim_groups(data, chance)
    everything = [text for group in groups for text in group["right"]]
    for group in groups:
        if len(group["wrong"]) < WRONG_A_QUESTION:
            group["wrong"] += chance.sample(everything, 2)
    return groups


def claim_groups(data: Path, chance: random.Random) -> list[dict]:
    """Claims of FEVER's development part with their evidence, and the most similar evidence of other claims."""
    evidence_of: dict[str, set[str]] = defaultdict(set)
    for record in lines_of(data / "claims" / "fever_gold.jsonl"):
        if record["split"] == "dev" and len(record["evidence"]) < LONGEST:
            evidence_of[record["claim"]].add(record["evidence"])
    evidence = sorted(set().union(*evidence_of.values()))
    bm25 = compile_bm25([terms_of(text) for text in evidence])
    groups = []
    for claim in chance.sample(sorted(evidence_of), CLAIMS):
        near = [evidence[n] for n in np.argsort(-bm25.scores(terms_of(claim)), kind="stable")[: 2 * WRONG_A_QUESTION]]
        wrong = [text for text in near if text not in evidence_of[claim]][:WRONG_A_QUESTION]
        groups.append({"q": claim, "right": sorted(evidence_of[claim])[:2], "wrong": wrong})
    return groups


def written_groups(chance: random.Random) -> Iterator[dict]:
    """The answering sentences, and wrong ones: the most similar of the same matter, some others of it, and of another."""
    every = [matter for matter in matters() if matter.questions and not matter.held_back]
    owners = [(n, place) for n, matter in enumerate(every) for place in matter.places()]
    texts = [every[n].sentence(place) for n, place in owners]
    row_of = {owner: row for row, owner in enumerate(owners)}
    matter_of = np.array([n for n, _ in owners])
    vectors, bm25 = _vectors(texts), compile_bm25([terms_of(text) for text in texts])
    for n, matter in enumerate(every):
        asked = _vectors([question for question, _ in matter.questions])
        for (question, answers), vector in zip(matter.questions, asked, strict=True):
            right = [row_of[n, place] for place in dict.fromkeys(answers)]
            cosines, lexical = vectors @ vector, bm25.scores(terms_of(question))
            own = [row_of[n, place] for place in matter.places() if place not in answers]
            near = sorted(own, key=lambda row: -cosines[row])
            wrong = near[:NEAREST]
            wrong += [row for row in sorted(own, key=lambda row: -lexical[row]) if row not in wrong][:LEXICAL]
            wrong += _some([row for row in own if row not in wrong], AT_RANDOM, chance)
            mixed = np.argsort(-(cosines + WEIGHT_OF_BM25 * lexical), kind="stable")
            wrong += [int(row) for row in mixed if matter_of[row] != n][:ELSEWHERE]
            read = [read_as(every[owners[row][0]], owners[row][1], chance) for row in [*right, *wrong]]
            yield {"q": question, "right": read[: len(right)], "wrong": read[len(right) :]}
            if chance.random() < STRANGE:
                other = chance.choice([each for each in range(len(every)) if each != n])
                rows = np.flatnonzero(matter_of == other)
                nearest = rows[np.argsort(-cosines[rows], kind="stable")[:NEAREST]]
                wrong_read = [read_as(every[other], owners[row][1], chance) for row in nearest]
                yield {"q": question, "right": [], "wrong": wrong_read}


def read_as(matter: Matter, place: Place, chance: random.Random) -> str:
    """A matter's sentence as the models read it."""
    return read_in_training(matter.sentence(place), matter.articles[place[0]].title, matter.before(place), chance)


def read_in_training(sentence: str, title: str, before: str, chance: random.Random) -> str:
    """A sentence as the models read it, sometimes without its title or what stands before it."""
    titled, in_context = chance.random() < TITLED, chance.random() < IN_CONTEXT
    return text_for_model(sentence, title if titled else None, before if in_context else "")


def _vectors(texts: Sequence[str]) -> np.ndarray:
    return np.stack([each.vector for each in SentenceTransformerEncoder().encode(texts)])


def _some(values: list, n: int, chance: random.Random) -> list:
    return chance.sample(values, min(n, len(values)))


def _titled(title: str | None, sentence: str, share: float, chance: random.Random) -> str:
    return f"{title}: {sentence}" if title and chance.random() < share else sentence


def _write(rows: Iterable[dict], path: Path) -> None:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def main() -> None:
    """Writes both files."""
    data, out = Path(sys.argv[1]), Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    _write(public_groups(data, random.Random(1)), out / "public.jsonl")
    _write(written_groups(random.Random(5)), out / "stories.jsonl")


if __name__ == "__main__":
    main()
