"""The floor: who opens it, asks it for a question, gives it to whom.

In: nothing. Out: rows. What they mean: `chair`, words that are the chair's business; `invites-floor`, the next voice
is a reporter's; `gives-floor`, the next voice is that of the official who is named.
"""

from __future__ import annotations

from scio_transcripts.language.row import Row

_CHAIR = ("chair",)
_INVITES = ("invites-floor",)
_BOTH = ("chair", "invites-floor")
_GIVES = ("gives-floor",)

ASKED = (
    Row(
        "floor.begin-questions",
        means=_BOTH,
        en=(
            r"(?:let's have|time for|we welcome)(?: \w{1,20}){0,2} questions?\b",
            r"(?:begin|start|enter|have|open|move on to|move to|proceed to|go to)(?: \w{1,20}){0,2}"
            r" (?:q&a|question[- ]and[- ]answer)",
            r"open (?:it|this|that)(?: up)? (?:to|for)(?: your)? questions\b",
        ),
        zh=("(?:开始|继续|进入)(?:{within}{0,6})?提问",),
        yes=("We have time for two more questions.", "Now let us begin the Q&A.", "下面开始提问。", "繼續提問"),
        no=("It is a question of time.", "We begin with the harbor.", "开始施工。"),
    ),
    Row(
        "floor.take-questions",
        means=_BOTH,
        en=(
            r"take (?:the )?(?:last |final )?(?:one|two|three|four)? ?(?:more |last |final )?questions?\b(?! from me)",
            r"questions?,? please",
            r"questions are (?:now )?welcome",
            r"(?:any|any more|any other|any further) questions?\b",
        ),
        zh=("还有(?:没有|哪位){within}{0,6}(?:问题|提问)",),
        yes=("I will take one more question.", "Any other questions?", "Questions, please.", "還有哪位記者要提問？"),
        no=("Take two questions from me.", "There were many questions.", "还有很多问题需要解决。"),
    ),
    Row(
        "floor.raise-hands",
        means=_BOTH,
        en=("(?:raise|raising) your hands?",),
        zh=("请{within}{0,8}举手", "举手(?:示意|提问)"),
        yes=("Please raise your hand.", "想提问的记者请举手。", "請舉手"),
        no=("We raise the quay.", "有人举手。"),
    ),
    Row(
        "floor.hands",
        means=_CHAIR,
        zh=("举手",),
        yes=("刚才举手的那位。",),
        no=("我们携手前进。",),
    ),
    Row(
        "floor.row-of-seats",
        means=_BOTH,
        en=(r"(?:first|second|third|fourth|fifth|front|back|last) row\b",),
        zh=("(?:第[一二三四五六七八九十]{1,3}|前|后|最后一)排{within}{0,12}(?:记者|女士|先生|朋友)",),
        yes=("The gentleman in the second row.", "第三排的那位女士。", "后排靠左的记者"),
        no=("A second rowing club.", "码头前排起了长队。"),
    ),
    Row(
        "floor.last-one",
        means=_BOTH,
        en=(r"(?:last|next) one,? please\b",),
        yes=("The last one, please.",),
        no=("The last one is open.",),
    ),
    Row(
        "floor.who-else",
        means=_BOTH,
        en=("indicate your", r"anyone else\b"),
        yes=("Please indicate your news agency.", "Anyone else?"),
        no=("It indicates growth.",),
    ),
    Row(
        "floor.continue",
        means=_BOTH,
        en=(
            r"please,? (?:go ahead|continue)\b",
            r"let(?:'s| us) (?:continue|go on|move on)\b",
        ),
        yes=("Please go ahead.", "Let’s move on."),
        no=("We will continue the works.",),
    ),
    Row(
        "floor.go-ahead-reporter",
        means=_INVITES,
        zh=("请继续|请讲",),
        yes=("请继续。", "請講。"),
        no=("我们继续施工。",),
    ),
    Row(
        "floor.opportunity",
        means=_BOTH,
        en=(
            r"(?:opportunity|chance|floor|microphone|mic) to (?:the|a|our|an?other)\b{within}{0,30}"
            r"(?:reporter|journalist|media|friend|correspondent|outlet)",
            r"hand(?:ing)? over to (?:the|our) (?:media|press|reporters|journalists|friends)",
        ),
        zh=("机会(?:给|留给)",),
        yes=("I give the microphone to the lady reporter.", "We hand over to our friends.", "把機會留給後排的記者。"),
        no=("It gave an opportunity to the harbor.", "这是一个机会。"),
    ),
    Row(
        "floor.next-question-loosely",
        means=_INVITES,
        en=(r"(?:next|last|final|first|more) questions?\b",),
        yes=("Now the next question.",),
        no=("The next questioner waits.",),
    ),
    Row(
        "floor.next-question",
        means=_BOTH,
        zh=("(?:下|最后)(?:面)?一(?:个问题|位)",),
        yes=("下一位。", "最后一个问题。"),
        no=("第一个问题已经解决。",),
    ),
    Row(
        "floor.ask-a-question",
        means=_INVITES,
        en=(
            "(?:raise|ask|take|come to|move on to|start with|go to)(?: your| some| the| a few| several)?"
            " (?:next )?questions?",
        ),
        zh=("请{within}{0,14}提问|回答(?:大家|各位|记者)(?:的)?提问",),
        yes=("Please ask your questions.", "请大家提问。", "他将回答记者提问。"),
        no=("They asked why.", "他没有提问。"),
    ),
    Row(
        "floor.may-ask",
        means=_BOTH,
        en=("you may (?:now )?ask",),
        zh=("(?:可以|欢迎)(?:大家|各位|记者|现场){0,2}(?:开始)?提问",),
        yes=("You may now ask.", "现在大家可以提问了。", "欢迎各位记者提问。"),
        no=("You may wonder.", "他们可以申请。"),
    ),
    Row(
        "floor.lady-in",
        means=_INVITES,
        en=(r"(?:lady|gentleman|journalist|reporter) (?:in|from|at|on|with)\b",),
        yes=("The lady in red.",),
        no=("A reporter asked.",),
    ),
    Row(
        "floor.names-outlet",
        means=_INVITES,
        en=("outlet|news agency|affiliation",),
        zh=("(?:通报|报一下)(?:一下)?(?:自己)?(?:所(?:在|代表))?的?(?:新闻机构|媒体|单位)",),
        yes=("Which news agency?", "请通报一下所在的新闻机构。", "先報一下自己的媒體"),
        no=("The latest news.", "媒体报道了此事。"),
    ),
    Row(
        "floor.is-open",
        means=_BOTH,
        en=("floor (?:is|will be)(?: now)? open", "open(?:s|ed)? the floor"),
        yes=("The floor is now open.", "I open the floor."),
        no=("The floor is wet.",),
    ),
)
GIVEN = (
    Row(
        "floor.is-yours",
        means=_CHAIR,
        en=("floor (?:is|will be)(?: now)? yours",),
        yes=("The floor is yours.",),
        no=("The floor is ours.",),
    ),
    Row(
        "floor.give",
        means=_CHAIR,
        en=(
            r"(?:give|gives|turn|hand|yield|over|pass)(?: over)? the (?:floor|mic\w{0,9})",
            "ha(?:s|ve) the floor",
            r"the floor to\b",
        ),
        zh=("(?:首先|先|下面|现在|接下来)，?(?:有)?请|有请",),
        yes=("I give the floor.", "You have the floor.", "首先有请局长。", "下面请他介绍。"),
        no=("He cleaned the floor.", "他们申请许可。"),
    ),
    Row(
        "floor.ask-to-brief",
        means=_CHAIR,
        en=(r"(?:invite|ask) {title}\b{same} to (?:brief|introduce|make|deliver)\b",),
        zh=("请{within}{1,14}(?:作|做)(?:{within}{0,6})?(?:介绍|发言|发布|说明)",),
        yes=("Let me invite Mr. Gu to brief you.", "请顾云亮先生作介绍。"),
        no=("We asked Mr. Gu why.", "他作了介绍。"),
    ),
    Row(
        "floor.ask-the-press",
        means=_CHAIR,
        zh=("请(?:大家|各位|继续|记者)?{within}{0,8}提问|提问(?:之)?前",),
        yes=("请大家提问。", "提问之前，我说一句。"),
        no=("他没有提问。",),
    ),
    Row(
        "floor.takes-next-question",
        means=_CHAIR,
        en=(
            r"(?:next|last|final|first|one more|two more|another|few more|several more|more)"
            r"(?: (?:one|two|few|last|final))? questions?\b(?=[,.!]| please| from| goes| will| before|$)",
            r"(?:raise|ask|take|move on to|come to|start with|go to)(?: your| some| the| a few| several)?"
            r" (?:next )?questions?\b(?! from me)",
            r"this question (?:goes|is) to\b",
            "(?:take|answer) your questions",
            "invite(?: the)? {within}{0,20}questions",
            "(?:is|are) invited to ask",
            "questions? (?:and answers?|session)",
            "q&a",
        ),
        yes=("Next question.", "We take your questions.", "The press is invited to ask."),
        no=("The next question that he studies is hard.",),
    ),
    Row(
        "floor.name-your-outlet",
        means=_CHAIR,
        en=(
            "(?:name|identify|state|specify|tell us|say|report|introduce) (?:which |the |your |yourself)?"
            "{within}{0,25}{outlet}",
        ),
        zh=("(?:通报|报|介绍|说明)一?下?(?:自己)?所(?:在|代表)的",),
        yes=("Please identify your news agency.", "请通报一下所在的新闻机构。"),
        no=("The agency was named.", "所在的城市。"),
    ),
    Row(
        "floor.the-one-there",
        means=_CHAIR,
        en=(
            r"(?:lady|gentleman|journalist|reporter|friend|colleague) (?:in|from|at|on|with|over)\b"
            "{same}(?:row|left|right|middle|front|back|there|red|white|blue|please)",
            r"one (?:in|from|at|on|with|over)\b{same}(?:row|please)\b",
        ),
        zh=("请(?:中间|前排|后排|左边|右边|第[一二三四五六七八九十]{1,3}排|这位|那位|靠)",),
        yes=("The gentleman over there.", "The one in the back, please.", "请后排的女士。", "请第三排的记者。"),
        no=("A friend from home.", "There was one in that place, and there it stays.", "他坐在后排。"),
    ),
    Row(
        "floor.time-is-short",
        means=_CHAIR,
        en=(
            "(?:time is|time for|due to time|due to the time|time limit|time constraint){same}(?:question|short|limit)",
        ),
        zh=("时间关系",),
        yes=("Our time is short.", "由于时间关系，就到这里。"),
        no=("The time is ripe.", "时间很长。"),
    ),
    Row(
        "floor.to-named",
        means=_GIVES,
        en=(
            r"{title}\b\.? ?{same},? please",
            r"(?:floor|over|question goes|question is) to {title}\b",
            r"please,? {title}\b",
            r"{title}\b\.?{same}(?:has the floor|goes first|begins"
            "|will (?:now |first )?(?:introduce|brief|speak|say|answer|take|give (?:an?|his|her|their|the) ))",
        ),
        zh=(
            "(?:有请|交给|请){within}{1,16}(?:介绍|回答|发言|讲话|解答|作答|来答|补充|说明|作|做)",
            "请{within}{2,10}(?=[。！])",
        ),
        yes=(
            "Ms. Lin, please.",
            "Over to Mr. Gu.",
            "Minister Gu will brief you.",
            "有请林局长介绍。",
            "请顾云亮先生。",
        ),
        no=("Please note that output rose.", "Mr. Gu was there.", "他请假了，没来。"),
    ),
    Row(
        "floor.speech-to-come",
        means=_GIVES,
        en=(
            r"(?:remarks|words|statement|speech|address) (?:from|by) (?:the |our )?{title}\b",
            r"(?:remarks|words|statement|speech|address) (?:from|by) the [a-z]{3,14}(?=[.!])",
            r"(?:invite|ask) (?:the |our )?{title}\b{same}to (?:say|speak|address)\b",
        ),
        zh=("请{within}{1,14}(?:致辞|致词|讲几句|说几句)",),
        yes=("First, a few words from the mayor.", "An opening statement by Ms. Gu.", "请顾局长致辞。"),
        no=("He read a statement by heart.", "他在会上致辞。"),
    ),
)
ROWS = ASKED + GIVEN
