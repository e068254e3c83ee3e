"""The verbs with which news reports what somebody said, their forms, and what must follow them."""

from dataclasses import dataclass
from enum import StrEnum


class Takes(StrEnum):
    """What a verb must be followed by, or stand next to, to report somebody's words."""

    ANYTHING = "anything"  # said Fatton; Fatton said; Fatton said the battles would be hard
    CLAUSE = "clause"  # believes that; a police officer believes in God
    OBJECT = "object"  # denied the charge
    REQUEST = "request"  # asked for, asked him to; not: asked himself
    QUOTATION = "quotation"  # “…,” she laughed
    ESTIMATE = "estimate"  # put the toll at


class Form(StrEnum):
    """The form of a verb, as far as spelling tells."""

    BASE = "base"
    THIRD = "third person"
    PAST = "past"
    PARTICIPLE = "-ing"


@dataclass(frozen=True, slots=True)
class VerbForm:
    """One form of a reporting verb.

    human: whether only people and institutions do it; an attack, too, can "suggest" something.
    has_particle: whether a small word after it belongs to it: "chimed in", "shot back".
    """

    verb: str
    form: Form
    takes: frozenset[Takes]
    human: bool = True
    has_particle: bool = False


_ANYTHING = "say tell insist reply joke quip tweet testify reiterate argue caution comment ask confess reassure"
_CLAUSE = (
    "suspect add write recall remark observe confirm warn announce believe think estimate find note claim acknowledge admit"
    " concede stress report reveal predict conclude declare allege agree mention maintain contend assert state"
    " complain disclose rule indicate suggest imply emphasize emphasise underline underscore speculate calculate"
    " reckon forecast fear assume feel swear promise pledge vow explain communicate notify inform remind assure"
    " advise boast lament ask wonder respond counter answer identify determine hold show quote read hear propose"
    " attest clarify specify protest grumble opine surmise posit theorize theorise hypothesize counsel instruct"
    " recommend guess repeat point signal hint demand describe worry hope expect deny doubt concur affirm reaffirm confide"
    " accept remember proclaim vouch relate elaborate volunteer document corroborate object disagree charge submit"
)
_OBJECT = (
    "threaten note defend propose deny blame describe urge accuse criticize criticise praise condemn deplore denounce decry"
    " hail slam tout refute dispute predict allege claim confirm acknowledge admit concede stress emphasize emphasise underline"
    " underscore highlight cite pan mock lambast blast ridicule reiterate promise pledge vow estimate forecast"
    " recommend recount lament bemoan find downplay reveal disclose report warn announce express voice"
    " summarize summarise caution explain recall mention detail demand thank expect foresee anticipate congratulate"
    " salute question reject dismiss attribute welcome corroborate document fault rebut applaud commend laud echo"
    " rebuke chide affirm reaffirm counter rubbish flag renew liken compare contradict"
)
_REQUEST = "encourage ask urge appeal call plead demand advise beg implore exhort tell warn instruct challenge"
_QUOTATION = (
    "add explain write recall remark observe encourage continue go begin laugh smile shrug sigh cry shout yell"
    " scream whisper mutter murmur exclaim interject interrupt offer retort muse post chant reflect call ask declare"
    " repeat answer respond counter nod read conclude label term dub brand describe dismiss put think wonder recite"
    " sing order finish enthuse joke sneer scoff snap bark gush thunder roar bellow growl groan sob wail stammer hiss gasp"
    " croak grin wink tease jest fume vent rage intone drawl confide elaborate venture reason chime plead holler admonish"
    " summarize summarise marvel concur text email remember reminisce"
    " speak talk inquire enquire proclaim charge gripe moan whine mumble stutter shriek chuckle giggle gloat rejoin profess"
)
_ESTIMATE = "put estimate give place value set"
_NOT_ONLY_HUMAN = (
    "suggest indicate show find reveal confirm underline underscore highlight read hold imply signal describe state"
    " emphasize emphasise report estimate rule cite detail give set place put flag document"
)
_IRREGULAR = {  # past; the participle where it differs
    "say": "said", "hear": "heard",
    "tell": "told", "write": "wrote written", "think": "thought", "find": "found", "hold": "held",
    "feel": "felt", "swear": "swore sworn", "go": "went gone", "begin": "began begun", "put": "put", "give": "gave given",
    "set": "set", "show": "showed shown", "read": "read", "sing": "sang sung",
    "shoot": "shot", "hit": "hit", "cut": "cut",
    "plead": "pleaded pled", "speak": "spoke spoken", "forecast": "forecast forecasted",
}  # fmt: skip
_DOUBLED = {
    "chip",
    "hit",
    "cut",
    "snap",
    "flag",
    "sob",
    "grin",
    "rebut",
    "admit",
    "pan",
    "quip",
    "dub",
    "nod",
    "beg",
    "set",
    "put",
    "begin",
    "slam",
    "shrug",
}
_EITHER = {"signal", "label", "marvel", "counsel"}  # doubled in British spelling
_KEPT = {"go"}  # spelled with -oes


