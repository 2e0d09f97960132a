"""What a label says of its bearer: a part in the event without a name, or what he does.

In: nothing. Out: rows. What they mean: `nameless` (which may say `nameless-asks` or `nameless-answers`), `part` and
`office-letters` are whole labels; `act-asks`, `act-answers` and `act-opens` stand behind whoever does so; `reporter`
stands anywhere; `outlet-ending` ends the name of an outlet.
"""

from __future__ import annotations

from scio_transcripts.language.row import Row

_ASKS = ("nameless", "nameless-asks")

ROWS = (
    Row(
        "nameless.question",
        means=_ASKS,
        en=(
            r"(?:q|question|follow[- ]?ups?)(?: ?\d{1,3})?\.?",
            "(?:follow[- ]?up )?question from (?:the |an? )?(?:floor|hall|audience|press|media|reporter|journalist)",
        ),
        zh=(r"(?:问题|问|提问|追问)(?: ?\d{1,3})?|(?:现场|有的?)?(?:提问|发问|问)者",),
        yes=("Q", "Q1", "Question 3", "Follow-up", "Question from the floor", "问", "追問", "问题2", "提问者"),
        no=("Quay", "A question of money", "Questions from the floor", "问题很多", "答"),
    ),
    Row(
        "nameless.answer",
        means=("nameless", "nameless-answers"),
        en=(r"(?:a|answer|reply)(?: ?\d{1,3})?\.?",),
        zh=(r"(?:答|回答)(?: ?\d{1,3})?",),
        yes=("A", "A.", "Answer 2", "REPLY", "答", "回答", "答2"),
        no=("An answer", "Q", "答复", "问"),
    ),
    Row(
        "nameless.reporter",
        means=_ASKS,
        en=(
            r"(?:the |an? |another )?{unknown}(?:reporter|journalist|correspondent|interviewer|press|media)s?"
            r"(?: ?\d{1,3}| [a-d])?\.?",
        ),
        zh=("有?{which}(?:记者|媒体){number}|采访者|访谈者",),
        yes=(
            "Reporter",
            "AN UNIDENTIFIED JOURNALIST",
            "Female reporter",
            "Media 2",
            "Interviewer",
            "记者",
            "有記者",
            "现场记者",
            "女記者",
            "記者1",
            "媒体甲",
        ),
        no=("Reporter Gu", "Press centre", "Reporter at the quay", "记者站", "海港日报记者", "受访者"),
    ),
    Row(
        "nameless.audience",
        means=_ASKS,
        en=(
            r"(?:the |an? )?{unknown}(?:audience(?: member)?|(?:member|person|man|woman|lady|gentleman)"
            r" (?:of|in|from) the audience)(?: ?\d{1,3})?\.?",
            r"netizens?(?: \w{1,20}){0,3}",
            # without a word before it, or a number behind, a student is a line of a list
            r"(?:an? |the |{unknown-one})(?:student|participant|listener|viewer)",
            r"(?:student|participant|listener|viewer) \d{1,3}",
        ),
        zh=(
            "有?{which}(?:网友|观众|听众){number}",
            r"(?:学生|同学|家长|市民|代表|群众|村民|企业家) ?[\dA-Z甲乙丙丁]{1,2}",
            "网友[“「【][^”」】]{1,16}[”」】]|来自{within}{1,10}的(?:网友|听众|观众)",
        ),
        yes=(
            "AUDIENCE MEMBER",
            "Audience member 2",
            "Netizen blue kite",
            "A student",
            "Participant 3",
            "网友A",
            "网友“蓝风筝”",
            "来自渡口的網友",
            "一位觀眾",
            "聽眾2",
            "学生甲",
        ),
        no=("Audience hall", "Student", "Participants", "Speaker", "网友提问", "观众席", "学生", "学生票价"),
    ),
    Row(
        "nameless.somebody",
        means=("nameless",),
        en=(
            "unidentified|narrator|announcer|voice-?over|{unknown-one}{1,2}(?:speaker|voice|man|woman|person|male|female)s?",
        ),
        zh=(r"(?:不明|未知|无名)(?:人士|发言者|说话人|声音)|(?:男|女)声|旁白|画外音",),
        yes=("Unidentified", "Narrator", "旁白", "UNKNOWN SPEAKER", "Male voice", "未知人士", "女聲"),
        no=("Speaker", "Unknown waters", "人士", "女声合唱"),
    ),
    Row(
        "part.chair",
        means=("part",),
        en=(
            "(?:the |our )?(?:host|hostess|co-?host|moderator|facilitator|chair|chairman|chairwoman|chairperson|compere"
            "|anchor|anchorman|anchorwoman|presenter|emcee|mc)",
        ),
        zh=("(?:现场|女|男)?主(?:持人?|播)|司仪",),
        yes=("Moderator", "THE CHAIR", "Co-host", "主持人", "司儀", "主播"),
        no=("Hosted", "The host city", "主持会议", "主播间"),
    ),
    Row(
        "part.interpreter",
        means=("part",),
        en=("(?:(?:the |our |(?:the )?voice of (?:the |an )?))?(?:interpreter|translator)",),
        zh=("(?:现场)?翻译|口译|(?:同声)?传译|同传",),
        yes=("Interpreter", "VOICE OF INTERPRETER", "現場翻譯", "口译", "同聲傳譯"),
        no=("Interpreted", "翻译公司"),
    ),
    Row(
        "part.official",
        means=("part",),
        en=(
            r"(?:the |our )?(?:staff|spokes(?:person|man|woman)|(?:guest )?speaker ?(?:\d{1,2}| [a-d])"
            r"|(?:guest|official|panell?ist|expert) \d{1,2})",
            "(?:the |our |an? )?(?:senior |ministry |government |embassy |administration |unnamed ){0,2}official",
            r"(?:[a-z]{2,20} ){0,4}official(?: number)? (?:one|two|three|four|five|six|\d{1,2})",
            "(?:the )?(?:official |chief |deputy )(?:spokes(?:person|man|woman)|spox)",
        ),
        zh=("工作人员|(?:新闻)?发言人|嘉宾(?: ?[0-9A-Z甲乙丙丁一二三四五六]{1,2})?",),
        yes=(
            "Official",
            "The Spokeswoman",
            "Official spokesperson",
            "Senior administration official",
            "SENIOR HARBOUR DEPARTMENT OFFICIAL TWO",
            "Speaker 1",
            "Guest 2",
            "工作人員",
            "新聞發言人",
            "嘉宾",
            "嘉賓A",
        ),
        no=("Officially", "Official one-day visit", "Speaker", "Guest", "嘉宾介绍", "嘉宾们"),
    ),
    Row(
        "part.office-letters",
        means=("office-letters",),
        # in Chinese, posts are not written as letters
        en=("(?:PM|DPM|FM|CE|SG|DG|CEO|CFO|EC)",),
        yes=("PM", "CE"),
        no=("PM of the isle", "Pm", "KB"),
    ),
    Row(
        "act.asks",
        means=("act-asks",),
        en=(r"'s? question| asks| asked| \(question\)",),
        zh=("[追提]?问",),
        yes=("Lin Dahai's question", "The lady asks", "记者问", "林大海提問"),
        no=("The question", "Lin Dahai’s questionnaire", "记者"),
    ),
    Row(
        "act.answers",
        means=("act-answers",),
        en=(r"'s? (?:answer|reply|response)| answers| answered| replies| \(answer\)",),
        zh=("[回作应]?答复?|回应",),
        yes=("Lin Dahai's answer", "The mayor replies", "林大海答", "局长答復", "局长回應"),
        no=("The answer", "Lin Dahai", "答记者问"),
    ),
    Row(
        "act.opens",
        means=("act-opens",),
        en=(
            r"'s? (?:(?:opening|closing|introductory|brief|welcome|welcoming) )?"
            r"(?:remarks|statement|speech|address|introduction|presentation)",
        ),
        zh=("(?:作|做|的|首先|先)?(?:开场|开幕|总结|欢迎|引导)?(?:致[词辞]|讲话|发言|开场白|发布)",),
        yes=("Lin Dahai's opening remarks", "林大海致辞", "林大海作總結講話", "林大海发布"),
        no=("Opening remarks", "林大海发言人"),
    ),
    Row(
        "act.presents",
        means=("act-presents",),
        # in English, stories tell so, and labels do not
        zh=("(?:作|做)?(?:情况)?介绍(?:情况)?",),
        yes=("林大海介绍", "渡口局局长作介绍", "林大海介紹情況"),
        no=("介绍", "林大海介绍人"),
    ),
    Row(
        "reporter",
        means=("reporter",),
        en=(r"(?:reporter|journalist|correspondent)s?\b",),
        zh=("记者",),
        yes=("Harbour Daily reporter", "Journalist from the Ferry Post", "海港日報記者"),
        no=("The ferry reports", "海港日报"),
    ),
    Row(
        "outlet-ending",
        means=("outlet-ending",),
        # English names of outlets have their words in the registry, and at any place.
        zh=(
            ".{0,60}(?:报|社|网|电视台?|卫视|广播|电台|杂志|周刊|月刊|频道|客户端|新媒体|融媒体?|新闻|财经|观察)》?(?:记者)?",
        ),
        yes=("海港日报", "《渡口週刊》記者", "海港電視台"),
        no=("海港局", "报告"),
    ),
)
