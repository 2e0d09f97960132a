"""The ordered table of rules: which pattern makes which kind of line.

In: one line without outer blanks. Out: its kind, or None for running text. The first rule that fits wins. A rule
names the characters that its lines may begin with, so that most lines meet no pattern at all.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from scio_transcripts.language import credits
from scio_transcripts.lazy import re
from scio_transcripts.lexer.page import patterns
from scio_transcripts.lexer.page.signed import is_signed
from scio_transcripts.lexer.page.tokens import Kind
from scio_transcripts.lexer.page.trails import is_trail
from scio_transcripts.registry import outlets
from scio_transcripts.registry.chrome import is_chrome, is_link
from scio_transcripts.registry.han import names_people
from scio_transcripts.registry.script import is_han

LONGEST = 400
"""No furniture is longer. Longer lines are speech, credits, captions or disclaimers."""
_LONGEST_HEADING = 40
_LOOKED_AT = 200
_CLOSING = ("]", ")", "）", "】")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One row: a kind, what proves it, and where to look for it."""

    name: str
    kind: Kind
    proof: Callable[[str], object]
    """Called with the line; true for a line of this kind."""
    begins: str = ""
    """First characters that it can have; empty for any."""
    ends: str = ""
    """Last characters that it can have; empty for any."""
    longest: int = LONGEST
    """Longest line that it can be."""


def _whole(pattern: re.Pattern[str]) -> Callable[[str], object]:
    return lambda line: pattern.fullmatch(line)  # noqa: PLW0108 - `pattern.fullmatch` would compile it here and now


_PHOTO = "Photo"
_PHOTO_BY = "hoto by "
_CREDIT_SIGN = re.compile(r"(?:hotos?|ictures?|ix|mages?)(?: \w+){0,2} ?[:：/]")


def _caption(line: str) -> object:
    if line.startswith(_PHOTO) and patterns.PICTURED.fullmatch(line):
        return True
    line = line.rstrip(".")
    if line[-1:] not in _CLOSING:
        if _PHOTO_BY in line and patterns.CREDITED.fullmatch(line):
            return True
        has_mark = ":" in line or "/" in line or "：" in line
        return has_mark and _CREDIT_SIGN.search(line) and patterns.CAPTION.fullmatch(line)
    return any(pattern.fullmatch(line) for pattern in (patterns.CAPTION, patterns.CREDITED, patterns.CUT_CREDIT))


def _caption_han(line: str) -> object:
    # Most lines in Chinese and many captions in English end as these do, and are spared the pattern.
    if "摄" in line or "攝" in line or "图" in line or "圖" in line:
        return patterns.CAPTION_HAN.fullmatch(line)
    return None


def _agency(line: str) -> object:
    """Where an agency's report begins; an outlet in brackets may ask."""
    found = patterns.AGENCY_BRACKET.match(line)
    return found and not found["words"].endswith(("记者", "記者")) and outlets.find(found["words"]) is None


def _disclaimer(line: str) -> object:
    return patterns.DISCLAIMER.match(line)


def _heading(line: str) -> object:
    if len(line) > _LONGEST_HEADING and ":" not in line[:_LONGEST_HEADING] and "：" not in line[:_LONGEST_HEADING]:
        return None
    found = patterns.HEADING.fullmatch(line)
    if found and (found["chair"] or found["speakers"]) and is_han(line):
        # `主持人：大家好` is a label with its speech.
        value = (found["value"] or "").strip()
        return names_people(value) if value else line[0] in _OVER_ROSTERS
    # `Source` and the like are words of every day: without their colon they are no heading.
    return found and (found["colon"] or found["speakers"] or found["chair"] or found["date"])


_LETTERS_OF_HEADINGS = "SsIiKkGgAaPpOoCcHhMmDdEeTtVvLlRrUuFfNnW发發出日时時地主来來作分索关關字主嘉一二三四五六"
_OVER_ROSTERS = "发發出"
"""Beginnings of headings that are no labels where nobody stands behind them."""
_DIGITS = "0123456789"

