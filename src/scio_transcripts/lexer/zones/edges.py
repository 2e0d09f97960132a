"""The edges of a page: a headline in the form of a label above the record, running heads in it, the foot below it.

In: the lines of a text, and where its pages begin. Out: for the lines at the edges, what they are, so that nobody
speaks them. Promises: a sentence is never taken, nor a label over speech; every line stays. Knows no site: a foot
shows by its place below the last sentence, and by what its uppermost line is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from scio_transcripts.language import speech_acts
from scio_transcripts.language.dates.forms import FULL_DATE
from scio_transcripts.lazy import re
from scio_transcripts.lexer.page.sheets import Sheet
from scio_transcripts.lexer.page.stamps import BLOT, blotted
from scio_transcripts.lexer.page.tokens import PLAIN, Form, Kind, Lines, Looks
from scio_transcripts.lexer.zones.ledes import is_spoken, is_told
from scio_transcripts.lexer.zones.running import LONGEST, PAGE_NUMBER, SENTENCE_ENDS, running_heads, titles_again
from scio_transcripts.registry import outlets

_SPEAKABLE = frozenset({Kind.TEXT, Kind.LABEL, Kind.HEADING})
"""Kinds of lines that may be speech, as far as their looks show."""
_FURNITURE = frozenset({Kind.CHROME, Kind.LINK, Kind.PAGER, Kind.CRUMBS})
_DATED = frozenset({Kind.DATE, Kind.STAMP})
_NAMING = frozenset({Kind.CREDIT, Kind.CAPTION})
_QUIET = _FURNITURE | _DATED | _NAMING | {Kind.DISCLAIMER}
"""Kinds of lines that nobody speaks."""
_ON_SHEETS = _SPEAKABLE | {Kind.DATE, Kind.COUNTER}
_MOST_OUTLET_WORDS = 4
_DATE = re.compile(FULL_DATE)
# Somebody to reach: a telephone number, an address of the net, a licence of a site.
_REACHED = re.compile(
    r"(?<![\d-])(?:\+\d{1,3}[- ]?)?(?:\(?0?\d{2,4}\)?[- ])?\d{3,4}[- ]?\d{4}(?!\d)"
    r"|[\w.-]+@[\w-]+\.\w|https?://|www\.|ICP|©|[Cc]opyright"
)
# How links and services begin; such words count only at the edge.
_SERVES = re.compile(
    r"(?:[\w']+ ){0,2}?(?:hot ?lines?|tel(?:ephone)?|fax|e-?mail|contact(?: us)?|print(?:able)?|share|QR|wechat|weibo"
    r"|subscribe|follow us|download|you (?:may|might) (?:also )?like"
    r"|popular|trending|top stories|latest|related|recommended|more (?:news|stories|from)|read more|see also|also read"
    r"|(?:next|previous) article|comments?|home|editors?|source|sponsored|hosted by|powered by|back to|site ?map"
    r"|disclaimer|privacy)\b"
    r"|(?:[网網]站|本[文页頁]|[新][闻聞]|[责責]任)?(?:[编編][辑輯]|[责責][编編]|[来來]源|[热熱][线線]|[电電][话話]|[传傳]真"
    r"|[邮郵][箱编編]|打印|列印|分享|收藏|[扫掃][码碼描一]|二[维維][码碼]|[关關]注|[关關][闭閉]|返回|相[关關]|推[荐薦]|延伸|更多"
    r"|[轻輕][触觸点點]|加[载載][下更]|[点點][击擊]?[这這此]|[上下]一[篇条條页頁]|[评評][论論]|[举舉][报報]|[声聲]明|[备備]案|版[权權]|[主承][办辦]|技[术術]支持|友情|附件|[浏瀏][览覽]"
    r"|[发發][布佈表])",
    re.I,
)
_SPOKEN = re.compile(r"\b(?:I|[Ww]e|[Yy]ou|[Mm]y|[Oo]ur|[Tt]hank)\b|[我您]|[谢謝]|大家|各位")
_SAYS = re.compile(r"\b(?:I|[Ww]e|[Yy]ou)\b|[我您]|大家")
_LEAST_SAID = 2
_GOES_ON = (":", "：", ",", "，", ";", "；")
_LONGEST_DATED = 36
_LEAST_LISTED = 3
_LONGEST_LISTED = 70
_BETWEEN_LINKS = re.compile(r" ?[|丨｜·] ?|\]|】| {2,}")
_BEFORE_LINKS = " \t\xa0\u3000【[（(|·•>»<"


def edges_of(lines: Lines, sheets: Sequence[Sheet]) -> dict[int, Looks]:
    """What the lines at the edges of the pages are, by index; of lines that are known to be furniture, nothing."""
    running = running_heads(lines) | titles_again(lines, len(sheets))
    edges = {index for index in running if lines.kind(index) in _ON_SHEETS}
    for sheet in sheets:
        foot = foot_of(lines, sheet.first, sheet.last)
        if foot and _speaks_above(lines, sheet.first, foot.start):
            edges.update(index for index in foot if lines.kind(index) in _SPEAKABLE)
    # A headline with a colon has a label's shape: a link, where others are furniture.
    found = {index: Looks(_kind_at_edge(lines, index)) for index in edges}
    found.update({index: PLAIN for sheet in sheets if (index := headline_of(lines, sheet.first, sheet.last)) >= 0})
    return {index: found[index] for index in sorted(found)}


def _kind_at_edge(lines: Lines, index: int) -> Kind:
    return Kind.LINK if lines.kind(index) is Kind.LABEL and not _serves(lines, index) else Kind.CHROME


def _speaks_above(lines: Lines, first: int, last: int) -> bool:
    """Whether somebody speaks above the foot: elsewhere the last lines may be the fields of a notice."""
    if any(lines.kind(index) is Kind.LABEL for index in lines.marked_in(first, last)):
        return True
    said = (words for words in lines.texts[first:last] if words.endswith(SENTENCE_ENDS))
    return sum(_SAYS.search(words) is not None for words in said) >= _LEAST_SAID


def headline_of(lines: Lines, first: int, last: int) -> int:
    r"""The first line of a page with a label's shape, if it is a headline above its source or its picture; or -1.

    Nor does anybody speak where an outlet in brackets begins a lede: `【渡口网】定于5日召开发布会`.

    >>> from scio_transcripts.lexer import lines_of
    >>> headline_of(lines_of("Lin Dahai: Ferries to run again\nMay 5, 2024\nReuters: When?"), 0, 3)
    0
    """
    index = next((i for i in lines.marked_in(first, last) if lines.kind(i) is Kind.LABEL), -1)
    if index < 0 or index + 1 >= last:
        return -1
    if lines.marked[index].form is not Form.INLINE:
        return index if _begins_lede(lines, index) else -1
    below = lines.texts[index + 1]
    is_above_source = lines.kind(index + 1) in _DATED | _NAMING or (
        len(below) <= LONGEST and _DATE.search(below) is not None
    )
    return index if is_above_source and _may_be_quiet(lines.texts[index]) else -1


def _begins_lede(lines: Lines, index: int) -> bool:
    looks = lines.marked[index]
    if looks.form is not Form.BRACKETED or looks.speech < 0:
        return False
    words = lines.texts[index][looks.speech :]
    tells = speech_acts.names_event(words) and speech_acts.tells_of_holding(words)
    return not is_spoken(words) and (tells or is_told(words))


def foot_of(lines: Lines, first: int, last: int) -> range:
    r"""The lines of a page's foot: from the last upwards, as long as nobody can speak them.

    The uppermost shows by itself that it is a foot's: a date, a credit, a link, an address. Below it, headlines
    without a sentence's end belong to it.

    >>> from scio_transcripts.lexer import lines_of
    >>> lines = lines_of("Lin Dahai:\nThank you all.\nMay 5, 2024\nSpring in the harbour\nPrint")
    >>> foot_of(lines, 0, len(lines))
    range(2, 5)
    """
    speaking = _recurring_labels(lines, first, last)
    top = last
    for index in range(last - 1, first, -1):
        if _opens_below(lines, index - 1, speaking) and lines.kind(index) not in _FURNITURE:
            # Below the label of somebody who has spoken before stands what he says, cut off or not.
            break
        if _shows_foot(lines, index, speaking):
            top = index
        elif not _may_be_headline(lines, index, speaking):
            break
    return _with_headlines(lines, first, top, last)


def _opens_below(lines: Lines, index: int, speaking: Collection[str]) -> bool:
    looks = lines.marked.get(index)
    return looks is not None and looks.kind is Kind.LABEL and looks.speech < 0 and looks.label in speaking


def _recurring_labels(lines: Lines, first: int, last: int) -> Collection[str]:
    """Labels that stand on a page more than once: who has spoken above speaks in the last lines, too."""
    labels = Counter(lines.marked[i].label for i in lines.marked_in(first, last) if lines.marked[i].kind is Kind.LABEL)
    return {label for label, times in labels.items() if times > 1}


def _with_headlines(lines: Lines, first: int, top: int, last: int) -> range:
    """The foot with the headlines above it, under a heading in any words: nothing in them ends a sentence.

    They begin behind one that ends; three of them and more, or two with a bullet, are a list of links.
    """
    if top - 1 <= first:
        return range(top, last)
    begin = top
    while begin - 1 > first and _is_listed(lines, begin - 1):
        begin -= 1
    above = lines.texts[begin - 1]
    is_list = top - begin >= _LEAST_LISTED and above.endswith(SENTENCE_ENDS) and lines.kind(begin - 1) not in _QUIET
    return range(begin if is_list else top, last)


def _is_listed(lines: Lines, index: int) -> bool:
    words = lines.texts[index]
    if lines.kind(index) not in _SPEAKABLE or len(words) > _LONGEST_LISTED or not _may_be_quiet(words):
        return False
    begins = words.lstrip(_BEFORE_LINKS + "-–")[:1]
    return begins.isalpha() and not begins.islower()


def _shows_foot(lines: Lines, index: int, speaking: Collection[str]) -> bool:
    kind, words = lines.kind(index), lines.texts[index]
    if kind in _QUIET or (kind is Kind.STAGE and _signs_off(words)):
        return True
    if kind not in _SPEAKABLE or len(words) > LONGEST or words.endswith(SENTENCE_ENDS):
        return False
    if kind is Kind.LABEL:
        return _labels_foot(lines, index, speaking)
    # Where labels have their marks, an outlet alone published the page.
    return _stands_in_foot(words) or (bool(speaking) and outlets.find(words) is not None)


def _signs_off(words: str) -> bool:
    """Whether words in brackets begin with an outlet: `(China Daily 12/29/2006 page 1)`."""
    parts = words.strip("()（）[] ").split()
    return any(outlets.find(" ".join(parts[:count])) for count in range(1, min(_MOST_OUTLET_WORDS, len(parts)) + 1))


def _labels_foot(lines: Lines, index: int, speaking: Collection[str]) -> bool:
    """Whether a line with a label's shape is a field of the site: `Updated: May 5, 2024`."""
    looks = lines.marked[index]
    value = lines.texts[index][looks.speech :] if looks.speech >= 0 else ""
    # A speech may have its stamp behind it.
    if looks.label in speaking or blotted(value).rstrip(BLOT + " ").endswith(SENTENCE_ENDS):
        return False
    return bool(value and _is_of_site(value)) or _stands_in_foot(looks.label)


