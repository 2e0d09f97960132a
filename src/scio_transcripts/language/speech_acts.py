"""What words do in a press conference, as far as it shows who is speaking.

In: words as printed, in either language. Out: yes or no, or how often. Each is a clue, never a proof: whoever asks
weighs it with others. Promises: the answers come from the rows alone, and nobody says which language the words are in.
Knows no page and no person.
"""

from __future__ import annotations

from typing import Final

from scio_transcripts.language.rows import meaning
from scio_transcripts.language.wording import Anywhere, AtBeginning, AtEnd, Whole

OPENING: Final = 160
"""Characters at the beginning of a speech in which the formulas of an opening stand."""

_GREETS = AtBeginning(meaning("greets"), cased=True)
_THANKS = AtBeginning(meaning("thanks"), cased=True)
_FIRST_PERSON = Anywhere(meaning("first-person"), cased=True)
_CHAIR = Anywhere(meaning("chair"))
_INVITES_FLOOR = Anywhere(meaning("invites-floor"))
_GIVES_FLOOR = Anywhere(meaning("gives-floor"))
_CALLS_UP = Whole(meaning("calls-up"), cased=True)
_ANSWERS = Anywhere(meaning("answers"))
_OPENS_QUESTION = AtBeginning(meaning("opens-question"))
_ENDS_QUESTION = AtEnd(meaning("ends-question"))
_ENDS_REQUEST = AtEnd(meaning("ends-request"))
_EVENT = Anywhere(meaning("event"))
_EVENT_TO_COME = Anywhere(meaning("event-to-come"))
_RECORD_OF = AtBeginning(meaning("record-of"))
_HOLDING = Anywhere(meaning("holding"))
_AT_EVENT = Anywhere(meaning("at-event"))
_TITLE = Anywhere(meaning("title"))
_OF_SELF = Anywhere(meaning("of-self"), cased=True)
_ADDRESSES = Anywhere(meaning("addresses"), cased=True)
_TELLS = AtBeginning(meaning("tells"), cased=True)

MEANINGS: Final = {
    "greets": _GREETS,
    "thanks": _THANKS,
    "first-person": _FIRST_PERSON,
    "chair": _CHAIR,
    "invites-floor": _INVITES_FLOOR,
    "gives-floor": _GIVES_FLOOR,
    "calls-up": _CALLS_UP,
    "answers": _ANSWERS,
    "opens-question": _OPENS_QUESTION,
    "ends-question": _ENDS_QUESTION,
    "ends-request": _ENDS_REQUEST,
    "event": _EVENT,
    "event-to-come": _EVENT_TO_COME,
    "record-of": _RECORD_OF,
    "holding": _HOLDING,
    "at-event": _AT_EVENT,
    "title": _TITLE,
    "of-self": _OF_SELF,
    "addresses": _ADDRESSES,
    "tells": _TELLS,
}
"""What rows can mean, and how each is looked for."""


def greets(words: str) -> bool:
    """Whether the words begin with a greeting or a salutation.

    >>> greets("Ladies and gentlemen, good morning."), greets("各位记者朋友，大家好。"), greets("Good results.")
    (True, True, False)
    """
    return _GREETS.found_in(words)


def thanks(words: str) -> bool:
    """Whether the words begin with thanks.

    >>> thanks("Thank you, minister."), thanks("非常感謝。"), thanks("Thankfully, it rained.")
    (True, True, False)
    """
    return _THANKS.found_in(words)


def first_persons(words: str) -> int:
    """How often the words say `I`, `we`, `you` and the like.

    >>> first_persons("We see what you mean."), first_persons("The US harbor."), first_persons("我们认为")
    (2, 0, 1)
    """
    return _FIRST_PERSON.count(words)


def speaks_of_self(words: str) -> bool:
    """Whether the words say `I`, `we` or the like.

    >>> speaks_of_self("Then we agree."), speaks_of_self("The US harbor."), speaks_of_self("我们认为")
    (True, False, True)
    """
    return _OF_SELF.found_in(words)


def addresses(words: str) -> bool:
    """Whether the words speak to somebody.

    >>> addresses("As you know, it rained."), addresses("请问您怎么看？"), addresses("It rained.")
    (True, True, False)
    """
    return _ADDRESSES.found_in(words)


def tells(words: str) -> bool:
    """Whether the words begin by telling what somebody else said: a story, no speech.

    >>> tells("Lin Dahai said the quay is open."), tells("表示，码头已经开放。"), tells("I said the quay is open.")
    (True, True, False)
    """
    return _TELLS.found_in(words)


