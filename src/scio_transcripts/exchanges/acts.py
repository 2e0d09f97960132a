"""What a speech does: thanks, hands over, calls for the next question, goes on with the last one, answers.

In: the words of one speech. Out: yes or no. Promises: `Mr. Lin, please.` is a hand-over in whosever mouth, and a speech
that also says something of substance is none. Each is asked only where it matters, and long speeches are looked at
where the formulas stand. Knows no page, no role and no person. English and Chinese.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scio_transcripts.exchanges import phrases
from scio_transcripts.language import speech_acts
from scio_transcripts.language.signs import has_question_mark

LONGEST_THANKS = 160
LONGEST_HAND_OVER = 300
_STOPS = ".?!\n。？！"
_ASCII_STOPS = _STOPS[:4]
_AROUND_SENTENCE = " .!。！\"'”)\t\xa0"
_BETWEEN_SENTENCES = _AROUND_SENTENCE + _STOPS
_STOPPED = ("Mr.", "Ms.", "Mrs.", "Dr.", "Prof.")
_OPENING = 160
LONGEST_OPENING = 2 * _OPENING
"""Characters from the beginning of a long speech that show how it opens."""
_CLOSING = 400
_LOOKED_AT = 4000
_LEAST_SUBSTANCE = 4
"""Words of a sentence that says something."""


def _plain(words: str) -> str:
    """Words without the stops of `Mr.` and the like, with straight apostrophes."""
    plain = words.replace("’", "'")
    for title in _STOPPED:
        plain = plain.replace(title, title[:-1])
    return plain


def _sentences(words: str) -> Iterator[str]:
    """The sentences of a short speech."""
    return _sentences_of_plain(_plain(words), 0)


def _sentences_of_plain(plain: str, begin: int) -> Iterator[str]:
    for found in phrases.SENTENCE.finditer(plain, begin):
        if sentence := found[0].strip(_AROUND_SENTENCE):
            yield sentence


def _last_sentence(words: str) -> str:
    """The last of the sentences, without a look at the others; nothing where there is none."""
    plain = _plain(words)
    end = len(plain.rstrip(_BETWEEN_SENTENCES))
    begin = 0
    for stop in _ASCII_STOPS if plain.isascii() else _STOPS:
        begin = max(begin, plain.rfind(stop, begin, end) + 1)
    last = ""
    for sentence in _sentences_of_plain(plain, begin):
        last = sentence
    return last


def _in_chinese(signs: Sequence[str], words: str) -> bool:
    """Whether one of some Chinese formulas stands in the words. Text in ASCII is not looked at."""
    if not words.isascii():
        for sign in signs:
            if sign in words:
                return True
    return False


def _courteous(sentence: str) -> bool:
    """Thanks, a greeting, or a word that says that somebody has understood."""
    return bool(
        phrases.THANKS.fullmatch(sentence)
        or phrases.SATISFIED.fullmatch(sentence)
        or phrases.THANKS_ZH.fullmatch(sentence)
        or (speech_acts.greets(sentence) and len(sentence) <= _LEAST_SUBSTANCE * 12)
    )


def only_thanks(words: str) -> bool:
    """Whether a speech thanks or greets and does nothing else.

    >>> only_thanks("Thank you, minister."), only_thanks("Thank you. Will the fee fall?")
    (True, False)
    """
    if len(words) > LONGEST_THANKS or has_question_mark(words):
        return False
    return all(_courteous(sentence) for sentence in _sentences(words))


def _hands(sentence: str) -> bool:
    for formulas in phrases.HANDS_OVER:
        if formulas.found_in(sentence):
            return True
    if phrases.CALLS_BY_NAME.fullmatch(sentence):
        return True
    return not sentence.isascii() and bool(phrases.HANDS_OVER_ZH.search(sentence))


def hands_over(words: str) -> bool:
    """Whether a speech does nothing but pass a question, or the floor, to somebody.

    >>> hands_over("Let me leave this one to Ms. Qiu, who knows the details."), hands_over("Mr. Wang will take it.")
    (True, True)
    >>> hands_over("Ninety are open. Mr. Wang will add to that."), hands_over("We will publish the list.")
    (False, False)
    """
    if len(words) > LONGEST_HAND_OVER:
        return False
    hands = False
    for sentence in _sentences(words):
        if _hands(sentence):
            hands = True
        elif not (_courteous(sentence) or phrases.LEADS_TO_HAND_OVER.fullmatch(sentence)):
            return False
    return hands


def ends_by_handing_over(words: str) -> bool:
    """Whether the last sentence passes the floor to somebody.

    >>> ends_by_handing_over("That is their field. Mr. Lin, please."), ends_by_handing_over("Mr. Lin, please. I see.")
    (True, False)
    """
    return _hands(_last_sentence(words[-LONGEST_HAND_OVER:]))


def calls_for_questions(words: str) -> bool:
    """Whether a speech asks the floor for a question.

    >>> calls_for_questions("Next question, please."), calls_for_questions("Thank you, Ms. Qiu.")
    (True, False)
    """
    if speech_acts.invites_floor(words) or phrases.MOVES_ON.found_in(words):
        return True
    return _in_chinese(phrases.NEXT_ZH, words)


def says_something(words: str) -> bool:
    """Whether a speech of the chair holds a sentence of substance: one that is no formula, no question, no hand-over.

    >>> says_something("The list is on our website since Monday."), says_something("Thank you. Mr. Lin, please.")
    (True, False)
    """
    for sentence in _sentences(words[:_LOOKED_AT]):
        if (
            sentence.endswith(("?", "？"))
            or _courteous(sentence)
            or _hands(sentence)
            or phrases.DECLINES.search(sentence)
        ):
            continue
        if speech_acts.chairs(sentence) or phrases.REPEATS.search(sentence) or _in_chinese(phrases.NEXT_ZH, sentence):
            continue
        if len(sentence.split()) >= _LEAST_SUBSTANCE or (sentence[0] >= "一" and len(sentence) > _LEAST_SUBSTANCE * 2):
            return True
    return False


def takes_up(words: str) -> bool:
    """Whether the beginning of a speech takes up a question: `Let me add a word.`"""
    opening = words[:LONGEST_OPENING]
    return phrases.TAKES_UP.found_in(opening) or _in_chinese(phrases.TAKES_UP_ZH, opening)


def follows_up(words: str) -> bool:
    """Whether a question says of itself that it goes on with the last one.

    >>> follows_up("A follow-up, if I may. Who pays?"), follows_up("I follow up on my colleague's question. Who pays?")
    (True, False)
    """
    opening = words[:_OPENING]
    return _follows(opening) and not phrases.OF_ANOTHER.found_in(opening)


def _follows(words: str) -> bool:
    return phrases.FOLLOWS.found_in(words) or _in_chinese(phrases.FOLLOWS_ZH, words)


def hosts(words: str) -> bool:
    """Whether a speech only calls for questions or ends the event, as the one who hosts does.

    >>> hosts("Next question."), hosts("That's all for today."), hosts("The list is out since May. Next question.")
    (True, True, False)
    """
    return (calls_for_questions(words) or closes_event(words)) and not says_something(words)


def lets_go_on(words: str) -> bool:
    """Whether the chair's words leave the floor to the one who has asked: thanks, `Please go ahead`, a follow-up."""
    if _follows(words[:_CLOSING]):
        return True
    if len(words) > LONGEST_HAND_OVER or calls_for_questions(words):
        return False
    return all(
        _courteous(s) or (len(s) < _LEAST_SUBSTANCE * 8 and phrases.GOES_ON.search(s)) for s in _sentences(words)
    )


