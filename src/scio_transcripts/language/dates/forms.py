"""How a day and a time of day are printed on these pages, in both languages, as parts of patterns.

In: nothing. Out: patterns without groups, as text, for whoever looks for a line or a phrase with a date in it.
Promises: every repetition is bounded, and every form is written here alone. Reading the values is `printed.py`.
"""

from __future__ import annotations

from typing import Final

SPACE: Final = r"[ \xa0\u202f]"
"""Typesetters keep a date on one line with a blank that does not break."""

MONTHS: Final = (
    "january february march april may june july august september october november december".split()  # one row of words
)
WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _month(name: str) -> str:
    """`May`, or a month in full, or its first three letters: as a word, or in capitals."""
    forms = (name.title(), name.upper())
    if name == "september":
        return "|".join(f"{form[:3]}(?:{form[3]}(?:{form[4:]})?)?" for form in forms)
    return "|".join(f"{form[:3]}(?:{form[3:]})?" if form[3:] else form for form in forms)


MONTH: Final = rf"(?:{'|'.join(map(_month, MONTHS))})"
YEAR: Final = r"(?:19|20)\d{2}"
WEEKDAY: Final = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
WEEKDAY_SHORT: Final = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:s|rs|r)?"

FIGURES_HAN: Final = "〇○零一二三四五六七八九"
"""Figures of a year in Chinese; the second is the sign that many pages print for the first."""
_TENS_HAN: Final = FIGURES_HAN + "十廿"
YEAR_HAN: Final = rf"(?:{YEAR}|[12一二][{FIGURES_HAN}]{{3}})"
BARE_YEAR_OF_REPUBLIC: Final = r"(?:(?<![\d./-])1[0-3]\d)"
"""`113年5月20日`: three figures before a month are no other year."""
YEAR_OF_REPUBLIC: Final = rf"(?:(?:中[华華])?民[国國] ?(?:\d{{2,3}}|[{_TENS_HAN}百]{{2,6}})|{BARE_YEAR_OF_REPUBLIC})"
"""Years since 1911, as Taiwan counts them."""
MONTH_HAN: Final = rf"(?:\d{{1,2}}|[{_TENS_HAN}]{{1,2}})"
DAY_HAN: Final = rf"(?:\d{{1,2}}|[{_TENS_HAN}]{{1,3}})"
HAN_DATE: Final = rf"(?:{YEAR_HAN}|{YEAR_OF_REPUBLIC}) ?年 ?{MONTH_HAN} ?月 ?{DAY_HAN} ?[日号號]"
WEEKDAY_HAN: Final = "(?:星期|[周週]|禮拜|礼拜)[一二三四五六日天]"

CLOCK: Final = rf"\d{{1,2}}[:：]\d{{2}}(?:[:：]\d{{2}})?(?:{SPACE}?[AaPp]\.?[Mm]\.?)?"
DAY_PART_HAN: Final = "(?:凌晨|清晨|早上|早晨|早|上午|中午|正午|下午|午[后後]|傍晚|晚[间間]|晚上|晚)"
CLOCK_HAN: Final = rf"{DAY_PART_HAN}? ?\d{{1,2}} ?[时時点點](?:整|半| ?\d{{1,2}} ?分)?"

DAY_OF_REPUBLIC: Final = rf"{BARE_YEAR_OF_REPUBLIC}[-/.](?:0\d|1[0-2])[-/.](?:[0-2]\d|3[01])(?![\d./-])"
"""`113-05-20`"""
NUMERIC_DATE: Final = (
    rf"\d{{4}}[-/.](?:\d{{1,2}}|[A-Z][a-z]{{2,8}})[-/.]\d{{1,2}}|\d{{1,2}}/\d{{1,2}}/\d{{4}}|{DAY_OF_REPUBLIC}"
)
WORD_DATE: Final = (
    rf"{MONTH}\.?{SPACE}?\d{{1,2}}(?:st|nd|rd|th)?(?:{SPACE}?,{SPACE}?|{SPACE})\d{{4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?{SPACE}{MONTH}\.?,?{SPACE}\d{{4}}"
)
FULL_DATE: Final = rf"(?:{WORD_DATE}|{NUMERIC_DATE}|{HAN_DATE})"
"""A day with its year, in any form."""
