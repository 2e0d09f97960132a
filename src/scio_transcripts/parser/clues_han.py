"""What a label in Chinese characters says: the clues in its words, for and against.

In: the words, and the names that the page gives elsewhere. Out: clues by name, as in `clues.py`. Promises: the same
words and names give the same clues. Chinese has no capitals and no blanks: a post, a name or a reporter's word at the
end decides.
"""

from __future__ import annotations

from scio_transcripts.lazy import re
from scio_transcripts.registry import outlets
from scio_transcripts.registry.han import HAN, ends_in_post, is_han_name, simplified, split_label, split_post

# `新华社记者`, `新华社记者 李明`; no `记者会实录` and no `答记者问`.
_REPORTER = re.compile(r".*记者(?P<rest>[ :：]?(?P<who>[^记者会團团协]{2,10}))?")
_ROLE_WORD = re.compile(r"(?:主持人|翻译|发言人|新闻发言人|嘉宾|现场翻译)")
_SALUTATION = re.compile(r"(?:各位|尊敬的|亲爱的).*|.*(?:朋友|们|大家|各位|先生|女士|同志|你好|您好|上午好|下午好)")
_FIELD = re.compile(
    r".*(?:时间|地点|来源|作者|编辑|责编|责任人|联系人|联络人|校对|审核|标题|原标题|主题|字号|分类|关键词|关键字|网址|网站|邮箱|电话|传真|地址|附件|简历"
    r"|发布人|发布单位|发布日期|发布时间|更新|浏览|点击|打印|分享|摄影|摄像|摄|图|当前位置|所在位置|位置)"
)
# What stands before a colon in a sentence: `出席今天发布会的还有：`, `文字实录如下：`, `他表示：`.
_INTRODUCES = re.compile(
    r".*(?:如下|以下|实录|还有|有|是|为|即|说|道|问到|表示|指出|强调|认为|提出|提到|要求|介绍|透露|回应|称|写道|包括|分别|例如|比如|通知|通报|消息"
    r"|方面|问题|特点|措施|工作|任务|目标|原则|意见|办法|情况|原因|结果|数据|内容|一点|几点|第[一二三四五六七八九十]|[一二三四五六七八九十])"
)
# `【关于渡船】`, `【热点推荐】`: what brackets hold that are no label's.
_HEADLINE = re.compile(
    r"(?:关于|专题|聚焦|链接).*|.*(?:推荐|热点|专题|链接|阅读|图集|实录|全文|发布会|记者会|快讯|解读)"
)
_PROSE = re.compile(r"[，,。;；？?！!“”\"《》]|[^·\w]的|了$")
_BETWEEN_POSTS = "、 \t\xa0\u3000"
_LONGEST = 45
_LONGEST_POST = 20
_COLON = re.compile("[:：]")
_CLOSING = "）)"


def weigh_han(words: str, names: frozenset[str], whole: str = "") -> tuple[str, ...]:
    """The clues in a label of Chinese characters. `words`: without number and without brackets at the end; `whole`:
    with them.

    >>> weigh_han("主持人顾云亮", frozenset()), weigh_han("渡口管理局局长 顾云亮", frozenset({"顾云亮"}))
    (('role-word', 'described'), ('roster', 'described'))
    >>> weigh_han("各位记者朋友", frozenset()), weigh_han("出席今天发布会的还有", frozenset())
    (('salutation',), ('introduces-list', 'prose'))
    """
    plain = simplified(words)
    if words in names:
        return ("roster",)
    if found := split_post(words):
        return _of_titled(*found, names, hosts=plain.startswith("主持人"))
    if _ROLE_WORD.fullmatch(plain):
        return ("role-word",)
    if _SALUTATION.fullmatch(plain):
        return ("salutation",)
    if _is_reporter(words, plain):
        # No sentence begins with a reporter's outlet and a colon.
        return ("outlet",) if outlets.resolve(words).outlet else ("asker", "outlet-word")
    if _FIELD.fullmatch(_COLON.split(plain)[0]):
        return ("field",)
    if is_han_name(words):
        return ("person", "described") if ends_in_post(whole.rstrip(_CLOSING)) else ("person",)
    if (name := split_label(words)[1]) != words:
        return ("roster",) if name in names else ("person", "opens")
    against = _against(plain)
    if not against and ends_in_post(words) and len(words) <= _LONGEST_POST:
        # `渡口司司长：`: the post speaks for whoever holds it.
        return ("office",)
    return against


def _is_reporter(words: str, plain: str) -> bool:
    found = _REPORTER.fullmatch(plain)
    if not found or _PROSE.search(plain):
        return False
    if not (who := found["who"]):
        return True
    spaced = found["rest"] != who
    return is_han_name(words[-len(who) :]) or (spaced and not _HEADLINE.fullmatch(who))


def _of_titled(post: str, name: str, names: frozenset[str], *, hosts: bool) -> tuple[str, ...]:
    if simplified(post).endswith("记者"):
        return ("outlet",) if outlets.resolve(post).outlet else ("asker", "outlet-word")
    found = "roster" if name in names else "role-word" if hosts else ""
    clues = (found, "described") if found else ("described",)
    return (*clues, *(clue for clue in _against(simplified(post)) if clue != "introduces-list"))


def _against(plain: str) -> tuple[str, ...]:
    clues = []
    if _HEADLINE.fullmatch(plain):
        clues.append("headline")
    if _INTRODUCES.fullmatch(plain):
        clues.append("introduces-list")
    if _PROSE.search(plain) or re.search(rf"[{HAN}]的[{HAN}]", plain):
        clues.append("prose")
    if len(plain) > _LONGEST:
        clues.append("long")
    return tuple(clues)
