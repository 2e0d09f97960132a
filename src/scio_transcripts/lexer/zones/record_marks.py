"""Record marks: what says that the record begins below it.

In: the words of one line. Out: whether it is such a mark. Promises: what stands above a mark, and does not speak, is
head. Knows nothing of labels.
"""

from __future__ import annotations

from scio_transcripts.lazy import re
from scio_transcripts.registry.han import simplified

_RECORD = (
    r"(?:(?:(?:full|complete|edited|verbatim|English|official) )*(?:transcripts?|text|records?|minutes|script)"
    r"|excerpts|highlights|interview|questions and answers|Q ?& ?A|remarks|proceedings|dialogue|conversation|exchange)"
)
_EVENT = r"(?:press |news )?(?:conference|briefing|interview|conversation|meeting|session|talk|event|exchange)"
_COMES = r"(?:follows?|(?:is|are|reads?|appears?) (?:as follows|below))"
_MARK = re.compile(
    # The transcript follows: / The full text of the briefing is as follows.
    rf"(?:The |An? )?(?:[a-z]+ ){{0,2}}(?:[A-Z][a-z]+ed )?{_RECORD}\b[^.!?:]{{0,80}}\b{_COMES}[.:]?"
    # The following is the full text: / Here are excerpts of it. / Below is a transcript
    r"|(?:The following|Following|What follows|Here|Below) (?:is|are|was|were)\b"
    rf"[^.!?:]{{0,60}}?\b{_RECORD}\b[^.!?]{{0,120}}[.:]?"
    # Transcript: / Full text / Record of the conversation
    rf"|(?:The )?{_RECORD}(?: of (?:the |this )?{_EVENT})? ?:?",
    re.I,
)
_RECORD_HAN = "(?:实录|全文|内容|记录|问答|答问|摘要|摘编|摘录|要点|原文|文字稿|整理|对话|访谈|谈话|专访)"
# The following is a transcript of ..., with all who were there, up to a colon
_LONG_MARK = re.compile(
    rf"(?:The following|Following|What follows|Here|Below) (?:is|are)\b[^.!?:]{{0,40}}?\b{_RECORD}\b.{{0,900}}:", re.I
)
_MARK_HAN = re.compile(
    # 以下是渡口局局长林大海今日在会见传媒时的发言：
    r"以下[是为系][^。！？：:我你您]{2,150}(?:发言|讲话|致辞|致词|讲辞|开场白)[：:]"
    # 以下为发布会文字实录： / 全文如下： / 有关记者会全程内容如下：
    rf"|(?:以下|下面|如下|下文)(?:就?[是为系])?[^。！？：:]{{0,30}}{_RECORD_HAN}[^。！？：:]{{0,8}}[：:。]?"
    rf"|[^。！？：:]{{0,30}}{_RECORD_HAN}[^。！？：:]{{0,4}}如下[：:。]?"
    # 文字实录 / 【实录】 / 图文实录： / 问答全文
    r"|[【\[〔]?(?:图文|文字|现场|发布会|答问|问答|访谈|直播|全程|完整|记者会){0,2}(?:实录|记录|全文|文字稿)[】\]〕]?[：:]?"
)
_LONGEST = 200
_LONGEST_TAIL = 80
_SENTENCE_BEFORE = re.compile(r"[.。!！?？”\"][ \xa0\u3000]*(?=[^.。!！?？]{2,80}$)")


def is_record_mark(words: str) -> bool:
    """Whether a line says that the record follows, or is a heading over it.

    >>> [is_record_mark(words) for words in ("Here is the full text:", "Transcript:", "【实录】", "以下为问答摘要：")]
    [True, True, True, True]
    >>> is_record_mark("以下是渡口局局长林大海今日会见传媒的发言："), is_record_mark("以下是我的发言：")
    (True, False)
    >>> is_record_mark("The following is what we must do:"), is_record_mark("Transcript of the briefing on ferries")
    (False, False)
    """
    if len(words) > _LONGEST:
        return _LONG_MARK.fullmatch(words) is not None
    return _MARK.fullmatch(words) is not None or _MARK_HAN.fullmatch(simplified(words)) is not None


def ends_in_record_mark(words: str) -> bool:
    """Whether the last sentence of a paragraph is a mark: `... met the press. The transcript follows:`.

    >>> ends_in_record_mark("Lin Dahai met the press. The transcript follows:"), ends_in_record_mark("He met us.")
    (True, False)
    """
    found = _SENTENCE_BEFORE.search(words, max(0, len(words) - _LONGEST_TAIL - 2))
    return found is not None and is_record_mark(words[found.end() :])
