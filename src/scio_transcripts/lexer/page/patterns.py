"""Named patterns of single lines, each below lines that it must match (+) and lines that it must not (-).

In: one line, free of outer blanks. All are anchored, bounded and free of nested repeats, so none can backtrack
without bound. The evidence is some 250 real pages. The examples run as tests: a pattern is either matched against the
whole line (`fullmatch`), or against its beginning (`match`), as the two parts of this file say.
"""

from __future__ import annotations

from scio_transcripts.language.dates.forms import (
    CLOCK,
    CLOCK_HAN,
    HAN_DATE,
    NUMERIC_DATE,
    SPACE,
    WEEKDAY_HAN,
    WORD_DATE,
)
from scio_transcripts.lazy import re

# Characters that may stand around and inside words without being seen.
ZERO_WIDTH = "\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
BLANKS = (
    " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000" + ZERO_WIDTH
)

COLONS = ":：∶︰﹕"
"""What a colon is printed as; the last three on Chinese pages."""
# `（林大海 摄）`, `林大海、顾云亮摄。`; nobody is called `拍`. A wide blank that a charset lost is a question mark.
_PHOTOGRAPHER = (
    r"[ \xa0]?[（(]?[\u4e00-\u9fff·]{2,12}(?:[ \u3000、/][\u4e00-\u9fff]{2,4}){0,3}(?<!拍)[ \xa0\u3000]?(?<!拍)[摄攝]"
    r"[）)]?。?(?:[ \xa0]?[（(][\u4e00-\u9fff、/]{2,20}[）)])?"
)

# --- the whole line: `fullmatch` ---

# + [Photo by Gu Weiping/China SCIO]
# + Minister of Harbours Lin Dahai  Photo: Harbour News
# + Lin Dahai speaks in Harbour Town on Jan. 26, 2021. [Photo by Gu Weiping/China SCIO]
# + The minister takes questions on April 30, 2020. ( by Gu Weiping)
# + A briefing on ferries. (Photo/Harbour News)
# - We printed a photo by one of them [and a caption].
CAPTION = re.compile(
    r".*?[\[(（【]"
    r"(?:[Pp]hotos?\b|[Ii]mage\b|[Ff]ile [Pp]hoto|[Pp]icture\b|[Pp]hotographed by\b| ?by [A-Z])"
    r"[^\[\]()（）]{0,120}[\])）】]\.?"
    r"|[^:：\n]{0,300}?(?:^|[ \xa0.,;|/(（])(?:[Pp]hotos?|[Pp]ictures?|[Pp]ix|[Ii]mages?|[Ff]ile [Pp]hotos?)"
    r"(?: (?:courtesy|credits?|source)(?: of)?)? ?[:：/] ?[A-Z][\w.'’&/ -]{1,60}[)）]?\.?",
    re.S,
)

# An agency and a name behind the sentence, or an agency of several words in square brackets.
# + Lin Dahai (C) answers questions in Harbour Town, Jan. 21, 2020. (Harbour News/Gu Weiping)
# + The office holds a briefing in Harbour Town on Nov. 19, 2021. [Harbour Post]
# + Photo taken on July 15, 2021 shows the briefing in Harbour Town. Photo by Harbour Daily/ Gu Weiping
# - We did that in two years. [Applause]
# - The office told (Harbour News/Gu Weiping)
CREDITED = re.compile(
    r".{20,}?[.。!?][\"”]?[ \xa0]?"
    r"(?:[(（\[](?:[A-Z][\w.'’-]{0,20} ?){1,4}/ ?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}[)）\]]"
    r"|\[[A-Z][\w.]{0,20}(?: [A-Z][\w.]{0,20}){1,3}\]"
    r"|[Pp]hotos? by [A-Z][^.。]{2,80})",
)

# + Photo taken on July 15, 2021 shows the port of Harbour Town.
# - Photo taken, we went on.
PICTURED = re.compile(r"Photos? taken (?:on|in|by|at|from) .{3,80}? shows?\b.{3,300}")

# + A briefing on ferries in the old town. ( Guping)
# - (SCIO)
CUT_CREDIT = re.compile(r".{20,}\( [A-Z][a-z]{1,20}(?: [A-Z][a-z]{1,20})?\)")

# + 图为发布会现场。（林大海 摄）
# + 图说：发布会现场
# + 渡口局局长顾云亮介绍情况 中国网 林大海 摄
# + 图为发布会现场。林大海 摄 （渡口网、渡船网）
# - 我们用一年时间完成了拍摄
CAPTION_HAN = re.compile(
    r"[图圖]片?(?:[说說注]明?)?[一二三四五六七八九\d]{0,2}[:：](?:(?![。！？])[^\n]){2,120}。?"
    rf"|[图圖][为為](?:(?![。！？])[^\n]){{2,120}}。?(?:{_PHOTOGRAPHER})?"
    rf"|(?:[^\n]{{0,300}}[ \xa0\u3000，。、/（(?])?{_PHOTOGRAPHER}"
)