def takes_together(words: str) -> bool:
    """Whether the chair collects several questions: `We'll take two questions together.`"""
    return bool(phrases.TOGETHER.search(words[-_CLOSING:]))


def answers_your_question(words: str) -> bool:
    """Whether the beginning of a speech refers to somebody's question.

    >>> answers_your_question("Thank you for your question."), answers_your_question("We'll then take your questions.")
    (True, False)
    """
    opening = words[:LONGEST_OPENING]
    refers = phrases.YOUR_QUESTION.found_in(opening) or (
        "问" in opening and phrases.YOUR_QUESTION_ZH.search(opening) is not None
    )
    return refers and not greets(opening)


def greets(words: str) -> bool:
    """Whether a greeting stands in the beginning, as in a statement: `Thank you, Ms. Mu. Good morning, everyone.`"""
    return bool(phrases.GREETS.search(words[:_OPENING]))


def announces(words: str) -> bool:
    """Whether the beginning of a speech says that it is an announcement."""
    opening = words[:LONGEST_OPENING]
    return phrases.ANNOUNCES.found_in(opening) or _in_chinese(phrases.ANNOUNCES_ZH, opening)


def calls_for_statement(words: str) -> bool:
    """Whether the chair asks for a statement between two questions.

    >>> calls_for_statement("Next, Ms. Bian will brief you."), calls_for_statement("Ms. Bian would like to add a word.")
    (True, False)
    """
    return announces(words) or (phrases.NEXT_STATEMENT.found_in(words) and "question" not in words)


def relays(words: str) -> bool:
    """Whether the chair reads out a question of somebody who is not in the room."""
    closing = words[-2 * _CLOSING :]
    if not has_question_mark(closing):
        return False
    return ("ask" in closing or "uestion" in closing or "问" in closing) and bool(phrases.RELAYS.search(closing))


def offers_to_add(words: str) -> bool:
    """Whether the chair asks whether anybody wants to add something, or to begin."""
    return bool(phrases.ADDS.search(words[-_CLOSING:]))


def opens_event(words: str) -> bool:
    """Whether a speech opens the event: a greeting or a welcome."""
    return bool(speech_acts.greets(words) or phrases.OPENS.search(words[:_CLOSING])) or words.startswith(
        ("女士们", "各位", "大家", "女士們")
    )


def welcomes(words: str) -> bool:
    """Whether a speech welcomes to the event, as the one who hosts does."""
    return bool(phrases.OPENS.search(words[:_CLOSING]))


def ends_by_calling(words: str) -> bool:
    """Whether the last words call for a question."""
    return calls_for_questions(words[-_OPENING:])


def closes_event(words: str) -> bool:
    """Whether a speech ends the event."""
    ends = words if len(words) <= 2 * _CLOSING else f"{words[:_CLOSING]}\n{words[-_CLOSING:]}"
    return phrases.CLOSES.found_in(ends) or _in_chinese(phrases.CLOSES_ZH, ends)


def calls_for_a_later_question(words: str) -> bool:
    """Whether a call for questions shows that others came before: `Next question.`"""
    return bool(phrases.LATER.search(words))


def gives_floor_for_statement(words: str) -> bool:
    """Whether the chair asks for a statement rather than for an answer."""
    return bool(phrases.GIVES_FLOOR_FIRST.search(words[-_CLOSING:]))
