"""Words of labels that mean the same in both languages: one row a meaning.

In: nothing. Out: patterns by meaning, each with English and Chinese side by side. Chinese is in both scripts. Knows no
page and no person.
"""

from __future__ import annotations

from scio_transcripts.lazy import re


def _row(en: str, zh: str) -> re.Pattern[str]:
    if zh.startswith(".*"):
        # What begins anywhere is tried everywhere: not so in plain ASCII.
        zh = rf"(?=[\x00-\x7f]*[^\x00-\x7f])(?:{zh})"
    return re.compile(rf"(?:{en}|{zh})", re.I)


ANONYMOUS = _row(
    en=r"(?:Q|A|Question|Answer|Reply|(?:The |A |An? unidentified |Another )?(?:Reporter|Journalist|Correspondent"
    r"|Press|Media)s?|Follow[- ]?ups?|(?:The |An? )?Audience(?: member)?|Netizens?(?: \w{1,20}){0,3}|Unidentified)"
    r"(?: ?\d{1,3})?\.?",
    zh=r"有?(?:(?:现场|現場|外国|外國|中外|境外|其他|某|一位|多位|有的|另一位)?"
    r"(?:记者|記者|媒体|媒體|网友|網友|观众|觀眾|提问者|提問者))"
    r"(?: ?[\dA-Za-z一二三四五六七八九十甲乙丙]{1,3})?|问题|問題|问|問|答|提问|提問|回答|追问|追問"
    r"|(?:问题|問題|问|問|答|提问|提問|回答) ?\d{1,3}",
)
"""Somebody who asks or answers without a name."""

ROLE_WORD = _row(
    en=r"(?:The |Our )?(?:Host|Hostess|Moderator|Chair|Chairman|Chairwoman|Chairperson|Compere|Anchor|Presenter|Emcee|MC|Interpreter"
    r"|Translator|Staff|Official|Spokes(?:person|man|woman)|Speaker ?\d{1,2})",
    zh=r"主持人?|司仪|司儀|翻译|翻譯|现场翻译|現場翻譯|口译|口譯|传译|傳譯|工作人员|工作人員"
    r"|(?:新闻|新聞)?(?:发言人|發言人)|嘉宾|嘉賓",
)
"""A part in the event, without a name."""

ACTS = {
    "asks": re.compile(
        r"(?P<whose>[^'’]{2,80})['’]s? question|(?P<who>.{2,40}?)(?: asks| asked| \(question\)|[追提]?[问問])"
    ),
    "answers": re.compile(
        r"(?P<whose>[^'’]{2,80})['’]s? (?:answer|reply|response)"
        r"|(?P<who>.{2,40}?)(?: answers| answered| replies| \(answer\)|[回作应應]?答[复復]?|回[应應])"
    ),
    "opens": re.compile(
        r"(?P<whose>[^'’]{2,80})['’]s? (?:(?:opening|closing|introductory|brief|welcome|welcoming) )?"
        r"(?:remarks|statement|speech|address|introduction|presentation)"
        r"|(?:(?:(?:[Oo]pening|[Cc]losing|[Ii]ntroductory|[Ww]elcome) )?(?:[Rr]emarks|[Ss]tatement|[Ss]peech|[Aa]ddress)"
        r"(?: by| from| of))? ?"
        r"(?P<who>.{2,40}?)(?:(?:作|做|的|首先|先)?(?:开场|開場|开幕|開幕|总结|總結|欢迎|歡迎|引导|引導)?"
        r"(?:致[词詞辞辭]|讲话|講話|发言|發言|開場白|开场白|发布))"
    ),
}
"""What a label says that its bearer does."""

SALUTATION = re.compile(
    r"\b(?:friends|ladies|gentlemen|colleagues|everyone|comrades|guests|netizens|members of the press|dear|hello"
    r"|good (?:morning|afternoon|evening))\b"
    r"|^(?:各位|尊敬的|亲爱的|親愛的|女士|先生们|先生們)|(?:朋友|们|們|大家|各位|先生|女士|同志|你好|您好|上午好|下午好|早安|晚安|午安|早上好|晚上好)$",
    re.I,
)
"""Who is spoken to."""

