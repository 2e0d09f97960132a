"""The event: who opens, welcomes and closes it, and the words that name it.

In: nothing. Out: rows. What they mean: `chair`, words that are the chair's business; `event`, a word for such an event
or for who attends it; `event-to-come`, a word for one at which somebody may speak; `record-of`, that somebody's words
follow; `holding`, a word for holding it; `title`, a word that titles of such pages have.
"""

from __future__ import annotations

from scio_transcripts.language.row import Row

_CHAIR = ("chair",)

OPENED = (
    Row(
        "event.welcome",
        means=_CHAIR,
        en=(
            r"welcome to (?:this|today|the|our|attend)\b",
            r"welcome(?:d)? (?:you )?(?:all )?to (?:this|the|today|our)\b",
        ),
        zh=("欢迎(?:大家|各位|你们)?(?:{within}{0,6})?(?:出席|参加|来到)",),
        yes=("Welcome to this briefing.", "We welcomed you all to the event.", "歡迎各位參加今天的發布會。"),
        no=("A welcome change.", "受到欢迎。"),
    ),
    Row(
        "event.i-am-the-chair",
        means=_CHAIR,
        en=("i(?:'m| am) (?:your |the )?(?:host|moderator|chair)",),
        zh=("我是(?:今天|本次|本场)?(?:{event})?(?:的)?主持人",),
        yes=("I’m your host.", "我是今天发布会的主持人。"),
        no=("I am the builder.", "他是主持人。"),
    ),
    Row(
        "event.guests",
        means=_CHAIR,
        en=(
            "(?:pleased|honou?red) to (?:have|invite)",
            "(?:joining|with) us",
            "we(?: have| are| also){0,3} joined by",
            r"we (?:have |also ){0,2}invited {title}\b",
            "we have (?:also )?invited",
        ),
        zh=("很?高兴(?:地)?(?:邀请|请)到?了?|邀请到|请到了?|出席今天{event}|为大家介绍",),
        yes=(
            "We are pleased to have Mr. Gu.",
            "With us today is Ms. Lin.",
            "今天邀请到三位嘉宾。",
            "我們很高興請到了他。",
        ),
        no=("We invited people who live there.", "我们很高兴。"),
    ),
)
CLOSED = (
    Row(
        "event.ends",
        means=_CHAIR,
        en=(
            r"(?:conclude|concludes|concluding|end|ends|close|closes|wrap up|wraps up)\b{within}{0,30}"
            "(?:today(?:'s)?|this|the|our) {within}{0,20}(?:press conference|briefing|interview)",
            r"(?:end|conclusion) of (?:today|this|the|our)\b{within}{0,25}(?:conference|briefing|session|event)",
            r"(?:conference|briefing|event|session) (?:ends|is (?:now )?over|concludes)\b",
            r"(?:today'?s?|this|our) (?:press )?(?:conference|briefing|event) (?:is|comes|has come|will)\b",
        ),
        zh=("今天的?{event}(?:就|到|至)",),
        yes=("This concludes today’s briefing.", "The session is now over.", "今天的新闻发布会就到这里。"),
        no=("The works end in May.", "今天的会议很长。"),
    ),
    Row(
        "event.stop-here",
        means=_CHAIR,
        en=(
            "that(?:'s| is| will be)? (?:it|all) for (?:today|now)",
            "we(?:'ll| will| shall| have to)? (?:stop|end|leave it|conclude) here",
        ),
        zh=("(?:到此|到这里|就到这)(?:结束|为止)?",),
        yes=("That’s all for today.", "We’ll stop here.", "发布会到此结束。"),
        no=("That is all right.", "他们来到工地。"),
    ),
    Row(
        "event.thanks-all",
        means=_CHAIR,
        en=(
            r"thank you,? (?:everyone|everybody|all)\b",
            r"thank(?:s| you) to (?:our|all|the|every)\b{same}(?:speakers?|guests?|friends|press|media|officials)",
        ),
        zh=("谢谢(?:各位|几位|两位|三位|所有)(?:发布人|嘉宾)",),
        yes=("Thank you, everyone.", "Thanks to all our guests.", "謝謝各位發布人。"),
        no=("Thank you, minister.", "谢谢你的提问。"),
    ),
    Row(
        "event.goodbye",
        means=_CHAIR,
        en=(r"(?:see you|goodbye|good-bye|bye-bye)\b",),
        zh=("再见",),
        yes=("See you next month.", "再見！"),
        no=("I see your point.", "再说一遍。"),
    ),
)
NAMED = (
    Row(
        "event.word",
        means=("event",),
        en=(
            r"(?:press|media|briefing|briefed|news conference|conference|journalists|reporters|interview"
            r"|meets? the press|questions)\b",
        ),
        zh=("发布会|记者会|吹风会|见面会|通气会|座谈会|答(?:记者)?问|会见|见面|采访",),
        yes=("A press conference was held.", "She answered Questions.", "5月6日举行发布会", "記者會", "會見"),
        no=("The pressure rose.", "港口扩建。"),
    ),
    Row(
        "event.reception",
        means=("event-to-come",),
        en=(r"(?:receptions?|launch(?: event)?|interviews?)\b",),
        zh=("招待会|发布活动|访谈",),
        yes=("A reception will be held.", "將舉行招待會", "发布活动"),
        no=("The receptionist left.", "港口扩建。"),
    ),
    Row(
        "event.record-of",
        means=("record-of",),
        en=(
            r"(?:the following|here|below) (?:is|are) {within}{0,60}?(?:full text|transcript|record|remarks|excerpts)\b"
            r" of\b",
        ),
        zh=("(?:以下|下面)(?:[是为]|系)[^。！？]{2,120}(?:全文|内容|实录|记录|要点)",),
        yes=(
            "The following is the full text of what Ms. Gu said.",
            "以下為司長顧雲亮今日的談話全文：",
            "下面是问答要点",
        ),
        no=("The following is what we must do.", "以下是我们的任务。"),
    ),
    Row(
        "event.held",
        means=("holding",),
        en=(r"(?:held|holds?|invited|organi[sz]ed)\b",),
        zh=("举行|举办|召开|主持|会见|见面|邀请|回答|答记者问",),
        yes=("The office held a briefing.", "国新办举行发布会", "記者會由他主持", "召開"),
        no=("The household grew.", "港口扩建。"),
    ),
    Row(
        "event.at",
        means=("at-event",),
        en=(r"(?:at|during) (?:an?|the|this|its|today's|yesterday's) {within}{0,60}{event}\b",),
        zh=("在{within}{0,30}{event}(?:上|期间)",),
        yes=("At yesterday's regular press conference he was asked why.", "在昨天的例行发布会上，有人问到新船。"),
        no=("The conference grew.", "发布会将举行。"),
    ),
    Row(
        "event.title",
        means=("title",),
        en=(
            r"(?:briefings?|press briefings?|press conferences?|news conference|press cent(?:er|re)|press releases?"
            r"|media availability|conference script|transcripts?|remarks|interviews?|q(?:&| & )a|spokesperson|holds?"
            r"|meets? (?:the )?press|(?:speech|statement|address) by|speaks to"
            r"|answers? (?:\w{1,20} ){0,3}questions)\b",
        ),
        zh=(
            "发布会|记者会|吹风会|见面会|通气会|答(?:记者)?问|会见|实录|访谈|辑录|回答[^，。]{0,8}提问"
            "|(?:谈话|讲话|致辞|致词|发言|问答)(?:内容|实况)?(?:全文|要点|实录)|专访"
            r"|(?:谈话|讲话|讲辞|致辞|致词|发言|对话)(?:内容)?(?: ?[（(][^（）()]{1,12}[)）]){0,3}$",
        ),
        yes=(
            "Press Briefing on the Harbor",
            "Minister answers reporters questions",
            "文字實錄",
            "港口扩建答记者问",
            "渡口局局長會見傳媒的發言(只有中文)",
            "渡口局局長與傳媒談話內容",
        ),
        no=("The briefest note", "港口扩建。", "他的发言很短。"),
    ),
)
ROWS = OPENED + CLOSED + NAMED
