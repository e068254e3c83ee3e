"""Agreement of the shipped gold with its second labelling, and of two files of a user's own."""

from pathlib import Path

from clipfile.corpus.reading import read_collection
from clipfile.eval.agreement import Agreement, claim_agreement, question_agreement
from clipfile.eval.gold_files import read_claims, read_questions, read_second_claims, read_second_questions
from clipfile.eval.sets import HERE, SHIPPED_ARTICLES, Half, read_set, shipped_sets

SECOND = HERE / "second_labels"


def shipped_agreement() -> list[Agreement]:
    """How far the second labelling of a random third of the Haiti set, both halves, agrees with the gold.

    Raises:
        GoldFileError: if a file is missing or a line is wrong.
    """
    sets = [read_set(files) for files in shipped_sets([Half.DEVELOPMENT, Half.HELD_OUT]) if files.name == "haiti"]
    collection = sets[0].collection
    questions = [question for each in sets for question in each.questions]
    claims = [claim for each in sets for claim in each.claims]
    second_questions = read_second_questions(SECOND / "questions.jsonl", questions, collection)
    second_claims = read_second_claims(SECOND / "claims.jsonl", claims, collection)
    return question_agreement(questions, second_questions, collection) + claim_agreement(claims, second_claims)


def own_agreement(
    articles: Path | None, questions: tuple[Path, Path] | None, claims: tuple[Path, Path] | None
) -> list[Agreement]:
    """How far the second file of each pair agrees with the first.

    Raises:
        GoldFileError: if a line is wrong.
        AgreementError: if the files of a pair have no id in common.
    """
    collection = read_collection(articles or SHIPPED_ARTICLES)
    found = []
    if questions:
        first = read_questions(questions[0], collection)
        found += question_agreement(first, read_second_questions(questions[1], first, collection), collection)
    if claims:
        first_claims = read_claims(claims[0], collection)
        found += claim_agreement(first_claims, read_second_claims(claims[1], first_claims, collection))
    return found
