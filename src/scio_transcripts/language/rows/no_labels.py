"""What a label does not say: words before a colon, in brackets or in bold that name no speaker.

In: nothing. Out: rows. What they mean: `salutes` speaks to somebody; `field` is a field of the page; `introduces` says
what follows; `point` heads a point of a speech; `headline` stands over a text; `told` tells of somebody who spoke;
`running-text` and `of` show in sentences.
"""

from __future__ import annotations

from scio_transcripts.language.row import Row

_INTRODUCES = ("introduces",)

ROWS = (
    Row(
        "salutes",
        means=("salutes",),
        en=(
            r"(?:friends|ladies|gentlemen|colleagues|everyone|comrades|guests|netizens|members of the press|dear|hello"
            r"|good (?:morning|afternoon|evening))\b",
        ),
        zh=(
            "^(?:各位|尊敬的|亲爱的|女士|先生们)"
            "|(?:朋友|们|大家|各位|先生|女士|同志|你好|您好|上午好|下午好|早安|晚安|午安|早上好|晚上好)$",
        ),
        yes=("Dear colleagues", "Friends from the press", "各位來賓", "记者朋友们", "大家下午好"),
        no=("Endearing ferries", "Friendship Daily", "女排先生产", "渡口局"),
    ),
    Row(
        "field.page",
        means=("field",),
        en=(
            r"(?:notes?|p\.?s|source|tel|fax|e-?mail|web(?:site)?|link|url|updated?|published|posted|tags?|keywords?"
            r"|related|editors?|authors?|by|hot ?line|views|share|print|live|breaking|languages?"
            r"|translat(?:ed|ors?)|reported)(?: ?\d{1,2})?",
            r"(?:[\w-]{1,20}\.){1,3}[a-z]{2,3}(?:updated?|published|source)",
        ),
        zh=(
            ".{0,60}(?:来源|作者|编辑|责编|责任人|联系人|联络人|校对|审核|字号|分类|关键词|关键字|网址|网站|邮箱"
            "|电话|传真|地址|附件|简历|热线|专线|发布人|发布单位|发布日期|发布时间|更新|浏览|点击|点击量|打印|分享"
            "|下载|讯|电|报道|报导|消息|快讯|直播|栏目|责任编辑|监制|制作|出品|撰文|文字|文|记录|整理)"
            "|备注|注|编者按|采写|采访",
        ),
        yes=(
            "Source",
            "lantern.org.cnUpdated",
            "Tel 2",
            "E-mail",
            "Editors",
            "来源",
            "責任編輯",
            "本报記者讯",
            "传真",
            "编者按",
        ),
        no=("Source of the Reed", "Telford", "来源地", "注意"),
    ),
    Row(
        "field.event",
        means=("field",),
        en=(
            r"(?:title|subject|topic|theme|venue|place|address|add|time|date|contents?)(?: ?\d{1,2})?",
            "speakers|participants?|attendees?|guests?|interview|interviewees?",
        ),
        zh=(".{0,60}(?:时间|地点|标题|主题|内容|日期|位置)|出席(?:人员|嘉宾)?|嘉宾介绍|活动描述",),
        yes=("Time", "Venue", "Topic", "Participants", "时间", "發布會地點", "主題", "出席嘉賓"),
        no=("Times", "Place of the Ferry", "Participant 3", "时间表", "出席者"),
    ),
    Row(
        "field.text",
        means=("field",),
        en=(
            r"(?:summary|abstract|attachment|annex|appendix|box|example|conclusion|background|introduction|overview"
            r"|highlights?|full text|transcript|record)(?: ?\d{1,2})?",
        ),
        zh=(".{0,60}(?:实录|摘要|概要|提要|提示|导读|全文)|原文|导语|简介",),
        yes=("Summary", "Annex 2", "Full text", "文字實錄", "内容摘要", "原文", "概要", "簡介"),
        no=("Summary of the Reed", "Transcripts of today", "提示音", "原文件"),
    ),
    Row(
        "field.picture",
        means=("field",),
        en=(r"(?:.{0,60}\W)?photos?(?: ?\d{1,2})?|(?:figure|table|chart|video|caption)(?: ?\d{1,2})?",),
        zh=(".{0,60}(?:摄影|摄像|摄|图)",),
        yes=("Ferry photo", "Photos", "Figure 3", "林大海攝", "资料图"),
        no=("Photographer", "Tables of content", "图书馆"),
    ),
    Row(
        "introduces.list",
        means=_INTRODUCES,
        en=(
            r"(?:.{0,250}\W)?(?:follows?|following|below|points?|aspects?|respects?|tasks?|measures?|areas?|ways?"
            r"|reasons?|features?|characteristics|things|steps|words|principles|questions|facts|examples?|priorities"
            r"|achievements|results|figures|goals?|efforts|include[sd]?|including)",
        ),
        zh=(
            ".{0,250}(?:如下|以下|实录|全文|还有|有|包括|分别|例如|比如|通知|通报|方面|问题|特点|措施|工作|任务"
            "|目标|原则|意见|办法|情况|原因|结果|数据|一点|几点|第[一二三四五六七八九十]|[一二三四五六七八九十][是、]?"
            "|首先|其次|再次|最后)",
        ),
        yes=("There are three points", "The fees are as follows", "分為以下", "主要有三方面", "第二"),
        no=("Two pointers", "Ferry Office", "以下各位", "渡口局"),
    ),
    Row(
        "introduces.words",
        means=_INTRODUCES,
        en=(r"(?:.{0,250}\W)?(?:is|are|was|were|said|says|that|and|means|to)",),
        zh=(".{0,250}(?:是|为|即|说|道|问到|表示|指出|强调|认为|提出|提到|要求|介绍|透露|回应|称|写道)",),
        yes=("What I mean is", "He said", "我的意思是", "他強調", "局长認為"),
        no=("This", "Island", "是否", "渡口局"),
    ),
    Row(
        "point",
        means=("point",),
        en=(
            r"(?:(?:the )?(?:first|second|third|fourth|fifth|sixth|last|next|final)(?:ly)?"
            r"|one|two|three|four|five|(?:point|part|step|item|task|stage|phase) (?:\d{1,2}|one|two|three))\b",
        ),
        zh=("第[一二三四五六七八九十]|其[一二三四五六]|[一二三四五六七八九]是",),
        yes=("First, the quay", "Secondly", "Step 2", "第一，码头", "其二", "三是码头"),
        no=("Firstborn", "Oneness", "Parts of it", "第几", "其他"),
    ),
    Row(
        "headline",
        means=("headline",),
        en=(
            r"(?:Meets?|Holds?|Attends?|Answers?|[Bb]riefings?|Remarks|Transcript|Full [Tt]ext|Live|Watch"
            r"|Press [Cc]onference|Press [Rr]elease|Press [Cc]ent(?:er|re))\b"
            # but not the name of an outlet
            r"(?! [A-Z]\w{1,30} (?:TV|News|Daily))",
        ),
        zh=(
            "^(?:关于|专题|聚焦|链接|图说|组图)"
            "|(?:推荐|热点|专题|链接|连结|阅读|图集|全文|发布会|记者会|解读|见面会|吹风会)$",
        ),
        yes=(
            "Lin Dahai Meets the Ferry Guild",
            "Press Conference on Quays",
            "關於碼頭",
            "渡口局新聞發布會",
            "相关阅读",
        ),
        no=("Lin Dahai", "She meets them", "Live Harbour News", "发布会主持人"),
    ),
    Row(
        "told",
        means=("told",),
        en=(
            r"(?:said|says|told|tells|added|adds|noted|notes|stressed|pointed out|explained|emphasi[sz]ed|wrote"
            r"|commented|recalled|warned|claimed|stated|declared|remarked)\b[^,]{0,60}$",
        ),
        yes=("Lin Dahai, mayor, told reporters on Friday", "the mayor added"),
        no=("Lin Dahai, mayor of Told", "the mayor said so, and left"),
    ),
    Row(
        "running-text",
        means=("running-text",),
        en=(r"[A-Za-z]?[a-z]{3,30}\. [A-Z]",),
        zh=(r"[，,。;；？?！!“”\"]|[^·\w]的|了$|^(?:和|并|但|而|在|对|从|向|我|你|他|她|它|这|那|请|将)",),
        yes=("The quay is open. Ships come", "渡口开放了", "請看", "码头、的"),
        no=("Mr. Gu", "Gu Yunliang", "渡口局局长", "了解渡口"),
    ),
    Row(
        "running-text.of",
        means=("of",),
        # 的 stands in the names of a few, which are written with a dot.
        zh=("[㐀-鿿]的[㐀-鿿]",),
        yes=("渡口的事",),
        no=("渡口局局长", "的确如此"),
    ),
)
