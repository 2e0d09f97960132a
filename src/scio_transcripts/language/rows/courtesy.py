"""How a speech begins: greetings, thanks, and the words of whoever speaks for himself.

In: nothing. Out: rows. What they mean: `greets` and `thanks`, at the beginning, capital letters told apart: a wrapped
line that goes on with `friends` greets nobody; `of-self` and `addresses`, somebody who speaks of himself or to others,
and `first-person`, both of them, anywhere, `US` and `us` told apart.
"""

from __future__ import annotations

from scio_transcripts.language.row import Row

ROWS = (
    Row(
        "greets.time-of-day",
        means=("greets",),
        en=(
            r"(?:(?:All right|Alright|Okay|OK|Ok|Well|So|Yes|And|Now|Right|Again)[,.]? )?(?:(?:[Aa] )?[Vv]ery )?"
            r"[Gg]ood (?:morning|afternoon|evening|day)\b",
            r"Hello\b",
            r"(?:Hi|Hey|Greetings)\b(?: to)?,? (?:again|everyone|everybody|all|there)\b",
        ),
        zh=("{you}们?好|(?:早上|上午|中午|下午|晚上)好",),
        yes=(
            "Good morning.",
            "All right, good day, all.",
            "Hi, everybody.",
            "Hello everyone.",
            "下午好。",
            "你们好。",
            "上午好",
        ),
        no=("Good results came in.", "So good a morning it was.", "High tides all day.", "下午开会。"),
    ),
    Row(
        "greets.welcome",
        means=("greets",),
        en=(r"Welcome\b", "Good to see"),
        zh=("欢迎",),
        yes=("Welcome.", "歡迎大家。"),
        no=("Welcoming guests is an art.", "受到欢迎。"),
    ),
    Row(
        "greets.salutation",
        means=("greets",),
        en=(
            "Ladies(?: and|,| &) [Gg]entlem[ae]n",
            r"(?:Dear )?[Ff]riends\b",
            r"(?:Dear )?[Cc]olleagues\b",
            "Dear ",
            "Distinguished ",
            "Media friends",
            "Members of the (?:press|media)",
        ),
        zh=("(?:女士|先生|朋友|同志|网友)们|各位|大家(?![的在都])|(?:记者|媒体|新闻界的?)朋友|尊敬的|亲爱的",),
        yes=("Ladies and gentlemen,", "Dear friends,", "女士們、先生們：", "各位記者朋友，", "大家好。"),
        no=("A dear friend came.", "大家的意见。"),
    ),
    Row(
        "thanks",
        means=("thanks",),
        en=(r"(?:Many |My )?(?:[Tt]hanks|[Tt]hank you)\b",),
        zh=("(?:好的?[，,。！])?(?:非常|十分|首先)?(?:感谢|谢谢|多谢)",),
        yes=("Thank you.", "Many thanks.", "好，谢谢。", "非常感謝你的提問。"),
        no=("Thankfully, it rained.", "他们表示感谢。"),
    ),
    Row(
        "person.first",
        means=("first-person", "of-self"),
        en=(r"(?:I|[Ww]e|[Oo]ur|us|[Mm]y|me)\b",),
        zh=("我们?|咱们",),
        yes=("Here we are.", "My plan is this.", "我們認為"),
        no=("The US harbor.", "他们认为"),
    ),
    Row(
        "person.all",
        means=("first-person", "addresses"),
        en=(r"[Yy]ours?\b|[Yy]ou\b",),
        zh=("大家|你们|各位",),
        yes=("Do you know?", "Your plan is this.", "大家知道"),
        no=("A young harbor.", "他们认为"),
    ),
    Row(
        "person.second",
        means=("addresses",),
        en=(r"[Yy]oursel(?:f|ves)\b",),
        zh=("{you}",),
        yes=("See for yourself.", "请问您怎么看？", "你好"),
        no=("He did it himself.", "他们认为"),
    ),
)
