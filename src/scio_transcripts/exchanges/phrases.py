"""What people say when they ask, answer, hand over and thank: the patterns of `acts.py`.

In: nothing. Out: compiled patterns, each under what it must match. Promises: every repetition is bounded, or runs over
a class that cannot begin what follows it. Knows no speech. English and Chinese.
"""

from __future__ import annotations

from scio_transcripts.language.wording import said
from scio_transcripts.lazy import re

SENTENCE = re.compile(r"[^.?!。？！\n]+[.?!。？！]*[\"”’')]{0,2}")
POST = (
    r"(?:the )?(?:vice |deputy |executive |senior )?(?:minister|director|administrator|governor|mayor|president"
    r"|commissioner|secretary|chief|chairman|chairwoman|colonel|general|academician|professor)"
)
COLLEAGUE = rf"(?:(?:mr|ms|mrs|dr|prof|madam|{POST})\b|(?:my|our) (?:colleague|deputy)|him\b|her\b)"
NAME = r"[A-Z][\w'’-]{1,20}(?: [A-Z][\w'’-]{1,20}){0,3}"

# "Thank you, minister, for that answer." / not: "Thank you. Will the fee fall?"
THANKS = re.compile(
    r"(?:(?:ok|okay|good|great|yes|right|all right|very good|well|fine|and|again)[,.!]? )?"
    r"(?:many |my |our )?(?:thanks|thank you)\b"
    r"(?!.{0,80}\b(?:may i|could|would|want|but|tell|how|what|why|when|whether|will|please)\b)[^?]{0,110}",
    re.I,
)
# "I see." / "That's clear." / "No further questions."
SATISFIED = re.compile(
    r"(?:i see|i understand|understood|got it|ok|okay|good|great|yes|right|all right|very good|good to know"
    r"|that(?:'s| is| was) (?:very |all )?(?:clear|helpful|all|it|good)(?: (?:now|to me|to know))?"
    r"|i have no (?:more|further|other) questions?|no (?:more|further) questions?)",
    re.I,
)
THANKS_ZH = re.compile(r"(?:好的?[,，。])?(?:非常)?(?:谢谢|感谢|多谢|謝謝|感謝)[^？?]{0,30}")

