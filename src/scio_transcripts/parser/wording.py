"""What people say in a press conference, as far as it shows who is speaking.

In: speech. Out: whether, and how often, it holds the formulas of the trade: opening, handing over, asking, answering,
closing. Each is a clue, never a proof: `labels.py` and `normalize/roles.py` weigh it with others. Knows no page and
no person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scio_transcripts.parser import wording_han as han
from scio_transcripts.registry.han import is_chinese, simplified

_LONG = 400
OPENING_WORDS = 160
"""Characters at the beginning of a speech in which an opening formula stands."""


@dataclass(frozen=True, slots=True)
class Formulas:
    """Turns of phrase that mean the same, for text in lower case with straight apostrophes.

    Every one holds one of `words`: a plain search for them spares most speeches the pattern. Those that begin
    with a letter are grouped by it, so that a word of the speech is held against those alone that begin as it does.
    """

    words: tuple[str, ...]
    pattern: re.Pattern[str]
    longest: int | None = None
    """More characters than any of them has, where all are short: of a long speech, only so much is read around each of
    the words."""
    han: re.Pattern[str] | None = None
    """The formulas in Chinese, in simplified characters."""

    @classmethod
    def of(cls, words: str, *formulas: str, longest: int | None = None, han: re.Pattern[str] | None = None) -> Formulas:
        """The formulas, each a pattern; `words` are cut at `|`."""
        by_letter: dict[str, list[str]] = {}
        others: list[str] = []
        for formula in formulas:
            if formula[0].isalpha() and formula[1:2] not in tuple("?*+{|"):
                by_letter.setdefault(formula[0], []).append(formula[1:])
            else:
                others.append(formula)
        branches = [*(f"{letter}(?:{'|'.join(rest)})" for letter, rest in by_letter.items()), *others]
        # What stands before a word is matched, not looked back at: such a search skips from word to word.
        return cls(tuple(words.split("|")), re.compile(rf"\W(?:{'|'.join(branches)})"), longest, han)

    def count(self, speech: str) -> int:
        """How many of them the speech holds.

        >>> CHAIR.count("The floor is open. Please name your outlet."), CHAIR.count("Output rose by 3 percent.")
        (2, 0)
        """
        in_chinese = len(self.han.findall(simplified(speech))) if self.han and is_chinese(speech) else 0
        lower = speech.lower()
        if not self._may_be_in(lower):
            return in_chinese
        return len(self.pattern.findall(" " + lower.replace("’", "'"))) + in_chinese

    def found_in(self, speech: str) -> bool:
        """Whether the speech holds one."""
        if self.han and is_chinese(speech) and self.han.search(simplified(speech)):
            return True
        lower = speech.lower()
        if not self._may_be_in(lower):
            return False
        plain = " " + lower.replace("’", "'")
        if self.longest and len(plain) > _LONG:
            return self._is_around_a_word(plain, self.longest)
        return self.pattern.search(plain) is not None

    def _is_around_a_word(self, plain: str, reach: int) -> bool:
        for words in self.words:
            place = plain.find(words)
            while place >= 0:
                begin = end = max(0, place - reach)
                # Places whose surroundings touch are read together: a word may stand there a thousand times in a row.
                while place >= 0 and place - reach <= end:
                    end = place + reach
                    place = plain.find(words, place + 1)
                if self.pattern.search(plain, begin, end):
                    return True
        return False

    def _may_be_in(self, lower: str) -> bool:
        for words in self.words:  # noqa: SIM110 - any() with a generator takes three times as long
            if words in lower:
                return True
        return False


def _each(words: str, rest: str) -> Iterator[str]:
    """A formula for each way to begin; `words` are cut at `|`, wherever it stands."""
    return (word + rest for word in words.split("|"))


_TITLES = "mr|ms|mrs|dr|madam|minister|director|governor|mayor"
_MR = f"(?:{_TITLES})"
_SAME = r"(?:[^.?!]|(?<=\bm[rs]|\bdr)\.){0,40}"
"""More words of the same sentence: the stop of `Ms.` does not end it."""

CHAIR = Formulas.of(
    "floor|mic|question|outlet|news agency|news organi|affiliation|yourself|welcome|conclu|end|clos"
    "|wrap|for today|for now|is it|press conference"
    "|briefing|stop here|it here|thanks to|thank our|see you|goodbye|good-bye|bye-bye|lady|gentleman"
    "|journalist|reporter|friend|colleague|host"
    "|moderator|chair|ask|pleased to|honored to|honoured to|with us",
    # gives and opens the floor
    "floor (?:is|will be)(?: now)? (?:open|yours)",
    "open(?:s|ed)? the floor",
    *_each("give|gives|turn|hand|yield|over|pass", r"(?: over)? the (?:floor|mic\w*)"),
    *_each("has|have", " the floor"),
    r"the floor to\b",
    # takes questions
    *_each(
        "next|last|final|first|one more|two more|another|few more|several more|more",
        r"(?: (?:one|two|few|last|final))? questions?\b(?=[,.!]| please| from| goes| will| before|$)",
    ),
    *_each(
        "raise|ask|take|move on to|come to|start with|go to",
        r"(?: your| some| the| a few| several)? (?:next )?questions?\b(?! from me)",
    ),
    *_each(
        "name|identify|state|specify|tell us|say|report|introduce",
        " (?:which |the |your |yourself)?[^.?!]{0,25}"
        "(?:outlet|news (?:agency|organization)|media (?:outlet|organization)|affiliation)",
    ),
    r"this question (?:goes|is) to\b",
    *_each(
        "lady|gentleman|journalist|reporter|friend|one|colleague",
        rf" (?:in|from|at|on|with|over)\b{_SAME}(?:row|left|right|middle|front|back|there|red|white|blue|please)",
    ),
    *_each("is|are", " invited to ask"),
    "you may (?:now )?ask",
    "invite(?: the)? [^.?!]{0,20}questions",
    *_each("take|answer", " your questions"),
    "questions? (?:and answers?|session)",
    "q&a",
    *_each(
        "time is|time for|due to time|due to the time|time limit|time constraint", rf"{_SAME}(?:question|short|limit)"
    ),
    # opens and welcomes
    r"welcome to (?:this|today|the|our|attend)\b",
    r"welcome(?:d)? (?:you )?(?:all )?to (?:this|the|today|our)\b",
    r"i(?:'m| am) (?:your |the )?(?:host|moderator|chair)",
    *_each("pleased|honou?red", " to (?:have|invite)"),
    *_each("joining|with", " us(?: today| here)?"),
    "we(?: have| are| also)* (?:with us|invited|joined by)",
    # closes
    *_each(
        "conclude|concludes|concluding|end|ends|close|closes|wrap up|wraps up",
        r"\b[^.?!]{0,30}(?:today|this|the|our) [^.?!]{0,20}(?:press conference|briefing|interview)",
    ),
    *_each("end|conclusion", r" of (?:today|this|the|our)\b[^.?!]{0,25}(?:conference|briefing|session|event)"),
    "that(?:'s| is| will be)? (?:it|all) for (?:today|now)",
    *_each("today'?s?|this|our", r" (?:press )?(?:conference|briefing|event) (?:is|comes|has come|will)\b"),
    "we(?:'ll| will| shall| have to)? (?:stop|end|leave it) here",
    rf"thank(?:s| you) to (?:our|all|the|every)\b{_SAME}(?:speakers?|guests?|friends|press|media|officials)",
    *_each("see you|goodbye|good-bye|bye-bye", r"\b"),
    han=han.CHAIR,
)
"""The chair's business: opening, giving the floor, taking questions, closing."""