# + (The journalist laughed.)
# + [Laughter]
# + (Applause)
# + （笑声）
# - （三）
# - (1) The first task is this.
STAGE = re.compile(
    r"[(（][^()（）]{3,200}[)）]|\[(?:[Ll]aughter|[Aa]pplause|[Ll]aughs?|[Ii]naudible|[Cc]rosstalk|[Pp]ause)\.?\]"
    r"|[(（](?:[掌笑][声聲]|鼓掌|[众眾]笑)[)）]"
)

# + <  1  2  3  4  >
# + <  1  2  ...  13  >
# + 1 2 3 4 5 Next >>
# + Previous   Next
# + 【 第1页 第2页 第3页 】
# - 1 2 3 go
PAGER = re.compile(
    r"(?:(?:<++|>++|«|»|‹|›|\||\.{2,4}+|…"
    r"|[Pp]rev(?:ious)?(?: [Pp]age)?|[Nn]ext(?: [Pp]age)?|[Ff]irst(?: [Pp]age)?|[Ll]ast(?: [Pp]age)?"
    r"|上一页|下一页|首页|尾页|\[?\d{1,3}+\]?)"
    r"(?:[ \t\xa0]{1,8}|$|(?=[<>|])|(?<=[<>|]))){2,80}"
    r"|[Pp]revious"
    r"|[Nn]ext ?>{1,2}"
    r"|[【\[]?[ \xa0]*(?:第 ?\d{1,3} ?[页頁][ \xa0]*){2,80}[】\]]?"
)

# + /5    Group photo
# - /etc/passwd
# - 1/3 of the boats
COUNTER = re.compile(
    r"(?:/ ?\d{1,3}[ \t\xa0]{1,12}|\d{1,3} ?/ ?\d{1,3}[ \t\xa0]{2,12})(?=[A-Z\u4e00-\u9fff]).{1,80}"
    r"|\d{0,3}/\d{1,3}"
)

# + 15:00:42 2020-04-17
# + 2018-10-29 15:30
# + 渡口時間20時46分
# + Harbour Time 20:46
# - 15:00
STAMP = re.compile(
    r"[\[(（]?"
    rf"(?:{CLOCK},? (?:{NUMERIC_DATE})"
    rf"|(?:{NUMERIC_DATE}),? {CLOCK}"
    r"|\d{1,2}:\d{2}:\d{2})"
    r"[\])）]?"
    rf"|[\u4e00-\u9fff]{{2,4}}[时時][间間][:：]? ?{CLOCK_HAN}"
    rf"|(?:[A-Z][\w ]{{1,20}} )?(?:[Tt]ime|HKT|BJT|GMT)[:,]? ?{CLOCK}"
)

# + Oct. 10, 2017
# + Jan.19, 2016
# + 2020-12-10 21:51
# + Tuesday, March 5, 2024
# + 2017年10月10日（星期二） 15:00
# + 2017 年 10 月 10 日下午3点半
# - Oct. 10, 2017, was a fine day.
DATE = re.compile(
    rf"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?{SPACE})?"
    rf"(?:{WORD_DATE}|{NUMERIC_DATE})(?:,?{SPACE}?{CLOCK})?\.?"
    rf"|{HAN_DATE}(?: ?[(（]?{WEEKDAY_HAN}[)）]?)?(?: ?(?:{CLOCK}|{CLOCK_HAN}))?"
)

# What stands above the first words of a Chinese transcript.
# + 以下为发布会文字实录：
# + 文字實錄：
# - 实录将在明天公布。
TRANSCRIPT_BEGINS_HAN = re.compile(
    r"(?:以下|下面)?[是为為]?[^。！？：:]{0,20}(?:[实實][录錄]|全文|[内內]容)(?:如下)?[:：]"
)


def _spaced(*words: str) -> str:
    """Chinese keys, their characters perhaps set apart: `时 间`, `主　题`."""
    return "|".join(r"[ \xa0\u3000]{0,4}".join(word) for word in words)


