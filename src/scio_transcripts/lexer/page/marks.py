"""Patterns of heads: the words that may be a label, with what sets them off from the speech.

In: the beginning of a line whose stamps are blotted out. Each pattern stands below lines that it must match (+) and
lines that it must not (-); all are anchored and bounded. The examples run as tests.
"""

from __future__ import annotations

from scio_transcripts.lazy import re

# The words before a colon. No sentence can end inside them; at most 220 characters, for labels that are whole titles.
# + Lin Dahai:
# + 21st Century Business Herald: Thank you.
# + Lin Dahai, person in charge of the Harbour Office:
# + 林大海∶大家好。
# + 《渡口报告》起草组负责人 林大海：大家好。
# - https://example.org
LABEL = re.compile(
    r"(?P<number>\d{1,3} ?[.)、] ?)?"
    r"(?P<words>(?:\d{1,4}(?:st|nd|rd|th)? ?[^\W\d_]|[^\W\d_a-z]|《(?=[^\W\d_]))[^:：∶︰﹕!?;\n。！？；]{0,220}+)"
    r"(?P<colon>[:：∶︰﹕])(?!//)(?!(?<=\d:)\d)"
)

# A number before what sets a label off.
# + 1、【林大海】大家好。
# + 12. **Lin Dahai:** Hello.
# - 1、林大海：大家好。
# - 1.【1】
NUMBERED_OPENER = re.compile(r"\d{1,3} ?[.)、．] ?(?=[\[［【〔](?:\d{1,4} ?)?[^\W\d_]|\*\*[^\W\d_])")

# Post and name behind a word for a part in the event and its colon; what stands behind them sets them off, too.
# + 渡口局新闻处处长林大海 女士们、先生们，大家上午好！
# + 渡口局新闻处处长林大海：女士们、先生们，大家上午好！
# + Lin Dahai, director of the Harbour Office: Good morning.
# - 大家上午好！
# - Good morning.
BEHIND_PART = re.compile(
    r" ?(?:(?P<post_first>(?=[《\u3400-\u9fff])[^\s，,。！!？?：:；;“]{4,60}[ \xa0\u3000]?[^\s，,。！!？?：:；;“]{0,4})"
    r"(?:[ \xa0\u3000]{1,4}| ?[:：∶︰﹕])"
    r"|(?P<name_first>[A-Z][^,:：!?;\n]{1,40}, ?[^:：!?;\n]{2,160}?) ?:)"
)

# + [Lin Dahai]: Hello.
# + [Lin Dahai] (March 12,2015 14:51:16)
# + 【Lin Dahai】
# + ［林大海］：大家好。
# + 【1、记者】请问何时开工？
# + [Lin Dahai] \x00\x00\x00\x00: Hello.
# - [10:13]
# - 【渡口网】（记者 林大海）4月7日，渡口局举行发布会。
BRACKETED = re.compile(
    r"(?P<open>[\[［【〔])\s?(?!\d{1,2}[:：])"
    r"(?P<words>(?:\d{1,3} ?[.)、] ?)?《?(?:\d{1,4}(?:st|nd|rd|th)?[ .]?)?[^\W\d_][^\[\]［］【】〔〕\n]{0,219})"
    r"\s?(?P<close>[\]］】〕])(?![ \xa0]?[(（][本记記])"
    r"(?P<mark>[ \t\xa0\x00]*[:：∶︰﹕]|[ \t\xa0]*[(（][^()（）\n]{4,40}[)）](?:[ \t\xa0]*[:：])?)?"
)

# + ### Lin Dahai:
# + **Lin Dahai:** Good morning.
# + **Lin Dahai**: Good morning.
# + **渡口局局长 林大海**
# + **【林大海】**大家好。
# + **林大海** 大家好。
# - **bold words** in a sentence
# - **加强监测，**我们建了三个站。
MARKDOWN = re.compile(
    r"(?P<open>#{1,6} |(?:\*\*|__)[【\[［]?)"
    r"(?P<words>(?:\d{1,3} ?[.)、] ?)?《?(?:\d{1,4}(?:st|nd|rd|th)?[ .]?)?[^\W\d_][^:：*#\n【】\[\]［］]{0,219}?)"
    r" ?(?P<close>[】\]］]?(?:[:：] ?(?:\*\*|__)|(?:\*\*|__) ?[:：]|[:：](?=\s*$))|[】\]］](?:\*\*|__)"
    r"|(?<=[\u3400-\u9fff]) ?(?:\*\*|__)(?=\s*$|[ \xa0]?[\u3400-\u9fff“《]))"
)
