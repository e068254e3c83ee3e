"""Names that say by themselves that they are a newspaper's or a broadcaster's: "The Vale Gazette"."""

import re

_PAPER = (
    "Post|Times|Gazette|Courier|Herald|Tribune|Chronicle|Sentinel|Observer|Telegraph|Ledger|Dispatch|Examiner|Mercury|Echo|Argus"
    "|Inquirer|Enquirer|Journal|Guardian|Independent|Broadcasting|Advertiser|Bugle"
)
# Within a pattern for which case does not count, too.
OUTLET_NAME = rf"(?-i:(?:The )?(?:[A-Z][\w.&’'-]* ){{0,4}}(?:{_PAPER})(?: (?:[Oo]nline|Daily|Weekly))?)"
_OUTLET = re.compile(OUTLET_NAME)


def is_outlet_name(words: str) -> bool:
    """Whether some words are such a name and nothing else."""
    return bool(_OUTLET.fullmatch(words))
