"""Who reported, wrote or checked a page, on a line that looks like a label: `Reporter: Lin Dahai`.

In: one line. Out: whether it is such a line. Promises: nothing but names stands on it; `Reporter: Why?` is speech.
Translators, editors and photographers are credits, and no part of this.
"""

from __future__ import annotations

from scio_transcripts.lazy import re
from scio_transcripts.registry.han import is_han_name, simplified
from scio_transcripts.registry.names import is_person

_ROLE = re.compile(
    r"[(（\[【]?(?:(?:[Ss]taff |[Oo]ur |[Ss]enior )?(?:[Rr]eporter|[Aa]uthor|[Ww]riter|[Cc]orrespondent|[Jj]ournalist"
    r"|[Vv]ideographer|[Cc]ameram[ae]n|[Pp]roducer|[Dd]esigner|[Ss]tenographer|[Pp]roofreader|[Tt]ext)s?"
    r"|本?[报网台社]?记者|作者|通讯员|撰[稿文]|文字?|采写|报道|校对|审[核校]|监制|编审|策划|统筹|视频|制作|录入|速记|整理|供稿)"
    r"[ \xa0]?[:：/／|｜][ \xa0\u3000]?(?=[A-Z\u4e00-\u9fff])"
)
# 渡口社记者 林大海 江帆, （记者林大海报道）
_REPORTERS = re.compile(
    r"[(（]?[^\s。，：:（(]{0,12}(?:记者|通讯员|特派员)[ \xa0\u3000]?(?P<names>[^。，：:！？?!（）()]{2,40}?)"
    r"[ \xa0\u3000]?(?P<did>(?:综合)?报道|摄影?(?:报道)?|文|采写|撰文|整理)?[）)]?"
)
_BETWEEN = re.compile(r",? and |[,;、，；/ \xa0\u3000](?=[\u3400-\u9fff])|[,;、，；/] ?| {2,}")
_MARK = re.compile("[:：/／|｜]")
_FARTHEST_MARK = 24
_WHO = re.compile("[记記]者|[员員]")
_AROUND = " \t\xa0\u3000.)]）】"


def is_signed(line: str) -> bool:
    """Whether a line names those who reported, wrote or checked, and nobody else.

    Of a single name behind an outlet's, the place must decide: `渡口社记者 林大海` may be a label without its colon.

    >>> is_signed("Reporters: Lin Dahai, Gu Wei"), is_signed("校对/林大海"), is_signed("渡口社记者 林大海 江帆")
    (True, True, True)
    >>> is_signed("Reporter: Why is that?"), is_signed("渡口社记者 林大海")
    (False, False)
    """
    # A plain look first: most lines have neither a mark near their beginning nor a reporter in them.
    if not _MARK.search(line, 0, _FARTHEST_MARK) and (line.isascii() or not _WHO.search(line)):
        return False
    plain = simplified(line)
    if found := _ROLE.match(plain):
        return _are_names(line[found.end() :])
    found = _REPORTERS.fullmatch(plain) if "记者" in plain or "员" in plain else None
    if found is None:
        return False
    is_sure = found["did"] or plain[0] in "（(" or len(found["names"].split()) > 1
    return bool(is_sure) and _are_names(found["names"])


def _are_names(words: str) -> bool:
    names = [name.strip(_AROUND) for name in _BETWEEN.split(words)]
    return all(is_han_name(name) or is_person(name) for name in names if name)
