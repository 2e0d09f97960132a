"""Where a post ends in a sentence: `Lin Dahai, vice minister of harbors, met the press in Beijing`.

In: what stands behind a name. Out: the post alone; whether the rest tells what the person did. Promises: a verb of the
event ends a post, and so does the next person. Knows nobody.
"""

from __future__ import annotations

from scio_transcripts.lazy import re
from scio_transcripts.registry.names import is_person, names_post, split_honorific

_DID = (
    r"(?:meet|answer|attend|hold|host|introduce|deliver|brief|chair|preside|speak|take|give|pose|moderate|respond|addresse"
    r"|join|receive|greet)s"
    r"|(?:answer|attend|host|introduc|deliver|brief|chair|presid|moderat|respond|address|join|pos|receiv|greet)ed"
    r"|met|took|gave|held|spoke|made|said|told|asked"
)
"""What people do at a press conference, in the third person."""
_EVENT = r"(?:questions|(?:the |a |an |reporters?|journalists|media)|over\b|to\b)"

# `vice minister of harbors, met the press`; not `researcher at the Institute of Silk`
_VERB = re.compile(
    rf"(?:^|,? )(?:and )?(?:(?:{_DID}|who|taking|answer(?:ing)?|attend(?:ing)?|hosting|introduc(?:e|ing)"
    r"|speak(?:ing)?|chairing|presiding|here|is|are|was|were|will|has|have|hold|join|deliver|brief(?:ing)?|pose)\b"
    r"|to (?:speak|present|answer|tell|set|brief|introduce)\b"
    r"|(?<=, )to (?:an?|the|its|this|attend)\b"
    r"|at (?:the|a|an|this|today['’]s) (?:[\w-]+ ){0,3}?(?:invitation|briefing|conference|podium|event|session)\b)"
    r"|^(?:at|on|during|after|before|when|while|in (?!charge))\b|, (?:and )?(?:I|[Ww]e|my|let)\b"
)
# `, met the press` and `took questions`; not `director of the Held Goods Office`
_TELLS = re.compile(rf"(?:, (?:and )?(?:{_DID})\b| (?:{_DID}) {_EVENT}|, will | (?:is|are) \w+ing )")
_CHAIRS = re.compile(r",? (?:and )?(?:chair|presid|moderat|host)(?:e?s|e?d|ing)\b")
_NEXT_PERSON = re.compile(r",? (?:and )?(?:Mr|Ms|Mrs|Dr|Prof)$")
"""What the stop of the next person's honorific leaves at the end."""
_OTHERS = re.compile(
    r",? (?:and|with|together with) (?:[a-z]+ ){0,3}(?:others?|officials|experts|people|persons|guests)\b"
)
"""`and several other experts`: who else was there, without a name."""
_COMMA = re.compile(r", (?:and (?:finally, )?)?")
_AND = re.compile(r" and (?=[A-Z])")
"""Before the next person, or a part of the post: `laws and Treaties`."""
_WORDS_OF_NAME = 2
_MOST_BEFORE = 3
"""Words of an office before a name."""


def tells(post: str) -> bool:
    """Whether the words behind a name go on to tell what the person did.

    >>> tells("minister of harbors, met the press"), tells("head of the Department of Held Goods")
    (True, False)
    """
    return _TELLS.search(post) is not None


def chairs(words: str) -> bool:
    """Whether the words behind a post say that the person chairs."""
    return _CHAIRS.match(words) is not None


def names_others(words: str) -> bool:
    """Whether people without names were there, too: `and several other experts`."""
    return _OTHERS.search(words) is not None


def cut_post(words: str) -> str:
    """The post alone, without what follows it in the sentence.

    >>> cut_post("minister of harbors, and Mr. Lin Dahai"), cut_post("mayor of Linzhou, took questions")
    ('minister of harbors', 'mayor of Linzhou')
    """
    first, _, rest = words.partition(", ")
    if _begins_with_office(words) or (is_person(first) and names_post(rest)):
        return ""
    end = min((found.start() for found in (_VERB.search(words), _OTHERS.search(words)) if found), default=len(words))
    return _NEXT_PERSON.sub("", words[: _next_person(words, end)].rstrip(" ,;"))


def _next_person(words: str, end: int) -> int:
    """Where the next person begins in the words before `end`; `end` where nobody does."""
    for comma in _COMMA.finditer(words, 0, end):
        if _begins_person(words[comma.end() :].split(",", maxsplit=1)[0]):
            end = comma.start()
            break
    for joint in _AND.finditer(words, 0, end):
        name, _, post = words[joint.end() :].partition(", ")
        if len(name.split()) == _WORDS_OF_NAME and is_person(name) and names_post(post) and not names_post(name):
            return joint.start()
    return end


def _begins_person(words: str) -> bool:
    """Whether somebody is named next, with or without an honorific or an office."""
    honorific, rest = split_honorific(" ".join(words.split()[:6]))
    if (honorific and rest[:1].isupper()) or is_person(words.split(" (", maxsplit=1)[0]):
        return True
    return _begins_with_office(words)


def _begins_with_office(words: str) -> bool:
    """`Foreign Minister Lin Dahai`: a person, and not the post of the one before."""
    parts = words.split(",", maxsplit=1)[0].split()[: _MOST_BEFORE + 8]
    for count in range(1, min(_MOST_BEFORE, len(parts) - 2) + 1):
        honorific, rest = split_honorific(" ".join(parts[count : count + 5]))
        if honorific and parts[0][0].isupper() and is_person(" ".join(rest.split()[:2])):
            return True
    return False