def _stands_in_foot(words: str) -> bool:
    return _offers(words) or (_SPOKEN.search(words) is None and _is_of_site(words))


def _serves(lines: Lines, index: int) -> bool:
    """Whether the words before the colon, or all, are those of a site's service."""
    return _shows_foot(lines, index, ())


def _offers(words: str) -> bool:
    """Whether a line is a link or several, and one begins as links and services do."""
    return any(_SERVES.match(link.lstrip(_BEFORE_LINKS)) for link in _BETWEEN_LINKS.split(words))


def _is_of_site(words: str) -> bool:
    """Whether a line gives a number, an address, or a date with little beside it."""
    if _REACHED.search(words) or PAGE_NUMBER.fullmatch(words):
        return True
    return len(words) <= _LONGEST_DATED and _DATE.search(words) is not None


def _may_be_headline(lines: Lines, index: int, speaking: Collection[str]) -> bool:
    """Whether a line may stand in a foot; a headline with a colon has a label's shape, but nobody's words behind it."""
    words = lines.texts[index]
    # `The plan has three parts:` above a pager: the next page goes on.
    if lines.kind(index) is Kind.STAGE or words.endswith(_GOES_ON) or not _may_be_quiet(words):
        return False
    looks = lines.marked.get(index, PLAIN)
    return looks.kind is not Kind.LABEL or (looks.form is Form.INLINE and looks.label not in speaking)


def _may_be_quiet(words: str) -> bool:
    """Whether a line ends no sentence, and nobody in it speaks."""
    return len(words) <= LONGEST and not words.endswith(SENTENCE_ENDS) and _SPOKEN.search(words) is None