# The words of a heading over the roster or over a value. Group names are what the heading governs.
# + Speakers:
# + Chairperson
# + Special Guests:Lin Dahai, Deputy Director General
# + Time:10:30 AM (Fri) May 23, 2014
# + 时间：2017年8月31日（15:00—16:20）
# + 时　间：2017年8月31日
# + Host of the press conference: Lin Dahai, deputy mayor
# + 主持人：渡口局新闻发言人林大海
# + 一、時 間：108年5月14日
# - 一、主题
# - Speakers told us that it works.
HEADING = re.compile(
    r"(?:[一二三四五六七八九十]、(?=[^:：]{2,12}[:：]))?"
    r"(?:"
    r"(?P<speakers>(?:Special |Invited |Keynote )?(?:Speakers?|Guests?|Attendees|Participants|Presenters?|Officials)"
    rf"(?: present| attending)?|{_spaced('发布人', '發布人', '出席人员', '出席人員', '出席嘉宾', '出席嘉賓')}"
    rf"|{_spaced('出席人', '出席者')}"
    rf"|{_spaced('发布嘉宾', '發布嘉賓', '嘉宾', '嘉賓')})"
    r"|(?P<chair>(?:Chairpersons?|Chair(?:man|woman)?|Hosts?|Moderators?|Presider)"
    r"(?: (?:of|for) (?:the |this )?[\w-]{2,20}(?: [\w-]{2,20}){0,3}(?= ?[:：]))?"
    rf"|Presided over by|Chaired by|Hosted by|Moderated by|{_spaced('主持人', '主持')})"
    rf"|(?P<date>Date(?: and time| ?/ ?time)?|Event date|{_spaced('日期')})"
    rf"|(?P<time>Time(?: and date)?|{_spaced('时间', '時間')})"
    rf"|(?P<venue>Venue|Place|Location|{_spaced('地点', '地點')})"
    r"|(?P<address>Address|Add\.?)"
    rf"|(?P<topic>Topic|Theme|Subject|{_spaced('主题', '主題')})"
    r"|(?P<published>Dispatch date|Publish(?:ed|ing)?(?: date| on)?|Release(?:d)?(?: (?:date|time|on))?|Updated?"
    rf"|Date of publication|{_spaced('发布时间', '發布時間', '发布日期', '發布日期')})"
    rf"|(?P<publisher>Source|Publish organization|Publisher|From|{_spaced('来源', '來源')})"
    r"|(?P<other>Index number|Exchange Reference number|Reference number|Name|Title|Keywords?|Tel|Fax|E-?mail|Contact"
    r"|Website|Author|Views?|Font size|Text size|Language|Category|Columns?"
    rf"|{_spaced('作者', '分类', '分類')}|索引号|关键词|關鍵詞|字号|字號|requestId)"
    r")"
    r"(?P<colon> ?[:：])?(?P<value>(?(colon)[ \t\xa0]*\S.*|(?!)))?",
    re.I,
)

# --- the beginning of the line: `match` ---

# + _ueditor_page_break_tag_
# + _ueditor_page_break_tag_Lin Dahai:
# - The ueditor page
PAGE_BREAK_TAG = re.compile(r"(?:_ueditor_page_break_tag_|\[page(?:[ _-]?break)?\]|<!-- ?pagebreak ?-->){1,9}", re.I)

# + In case of any discrepancy between the English and Chinese texts, the Chinese version is deemed to prevail.
# + (This English version is for reference only; should they differ, the Chinese one counts.)
# + (The following English text of the press conference is for reference. In case of divergence, ask.)
# + (* This is a provisional translation by another office. The original is in Danish.)
# - The discrepancy was large.
DISCLAIMER = re.compile(
    r"[(（*]{0,2}\s?"
    r"(?:In (?:the )?(?:case|event) of (?:any )?"
    r"(?:discrepanc|inconsistenc|ambiguit|divergen|difference|conflict)"
    r"|(?:This|The)(?: following)? (?:English|translat)[^.]{0,80}(?:for reference|unofficial)"
    r"|This is an? (?:provisional|unofficial|machine|rough|rush|informal|courtesy|tentative) trans(?:lation|cript)\b"
    r"|(?:For reference only|Unofficial translation|Please note that the Chinese))"
    r".{0,300}",
    re.I,
)

# + 【本报讯】（记者 林大海）昨日，渡口局举行发布会。
# + [本网消息]昨日，渡口局举行发布会。
# - 【渡口局局长林大海】大家好。
# - 【通讯录】大家好。
# - [渡口广电]大家好。
# - 【渡口经济报道】请问何时开工？
AGENCY_BRACKET = re.compile(
    r"[【〔\[(（](?P<words>本[报報网網台社刊][^】〕\])）\n]{0,12}|[^】〕\])）\n]{0,20}"
    r"(?:(?<![资資通快腾騰音简簡])[讯訊]|[日社专專][电電]|(?:[综綜]合|[记記]者[^】〕\])）\n]{0,8})[报報][道導]))"
    r"(?:[ \xa0\u3000（(/][^】〕\])）\n]{1,16})?[】〕\])）]"
)