FIELD = _row(
    en=r"(?:.{0,80}\bphotos?|Notes?|P\.?S|Source|Tel|Fax|E-?mail|Web(?:site)?|Link|URL|Updated?|Published|Posted|Tags?"
    r"|Keywords?|Photos?|Video|Caption|Related|Editors?|Authors?|Interview|Interviewees?|By"
    r"|Summary|Abstract|Title|Subject|Topic|Theme|Venue|Place|Address|Add|Time|Date|Contents?"
    r"|Attachment|Annex|Appendix|Figure|Table|Chart|Box|Example|Conclusion|Translat(?:ed|ors?)|Reported"
    r"|Background|Introduction|Overview|Highlights?|Live|Breaking|Share|Print|Hot ?line|Views|Languages?"
    r"|Full text|Transcript|Record|Speakers|Participants?|Attendees?|Guests?)(?: ?\d{1,2})?",
    zh=r".*(?:时间|時間|地点|地點|来源|來源|作者|编辑|編輯|责编|責編|责任人|联系人|聯絡人|联络人|校对|校對|审核|審核|标题|標題|主题|主題|字号|字號"
    r"|分类|分類|关键词|關鍵詞|关键字|网址|網址|网站|網站|邮箱|郵箱|电话|電話|传真|傳真|地址|附件|简历|簡歷|热线|熱線|专线|專線"
    r"|发布人|發布人|发布单位|发布日期|发布时间|發布時間|更新|浏览|瀏覽|点击|点击量|打印|分享|摄影|攝影|摄像|摄|攝|图|圖|位置|下载|下載"
    r"|实录|實錄|讯|訊|电|電|报道|報道|報導|消息|快讯|直播|摘要|提示|内容|內容|导读|全文|日期|栏目|欄目|责任编辑|监制|制作|出品|撰文|文字|文|记录|整理)"
    r"|出席(?:人员|人員|嘉宾|嘉賓)?|嘉宾介绍|活动描述|原文|备注|注|编者按|采写|采访|記錄",
)
"""A field of the page, not a speaker."""

INTRODUCES = _row(
    en=r".*\b(?:follows?|following|below|points?|aspects?|respects?|tasks?|measures?|areas?|ways?"
    r"|reasons?|features?|characteristics|things|steps|words|principles|questions|facts|examples?|is|are|was|were|said"
    r"|says|that|and|means|include[sd]?|including|to|priorities|achievements|results|figures|goals?|efforts)",
    zh=r".*(?:如下|以下|实录|實錄|全文|还有|還有|有|是|为|為|即|说|說|道|问到|表示|指出|强调|強調|认为|認為|提出|提到|要求|介绍|介紹|透露|回应|回應|称|稱|写道|包括"
    r"|分别|分別|例如|比如|通知|通报|方面|问题|問題|特点|措施|工作|任务|目标|原则|意见|办法|情况|情況|原因|结果|数据|一点|几点|第[一二三四五六七八九十]"
    r"|[一二三四五六七八九十][是、]?|首先|其次|再次|最后)",
)
"""Words before a colon that say what comes: a list, or somebody's words."""

ORDINAL = _row(
    en=r"(?:(?:the )?(?:first|second|third|fourth|fifth|sixth|last|next|final)(?:ly)?"
    r"|one|two|three|four|five|(?:point|part|step|item|task|stage|phase) (?:\d{1,2}|one|two|three))\b.*",
    zh=r"(?:第[一二三四五六七八九十]|其[一二三四五六]|[一二三四五六七八九]是).*",
)
"""The head of a point in a speech."""

HEADLINE = re.compile(
    r"\b(?:Meets?|Holds?|Attends?|Answers?|[Bb]riefings?|Remarks|Transcript|Full [Tt]ext|Live|Watch"
    r"|Press [Cc]onference|Press [Rr]elease|Press [Cc]ent(?:er|re))\b(?! [A-Z]\w+ (?:TV|News|Daily))"
    r"|^(?:关于|關於|专题|聚焦|链接|图说|組圖|组图)|(?:推荐|推薦|热点|熱點|专题|專題|链接|連結|阅读|閱讀|图集|全文|发布会|發布會|記者會|记者会|解读|解讀|见面会|吹风会)$"
)
"""What brackets and colons hold that are no label's."""

TOLD = re.compile(
    r"\b(?:said|says|told|tells|added|adds|noted|notes|stressed|pointed out|explained|emphasi[sz]ed|wrote|commented"
    r"|recalled|warned|claimed|stated|declared|remarked)\b[^,]{0,60}$"
)
"""`Lin Dahai, spokesman for the bureau, told reporters on Friday:` quotes somebody in a story."""

OUTLET_WORD = re.compile(
    r".*(?:日报|日報|晚报|晚報|晨报|晨報|时报|時報|早报|早報|商报|商報|周报|週報|都市报|青年报|电视台|電視台|電視|电视|卫视|衛視|通讯社|通訊社|新闻社|新聞社"
    r"|广播|廣播|电台|電台|网|網|报|報|社|杂志|雜誌|周刊|週刊|月刊|频道|頻道|客户端|新媒体|新闻|新聞|融媒体?|财经|財經|观察)》?(?:记者|記者)?"
)
"""How the names of outlets end in Chinese."""
