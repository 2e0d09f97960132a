"""What each clue, reason and signature says, for people.

In: nothing. Out: tables of words, by the names that `choose.py` gives. Promises: every clue that weighs anything has
its words (a test holds it). Knows no weight.
"""

from __future__ import annotations

from collections.abc import Mapping

CLUES: Mapping[str, str] = {
    # the words
    "roster": "the words name somebody of the roster",
    "anonymous": "the words are for whoever asks or answers: Q, Reporter, 答",
    "role-word": "the words say a part in the event: Moderator, 主持人",
    "outlet": "the words name a known outlet",
    "outlet-within": "a known outlet's name stands within the words",
    "outlet-word": "the words end as outlets' names do: Daily, 日报",
    "asker": "the words say that somebody reports for an outlet",
    "described": "the words are a name with its whole post",
    "titled": "the words are a name with a title before it",
    "office": "the words are a post without a name",
    "family": "the words begin with a family name",
    "named-above": "the head of the page names these words",
    "person": "the words are a name by their form and family name",
    "surname": "the words are a family name alone",
    "initials": "the words are initials",
    "name-shaped": "the words have a name's shape; nobody knows the name",
    "courtesy": "the page says the words with a title of courtesy: Mr. Rossi",
    "act": "the words say that their bearer asks, answers or opens",
    "presents-greeting": "the words say that their bearer presents something, and what follows greets or thanks",
    # against
    "presents": "the words say that somebody presents something, as stories do",
    "prose": "the words read as running text",
    "introduces-list": "the words say that something follows",
    "headline": "the words read as a headline",
    "salutation": "the words greet somebody",
    "field": "the words name a field of the page: Venue, 来源",
    "ordinal": "the words count a point of a speech",
    "long": "the words are many",
    "sentence": "a sentence ends within the words",
    "stranger": "the page has a roster, and this name, met once, is not in it",
    # the speech behind it
    "opens": "what follows greets, thanks or takes a question",
    "asks": "what follows ends with a question",
    "addresses": "what follows says I, we or you",
    "no-sentence": "what follows is no sentence, or nothing follows",
    "told": "what follows tells what somebody said",
    "quoted": "what follows begins with a quotation mark",
    "begins-small": "what follows begins with a small letter",
    "bare": "a name alone, without any mark",
    "bare-opens": "a name alone, and what follows opens as speech does",
    "no-sign": "a name alone, and nothing in what follows says that somebody speaks",
    "asks-not": "an asker's name alone, and what follows does not ask",
    "no-dialogue": "hardly anybody on the page greets, thanks, asks or is spoken to",
    "webcaster": "an outlet above the first who speaks, and what follows tells of the event",
    # the place
    "recurs": "the same words stand before other speech, too",
    "takes-turns": "the same words come back, each time after others",
    "post-below": "a name alone, and its post alone on the line below",
    "calls-next": "what follows is the name or the post of whoever speaks next",
    "bracketed": "brackets or heading signs set the words off",
    "own-line": "the words stand on a line of their own",
    "form": "set off as the turns of this page are, with the trust in that form",
    "inner": "inside a line, where the page's turns begin lines",
    "other-form": "set off otherwise than the turns of this page",
    "plain": "in plain type, where the page's labels are bold",
    "own-name": "the words come back in the speech behind them",
    "known-label": "the same words open a turn elsewhere on the page",
    "goes-on": "the head on the line above goes on here",
    "hand-over": "the words above give this speaker the floor",
    "between-known": "stands where the other side of the dialogue would speak",
}
"""Of each clue."""

REASONS: Mapping[str, str] = {
    "words": "its words and speech are enough",
    "form": "it is set off as the page's turns are",
    "known-label": "the same words open a turn elsewhere on the page",
    "goes-on": "it goes on from the head on the line above",
    "place": "it has a place in the dialogue",
    "no-speaker": "its words are nobody's who speaks",
    "nobody": "enough speaks for it, but its words and its place show nobody",
    "against": "what speaks against it outweighs the rest",
    "no-place": "it is set off as the page's turns are, but has no place in the dialogue",
    "short": "too little speaks for it",
    "outside": "it stands outside the record of what was said",
    "no-transcript": "the page was taken for one on which nobody speaks",
}
"""Why a head opens a turn, or does not."""

_MARKS = {"colon": "colon", "end": "no mark", "bold": "bold type", "blank": "blank"}
_SET_OFF = {"bracketed": "in brackets", "markdown": "heading signs"}


def signature_words(*, inner: bool, set_off: str, mark: str, own: bool) -> str:
    """A signature as one reads it.

    >>> signature_words(inner=False, set_off="", mark="colon", own=True)
    'begins a line, colon, own line'
    """
    parts = ["inside a line" if inner else "begins a line"]
    if set_off:
        parts.append(_SET_OFF.get(set_off, set_off))
    return ", ".join([*parts, _MARKS.get(mark, mark), "own line" if own else "speech beside it"])
