"""Writes the rows that the reranker is trained on: first public questions, then the stories of this folder.

python eval/training/reranker_rows.py DATA OUT

DATA holds answer sentence sets as JSON Lines in DATA/answers (SelQA, QNLI, HotpotQA, SQuAD, Natural Questions) and
DATA/retrieval/{xquad_en,squad2_sample}, whose sentences are left out as they serve to measure. Test splits are left out.
Writes OUT/public.jsonl and OUT/stories.jsonl; train on the first and then, with --init, on the second:

python eval/training/train_reranker.py OUT/public.jsonl --labels 1 --epochs 2 --out OUT/1
python eval/training/train_reranker.py OUT/stories.jsonl --labels 1 --epochs 4 --rate 7e-5 --init OUT/1 --out OUT/2
"""

import json
import random
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from question_sets import lines_of, story_lines

from clipfile.index.bm25 import compile_bm25
from clipfile.index.tokens import terms_of, words_of

SETS = ("selqa", "qnli_dev", "qnli_v1_extra", "hotpotqa_part", "squad_silver", "nq_oracle_silver")
MEASURED_ON = ("xquad_en", "squad2_sample")
WRONG_A_QUESTION = 5
TITLED = 0.7  # share of sentences that are read with their title


def public_rows(data: Path, chance: random.Random) -> list[dict]:
    """Every right sentence of a question and up to five wrong ones of the same text."""
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
    rows = []
    for question, sentences in by_question.items():
        wrong = [each for each in sentences if not each[1]]
        for sentence, label, title in [each for each in sentences if each[1]] + _some(wrong, WRONG_A_QUESTION, chance):
            rows.append({"a": question, "b": _titled(title, sentence, 0.5, chance), "label": label})
    return rows


def story_rows(chance: random.Random) -> list[dict]:
    """The answering sentences, the most similar others of the story, and one of another story; near misses likewise."""
    stories = list(story_lines(*sorted(Path(__file__).parent.glob("stories_*.jsonl"))))
    everywhere = [(story["story_id"], text) for _, story in stories for text in story["sentences"]]
    over_all = compile_bm25([terms_of(text) for _, text in everywhere])
    rows = []
    for number, story in stories:
        if number % 5 == 4:
            continue
        within = compile_bm25([terms_of(text) for text in story["sentences"]])
        for question in story["questions"]:
            terms, answers = terms_of(question["q"]), set(question["answers"])
            wrong = [int(n) for n in np.argsort(-within.scores(terms), kind="stable") if n not in answers]
            chosen = wrong[:3] + _some(wrong[3:], 2, chance) if answers else wrong[:4]
            for n in [*sorted(answers), *sorted(answers)[:1], *chosen]:
                read = _titled(story["title"], story["sentences"][n], TITLED, chance)
                rows.append({"a": question["q"], "b": read, "label": int(n in answers)})
            best = np.argsort(-over_all.scores(terms), kind="stable")[:12]
            elsewhere = [text for story_id, text in (everywhere[n] for n in best) if story_id != story["story_id"]]
            rows += [{"a": question["q"], "b": text, "label": 0} for text in elsewhere[:1]]
    return rows


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
    _write(public_rows(data, random.Random(1)), out / "public.jsonl")
    _write(story_rows(random.Random(5)), out / "stories.jsonl")


if __name__ == "__main__":
    main()
