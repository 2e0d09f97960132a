"""What people say in a press conference, as far as it shows who is speaking.

In: speech. Out: whether, and how often, it holds the formulas of the trade: opening, handing over, asking, answering,
closing. Each is a clue, never a proof: `labels.py` and `normalize/roles.py` weigh it with others. Knows no page and
no person.
"""

from __future__ import annotations

from scio_transcripts.lazy import re
from scio_transcripts.parser import wording_han as han
from scio_transcripts.parser.formulas import Formulas, each

OPENING_WORDS = 160
"""Characters at the beginning of a speech in which an opening formula stands."""

_TITLES = "mr|ms|mrs|dr|madam|minister|director|governor|mayor"
_MR = f"(?:{_TITLES})"
_SAME = r"(?:[^.?!]|(?<=\bm[rs]|\bdr)\.){0,40}"
"""More words of the same sentence: the stop of `Ms.` does not end it."""

# Asks the floor for a question.
# No word of these stands in many speeches: each that does costs the pattern.
_ASKS_FLOOR_WORDS = (
    "question|q&a|your hand| row|last one|next one|go ahead|please continue|please, continue|let's continue"
    "|let us continue|let's go on|let us go on|move on|indicate your|anyone else|hand over to|handing over to"
    "|opportunity to|chance to|microphone to|mic to"
)
_ASKS_FLOOR = (
    *each("let's have|time for|we welcome", r"(?: \w+){0,2} questions?\b"),
    r"take (?:the )?(?:last |final )?(?:one|two|three|four)? ?(?:more |last |final )?questions?\b(?! from me)",
    r"questions?,? please",
    r"questions are (?:now )?welcome",
    *each("any|any more|any other|any further", r" questions?\b"),
    *each(
        "begin|start|enter|have|open|move on to|move to|proceed to|go to",
        r"(?: \w+){0,2} (?:q&a|question[- ]and[- ]answer)",
    ),
    *each("raise|raising", " your hands?"),
    r"(?:first|second|third|fourth|fifth|front|back|last) row\b",
    *each("last|next", r" one,? please\b"),
    "indicate your",
    r"anyone else\b",
    r"please,? (?:go ahead|continue)\b",
    r"let(?:'s| us) (?:continue|go on|move on)\b",
    r"(?:opportunity|chance|floor|microphone|mic) to (?:the|a|our|an?other)\b[^.?!]{0,30}"
    r"(?:reporter|journalist|media|friend|correspondent|outlet)",
    r"hand(?:ing)? over to (?:the|our) (?:media|press|reporters|journalists|friends)",
)