def chair_words(words: str) -> int:
    """How many formulas of the chair's business the words hold: opening, giving the floor, taking questions, closing.

    >>> chair_words("Welcome to this briefing. The floor is open."), chair_words("欢迎大家参加发布会。")
    (2, 1)
    """
    return _CHAIR.count(words)


def chairs(words: str) -> bool:
    """Whether the words hold a formula of the chair's business."""
    return _CHAIR.found_in(words)


def invites_floor(words: str) -> bool:
    """Whether the chair asks the floor for a question: the next voice is a reporter's.

    >>> invites_floor("Next question, please."), invites_floor("下一位。"), invites_floor("It is a question of money.")
    (True, True, False)
    """
    return _INVITES_FLOOR.found_in(words)


def gives_floor(words: str) -> bool:
    """Whether somebody hands over to an official: the next voice is that official's.

    >>> gives_floor("Ms. Lin, please."), gives_floor("有請林局長介紹。"), gives_floor("Please note that output rose.")
    (True, True, False)
    """
    return _GIVES_FLOOR.found_in(words)


def calls_up(words: str) -> bool:
    """Whether the words do nothing but call somebody up.

    >>> calls_up("Ms. Lin, please."), calls_up("Ms. Lin, please, and do not forget the fee.")
    (True, False)
    """
    return _CALLS_UP.found_in(words)


def answers(words: str) -> bool:
    """Whether the words open an answer to a question from the floor. Long speeches are cut at `OPENING` first.

    >>> answers("Thank you for your question."), answers("我来回答这个问题。"), answers("Output rose.")
    (True, True, False)
    """
    return _ANSWERS.found_in(words)


def opens_question(words: str) -> bool:
    """Whether the words open a question from the floor.

    >>> opens_question("I have two questions."), opens_question("请问何时开工？"), opens_question("Output rose.")
    (True, True, False)
    """
    return _OPENS_QUESTION.found_in(words)


def ends_with_question(words: str) -> bool:
    """Whether the words end by asking, thanks aside.

    >>> ends_with_question("What comes next? Thank you."), ends_with_question("Why? Because it rained.")
    (True, False)
    """
    return _ENDS_QUESTION.found_in(words)


def ends_with_request(words: str) -> bool:
    """Whether the words end by asking for an answer without a question mark, thanks aside.

    >>> ends_with_request("A tower fell. Please comment."), ends_with_request("请介绍有关情况。")
    (True, True)
    """
    return _ENDS_REQUEST.found_in(words)


def opens_speech(words: str) -> bool:
    """Whether the words open a speech: a greeting, thanks, or taking a question.

    >>> opens_speech("Good morning."), opens_speech("Let me answer this."), opens_speech("The quay is open.")
    (True, True, False)
    """
    return _GREETS.found_in(words) or _THANKS.found_in(words) or _ANSWERS.found_in(words[:OPENING])


def names_event(words: str) -> bool:
    """Whether the words hold a word for such an event, or for who attends it.

    >>> names_event("He met the press."), names_event("記者會"), names_event("The harbor grew.")
    (True, True, False)
    """
    return _EVENT.found_in(words)


def announces_event(words: str) -> bool:
    """Whether the words hold a word for an event at which somebody may speak, and which need be no press conference.

    >>> announces_event("A reception was held."), announces_event("招待會"), announces_event("The harbor grew.")
    (True, True, False)
    """
    return _EVENT_TO_COME.found_in(words) or names_event(words)


def begins_record(words: str) -> bool:
    """Whether the words begin by saying whose words follow.

    >>> begins_record("以下為顧雲亮的談話全文："), begins_record("The following is the full text of her speech:")
    (True, True)
    """
    return _RECORD_OF.found_in(words)


def tells_of_holding(words: str) -> bool:
    """Whether the words say that something was held, or somebody invited.

    >>> tells_of_holding("The office held a briefing."), tells_of_holding("國新辦舉行發布會")
    (True, True)
    """
    return _HOLDING.found_in(words)


def happens_at_event(words: str) -> bool:
    """Whether the words say that something happened, or that something was held, at such an event.

    >>> happens_at_event("At the briefing he was asked why."), happens_at_event("在昨天的記者會上，有人問到新船。")
    (True, True)
    """
    return _AT_EVENT.found_in(words) or _HOLDING.found_in(words)


def sounds_like_title(words: str) -> bool:
    """Whether the words hold one that titles of such pages have.

    >>> sounds_like_title("Press Briefing on the Harbor"), sounds_like_title("港口扩建答记者问")
    (True, True)
    """
    return _TITLE.found_in(words)
