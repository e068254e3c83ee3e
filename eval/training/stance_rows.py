"""Writes what the stance model is trained on, in three stages: inference in general, claims and evidence, and what is invented.

python eval/training/stance_rows.py DATA OUT

DATA/claims holds claim sets as JSON Lines. Test splits are left out, and every fifth story and single sentence. Writes
OUT/general.jsonl, OUT/claims.jsonl and OUT/stories.jsonl, each to be trained on with --init from the one before:

python eval/training/train_stance.py OUT/general.jsonl --tokens 96 --out OUT/1
python eval/training/train_stance.py OUT/claims.jsonl --rate 8e-5 --init OUT/1 --out OUT/2
python eval/training/train_stance.py OUT/stories.jsonl --epochs 2 --rate 6e-5 --init OUT/2 --out OUT/3
"""

import json
import random
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import numpy as np
from question_sets import lines_of, matters, single_sentences
from reranker_rows import read_as, read_in_training

from clipfile.index.bm25 import compile_bm25
from clipfile.index.encoder import SentenceTransformerEncoder
from clipfile.index.tokens import terms_of

STANCES = ("supports", "refutes", "neutral")
GENERAL: dict[str, Callable[[str], bool]] = {
    "mnli_train_part": lambda split: split == "train",
    "mnli_dev": lambda split: True,
    "snli_dev_test": lambda split: split == "dev",
    "cad_nli": lambda split: split == "train",
    "new_protocols_nli": lambda split: split.startswith("train"),
    "taxinli": lambda split: True,
    "negation_nli": lambda split: True,
}
CLAIMS: dict[str, Callable[[str], bool]] = {
    "new_protocols_nli": lambda split: split.startswith("val"),
    "infotabs": lambda split: split == "train",
    "fever_gold": lambda split: split == "dev",
    "fever_nli": lambda split: split == "dev",
    "fever_symmetric": lambda split: split == "v0.2_dev",
    "scifact": lambda split: split == "train",
    "vitaminc_mini": lambda split: split == "train",
}
AGAIN = {"cad_nli": 3000, "mnli_train_part": 6000}  # rows of general inference that are read again with the claims
MINED = 5000  # claims of FEVER beside similar evidence of another claim: neutral
AT_MOST = 36000  # rows of the second stage
LONGEST = {"general": 400, "claims": 450}  # characters of a sentence
NEAR, ANY = 0.8, 0.4  # shares of settled claims also read beside the nearest, and beside any near other sentence
ANY_OF = 5  # nearest sentences of which any may be drawn
REHEARSED = 5000  # rows of the second stage among those of the stories


def rows_of(data: Path, name: str, wanted: Callable[[str], bool]) -> list[dict]:
    """The rows of a set, as claim, sentence and stance."""
    return [
        {"claim": record["claim"], "sentence": record["evidence"], "stance": record["label"]}
        for record in lines_of(data / "claims" / f"{name}.jsonl")
        if wanted(record["split"]) and record["label"] in STANCES
    ]


def general_rows(data: Path, chance: random.Random) -> list[dict]:
    """Inference in general."""
    rows = [row for name, wanted in GENERAL.items() for row in rows_of(data, name, wanted)]
    return _shuffled([row for row in rows if len(row["sentence"]) < LONGEST["general"]], chance)


def claim_rows(data: Path, chance: random.Random) -> list[dict]:
    """Claims with evidence, mined neutral pairs, and some general inference again."""
    rows = [row for name, wanted in CLAIMS.items() for row in rows_of(data, name, wanted)]
    for name, n in AGAIN.items():
        rows += chance.sample(rows_of(data, name, GENERAL[name]), n)
    rows += _mined(rows_of(data, "fever_gold", CLAIMS["fever_gold"]), chance)
    return _shuffled([row for row in rows if len(row["sentence"]) < LONGEST["claims"]], chance)[:AT_MOST]


def _mined(gold: list[dict], chance: random.Random) -> Iterator[dict]:
    """Claims beside the most similar evidence of others."""
    evidence_of = defaultdict(set)
    for row in gold:
        evidence_of[row["claim"]].add(row["sentence"])
    evidence = sorted({row["sentence"] for row in gold})
    bm25 = compile_bm25([terms_of(text) for text in evidence])
    for claim in chance.sample(sorted(evidence_of), MINED):
        best = np.argsort(-bm25.scores(terms_of(claim)), kind="stable")[:6]
        near = [evidence[n] for n in best if evidence[n] not in evidence_of[claim]][:3]
        if near:
            yield {"claim": claim, "sentence": chance.choice(near), "stance": "neutral"}


def written_rows(chance: random.Random) -> Iterator[dict]:
    """The written claims with their sentences; settled ones also with near sentences that do not settle them."""
    encoder = SentenceTransformerEncoder()
    for matter in matters():
        if matter.held_back or not matter.claims:
            continue
        places = matter.places()
        sentences = np.stack([each.vector for each in encoder.encode([matter.sentence(place) for place in places])])
        claims = encoder.encode([each.claim for each in matter.claims])
        for written, encoded in zip(matter.claims, claims, strict=True):
            stanced = {place for place, _ in written.stances}
            near = [
                places[n] for n in np.argsort(-(sentences @ encoded.vector), kind="stable") if places[n] not in stanced
            ]
            read = list(written.stances)
            if any(stance != "neutral" for _, stance in read):
                read += [(near[0], "neutral")] * (chance.random() < NEAR)
                read += [(chance.choice(near[1:ANY_OF]), "neutral")] * (chance.random() < ANY)
            for place, stance in read:
                yield {"claim": written.claim, "sentence": read_as(matter, place, chance), "stance": stance}


def single_rows(chance: random.Random) -> Iterator[dict]:
    """The claims written about single sentences."""
    for each in single_sentences():
        if each.held_back:
            continue
        for claim, stance in each.claims:
            read = read_in_training(each.sentence, each.title, each.before, chance)
            yield {"claim": claim, "sentence": read, "stance": stance}


def _shuffled(rows: list[dict], chance: random.Random) -> list[dict]:
    return chance.sample(rows, len(rows))


def _write(rows: Iterable[dict], path: Path) -> None:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def main() -> None:
    """Writes the files of the three stages."""
    data, out = Path(sys.argv[1]), Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    _write(general_rows(data, random.Random(11)), out / "general.jsonl")
    claims = claim_rows(data, random.Random(2))
    _write(claims, out / "claims.jsonl")
    chance = random.Random(9)
    invented = [*written_rows(chance), *single_rows(chance), *chance.sample(claims, REHEARSED)]
    _write(_shuffled(invented, chance), out / "stories.jsonl")


if __name__ == "__main__":
    main()
