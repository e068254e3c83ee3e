"""A claim in its parts: the sentences of a pasted text, the statements of one sentence, and what cannot be checked."""

import re
from dataclasses import dataclass

from clipfile.app.claim_words import words_in
from clipfile.corpus.sentences import sentences_of

LONGEST_CLAIM = 2000  # characters
MOST_SENTENCES = 20
SHOWN = 60  # characters of a claim in a sentence that refuses it
FEWEST_WORDS = 3
FEWEST_WORDS_OF_A_PART = 4
LONGEST_SUBJECT = 8  # words of a subject that a second verb may share
_FOREIGN = frozenset(
    "am hat bei nach wird der das und ist nicht ein eine mit dem den auf für von zu im sich wurde wurden haben "
    "la le les des est une dans pour que qui "
    "sur avec du au aux ont sont il elle el los las una por con para del es son fue ha han y di il della che non è sono "
    "per gli nel het een van niet zijn op werd os uma em não da do foi na se som och att det är inte på av".split()
)
_ENGLISH = frozenset(
    "the of and to were are has have had for with by from that this not it its be been will would they their she her than "
    "which who whose more but after before".split()
)
_AUXILIARY = (
    "is are was were has have had will would can could may might must shall should does do did won't isn't aren't wasn't "
    "weren't hasn't haven't hadn't doesn't didn't cannot can't became remains remain remained"
).split()
_IRREGULAR = (
    "said says went came took gave made got led left lost won held met sent built spent bought sold shot found rose fell grew "
    "began broke brought fought fled drove wrote spoke stood told knew saw put set cut hit hurt paid ran kept felt meant "
    "needs gets goes makes takes gives helps works lives runs leads keeps allows shows opens plans calls costs owns backs uses "
    "cost leave serve sit live work run want wants need answer answers "
    "carries lies stays remains contains includes consists counts pays holds"
).split()
_VERBS = "|".join([*_AUXILIARY, *_IRREGULAR])
_VERB = re.compile(rf"\b(?:{_VERBS}|[a-z]{{2,}}ed)\b")
_SUBJECT = (
    r"(?:when|after|before|once|since|if|he|she|it|they|we|this|these|those|there|nobody|everyone|the|an?|its|their|his|her|"
    r"most|many|some|all|both|none|no|"
    r"another|one|two|three|four|five|[A-Z][\w’'.-]+|\d[\d,.]*)"
)
_JOIN = re.compile(rf",?\s(?:and|but|while|whereas|yet)\s(?={_SUBJECT}\b)|;\s+")
_COMMA = re.compile(rf",\s(?={_SUBJECT}\b)")
_SHARED_SUBJECT = re.compile(rf",?\s(?:and|but)\s(?:then\s|also\s|later\s|now\s)?(?=(?:{_VERBS}|[a-z]{{3,}}ed)\b)")
_HOLDS_ON = re.compile(  # what is said, denied or supposed in the first half goes on behind the "and"
    r"^(?:if|unless|whether|not only)\b|\bthat\b|^(?:when|after|before|once|since|because|although|while)\b[^,]*$"
    r"|\b(?:says?|said|tells?|told|den(?:y|ies|ied)|claim(?:s|ed)|alleg(?:es|ed)|argue[sd]|rule[sd]|warn(?:s|ed)|announced"
    r"|promise[sd]|pledge[sd]|vow(?:s|ed)|believe[sd]?)\b",
    re.IGNORECASE,
)
_SAID_BEHIND = re.compile(r",[”\"]?\s(?:[\w.’' -]{2,50}\s(?:said|says)|according to [^,]+)$", re.IGNORECASE)
_PREPOSITION = r"(?:about|against|among|as|at|by|for|from|in|into|like|of|on|over|to|under|with|within|without)"
_NO_VERB = re.compile(  # "two boats seized by police", "a woman wanted for murder"
    rf"(?:[a-z]+ed|built|found|held|led|made|sold|sent|shot|won|lost|set|put)\sby\b"
    rf"|(?:wanted|used|made|built|based|registered|owned|named|accused|suspected|convicted|charged|held|found|sold|needed|"
    rf"intended|meant|designed|aimed)\s{_PREPOSITION}\b"
)
_NO_SECOND_VERB = re.compile(  # "rifles and armoured vehicles for the north", "costs and plans for the port"
    rf"[a-z]+ed\s(?!(?:{_PREPOSITION}|not|back|off|out|up|down|away|all|both|some|many|more|most|no|it|him|her|them|us|his|"
    rf"its|their|the|this|that|these|those|an?|[a-z]+ly|again|later|there|when|after|before|because|until|while)\b)[a-z]"
    rf"|(?:work|works|lives|runs|leads|shows|needs|plans|calls|costs|uses|answers?|cut|hit|hurt|backs|lies|counts|wants?)"
    rf"\s(?:{_PREPOSITION}|and)\b"
)
_BASE_FORM = re.compile(
    r"(?:cut|put|set|hit|hurt|cost|leave|serve|sit|live|work|run|want|need|answer|plans?|calls?|costs?|uses?)\b"
)
_AWAITS_ONE = re.compile(
    r"\b(?:will|would|can|could|may|might|must|shall|should|do|does|did|to [a-z]+|cannot|\w+n[’']t)\b"
)
_NOT = re.compile(r"\b(?:not|never|neither|hardly|barely)\b|n[’']t\b", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:between|both|either|neither)\b[^,;]*$", re.IGNORECASE)
_FIRST_VERB = re.compile(rf"\s(?:also\s)?(?:{_VERBS}|[a-z]{{2,}}e[ds])\b")
_POINTS_BACK = re.compile(r"\b(?:it|he|she|they|them|him|its|his|her|their|this|these|those)\b", re.IGNORECASE)
_RELATIVE = re.compile(r",?\s(?:(?:one|some|most|all|none) of )?(?:which|whom|who)\b")
_CLAUSE = re.compile(r",\s(?:(?P<joined>at|by|for|from|in|of|on|to|with)\s)?(?P<word>which|who|whom|where)\s")
_OF_A_NOUN = re.compile(r"\s(?:who|whom|whose|which)\b[^,]*$")  # "a man who robbed a bank and shot a guard"
_SAYS = re.compile(  # "the dam, which critics say was badly built"
    r"\b(?:says?|said|claim(?:s|ed)?|alleg(?:es?|ed)|argue[sd]?|believe[sd]?|thinks?|thought|insist(?:s|ed)?)\s"
)
_LAST_NAME = re.compile(r"(?:[A-Z][\w’'.-]*\s)*[A-Z][\w’'.-]*$")
_LAST_NOUN = re.compile(
    r"\b(?:the|an?|its|their|his|her|this|that|these|those|\d[\d,.]*)(?:\s(?!(?:the|an?|its|their|his|her)\s)[\w’'-]+){1,4}$"
)
_DETERMINERS = frozenset("The A An Its Their His Her This That These Those".split())
_QUESTION = re.compile(
    r"^(?:(?:did|does|do|is|are|was|were|has|have|had|will|would|can|could|should)\s"
    r"(?:the|an?|any|he|she|it|they|there|this|these|those)"
    r"|(?:did|does|is|are|was|were|has)\s(?-i:[A-Z])\w*"
    r"|(?:who|what|when|where|why|how|(?:which|what|whose) \w+)\s"
    r"(?:did|does|do|is|are|was|were|has|have|had|will|would|can|could|should)"
    r"|how (?:many|much|long|old|often|far))\b",
    re.IGNORECASE,
)
_ASKED_IN_PASSING = re.compile(  # "who pays is unclear", "what is new is that it broke"
    r",|\b(?:is|are|was|were|remains?|remained)\s(?:still|not|no|un\w+|in|disputed|anyone|that|what|whether|how|why)\b"
)
_OPINION = re.compile(
    r"^(?:everyone|everybody|you|nobody|no one) (?:should|must|ought)\b"
    r"|\b(?:I (?:think|believe|feel|hope|guess|love|hate)|in my (?:opinion|view)|we (?:should|must|ought)|should be ashamed|"
    r"(?:beautiful|ugly|awful|terrible|wonderful|disgusting|boring|best|worst) (?:thing|idea|news) (?:ever|of all))\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_COMMAND = re.compile(
    r"^(?:(?:ignore|forget|please|do not|don[’']t|let[’']s|(?:tell|show|give) (?:me|us)|summari[sz]e|translate|explain)\b(?!-)"
    r"|(?:write|list|pretend)\s(?:the|an?|all|every|me|us|some|any|your|that|to|down|out|\d+)\b)",
    re.IGNORECASE,
)
_PARTICLES = re.compile(
    r"\b(?:(?:von|van|der|den|de|del|della|la|le|los|las|el|da|do|dos|di|du)\s)+(?=(?-i:[A-Z]))", re.IGNORECASE
)