# "Let me leave this one to Ms. Qiu" / "Mr. Wang will take it" / "Ms. Qiu, please"
HANDS_OVER = (
    said(
        rf"(?:leave|hand|pass|refer|direct|turn|give|yield|put)\b[^.?!]{{0,60}}\b(?:over )?to {COLLEAGUE}",
        rf"(?:over to|the floor to|is for|goes to|go to|question to) {COLLEAGUE}",
        r"(?:leave|hand|pass|give) (?:this|that|it|the|your)\b[^.?!]{0,30} to (?:him|her|them|my|our|the)\b",
        "the floor is yours",
    ),
    said(
        rf"(?:ask|invite|have|like|let|call on|hear from|request) {COLLEAGUE}[^.?!]{{0,40}}"
        r"(?:\b(?:to|answer|take|reply|respond|address|explain|brief|introduce|say|speak|add|share|give|tell"
        r"|elaborate)\b|$)",
    ),
    said(
        rf"{COLLEAGUE}[^.?!,]{{0,60}},? (?:please|will you|would you|could you)\b",
        rf"please,? {COLLEAGUE}[^.?!]{{0,40}}$",
    ),
    said(
        rf"{COLLEAGUE}[^.?!]{{0,40}} (?:will|is going to|shall|can|may|would like to|is (?:best|better|well) placed to"
        r"|is the (?:right|best) person to)"
        r" (?:now |also |then |first )?"
        r"(?:take (?:it|this|that|your|one|over from|the (?:question|floor|first|last|rest))"
        r"|answer|address|respond|reply|explain|handle|brief|introduce|speak|add|share|elaborate|say|tell|deal"
        r"|give (?:you|us|an answer|the answer|more|some))\b",
        rf"{COLLEAGUE}[^.?!]{{0,40}} (?:has|have|takes?) the floor\b",
        rf"(?:will|is going to|can) be (?:answered|addressed|handled|explained|taken) by {COLLEAGUE}",
    ),
)
# "Wang Baoxi, please" / "Wang Baoxi will answer this" / "I leave it to Wang Baoxi" / "It will be answered by Wang"
CALLS_BY_NAME = re.compile(
    rf"(?:(?:Next|Now|And|Then),? )?(?:[Pp]lease,? {NAME}|{NAME},? please)[.!]?"
    rf"|{NAME} (?:will|can) (?:answer|explain|address|respond|reply|take (?:it|this|that|the question))\b.{{0,60}}"
    rf"|.{{0,20}}\b(?:leave|hand|pass) (?:this|that|it|the|your)\b.{{0,30}} to {NAME}\b.{{0,80}}"
    rf"|.{{0,80}}\b(?:will|can) be (?:answered|addressed|handled|explained|taken) by {NAME}\b.{{0,40}}"
)
HANDS_OVER_ZH = re.compile(
    r"[请請][^。！？]{1,30}(?:回答|介绍|介紹|解答|作答|来答|來答|补充|補充|说明|說明)|交给|交給|有请|有請|由[^。！？]{1,20}(?:来)?回答"
)
# "This is her field." / "She knows the details." / "On this question," / "There are two questions." before a hand-over
LEADS_TO_HAND_OVER = re.compile(
    r"(?:this|that|it|the question)\b[^.?!]{0,60}\b(?:question|field|responsib|charge|department|bureau|expert|concern"
    r"|matter|area)|(?:he|she|they)(?:'s| is| are| has| have| knows?)\b[^.?!]{0,60}"
    r"|(?:on|about|regarding|as for) (?:this|that)\b[^.?!]{0,40}"
    r"|(?:there (?:are|were)|(?:you|the reporter)(?:'ve| have| has)? (?:asked|raised))\b[^.?!]{0,20} questions"
    r"[^.?!]{0,30}",
    re.I,
)

# "The reporter asked about the fee." / "The question is whether it will fall."
REPEATS = re.compile(
    r"\b(?:ask(?:s|ed|ing)? (?:about|whether|how|what|why|when|if|for)|wants? to know|would like to know"
    r"|(?:question|questions) (?:is|are|was|were|concerns?|about|on|from|for)|your question)\b",
    re.I,
)
# "We have no time for it." / "One question at a time."
DECLINES = re.compile(
    r"\b(?:no time|running (?:out|short)|out of time|time (?:is|limit)|move on|moving on|go on to|one question"
    r"|ask (?:only )?one|skip|please|next)\b",
    re.I,
)
TAKES_UP = said(
    r"(?:let me|allow me to|i(?:'ll| will| can| would like to|'d like to| shall)|if i may)"
    r" (?:also |first |just |briefly |quickly |perhaps )?"
    r"(?:answer|respond|reply|take (?:this|that|it|the)(?! (?:opportunity|chance|next|last|final|floor))"
    r"|add|say (?:a|something)|tell you|explain|clarify|address)\b",
)
"""Takes up a question, in whosever mouth: `Let me add a word.`"""
TAKES_UP_ZH = ("我来回答", "我来答", "我回答", "我补充", "我来补充", "我先回答")