INVITES_FLOOR = Formulas.of(
    "floor|question|you may ask|you may now|lady|gentleman|journalist|reporter|outlet|news agency|affiliation",
    "floor (?:is|will be)(?: now)? open",
    "open(?:s|ed)? the floor",
    *_each("next|last|final|first|more", r" questions?\b"),
    "questions?,? please",
    *_each(
        "raise|ask|take|come to|move on to|start with|go to",
        "(?: your| some| the| a few| several)? (?:next )?questions?",
    ),
    "you may (?:now )?ask",
    *_each("lady|gentleman|journalist|reporter", r" (?:in|from|at|on|with)\b"),
    *_each("outlet|news agency|affiliation", ""),
    longest=60,
    han=han.INVITES_FLOOR,
)
"""The chair asks the floor for a question: the next voice is a reporter's."""

GIVES_FLOOR = Formulas.of(
    "please|floor|over to|question goes|question is|goes first|begins|will ",
    *_each(_TITLES, rf"\b\.? ?{_SAME},? please"),
    *_each("floor|over|question goes|question is", rf" to {_MR}\b"),
    rf"please,? {_MR}\b",
    *_each(
        _TITLES,
        rf"\b\.?{_SAME}(?:has the floor|goes first|begins"
        "|will (?:now |first )?(?:introduce|brief|speak|say|answer|take))",
    ),
    han=han.GIVES_FLOOR,
)
"""Somebody hands over to an official: the next voice is that official's."""