class ClaimError(ValueError):
    """A claim that cannot be checked as it is; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Part:
    """A statement of a claim to be checked on its own; `reason` is why it cannot be, empty where it can.

    before: the statement before it, where it points back to that: "It was opened in May."
    """

    text: str
    reason: str = ""
    before: str = ""


def checked_claim(claim: str) -> str:
    """The claim without the space around it.

    Raises:
        ClaimError: if it is empty, too long, or holds no word.
    """
    claim = " ".join(claim.split())
    if not claim:
        raise ClaimError("There is no claim; write one as a sentence, for example: The bridge was opened in May.")
    if len(claim) > LONGEST_CLAIM:
        raise ClaimError(
            f"The claim has {len(claim):,} characters; check {LONGEST_CLAIM:,} or fewer at a time, "
            "one statement or a short paragraph."
        )
    if not any(word.term and word.text[0].isalpha() for word in words_in(claim)):
        raise ClaimError(f"The claim {claim[:SHOWN]!r} holds no word to check; write it as a sentence.")
    return claim


def not_checkable(sentence: str) -> str:
    """Why a sentence cannot be checked against articles, in words; empty where it can."""
    words = words_in(sentence)
    bare = sentence.strip("\"“”’' ")
    if bare.endswith("?") or (bare[-1:] != "." and _QUESTION.match(bare) and not _ASKED_IN_PASSING.search(bare)):
        return "a question, not a claim; ask it instead of checking it"
    if _is_foreign([word.lower for word in words_in(_PARTICLES.sub("", sentence))], sentence):
        return "not in English; Clipfile reads English only"
    if len(words) < FEWEST_WORDS:
        return "too short to be a statement"
    if _COMMAND.match(sentence):
        return "a request, not a claim"
    if _OPINION.search(_QUOTED.sub("", sentence)):
        return "an opinion"
    if not any(word.term for word in words):
        return "no word to search for"
    return ""


def _is_foreign(words: list[str], sentence: str) -> bool:
    """Whether a sentence is in another script, or has more function words of other languages than of English."""
    letters = [letter for letter in sentence if letter.isalpha()]
    if sum(letter < "\u0250" for letter in letters) < len(letters) / 2:
        return True
    foreign = sum(word in _FOREIGN and word not in _ENGLISH for word in words)
    return foreign >= 2 and foreign > 2 * sum(word in _ENGLISH for word in words)


def sentences_in(claim: str) -> list[str]:
    """The sentences of a claim or a pasted paragraph.

    Raises:
        ClaimError: if there are too many.
    """
    sentences = [claim[span.start : span.end] for span in sentences_of(claim)] or [claim]
    if len(sentences) > MOST_SENTENCES:
        raise ClaimError(f"The text has {len(sentences)} sentences; check {MOST_SENTENCES} or fewer at a time.")
    return sentences


def statements_in(sentence: str) -> list[str]:
    """The statements of a sentence, each with a verb and a subject; the sentence itself where it is not clear.

    A second verb without a subject takes the first one's: "The ship left port and sank" gives "The ship sank".
    """
    ending = sentence[-1] if sentence[-1] in ".!" else ""
    body = sentence.removesuffix(ending)
    if _SAID_BEHIND.search(body):
        return [sentence]
    for join in _JOIN.finditer(body):
        if _in_quotation(body, join.start()):
            continue
        left, right = body[: join.start()].strip(), body[join.end() :].strip()
        if ";" in join[0]:
            apart = len(words_in(right)) > FEWEST_WORDS_OF_A_PART
        else:
            apart = _stands(left) and _stands(right) and not _HOLDS_ON.search(left)
        if apart and not _BETWEEN.search(left):
            several = [*_listed(left), right]
            return [part for each in several for part in statements_in(each[0].upper() + each[1:] + ending)]
    for join in _SHARED_SUBJECT.finditer(body):
        left, right = body[: join.start()].strip(), body[join.end() :].strip()
        verb = _FIRST_VERB.search(left)
        if _in_quotation(body, join.start()) or _NO_SECOND_VERB.match(right) or _OF_A_NOUN.search(left):
            continue
        if _HOLDS_ON.search(left) or (_BASE_FORM.match(right) and _AWAITS_ONE.search(left)):
            continue
        if _NOT.search(left) and re.match(r"[a-z]+ed\b", right):
            continue
        if verb and _stands(left) and len(words_in(right)) >= FEWEST_WORDS_OF_A_PART - 1 and not _BETWEEN.search(left):
            subject = left[: verb.start()].strip()
            if 0 < len(words_in(subject)) <= LONGEST_SUBJECT and "," not in subject:
                auxiliary = f"{verb[0].strip()} " if _passive(verb[0], right) else ""
                return [left + ending, *statements_in(f"{subject} {auxiliary}{right}{ending}")]
    return [each + ending for each in _without_clause(body)]


def _listed(text: str) -> list[str]:
    """The statements before the last of a list, "the dam broke in May, the road was closed"; the text where it is none."""
    several = _COMMA.split(text)
    apart = all(_stands(each) and not _HOLDS_ON.search(each) for each in several) and not _in_quotation(text, len(text))
    return several if apart else [text]


def _without_clause(body: str) -> list[str]:
    """A statement and what its relative clause says, as a statement of its own; the statement itself without one.

    "The bridge, which was built in May, is closed" gives "The bridge is closed" and "The bridge was built in May".
    """
    for clause in _CLAUSE.finditer(body):
        left, right = body[: clause.start()], body[clause.end() :]
        said, _, rest = (right, "", "") if _stands(left) else right.partition(", ")
        main = f"{left} {rest}".strip()
        noun = _last_noun(left)
        verb = _VERB.search(said)
        if not noun or not _stands(main) or not verb or len(words_in(said)) < FEWEST_WORDS or "," in noun + said:
            continue
        joined = clause["joined"] or {"where": "in"}.get(clause["word"], "")
        of_all = clause["word"] == "which" and verb[0] not in _AUXILIARY  # "it rained, which surprised everyone"
        if verb.start() == 0 and (joined or of_all):
            continue
        if verb.start() and _SAYS.search(said):
            continue
        inside = noun if noun[0].isupper() and noun.split()[0] not in _DETERMINERS else noun[0].lower() + noun[1:]
        other = f"{noun} {said}" if verb.start() == 0 else " ".join(filter(None, (said, joined, inside)))
        return [main, other[0].upper() + other[1:]]
    return [body]


def _last_noun(text: str) -> str:
    """The name or the noun with its article at the end of a stretch of words, or all of it where it has no verb."""
    if len(words_in(text)) <= LONGEST_SUBJECT and not _VERB.search(text):
        return text
    found = _LAST_NAME.search(text) or _LAST_NOUN.search(text)
    return found[0] if found else ""


def _passive(verb: str, right: str) -> bool:
    """Whether "was moved and promoted" goes on without a second "was"."""
    return verb.strip() in ("is", "are", "was", "were", "been") and bool(re.match(r"[a-z]+ed\b", right))


def _stands(text: str) -> bool:
    """Whether a stretch of words is a statement of its own: long enough, and with a verb that is not its first word."""
    text = _RELATIVE.split(text)[0]
    words = words_in(text)
    verbs = _VERB.finditer(text, words[0].end) if words else ()
    return len(words) >= FEWEST_WORDS_OF_A_PART and any(not _NO_VERB.match(text, verb.start()) for verb in verbs)


def _in_quotation(text: str, position: int) -> bool:
    """Whether a quotation opened before a place goes on there."""
    before = text[:position]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def parts_of(claim: str) -> list[Part]:
    """The parts of a claim in order, each with the reason why it cannot be checked, if so.

    Raises:
        ClaimError: if the claim is empty, too long or holds no word.
    """
    parts: list[Part] = []
    for sentence in sentences_in(checked_claim(claim)):
        reason = not_checkable(sentence)
        for text in [sentence] if reason else statements_in(sentence):
            before = parts[-1].text if parts and _POINTS_BACK.search(text) else ""
            parts.append(Part(text, reason, before))
    return parts
