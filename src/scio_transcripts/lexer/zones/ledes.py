"""Ledes: paragraphs above the record that tell of the event, as nobody does who speaks at it.

In: the words of one paragraph. Out: whether a narrator wrote them. Promises: it is the person, the event and the tense
that decide, and no list of verbs: `held`, `presided over`, `sat down with`, `was briefed by` are all the same. Knows
nothing of where the paragraph stands; `head.py` asks only above the first label.
"""

from __future__ import annotations

from collections.abc import Collection

from scio_transcripts.language import speech_acts
from scio_transcripts.language.speech_acts import ends_with_question
from scio_transcripts.lazy import re
from scio_transcripts.registry.han import simplified

_LONGEST = 1500
"""Characters that are looked at: no lede is longer."""
_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]|['‘][^'’]{3,}['’]|「[^」]*」|『[^』]*』|《[^》]*》")
# Who speaks says so himself. `us` and `our` may be a narrator's: `to share their work with us`.
_SPEAKS = re.compile(
    r"\b(?:I|[Ww]e|[Yy]ou|[Yy]ours?|[Mm]y|[Hh]ere|[Ll]et['’]?s|[Pp]lease)\b"
    r"|我[们們]|咱|您|大家好|各位|[请請](?:大家|提[问問])"
)
_SPEAKS_OF_US = re.compile(r"\b(?:our|us|me)\b|大家|我(?![国國省市县縣区區军軍部委办辦院会會])")
_PRESS = re.compile(
    # the event
    r"\b(?:(?:press|news|media) (?:conference|briefing|cent(?:er|re)|meeting|session|event|availability)s?|briefings?"
    r"|interview(?:s|ed)?|question[- ]and[- ]answer|(?:media|press) (?:quer(?:y|ies)|questions|inquir(?:y|ies))"
    # who came, and who answered
    r"|(?:the|and|foreign|domestic|overseas|Chinese|local) (?:press|media)\b(?! reports?)"
    r"|(?:[Jj]ournalist|[Rr]eporter|[Cc]orrespondent)s(?! (?:wish|attend|interest|are (?:kindly )?(?:request|invit)))"
    r"|the spokes(?:man|woman|person)|(?:was|were) (?:also |both |all )?(?:present|in attendance)"
    r"|accompanied by|attended (?:it|the (?:event|meeting|session))"
    r"|(?:answer|ask|rais|pos|respond|repl|tak|took|field)\w*[^.;]{0,60}\bquestions)\b|\bQ ?& ?A\b"
    # the same in simplified characters
    r"|(?:发布|吹风|见面|通气|座谈|招待)会|答问|采访|访谈|专访|^会[上后前]，|[做作]客|作答|列席"
    r"|(?<![的各])记者(?!朋友|证)|网友|发言人(?!办公室)|媒体(?!报道|朋友)"
    r"|(?:出席|参加)(?:并|了?[^，。]{0,6}(?:会|活动)|。)"
)
"""The event, or those who came to ask; in simplified characters."""
_BEGINNING = 120
"""Characters of a paragraph in which it names whom it tells of."""
_TO_COME = re.compile(
    r"\b(?:will|shall|(?:is|are) (?:to|set|due|scheduled)|plans? to)\b|拟[于在举召出向就]|定于|将(?!军)"
)
_DAY = re.compile(r"\d日")
_DATELINE = re.compile(
    # BEIJING, May 2 (Xinhua) -- ...
    r"[A-Z][\w .,'’-]{1,50}\([A-Z][\w .'’/-]{1,40}\)[ \xa0]?(?:-{1,2}|—|–)"
    # 【本报讯】…, 渡口网北京5月14日电（记者 林大海）…
    r"|[【〔\[(（][^】〕\])）]{0,24}(?:[讯訊电電]|[报報][道導])[^】〕\])）]{0,16}[】〕\])）]"
    r"|[^。，,：:]{0,16}\d{1,2}[月/]\d{1,2}日?[^。，,：:]{0,4}[电電讯訊](?:[ \xa0\u3000（(]|[^\w])"
    r"|本[报報刊台网網]\w{0,6}[讯訊][ \xa0\u3000（(]"
)
"""How an agency begins."""
_SENTENCE = re.compile(
    r"(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)(?<![ .][A-Z])[.!?][\"”’]?\s+|[。！？][”」]?|[!?](?=[\u3400-\u9fff\d])"
)
_OFFICE = r"(?:spokes(?:man|woman|person)|minister|premier|president|official|governor|mayor|director)"
_SAID = (
    r"(?:said|says|told|added|noted|stress\w+|emphasi\w+|announced|explained|repl\w+|remarked|pointed|stated|warned|hoped"
    r"|thanked|welcomed|began|opened)"
)
_OFFICE_HAN = "(?:发言人|局长|部长|司长|市长|主任|负责人|消息|公告|通知|通报)"
_SAID_HAN = "(?:表示|指出|说|称|强调|介绍|认为|透露|重申)"
_REPORTED = re.compile(
    # The spokesperson said, He added that
    rf"(?:(?:The|An?) (?:[\w-]+ ){{0,4}}?{_OFFICE} (?:\w+ ){{0,2}}?{_SAID}"
    r"|(?:He|She|They) (?:\w+ ){0,2}?\w+(?:ed|s|id|ld))\b"
    # 发言人表示，; 他还指出，
    rf"|(?:[^。，：:]{{0,20}}?{_OFFICE_HAN}|[他她])[^。，：:]{{0,10}}{_SAID_HAN}(?:，|[^：:。]{{1,60}}[，。])"
)
"""What somebody said, told by another."""
_PRINTED = re.compile(r"\b(?:published|printed|carried|reprinted)\b|刊[登发發载載]|[转轉][载載]")
# The site speaks to its readers: `Watch the briefing here.`
_CALLS_READER = re.compile(
    r"(?:^|(?<=[.!?] ))(?:[Pp]lease )?"
    r"(?:[Ss]tay tuned|(?:[Rr]ead|[Ww]atch|[Ll]isten to|[Ss]ee|[Vv]iew|[Ff]ind|[Dd]ownload|[Cc]lick|[Ss]croll|[Ff]ollow"
    r"|[Ss]ubscribe|[Ss]ign up|[Cc]heck)"
    r"(?: [\w'’&-]+,?){0,12}? (?:here|below|above|down|online|website|links?|newsletter)"
    r"(?: for [\w ]{1,40})?)[.!:](?= |$)"
)
_STAMP_BEHIND = re.compile(r"[ \xa0]?[\[(（]\d{1,2}[:：]\d{2}[\])）]$")
_COLONS = (":", "：")
_ENDS = (".", "!", "。", "！", ".”", '."', ".)", ".’", "。”", "。）", "。」", "！”", *_COLONS)


def is_told(words: str, speakers: Collection[str] = ()) -> bool:
    """Whether a paragraph tells of the event in the third person. `speakers`: who is known to speak on the page.

    A paragraph in which somebody says `I` or `you`, greets, asks, or announces what will be is speech, whatever else
    it holds: an only spokesperson may begin so without a label.

    >>> is_told("On Monday, Minister Lin Dahai sat down with reporters in Beijing.")
    True
    >>> is_told("At the invitation of the mayor, Minister Lin Dahai will visit us."), is_told("We met the press.")
    (False, False)
    >>> is_told("Lin Dahai praised the ferries.", ["Lin Dahai"]), is_told("Lin Dahai praised the ferries.")
    (True, False)
    """
    words = _STAMP_BEHIND.sub("", words)
    if len(words) > _LONGEST or not words.endswith(_ENDS) or is_spoken(words):
        return False
    return begins_with_dateline(words) or _is_of_event(words) or _is_of_a_speaker(words, speakers)


def _is_of_event(words: str) -> bool:
    """Whether a sentence names the event and is not about what will be, or the first tells what somebody said."""
    sentences = [sentence for sentence in _SENTENCE.split(_QUOTED.sub("", simplified(words))) if sentence]
    if not sentences or _SPEAKS_OF_US.search(sentences[0]):
        return False
    if any(_PRESS.search(sentence) and not _TO_COME.search(sentence) for sentence in sentences):
        return True
    return _REPORTED.match(sentences[0]) is not None


def tells_within(words: str) -> bool:
    """Whether a sentence of a paragraph says on which day somebody met the press, whoever speaks in the others.

    >>> tells_within("我们等了三年。28日，渡口局局长林大海接受专访。"), tells_within("我们28日接受专访。")
    (True, False)
    """
    sentences = _SENTENCE.split(_QUOTED.sub("", simplified(words[:_LONGEST])))
    return any(
        _DAY.search(sentence)
        and _PRESS.search(sentence)
        and not (_SPEAKS.search(sentence) or _TO_COME.search(sentence))
        for sentence in sentences
    )


def is_spoken(words: str) -> bool:
    """Whether the words show somebody who speaks: `I`, `you`, a greeting, thanks, a question.

    >>> is_spoken("Good morning."), is_spoken("The minister said, “I agree.”"), is_spoken("Read the transcript here.")
    (True, False, False)
    """
    if greets(words) or ends_with_question(words):
        return True
    return _SPEAKS.search(_CALLS_READER.sub("", _QUOTED.sub("", words[:_LONGEST]))) is not None


def greets(words: str) -> bool:
    """Whether the words begin as a speech does: with a greeting, or with thanks."""
    return speech_acts.greets(words) or speech_acts.thanks(words)


def reports(words: str) -> bool:
    """Whether a paragraph tells what somebody said or printed: neither day nor people in it need be the event's.

    >>> reports("The spokesperson said that output rose."), reports("On May 2, Harbour Daily published an interview.")
    (True, True)
    >>> reports("The spokesperson, Lin Dahai, met the press.")
    False
    """
    return _REPORTED.match(simplified(words)) is not None or _PRINTED.search(words) is not None


def begins_with_dateline(words: str) -> bool:
    """Whether the words begin as an agency's report does.

    >>> begins_with_dateline("LINZHOU, May 2 (Harbour News) -- Output rose."), begins_with_dateline("Output rose.")
    (True, False)
    """
    return _DATELINE.match(words) is not None


def _is_of_a_speaker(words: str, speakers: Collection[str]) -> bool:
    """Whether a paragraph begins with what a speaker of the page did: nobody speaks so of himself."""
    begin = words[:_BEGINNING]
    if any(begin.startswith(name) for name in speakers) and speech_acts.tells(begin):
        return True
    if _TO_COME.search(begin) or _SPEAKS_OF_US.search(begin):
        return False
    if any(name in begin and _is_subject(begin, name) for name in speakers):
        return True
    families = {name.partition(" ")[0] for name in speakers if " " in name}
    return begin.partition(" ")[0] in families


def _is_subject(begin: str, name: str) -> bool:
    """Whether nothing but a post stands before the name: no comma, no verb in lower case, and no colon behind it."""
    before, _, behind = begin.partition(name)
    if behind[:1] in _COLONS or any(sign in before for sign in ",，。;；"):
        return False
    return not any(word[0].islower() and word not in ("of", "the", "and", "for") for word in before.split())