CALLS_UP = re.compile(
    r"(?:(?:Thank you|Thanks|Okay|OK|All right|Good)[.,!] )?(?:(?:Now|Next),? )?(?:[Pp]lease,? )?"
    r"(?:Mr|Ms|Mrs|Dr|Minister|Director|Governor|Mayor)\.? [A-Z][\w'’-]{1,20}(?: [A-Z][\w'’-]{1,20}){0,2}"
    r"(?:,? please)?[.!]"
)
"""A whole speech that does nothing but call somebody up: `Ms. Lin, please.` Officials who pass a question on say
why."""

ANSWERS = Formulas.of(
    "question|attention|interest|asking|concern|i'll|i’ll|i will|i would|i shall|let me|allow me"
    "|as mr|as ms|as minister|as director",
    *_each(
        "thanks|thank you",
        rf"(?: very much| so much| a lot)?(?:,? {_SAME})? for (?:your|the|this|that|these|both|raising|asking)"
        r"[^.?!]{0,30}?(?:question|attention|interest|asking|concern)s?\b",
    ),
    *_each(
        "i'll|i will|i would like to|i shall|let me|allow me to",
        r" (?:take|answer|respond|address|reply|say a word|start|begin|add)\b",
    ),
    *_each(
        "to|as for|regarding|on|about|with regard to|in response to|concerning|in answer to",
        rf" your\b{_SAME}question",
    ),
    *_each(
        "that's|that is|this is|you raised|you asked|you've raised|you've asked|you have raised|you have asked",
        rf" an? {_SAME}question\b",
    ),
    rf"as (?:mr|ms|mrs|minister|director)\b{_SAME} (?:said|mentioned|noted|just)",
    han=han.ANSWERS,
)
"""Opens an answer to a question from the floor."""

GREETING = re.compile(
    r"(?:Good (?:morning|afternoon|evening|day)\b|Hello\b|Welcome\b|Good to see"
    r"|Ladies and [Gg]entlem[ae]n|(?:Dear )?[Ff]riends\b|(?:Dear )?[Cc]olleagues\b|Dear |Distinguished "
    r"|Media friends|Members of the (?:press|media)"
    rf"|{han.GREETING.pattern})"
)
"""Opens a speech: `Ladies and gentlemen, good morning.`"""

THANKS = re.compile(rf"(?:Many |My )?(?:[Tt]hanks|[Tt]hank you)\b|{han.THANKS.pattern}")
"""Opens an answer, or takes over from the chair."""

ASKS_FIRST = re.compile(
    r"(?:I have (?:a|one|two|three|several|another)\b"
    r"|My (?:first )?questions?\b"
    r"|(?:One|Two|Three|A) (?:quick )?questions?\b"
    r"|I(?:'d|’d| would) like to (?:ask|know)"
    r"|We(?:'ve|’ve| have) (?:noticed|seen|learned|learnt)"
    r"|I(?:'ve|’ve| have)? notice[d]?"
    r"|May I|Could you|Can you"
    r"|It (?:was|is|has been) (?:reported|mentioned)"
    r"|(?:I(?:'m|’m| am)|This is)[^.?!]{0,30} (?:from|with|of)\b"
    r"|According to)"
    rf"|{han.ASKS_FIRST.pattern}",
    re.I,
)
"""Opens a question from the floor."""

ENDS_QUESTION = re.compile(
    rf"\?[\"”'’)]{{0,2}}(?: (?:Thank you|Thanks)[^.?!]{{0,30}}[.!])?$|{han.ENDS_QUESTION.pattern}"
)
"""A question's end: `What are the next steps? Thank you.`"""
_LAST_WORDS = 60

FIRST_PERSON = re.compile(rf"\b(?:I|we|We|you|your|our|us|my|me)\b|{han.FIRST_PERSON.pattern}")
EVENT = re.compile(
    r"\b(?:press|media|briefing|briefed|news conference|conference|journalists|reporters|interview"
    r"|meets? the press|questions)\b"
    rf"|{han.EVENT.pattern}",
    re.I,
)
"""The words of a sentence about the event."""


def opens(speech: str) -> bool:
    """Whether the words open a speech: a greeting, thanks, or taking a question."""
    return bool(GREETING.match(speech) or THANKS.match(speech)) or ANSWERS.found_in(speech[:OPENING_WORDS])


def ends_with_question(speech: str) -> bool:
    """Whether the words end by asking, thanks aside.

    >>> ends_with_question("What comes next? Thank you."), ends_with_question("Why? Because it rained.")
    (True, False)
    """
    return ENDS_QUESTION.search(speech[-_LAST_WORDS:]) is not None