FOLLOWS = said(
    r"follow(?:ing)?[- ]?up\b",
    r"just to (?:be clear|clarify|confirm)\b",
    r"may i (?:just )?(?:add|press|come back)",
    r"can i (?:just )?(?:add|press|come back)",
    r"could i (?:just )?(?:add|press|come back)",
    r"you (?:didn't|did not|haven't) (?:answer|mention|say)\b",
    r"one more thing\b",
)
FOLLOWS_ZH = ("追问", "补充问")
OF_ANOTHER = said(
    *(rf"{words}\b" for words in ("colleague", "another (?:reporter|journalist)", "earlier", "previous")),
)
GOES_ON = re.compile(r"\b(?:go ahead|go on|please continue|carry on|please|yes|sure|of course)\b|请继续", re.I)
TOGETHER = re.compile(
    r"\b(?:together|at once|at the same time|in one go|collect|both questions|two questions|one more question first"
    r"|another question first)\b|一起|一并",
    re.I,
)
NEXT_ZH = tuple("下一个|下一個|下一位|最后一个|最後一個|继续提问|繼續提問|请提问|請提問|请举手|开始提问".split("|"))
MOVES_ON = said(r"(?:move on|moving on|let's continue|let us continue)\b")
# "Thank you for your question." / "To your question, ninety." / not: "a short account, then your questions"
YOUR_QUESTION = said(
    r"(?:thank(?:s| you)(?: \w+){0,3} )?for (?:your|this|that|the|these|both)(?: \w+){0,2} questions?\b",
    r"(?:to|on|about|as for|regarding|concerning|answer|address) your(?: \w+)? question\b",
    r"(?:you asked|your question (?:is|was|concerns))\b",
    r"a (?:very )?(?:good|important|timely) question\b",
)
YOUR_QUESTION_ZH = re.compile(
    "(?:谢谢|感谢)(?:您|你|这位记者)?的?(?:提问|问题)|(?:您|你)(?:刚才)?(?:的|提的|提到的|问的)(?:这个)?问题"
)
GREETS = re.compile(r"\bgood (?:morning|afternoon|evening|day)\b|\bhello\b|(?:上午|下午|早上|大家)好", re.I)
ANNOUNCES = said(
    r"(?:have|has|make|making|read out) (?:an?|one|two|three|some|several|another) (?:\w+ )?"
    r"(?:announcements?|statements?|pieces? of news)\b",
    r"(?:like to|want to|let me|i) announce\b",
    r"before (?:we (?:go on|continue|move on)|(?:the|your) next question)\b",
)
# "Next, Ms. Bian will brief you." / not: "Ms. Bian will add to that."
NEXT_STATEMENT = said(
    r"(?:next|now|then),? [^?!\n]{0,60}\b(?:brief|introduce|report to|opening remarks|presentation|say a few words)\b",
)
ANNOUNCES_ZH = tuple("发布一条消息|发布一个消息|宣布一".split("|"))
RELAYS = re.compile(
    r"\b(?:online|internet users?|netizens?|viewers?|readers?|listeners?|sent in|received a question)\b"
    r"|网友|网民",
    re.I,
)
ADDS = re.compile(
    r"\b(?:add|anything (?:else|more|further)|something to say|supplement|(?:like to|you) (?:begin|start|go first))\b"
    r"|补充",
    re.I,
)
OPENS = re.compile(
    r"\bwelcome to\b|\bwelcome you\b|\b(?:with us|joining (?:us|me)|present (?:are|is))\b"
    r"|欢迎(?:大家|各位)?(?:参加|出席)",
    re.I,
)
CLOSES = said(
    r"conclu(?:de|des|ded|sion)\b",
    r"that(?:'s| is) (?:all|it|the end|a fine note to end)\b",
    r"ends? (?:of )?(?:today|this|the|our|here)\b",
    r"(?:good-?bye|bye-bye|stop here|see you|wrap up)\b",
    r"thank(?:s| you),?(?: very much)?,?(?: to)? (?:you )?(?:all|everyone|everybody)\b",
)
CLOSES_ZH = tuple("到此结束|到此結束|就到这里|就到這裡|再见|再見|谢谢大家|謝謝大家".split("|"))
LATER = re.compile(
    r"\b(?:next|another|last|final|more|further)\b[^.?!]{0,20}\bquestions?\b|下一个|下一位|最后一个|继续提问", re.I
)
GIVES_FLOOR_FIRST = re.compile(
    r"\b(?:say a few words|introduce|brief|give an? (?:introduction|briefing|overview)|opening remarks|statement"
    r"|has the floor|presentation)\b|介绍情况|作介绍|先请",
    re.I,
)
