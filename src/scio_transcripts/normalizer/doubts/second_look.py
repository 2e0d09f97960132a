"""A second look at what opens a speech: whether the words before a colon, or a line alone, name a speaker.

In: words, and the names, posts and labels of the page. Out: yes or no. Promises: looser than whatever read the labels,
for it only says where a reader should look: nothing that it finds becomes a label. Knows no turn.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from re import Match

from scio_transcripts.language import speech_acts
from scio_transcripts.language.label import fold, unnumbered
from scio_transcripts.lazy import re
from scio_transcripts.registry import outlets
from scio_transcripts.registry.han import ends_in_post, is_han_name, split_post
from scio_transcripts.registry.names import is_person, names_post
from scio_transcripts.registry.script import has_han

# What may stand before a speaker's name, and behind it: numbers, bullets, clock stamps, brackets.
HEAD = re.compile(
    r"[\s\-–—·•|*#【\[（(]{0,4}(?:\d{1,2}[:：]\d{2}(?:[:：]\d{2})?[\]】）)]?\s{0,3})?"
    r"(?P<words>[^:：。！？!?;；\n]{1,60}?)"
    r"(?:\s?[\[【（(][^\]】）)\n]{1,30}[\]】）)])?\s?[:：]"
)
INNER = re.compile(
    r"(?<=[。！？.!?”\"…\d])[\s·•|]{0,4}"
    r"(?P<words>[^\s:：。，！？,.!?“”\"\d·]{1,12}(?: [^\s:：。，！？,.!?“”\"\d]{2,12}){0,2})[:：]"
)
"""A speaker's name inside a paragraph, behind the end of a sentence."""
_ASKS = re.compile(
    r"《[^》]{1,20}》(?:.{0,6}[记記]者)?|(?:.{0,12}[记記]者)?提?[问問]|.{0,12}[记記]者(?:提?[问問])?|Q\d{0,2}|Questions?",
    re.I,
)
_SPEAKS = re.compile(
    r".{0,20}(?:答|致[词詞辞辭]|[讲講][话話]|[发發]言)|A\d{0,2}|Answer"
    r"|(?:[A-Z][\w’'-]* ){1,6}(?:[Oo]pening )?(?:[Rr]emarks|[Ss]tatement|[Aa]ddress)"
)
_CAPITALS = re.compile(r"[A-Z][\w.’'-]*(?: (?:of|the|for|and|de|van|al|bin|[A-Z][\w.’'-]*)){0,8}")
"""A name, an outlet or a post in English: no word in lower case but those that join."""
_HAN_POST_LENGTH = 20
_BARE_LENGTH = 40
_SHORTEST_POST = 3
_MOST_POSTS = 100
"""Each head is held against all of them: no table seats more."""
_LONGEST_NAME = 4


def heads_in(words: str, *, begins: bool) -> Iterator[Match[str]]:
    """What stands in a paragraph as a speaker's name does. `begins`: whether its beginning counts, too."""
    if ":" not in words and "：" not in words:
        return
    if begins and (head := HEAD.match(words)):
        yield head
    yield from INNER.finditer(words)


@dataclass(frozen=True, slots=True)
class KnownSpeakers:
    """The words of the page that name speakers, folded."""

    names: frozenset[str]
    posts: frozenset[str]
    firsts: frozenset[str]
    """The first words of the names."""

    @classmethod
    def of(cls, names: Iterable[str], posts: Iterable[str] = ()) -> KnownSpeakers:
        """Those of some names and labels, and of the posts that the page gives somebody."""
        folded = frozenset(map(fold, names))
        firsts = frozenset(name.split(" ", maxsplit=1)[0] for name in folded)
        return cls(folded, frozenset(map(fold, islice(posts, _MOST_POSTS))), firsts)

    def speaks(self, words: str, *speech: str) -> bool:
        """Whether words before a colon name a speaker. `speech`: what follows, and the next paragraph."""
        words = unnumbered(words.strip())
        if self._is_known(fold(words)) or _ASKS.fullmatch(words) or _SPEAKS.fullmatch(words):
            return True
        if has_han(words):
            return _is_han_speaker(words)
        if is_person(words) or outlets.find(words) is not None:
            return True
        # In English a heading of the speech looks like a name: only what follows tells them apart.
        return _CAPITALS.fullmatch(words) is not None and (names_post(words) or any(map(_opens, speech)))

    def _is_known(self, folded: str) -> bool:
        """Whether the page has a label, a name or a post of these words."""
        is_post = len(folded) >= _SHORTEST_POST and any(post.startswith(folded) for post in self.posts)
        return is_post or folded in self.names

    def stands_alone(self, words: str) -> bool:
        """Whether a whole paragraph is a speaker's name, without a colon."""
        if len(words) > _BARE_LENGTH or not words or words[-1] in "。！？；，.!?;,…":
            return False
        return fold(words) in self.names or (has_han(words) and split_post(words) is not None)

    def runs_on(self, words: str) -> bool:
        """Whether a paragraph begins with a speaker's name and goes on with the first word of a sentence."""
        if words.split(" ", maxsplit=1)[0].lower() not in self.firsts:
            return False
        parts = words.split(" ", maxsplit=_LONGEST_NAME)
        counts = range(1, min(_LONGEST_NAME, len(parts)))
        return any(fold(" ".join(parts[:n])) in self.names and parts[n][:1].isupper() for n in counts)


def _is_han_speaker(words: str) -> bool:
    """Whether Chinese words are a post, a name, or both."""
    is_post = ends_in_post(words) and len(words) <= _HAN_POST_LENGTH
    return is_post or is_han_name(words.replace(" ", "")) or split_post(words) is not None


def _opens(speech: str) -> bool:
    return speech_acts.ends_with_question(speech) or speech_acts.opens_speech(speech)
