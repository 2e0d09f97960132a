"""How a question from the floor begins and ends, and who is called up.

In: nothing. Out: rows. What they mean: `opens-question`, at the beginning; `ends-question` and, without a question
mark, `ends-request`, at the end; `calls-up`, a whole speech that does nothing but call somebody up: officials who pass
a question on say why.
"""

from __future__ import annotations

from scio_transcripts.language.row import Row

_OPENS = ("opens-question",)

ROWS = (
    Row(
        "asks.i-have-a-question",
        means=_OPENS,
        en=(
            r"i have (?:a|one|two|three|several|another)\b",
            r"my (?:first )?questions?\b",
            r"(?:one|two|three|a) (?:quick )?questions?\b",
            "i(?:'d| would) like to (?:ask|know)",
        ),
        zh=("(?:[^，,。！？]{0,12}记者[。，,：:])?我(?:的|想|有|要)[^，,。！？]{0,8}(?:问题?|提问|了解)",),
        yes=("I have two questions.", "I’d like to ask why.", "我想问一个问题。", "我想了解一下。"),
        no=("I have been there.", "我的看法是这样。"),
    ),
    Row(
        "asks.please",
        means=_OPENS,
        en=("may i|could you|can you",),
        zh=("(?:[^，,。！？]{0,12}记者[。，,：:])?请问",),
        yes=("May I ask why?", "请问何时开工？", "港口日报记者：请问何时开工？"),
        no=("It may rain.", "请看。"),
    ),
    Row(
        "asks.we-have-noticed",
        means=_OPENS,
        en=(
            "we(?:'ve| have) (?:noticed|seen|learned|learnt)",
            "i(?:'ve| have)? noticed?",
            "it (?:was|is|has been) (?:reported|mentioned)",
            "according to",
        ),
        zh=("(?:[^，,。！？]{0,12}记者[。，,：:])?(?:我们(?:注意到|了解到|看到|关注到)|据(?:了解|报道|悉))",),
        yes=("We’ve noticed that ships wait.", "According to reports, ships wait.", "我们注意到船只在等。", "據報道，"),
        no=("We have built it.", "我们认为很好。"),
    ),
    Row(
        "asks.i-am-from",
        means=_OPENS,
        en=(r"(?:i(?:'m| am)|this is){within}{0,30} (?:from|with|of)\b",),
        zh=("我是[^，,。！？]{1,20}记者|我来自",),
        yes=("I’m Lin Wei from Harbor Daily.", "我是海港日报的记者，", "我來自海港電視台。"),
        no=("I am happy.", "我是局长。"),
    ),
    Row(
        "asks.question-mark",
        means=("ends-question",),
        en=(r"""{asks}["”'’)]{0,2}(?: (?:thank you|thanks){within}{0,30}[.!])?""",),
        zh=(r"{asks}[”」』]?(?:\s{0,2}(?:非常)?(?:谢谢|感谢)[^。！？]{0,12}[。！]?)?",),
        yes=("What comes next? Thank you.", "何时开工？谢谢。", "何時開工？謝謝主持人"),
        no=("Why? Because it rained.", "为什么？因为下雨。"),
    ),
    Row(
        "asks.requests",
        means=("ends-request",),
        en=(
            r"(?:^|[.!;,] )(?:please|can you|could you) (?:comment|confirm|explain|elaborate|share|tell)\b"
            r"{within}{0,60}\.(?: (?:thank you|thanks){within}{0,30}[.!])?",
        ),
        zh=(
            r"请(?:{you}|发言人|局长|部长|介绍人)?(?:再|先|具体|简要|详细)?(?:介绍|谈谈|证实|评论|说明|解释|分享|谈一谈|予以证实)"
            r"{within}{0,30}。(?:\s{0,2}(?:非常)?(?:谢谢|感谢)[^。！？]{0,12}[。！]?)?",
        ),
        yes=("A tower fell. Please comment.", "请介绍一下进展。", "請發言人介紹有關情況。謝謝。"),
        no=("They comment on it.", "Please note the fee.", "他介绍了情况。"),
    ),
    Row(
        "calls-up",
        means=("calls-up",),
        en=(
            r"(?:(?:Thank you|Thanks|Okay|OK|All right|Good)[.,!] )?(?:(?:Now|Next),? )?(?:[Pp]lease,? )?"
            r"(?:Mr|Ms|Mrs|Dr|Minister|Director|Governor|Mayor)\.? {name}(?: {name}){0,2}(?:,? please)?[.!]",
        ),
        zh=(
            "(?:(?:谢谢|好的?|下面|现在|接下来|首先|先)[，,。！]?){0,2}(?:有请|请){within}{0,10}(?:{post}|先生|女士|同志)[。！]?",
        ),
        yes=("Ms. Lin, please.", "Thank you. Now, Mr. Gu Yunliang.", "好，请顾局长。", "有請顧雲亮先生"),
        no=("Mr. Gu will be late, they say, and so will we.", "请顾局长注意这个问题。"),
    ),
)