CHAIR = Formulas.of(
    "floor|mic|question|outlet|news agency|news organi|affiliation|yourself|welcome|conclu|end|clos"
    "|wrap|for today|for now|is it|press conference"
    "|briefing|stop here|it here|thanks to|thank our|see you|goodbye|good-bye|bye-bye|lady|gentleman"
    "|journalist|reporter|friend|colleague|host"
    "|moderator|chair|ask|pleased to|honored to|honoured to|with us"
    "|thank you, every|thank you every|thank you all|thank you, all|" + _ASKS_FLOOR_WORDS,
    *_ASKS_FLOOR,
    # gives and opens the floor
    "floor (?:is|will be)(?: now)? (?:open|yours)",
    "open(?:s|ed)? the floor",
    *each("give|gives|turn|hand|yield|over|pass", r"(?: over)? the (?:floor|mic\w*)"),
    *each("has|have", " the floor"),
    r"the floor to\b",
    # takes questions
    *each(
        "next|last|final|first|one more|two more|another|few more|several more|more",
        r"(?: (?:one|two|few|last|final))? questions?\b(?=[,.!]| please| from| goes| will| before|$)",
    ),
    *each(
        "raise|ask|take|move on to|come to|start with|go to",
        r"(?: your| some| the| a few| several)? (?:next )?questions?\b(?! from me)",
    ),
    *each(
        "name|identify|state|specify|tell us|say|report|introduce",
        " (?:which |the |your |yourself)?[^.?!]{0,25}"
        "(?:outlet|news (?:agency|organization)|media (?:outlet|organization)|affiliation)",
    ),
    r"this question (?:goes|is) to\b",
    *each(
        "lady|gentleman|journalist|reporter|friend|one|colleague",
        rf" (?:in|from|at|on|with|over)\b{_SAME}(?:row|left|right|middle|front|back|there|red|white|blue|please)",
    ),
    *each("is|are", " invited to ask"),
    "you may (?:now )?ask",
    "invite(?: the)? [^.?!]{0,20}questions",
    *each("take|answer", " your questions"),
    "questions? (?:and answers?|session)",
    "q&a",
    *each(
        "time is|time for|due to time|due to the time|time limit|time constraint", rf"{_SAME}(?:question|short|limit)"
    ),
    # opens and welcomes
    r"welcome to (?:this|today|the|our|attend)\b",
    r"welcome(?:d)? (?:you )?(?:all )?to (?:this|the|today|our)\b",
    r"i(?:'m| am) (?:your |the )?(?:host|moderator|chair)",
    *each("pleased|honou?red", " to (?:have|invite)"),
    *each("joining|with", " us(?: today| here)?"),
    "we(?: have| are| also)* (?:with us|invited|joined by)",
    # closes
    *each(
        "conclude|concludes|concluding|end|ends|close|closes|wrap up|wraps up",
        r"\b[^.?!]{0,30}(?:today|this|the|our) [^.?!]{0,20}(?:press conference|briefing|interview)",
    ),
    *each("end|conclusion", r" of (?:today|this|the|our)\b[^.?!]{0,25}(?:conference|briefing|session|event)"),
    "that(?:'s| is| will be)? (?:it|all) for (?:today|now)",
    *each("today'?s?|this|our", r" (?:press )?(?:conference|briefing|event) (?:is|comes|has come|will)\b"),
    "we(?:'ll| will| shall| have to)? (?:stop|end|leave it|conclude) here",
    r"(?:conference|briefing|event|session) (?:ends|is (?:now )?over|concludes)\b",
    r"thank you,? (?:everyone|everybody|all)\b",
    rf"thank(?:s| you) to (?:our|all|the|every)\b{_SAME}(?:speakers?|guests?|friends|press|media|officials)",
    *each("see you|goodbye|good-bye|bye-bye", r"\b"),
    han=han.CHAIR,
)
"""The chair's business: opening, giving the floor, taking questions, closing."""

INVITES_FLOOR = Formulas.of(
    "floor|question|you may ask|you may now|lady|gentleman|journalist|reporter|outlet|news agency|affiliation"
    "|" + _ASKS_FLOOR_WORDS,
    *_ASKS_FLOOR,
    "floor (?:is|will be)(?: now)? open",
    "open(?:s|ed)? the floor",
    *each("next|last|final|first|more", r" questions?\b"),
    "questions?,? please",
    *each(
        "raise|ask|take|come to|move on to|start with|go to",
        "(?: your| some| the| a few| several)? (?:next )?questions?",
    ),
    "you may (?:now )?ask",
    *each("lady|gentleman|journalist|reporter", r" (?:in|from|at|on|with)\b"),
    *each("outlet|news agency|affiliation", ""),
    longest=90,
    han=han.INVITES_FLOOR,
)
"""The chair asks the floor for a question: the next voice is a reporter's."""

GIVES_FLOOR = Formulas.of(
    "please|floor|over to|question goes|question is|goes first|begins|will ",
    *each(_TITLES, rf"\b\.? ?{_SAME},? please"),
    *each("floor|over|question goes|question is", rf" to {_MR}\b"),
    rf"please,? {_MR}\b",
    *each(
        _TITLES,
        rf"\b\.?{_SAME}(?:has the floor|goes first|begins"
        "|will (?:now |first )?(?:introduce|brief|speak|say|answer|take|give (?:an?|his|her|their|the) ))",
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
    *each(
        "thanks|thank you",
        rf"(?: very much| so much| a lot)?(?:,? {_SAME})? for (?:your|the|this|that|these|both|raising|asking)"
        r"[^.?!]{0,30}?(?:question|attention|interest|asking|concern)s?\b",
    ),
    *each(
        "i'll|i will|i would like to|i shall|let me|allow me to",
        r" (?:take|answer|respond|address|reply|say a word|start|begin|add)\b",
    ),
    *each(
        "to|as for|regarding|on|about|with regard to|in response to|concerning|in answer to",
        rf" your\b{_SAME}question",
    ),
    *each(
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
