"""How an answer to a question from the floor begins.

In: nothing. Out: rows. What they mean: `answers`, anywhere in the opening of a speech.
"""

from __future__ import annotations

from scio_transcripts.language.row import Row

_ANSWERS = ("answers",)

ROWS = (
    Row(
        "answers.thanks",
        means=_ANSWERS,
        en=(
            r"(?:thanks|thank you)(?: very much| so much| a lot)?(?:,? {same})?"
            r" for (?:your|the|this|that|these|both|raising|asking)"
            r"{within}{0,30}?(?:question|attention|interest|asking|concern)s?\b",
        ),
        zh=("(?:谢谢|感谢|多谢)(?:{you}|这位){within}{0,12}(?:提问|问题|关注|关心)|谢谢主持人",),
        yes=("Thank you very much for your question.", "谢谢您的提问。", "謝謝主持人。"),
        no=("Thank you for the tea.", "谢谢大家。"),
    ),
    Row(
        "answers.takes-up",
        means=_ANSWERS,
        en=(
            r"(?:i'll|i will|i would like to|i shall|let me|allow me to)"
            r" (?:take|answer|respond|address|reply|say a word|start|begin|add)\b",
        ),
        zh=("(?:由)?我(?:来|先|就)?(?:先)?(?:回答|回应|答|补充|介绍|谈|说)",),
        yes=("I’ll answer this.", "Allow me to add a word.", "我来回答这个。", "我先介紹一下"),
        no=("I will go home.", "我认为很好。"),
    ),
    Row(
        "answers.your-question",
        means=_ANSWERS,
        en=(
            r"(?:to|as for|regarding|on|about|with regard to|in response to|concerning|in answer to)"
            r" your\b{same}question",
        ),
        zh=("回答{you}|{you}(?:刚才)?(?:的|提|问){within}{0,8}问题",),
        yes=("As for your first question, yes.", "您刚才提的问题很好。", "我回答你。"),
        no=("It is your turn.", "这是他的问题。"),
    ),
    Row(
        "answers.a-good-question",
        means=_ANSWERS,
        en=(
            r"(?:that's|that is|this is|you raised|you asked|you've raised|you've asked|you have raised|you have asked)"
            r" an? {same}question\b",
        ),
        zh=("(?:这|那)个问题",),
        yes=("That’s a very good question.", "这个问题很重要。"),
        no=("That is a harbor.", "问题很多。"),
    ),
    Row(
        "answers.as-somebody-said",
        means=_ANSWERS,
        en=(r"as (?:mr|ms|mrs|minister|director)\b{same} (?:said|mentioned|noted|just)",),
        # A reporter, too, begins with what somebody has said just now, but not with what he has said already.
        zh=(
            "(?:刚才|刚刚){within}{0,10}(?:{post}|先生|女士)(?:也|都)?已经(?:说|介绍|讲|提到|谈到)",
            "正如{within}{0,12}(?:{post}|先生|女士){within}{0,6}(?:说|介绍|讲|提到|谈到)",
        ),
        yes=("As Mr. Gu just mentioned, it is open.", "刚才顾局长已经介绍了情况。", "正如顧局長所說，"),
        no=("As Mr. Gu was late, we waited.", "刚才局长介绍了情况，我想问一下。"),
    ),
)
