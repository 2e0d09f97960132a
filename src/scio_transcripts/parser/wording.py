"""What people say in a press conference, as far as it shows who is speaking.

Each pattern is a clue, never a proof: `labels.py` and `normalize/roles.py` weigh it with others. The wording is that of the
trade (opening, handing over, asking, answering, closing), not of one page.
"""

from __future__ import annotations

import re

OPENING_WORDS = 160
"""Characters at the beginning of a speech in which an opening formula stands."""

GREETING = re.compile(
    r"(?:Dear |Good (?:morning|afternoon|evening|day)\b|Ladies and [Gg]entlem[ae]n|(?:Dear )?[Ff]riends\b|Hello\b|Welcome\b|Media friends"
    r"|Distinguished |(?:Dear )?[Cc]olleagues\b|Members of the (?:press|media)|Good to see)"
)
"""Opens a speech: `Ladies and gentlemen, good morning.`"""

THANKS = re.compile(
    r"(?:Many |My )?(?:[Tt]hanks|[Tt]hank you)\b(?:(?: very much| so much| a lot)?,?(?: for (?:the|your|this|that|these|both|raising|asking)\b.{0,30}|"
    r" (?:Mr|Ms|Mrs|Madam|Minister|Director|moderator|madam|sir|everyone|all)\b)?)"
)
"""Opens an answer or takes over from the chair: `Thank you for your question.`"""

THANKS_FOR_QUESTION = re.compile(
    r"(?:Thanks|Thank you)(?: very much| so much| a lot)?(?:,? [^.?!]{0,40})? for (?:your|the|this|that|these|both|raising|asking)[^.?!]{0,30}?"
    r"(?:question|attention|interest|asking|concern)s?\b|(?:I(?:'ll|’ll| will| would like to| shall)|Let me|Allow me to) (?:take|answer|respond|address|reply|say a word|start|begin|add)\b"
    r"|(?:To|As for|Regarding|On|About|With regard to|In response to|Concerning|In answer to) your\b[^.?!]{0,40}question"
    r"|(?:That(?:'s|’s| is)|This is|You(?:'ve|’ve| have)? (?:raised|asked)) an? [^.?!]{0,40}question\b|As (?:Mr|Ms|Mrs|Minister|Director)\b[^.?!]{0,40} (?:said|mentioned|noted|just)",
    re.I,
)
"""Opens an answer to a question from the floor."""

CHAIR = re.compile(
    r"\b(?:(?:the )?floor (?:is|will be)(?: now)? (?:open|yours)|open(?:s|ed)? the floor|(?:give|gives|turn|hand|yield|over|pass)(?: over)?"
    r" the (?:floor|mic\w*)|(?:has|have) the floor|the floor to\b|(?:next|last|final|first|one more|two more|another|few more|several more|more)"
    r"(?: (?:one|two|few|last|final))? questions?\b(?=[,.!]| please| from| goes| will| before|$)|(?:raise|ask|take|move on to|come to|start with|go to)"
    r"(?: your| some| the| a few| several)? (?:next )?questions?\b(?! from me)|(?:name|identify|state|specify|tell us|say|report|introduce) (?:which |the |your "
    r"|yourself)?[^.?!]{0,25}(?:outlet|news (?:agency|organization)|media (?:outlet|organization)|affiliation|news outlets?)"
    r"|welcome to (?:this|today|the|our|attend)\b|welcome(?:d)? (?:you )?(?:all )?to (?:this|the|today|our)\b"
    r"|(?:hereby )?(?:conclude|concludes|concluding|end|ends|close|closes|wrap up|wraps up)\b[^.?!]{0,30}(?:today|this|the|our) [^.?!]{0,20}"
    r"(?:press conference|briefing|interview)|(?:end|conclusion) of (?:today|this|the|our)\b[^.?!]{0,25}(?:conference|briefing|session|event)|that(?:'s|’s| is| will be)? (?:it|all) for (?:today|now)"
    r"|(?:today['’]?s?|this|our) (?:press )?(?:conference|briefing|event) (?:is|comes|has come|will)\b|we(?:'ll|’ll| will| shall| have to)? (?:stop|end|leave it) here"
    r"|thank(?:s| you) to (?:our|all|the|every)\b[^.?!]{0,40}(?:speakers?|guests?|friends|press|media|officials)|thanks to (?:our|all) speakers"
    r"|(?:see you|goodbye|good-bye|bye-bye)\b|(?:time (?:is|for)|due to (?:the )?time|time (?:limit|constraint))[^.?!]{0,40}(?:question|short|limit)"
    r"|this question (?:goes|is) to\b|(?:the )?(?:lady|gentleman|journalist|reporter|friend|one|colleague) (?:in|from|at|on|with|over)\b[^.?!]{0,40}"
    r"(?:row|left|right|middle|front|back|there|red|white|blue|please)"
    r"|\bI(?:'m|’m| am) (?:your |the )?(?:host|moderator|chair)|(?:is|are) invited to ask|you may (?:now )?ask|invite(?: the)? [^.?!]{0,20}questions"
    r"|(?:take|answer) your questions|questions? (?:and answers?|session)|Q&A|pleased to (?:have|invite)|honou?red to (?:have|invite)|(?:joining|with) us (?:today|here)?"
    r"|(?:we|today we)(?: have| are| also)* (?:with us|invited|joined by))",
    re.I,
)
"""The chair's business: opening, giving the floor, taking questions, closing."""

