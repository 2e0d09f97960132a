"""Texts made to be slow or strange: one function each, from a length to a text of about that many characters.

Gives: `HOSTILE`, by name. They look for patterns that backtrack, for loops inside loops, and for content that raises.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import count, takewhile

Generator = Callable[[int], str]

HOSTILE: dict[str, Generator] = {}

_SYLLABLES = [a + b for a in "bcdfghjlmnpqrstwxyz" for b in ("a", "ai", "an", "ang", "ao", "u", "un")]
_HEAD = (
    "SCIO briefing on ferries\n\nBeijing | 10 a.m. July 3, 2024\n\n"
    "The SCIO held a briefing in Beijing on Wednesday.\n\n"
)
_PAGE = (
    "Lin Dahai:\n\nGood morning, friends. Welcome to this briefing. The floor is now open.\n\n"
    "Reuters:\n\nHow many ferries run in winter? Thank you.\n\n"
    "Gu Weiping:\n\nThank you for your question. Ninety, in three groups:\n\nFirst, the old ones.\n\n"
    "[Photo by Lu An/China SCIO]\n\n"
)


def hostile(function: Generator) -> Generator:
    HOSTILE[function.__name__] = function
    return function


def repeated(name: str, piece: str, before: str = "", after: str = "") -> None:
    """Register a text that is one piece over and over."""

    def generate(length: int) -> str:
        return before + piece * max(1, length // len(piece)) + after

    HOSTILE[name] = generate


def numbered(length: int, form: Callable[[int], str]) -> str:
    """Pieces that differ by their number, until the length is reached."""
    pieces: list[str] = []
    size = 0
    for i in count():
        piece = form(i)
        size += len(piece)
        pieces.append(piece)
        if size >= length:
            return "".join(pieces)
    raise AssertionError


def given(i: int) -> str:
    """The i-th of many different given names, in letters only."""
    base = len(_SYLLABLES)
    name = (
        _SYLLABLES[i % base] + _SYLLABLES[i // base % base] + (_SYLLABLES[i // base**2 % base] if i >= base**2 else "")
    )
    return name.capitalize()


# --- the page as it is, and in odd shapes ----------------------------------------------------------
repeated("pages", _PAGE, _HEAD)
repeated("pages_on_crlf", _PAGE.replace("\n", "\r\n"), _HEAD)
repeated("pages_on_cr", _PAGE.replace("\n", "\r"), _HEAD)
repeated("heads", _HEAD)
repeated("two_speakers_by_turns", "Lin Dahai:\nYes.\nGu Weiping:\nNo.\n", _HEAD)

# --- one character, or a few, on one line ----------------------------------------------------------
for _name, _piece in {
    "letters": "a",
    "capitals": "A",
    "capitals_and_blanks": "A ",
    "words": "word ",
    "names_on_one_line": "Lin Dahai ",
    "blanks": " ",
    "tabs": "\t",
    "no_break_spaces": "\xa0",
    "ideographic_spaces": "\u3000",
    "zero_width_characters": "\u200b\ufeff\u200d",
    "directions": "\u202e\u2066\u202c",
    "colons": ":",
    "full_width_colons": "：",
    "colons_with_letters": "A:",
    "colons_with_blanks": "A : ",
    "opening_brackets": "[",
    "opening_parentheses": "(",
    "closing_parentheses": ")",
    "pairs_of_parentheses": "()",
    "full_width_brackets": "【",
    "less_than": "<",
    "greater_than": ">",
    "crumbs": "Home > ",
    "guillemets": "» ",
    "pipes": " | ",
    "digits": "1",
    "numbers": "12 ",
    "stops": ". ",
    "dots": ".",
    "commas": ",",
    "commas_with_blanks": ", ",
    "semicolons": ";",
    "question_marks": "?",
    "questions": "Why? ",
    "straight_quotes": '"',
    "opening_quotes": "“",
    "opening_single_quotes": "‘",
    "apostrophes": "'",
    "apostrophes_apart": "'abc",
    "hyphens": "-",
    "capitals_and_hyphens": "A-",
    "em_dashes": " — ",
    "underscores": "_",
    "asterisks": "*",
    "number_signs": "#",
    "slashes": "/",
    "at_signs": "@",
    "emoji": "👩‍👩‍👧🏽🇨🇳",
    "combining_marks": "e\u0301\u0323\u0302",
    "only_combining_marks": "\u0301",
    "chinese": "问题是什么",
    "chinese_stops": "是。",
    "mojibake": "Ã©â€œ",
    "surrogates": "\ud800",
    "controls": "\x00\x07\x1b[2J",
    "titles_of_people": "Mr. ",
    "titles_of_people_with_names": "Mr. Wang ",
    "thanks": "Thank you. ",
    "hand_overs": "Next question, please. ",
    "months": "Jan. ",
    "dates": "Jan. 1, 2020 ",
    "iso_dates": "2020-01-01 ",
    "nearly_dates": "31 February 20",
    "clocks": "10:30 ",
    "numbers_of_lists": "1. ",
    "photo_credits": "[Photo by ",
    "photo_credits_closed": "[Photo by Lin Dahai] ",
    "page_break_tags": "_ueditor_page_break_tag_",
    "posts": "director of the ",
    "ministers": "Minister ",
    "in_the": "in the ",
    "will": "will ",
    "links": "https://example.org/",
    "markup": "<p>a</p>",
    "entities": "&nbsp;",
    "first_persons": "I am Lin Dahai, ",
}.items():
    repeated(_name, _piece)

# --- the same, where the parser looks harder -------------------------------------------------------
for _name, _piece in {
    "blanks": " ",
    "capitals": "A",
    "opening_quotes": "“",
    "opening_single_quotes": "‘",
    "commas": ", ",
    "parentheses": "(",
    "dates": "Jan. 1, 2020 ",
    "names": "Lin Dahai, ",
    "names_with_posts": "Lin Dahai, minister of rain, ",
    "words": "word ",
}.items():
    repeated(
        f"{_name}_as_a_summary",
        _piece,
        "SCIO briefing on ferries\n\n",
        "the end of the briefing.\n\nSource: China SCIO\n\nReuters:\n\nWhy?",
    )
    repeated(f"{_name}_as_a_topic", _piece, "Topic:\n", "\n\nReuters:\n\nWhy?")
    repeated(f"{_name}_as_a_source", _piece, "SCIO briefing on ferries\nSource:\n", "\n\nReuters:\n\nWhy?")
    repeated(f"{_name}_as_a_date", _piece, "SCIO briefing on ferries\nDate:\n", "\n\nReuters:\n\nWhy?")
    repeated(f"{_name}_as_a_venue", _piece, "SCIO briefing on ferries\nVenue:\n", "\n\nReuters:\n\nWhy?")
    repeated(f"{_name}_in_a_speech", _piece, _HEAD + "Lin Dahai:\n\n", ".\n\nReuters:\n\nWhy?")
    repeated(f"{_name}_after_inline_label", _piece, _HEAD + "Lin Dahai: ", ".\nReuters: Why?")
    repeated(f"{_name}_as_credits", _piece, _PAGE + "Translated and edited by ", ".")

# --- lines -----------------------------------------------------------------------------------------
repeated("blank_lines", "\n")
repeated("blank_lines_of_blanks", " \t\xa0\n", _PAGE, _PAGE)
repeated("all_line_ends", "a\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029\r\n\r")
repeated("carriage_returns", "\r")
repeated("lines_of_one_letter", "A\n")
repeated("lines_of_colons", ":\n")
repeated("lines_of_labels", "Reuters:\n")
repeated("lines_of_anonymous_labels", "Q:\nA:\n")
repeated("lines_of_inline_labels", "Q: Why? A: So.\n")
repeated("lines_of_bracketed_labels", "[Lin Dahai]:\n")
repeated("lines_of_bracketed_labels_with_times", "[Lin Dahai] (March 12,2015 14:51:16)\nYes.\n")
repeated("lines_of_headings", "Speakers:\n")
repeated("lines_of_chair_headings", "Chairperson:\nLin Dahai, spokesman of the SCIO\n", "", _PAGE)
repeated("lines_of_empty_fields", "Date:\nVenue:\nSource:\n")
repeated("lines_of_markdown_labels", "### Lin Dahai:\n> (laughs)\n")
repeated("lines_of_crumbs", "Home > Press Room > Notice > 2024 > July > Briefing\n")
repeated("lines_nearly_crumbs", "H > a  > a  > a  > a  > a  > a  > a  > a  > a  > a  > a.\n")
repeated("lines_of_pagers", "<  1  2  3  4  5  6  7  8  9  10  >\n")
repeated("lines_nearly_pagers", "1  2  3  4  5  6  7  8  9  10  11  12  13  14  15  16 x\n")
repeated("lines_of_captions", "A ferry in winter. [Photo by Lu An/China SCIO]\n")
repeated("lines_nearly_captions", "(Photo (Photo (Photo (Photo (Photo (Photo (Photo (Photo (Photo )\n")
repeated("lines_of_stage_directions", "(Laughter.)\n", _PAGE)
repeated("lines_of_credits", "Translated and edited by Lin Dahai and Gu Weiping.\n", _PAGE)
repeated("lines_of_disclaimers", "In case of any discrepancy, the Chinese version prevails.\n", _PAGE)
repeated("lines_of_stamps", "15:00:42 2020-04-17\n", _PAGE)
repeated("lines_of_dates", "July 3, 2024\n")
repeated("lines_of_datelines", "Beijing | 10 a.m. July 3, 2024\n")
repeated("lines_of_summaries", "The SCIO held a briefing in Beijing on Wednesday to brief the media on ferries.\n")
repeated("lines_of_titles", "SCIO briefing on ferries\n")
repeated("lines_of_links", "Read in Chinese\n", _PAGE)
repeated("lines_of_counters", "/5    Group photo\n")
repeated("lines_of_tags", "_ueditor_page_break_tag_\n", _PAGE)
repeated("lines_of_tagged_labels", "_ueditor_page_break_tag_Lin Dahai:\nYes.\n", _HEAD)
repeated("rosters", "Speakers:\nMr. Lin Dahai, minister of rain\nMs. Gu Weiping, vice minister of rain\n", "", _PAGE)
repeated("rosters_on_one_line", "Speakers: Lin Dahai, minister; Gu Weiping, vice minister; ")
repeated("answers_without_questions", "Lin Dahai:\nThank you for your question.\n", _HEAD)
repeated("questions_without_answers", "Reuters:\nWhy?\n", _HEAD)
repeated(
    "unlabelled_questions",
    "Lin Dahai:\nNext question, please.\nI have a question. Why?\nGu Weiping:\nThank you for your question.\n",
    _HEAD,
)
repeated("bullets", "• - * ")
repeated("lines_of_bullets", "• Date: July 3, 2024\n")


@hostile
def label_like_lines(length: int) -> str:
    return numbered(length, lambda i: f"Harbour Word {given(i)}:\n")


@hostile
def different_labels_of_people(length: int) -> str:
    return _HEAD + numbered(length, lambda i: f"Lin {given(i)}:\nThank you for your question.\n")


@hostile
def different_labels_of_outlets(length: int) -> str:
    return _HEAD + numbered(length, lambda i: f"{given(i)} Daily:\nWhy?\n")


@hostile
def many_posts_of_one_person(length: int) -> str:
    return _HEAD + numbered(length, lambda i: f"Lin Dahai, minister of {given(i)}:\nYes.\n")


@hostile
def a_roster_of_many(length: int) -> str:
    return "Speakers:\n" + numbered(length, lambda i: f"Mr. Lin {given(i)}, minister of rain\n") + _PAGE


@hostile
def a_headless_roster_of_many(length: int) -> str:
    return numbered(length, lambda i: f"Lin {given(i)}, minister of rain\n\n") + _PAGE


@hostile
def many_chairs(length: int) -> str:
    return numbered(length, lambda i: f"Chairperson:\nLin {given(i)}, spokesman of the SCIO\n") + _PAGE


@hostile
def one_person_described_in_many_ways(length: int) -> str:
    return "Speakers:\n" + numbered(length, lambda i: f"Mr. Lin Dahai, minister of {given(i)}\n") + _PAGE


@hostile
def references_to_many_of_one_family(length: int) -> str:
    people = numbered(length // 2, lambda i: f"Lin {given(i)}:\nYes.\n")
    return _HEAD + people + numbered(length // 2, lambda i: f"Thank you, Mr. Lin Q{given(i).lower()}. ")


@hostile
def references_with_other_words_behind_them(length: int) -> str:
    roster = "Speakers:\n" + numbered(length // 2, lambda i: f"Mr. Lin {given(i)}, minister of rain\n")
    return roster + _PAGE + numbered(length // 2, lambda i: f"Thank you, Mr. Lin Thank {given(i)}. ")


@hostile
def labels_that_many_could_be(length: int) -> str:
    roster = "Speakers:\n" + numbered(length // 2, lambda i: f"Mr. Lin {given(i)}, minister of rain\n")
    return f"{roster}\n" + "Mr. Lin:\n\nYes.\n\n" * (length // 32)


@hostile
def labels_that_more_and_more_could_be(length: int) -> str:
    return _HEAD + numbered(length, lambda i: f"Mr. Lin {given(i)}:\n\nNo.\n\nMinister Lin:\n\nYes.\n\n")


@hostile
def pairs_of_namesakes(length: int) -> str:
    def pair(i: int) -> str:
        return f"Mr. Lin {given(i)}, minister of rain\nMs. Lin {given(i)}, director of snow\n"

    return "Speakers:\n" + numbered(length, pair) + _PAGE


@hostile
def topics_of_a_long_question(length: int) -> str:
    question = "Reuters:\n\nMy first question is about boats? My second question is about rain?\n\n"
    answer = "Lin Dahai:\n\nYour question about boats, your question about rain, your question about snow is good.\n\n"
    lines = min(18_000, length // 3) // 3
    return _HEAD + question + "a\n\n" * lines + answer * max(1, (length - 3 * lines) // len(answer))


@hostile
def many_references_to_nobody(length: int) -> str:
    return _PAGE + numbered(length, lambda i: f"Thank you, Mr. Ouyang {given(i)}. ")


@hostile
def many_translators_on_one_line(length: int) -> str:
    return _PAGE + "Translated by " + numbered(length, lambda i: f"Lin {given(i)}, ")


@hostile
def many_lines_of_translators(length: int) -> str:
    return _PAGE + numbered(length, lambda i: f"Translated by Lin {given(i)}\n")


@hostile
def many_photographers(length: int) -> str:
    return _PAGE + numbered(length, lambda i: f"A ferry. [Photo by Lin {given(i)}/China SCIO]\n")


@hostile
def many_dates(length: int) -> str:
    return _HEAD + numbered(length, lambda i: f"Date: July {i % 40}, {1900 + i % 200}\n") + _PAGE


@hostile
def nested_parentheses(length: int) -> str:
    return "(" * (length // 2) + ")" * (length // 2)


@hostile
def lines_of_growing_indent(length: int) -> str:
    return "".join(takewhile(bool, (" " * i + "a\n" for i in range(int((2 * length) ** 0.5)))))


@hostile
def one_label_with_a_long_tail_of_blanks(length: int) -> str:
    return "Reuters:" + " " * length + "x"


@hostile
def one_label_before_many_blanks_and_a_colon(length: int) -> str:
    return "Reuters" + " " * length + ":\nWhy?"


HUGE = ("words", "blanks", "colons", "stops", "label_like_lines", "lines_of_labels", "pages", "names_in_a_speech")
"""Those that are also tried at a million characters."""