RULES: tuple[Rule, ...] = (
    Rule(name="chrome", kind=Kind.CHROME, proof=is_chrome, longest=200),
    Rule(name="link", kind=Kind.LINK, proof=is_link, longest=120),
    Rule(
        name="pager", kind=Kind.PAGER, proof=_whole(patterns.PAGER), begins="<>«»‹›|.…PpNnFfLl上下首尾第[【" + _DIGITS
    ),
    Rule(name="crumbs", kind=Kind.CRUMBS, proof=is_trail, longest=200),
    Rule(name="counter", kind=Kind.COUNTER, proof=_whole(patterns.COUNTER), begins="/" + _DIGITS, longest=100),
    Rule(
        name="stamp", kind=Kind.STAMP, proof=_whole(patterns.STAMP), ends="])）分时時点點整半mM." + _DIGITS, longest=40
    ),
    Rule(name="date", kind=Kind.DATE, proof=_whole(patterns.DATE), begins="JFMASONDTW" + _DIGITS, longest=60),
    Rule(name="heading", kind=Kind.HEADING, proof=_heading, begins=_LETTERS_OF_HEADINGS),
    Rule(name="caption", kind=Kind.CAPTION, proof=_caption, longest=1200),
    Rule(
        name="transcript-begins-han",
        kind=Kind.CHROME,
        proof=_whole(patterns.TRANSCRIPT_BEGINS_HAN),
        ends=":：",
        longest=40,
    ),
    Rule(name="caption-han", kind=Kind.CAPTION, proof=_caption_han, longest=400),
    Rule(name="signed", kind=Kind.CHROME, proof=is_signed, longest=120),
    Rule(
        name="agency-in-brackets",
        kind=Kind.TEXT,
        proof=_agency,
        begins="【〔[(（",
        longest=1200,
    ),
    Rule(name="disclaimer", kind=Kind.DISCLAIMER, proof=_disclaimer, begins="(（*ITFUP", longest=600),
    Rule(
        name="credit",
        kind=Kind.CREDIT,
        proof=credits.is_credit_line,
        begins="".join(sorted(credits.FIRST)),
        longest=4000,
    ),
    Rule(name="stage", kind=Kind.STAGE, proof=_whole(patterns.STAGE), begins="(（["),
)


def _by_first() -> dict[str, tuple[Rule, ...]]:
    """The rules by the first character of a line, in table order; `""` for characters that no rule names."""
    special = {c for rule in RULES for c in rule.begins}
    table = {c: tuple(r for r in RULES if not r.begins or c in r.begins) for c in special}
    table[""] = tuple(r for r in RULES if not r.begins)
    return table


_BY_FIRST = _by_first()
_ANY = _BY_FIRST[""]
_LONG_RULES = tuple(r for r in RULES if r.longest > LONGEST)
_LONG_FIRST = frozenset(c for r in _LONG_RULES for c in r.begins)
_LONG_LAST = (*_CLOSING, "].", ").")


FURNITURE_BEGINS = frozenset(
    (
        "In |Tra|tra|Edi|Pro|Rev|Com|Pho|Int|Res|Web|The|Thi|For|Uno|Ple|Fol|fol|Cop|You|Sha|Sub|Sca|Wec|WeC|Hom|HOM"
        "|hom|Pre"
    ).split("|")
)
"""First three characters of long lines that may be something else than speech, apart from brackets and signs."""
_FURNITURE = tuple(
    (
        "translat|edit|proofread|revis|compil|photo|interpret|responsible|web ed|in case of|in the case of"
        "|in the event of|in event of|the english|this english|the translat|this translat|this is a"
        "|for reference|unofficial"
        "|please note|follow|copyright|you're|you’re|you are here|share|subscribe|scan|wechat|home|press room"
    ).split("|")
)
_LONGEST_BEGINNING = 20


def may_be_furniture(line: str) -> bool:
    """Whether a long line that ends like a sentence and begins like furniture needs the rules."""
    return line[:_LONGEST_BEGINNING].lower().startswith(_FURNITURE)


def kind_of(line: str) -> Kind | None:
    """The kind of a line that is not a label, or None for running text."""
    if len(line) > LONGEST:
        return _kind_of_long(line)
    last = line[-1]
    for rule in _BY_FIRST.get(line[0], _ANY):
        if (not rule.ends or last in rule.ends) and len(line) <= rule.longest and rule.proof(line):
            return rule.kind
    return None


def _kind_of_long(line: str) -> Kind | None:
    closing = line.endswith(_LONG_LAST)
    if line[0] not in _LONG_FIRST and not closing:
        return None
    for rule in _LONG_RULES:
        if rule.begins and line[0] not in rule.begins:
            continue
        if rule.ends and not closing:
            continue
        if len(line) <= rule.longest and rule.proof(line):
            return rule.kind
    return None