def _forms(verb: str) -> list[tuple[str, Form]]:
    if verb in _EITHER:
        ends = ((Form.PAST, "ed"), (Form.PAST, "led"), (Form.PARTICIPLE, "ing"), (Form.PARTICIPLE, "ling"))
        return [(verb, Form.BASE), (verb + "s", Form.THIRD), *((verb + end, form) for form, end in ends)]
    stem = verb + verb[-1] if verb in _DOUBLED else verb
    if verb.endswith("e"):
        participle = verb + "ing" if verb.endswith("ee") else verb[:-1] + "ing"
        past, third = verb + "d", verb + "s"
    elif verb.endswith("y") and verb[-2] not in "aeiou":
        past, participle, third = verb[:-1] + "ied", verb + "ing", verb[:-1] + "ies"
    else:
        hissing = verb.endswith(("s", "sh", "ch", "x")) or verb in _KEPT
        past, participle, third = stem + "ed", stem + "ing", verb + ("es" if hissing else "s")
    pasts = _IRREGULAR.get(verb, past).split()
    return [(verb, Form.BASE), (third, Form.THIRD), *((one, Form.PAST) for one in pasts), (participle, Form.PARTICIPLE)]


def _all_forms() -> dict[str, VerbForm]:
    lists = {
        Takes.ANYTHING: _ANYTHING,
        Takes.CLAUSE: _CLAUSE,
        Takes.OBJECT: _OBJECT,
        Takes.REQUEST: _REQUEST,
        Takes.QUOTATION: _QUOTATION,
        Takes.ESTIMATE: _ESTIMATE,
    }
    takes: dict[str, set[Takes]] = {}
    for kind, verbs in lists.items():
        for verb in verbs.split():
            takes.setdefault(verb, set()).add(kind)
    everywhere = set(_NOT_ONLY_HUMAN.split())
    forms: dict[str, VerbForm] = {}
    for verb, kinds in takes.items():
        for spelling, form in _forms(verb):
            forms[spelling] = VerbForm(verb, form, frozenset(kinds), verb not in everywhere)
    for spelling, form in (("see", Form.BASE), ("sees", Form.THIRD)):  # what is to come, so not in the past
        forms[spelling] = VerbForm("see", form, frozenset((Takes.ESTIMATE,)))
    forms["understands"] = VerbForm("understand", Form.THIRD, frozenset((Takes.CLAUSE,)))  # "…, the BBC understands"
    return forms


VERB_FORMS = _all_forms()  # by spelling, in lower case; "put", "set" and "read" count as past
_PHRASAL = (
    "chip-in chime-in cut-in butt-in pipe-up shoot-back hit-back fire-back snap-back shout-back blurt-out cry-out"
)


def _phrasal_forms() -> dict[tuple[str, str], VerbForm]:
    forms: dict[tuple[str, str], VerbForm] = {}
    for phrasal in _PHRASAL.split():
        verb, _, particle = phrasal.partition("-")
        for spelling, form in _forms(verb):
            forms[spelling, particle] = VerbForm(verb, form, frozenset((Takes.QUOTATION,)), has_particle=True)
    return forms


PHRASAL_FORMS = _phrasal_forms()  # by spelling and particle