INVITES_FLOOR = re.compile(
    r"\b(?:floor (?:is|will be)(?: now)? open|open(?:s|ed)? the floor|(?:next|last|final|first|more) questions?\b|questions?,? please"
    r"|(?:raise|ask|take|come to|move on to|start with|go to)(?: your| some| the| a few| several)? (?:next )?questions?|you may (?:now )?ask"
    r"|(?:lady|gentleman|journalist|reporter) (?:in|from|at|on|with)\b|(?:outlet|news agency|affiliation))",
    re.I,
)
"""The chair asks the floor for a question: the next voice is a reporter's."""

GIVES_FLOOR = re.compile(
    r"\b(?:(?:Mr|Ms|Mrs|Dr|Madam|Minister|Director|Governor|Mayor)\b\.? ?[^.?!]{0,40},? please|(?:floor|over|question (?:goes|is)) to (?:Mr|Ms|Mrs|Dr|Minister)\b"
    r"|please,? (?:Mr|Ms|Mrs|Dr)\b|(?:Mr|Ms|Mrs|Dr)\b\.?[^.?!]{0,40}(?:has the floor|goes first|begins|will (?:now |first )?(?:introduce|brief|speak|say|answer|take)))",
    re.I,
)
"""Somebody hands over to an official: the next voice is that official's."""

QUESTION = re.compile(
    r"\?|\b(?:my (?:first |second |other )?questions? (?:is|are|goes|for|to|concerns?)|I have (?:a|one|two|three|several|another) (?:more )?questions?"
    r"|I(?:'d|’d| would) like to (?:ask|know)|questions? from me|could you|can you|would you|may I|what is your (?:comment|view|take))\b",
    re.I,
)
"""Somebody asks."""

ASKS_FIRST = re.compile(
    r"(?:I have (?:a|one|two|three|several|another)\b|My (?:first )?questions?\b|(?:One|Two|Three|A) (?:quick )?questions?\b|I(?:'d|’d| would) like to (?:ask|know)"
    r"|We(?:'ve|’ve| have) (?:noticed|seen|learned|learnt)|I(?:'ve|’ve| have)? notice[d]?|May I|Could you|Can you|It (?:was|is|has been) (?:reported|mentioned)"
    r"|(?:I(?:'m|’m| am)|This is)[^.?!]{0,30} (?:from|with|of)\b|According to)",
    re.I,
)
"""Opens a question from the floor."""

ENDS_QUESTION = re.compile(r"\?[\"”'’)]{0,2}(?: (?:Thank you|Thanks)[^.?!]{0,30}[.!])?$")
"""A question's end: `What are the next steps? Thank you.`"""

FIRST_PERSON = re.compile(r"\b(?:I|we|We|you|your|our|us|my|me)\b")
EVENT = re.compile(
    r"\b(?:press|media|briefing|briefed|news conference|conference|journalists|reporters|interview|meets? the press|questions)\b", re.I
)
"""The words of a sentence about the event."""


def opens(speech: str) -> bool:
    """Whether the words open a speech: a greeting, thanks, or taking a question."""
    return bool(GREETING.match(speech) or THANKS.match(speech) or THANKS_FOR_QUESTION.match(speech[:OPENING_WORDS]))


def asks(speech: str) -> bool:
    """Whether the words ask: a question mark, or the formulas of asking."""
    return bool(QUESTION.search(speech))
