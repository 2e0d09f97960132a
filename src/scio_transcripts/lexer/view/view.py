"""A page as it reads: its text without debris, and the way back to the untouched text.

In: any text. Out: a `View`: the cleaned text, and where each of its characters stands in the untouched one. Promises:
linear time; offsets keep their order; a page without debris is its own view and costs one look. Knows no label and no
line but its ends.

Debris is what a copy, a typesetter or a converter has put between the words: signs that nobody sees, the sound of a
Chinese character behind it, a comma twice, every blank twice. Widths and variants of a character are read as the
usual one.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from scio_transcripts.lazy import re
from scio_transcripts.lexer.page.patterns import BLANKS, ZERO_WIDTH
from scio_transcripts.lexer.view.blanks import doubled_blanks
from scio_transcripts.lexer.view.sounds import sounds_in
from scio_transcripts.sources.markup import Block, Link, Markup

Stretch = tuple[int, int]
"""A half-open range of characters."""

_ENDS = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
"""Characters at which a line ends."""
_BLANKS_WITHIN = BLANKS.translate(dict.fromkeys(map(ord, _ENDS)))
_ODD_BLANKS = "\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_UNSEEN = f"{ZERO_WIDTH}\u061c\u180b-\u180d\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\U000e0100-\U000e01ef"
_ODD_COLONS = "∶︰﹕\ua789"
_VARIANTS = "\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f"
"""Radicals and compatibility characters, which converters of PDF leave for the usual ones."""
_WIDE = "\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"
"""Full-width figures and Latin letters. Other full-width signs are those of Chinese print."""
_USUAL = {**dict.fromkeys(_ODD_COLONS, "："), "\u1680": " ", "\u2011": "-"}
"""What the tables of Unicode do not say."""

_ODD = re.compile(f"[{_ODD_BLANKS}{_UNSEEN}{_ODD_COLONS}{_VARIANTS}{_WIDE}\u2011]")
_IS_UNSEEN = re.compile(f"[{_UNSEEN}]")
_RUN = re.compile(f"[{ZERO_WIDTH}][{_BLANKS_WITHIN}]*")
# At a line's beginning only what the lexer takes for a blank goes: other signs have no word there to belong to.
_UNSEEN_RUN = re.compile(rf"(?<=[^\s{_UNSEEN}])[{_UNSEEN}]+|[{ZERO_WIDTH}]+")
# Each begins with its sign, for which a search is fast. Three stops in a row are an ellipsis.
_DOUBLED = {f"{sign}{sign}": re.compile(f"{sign}{{2,}}") for sign in "，、："} | {
    "。。": re.compile("。(?<!。。)。(?!。)")
}
_ASCII = bytes(range(128))
_FEW = 20
"""Characters up to which replacing one by one is faster than a table."""
_MOSTLY_ASCII = 1.3
"""Bytes a character, in UTF-8, up to which it is faster to look at the other characters alone."""


@dataclass(frozen=True, slots=True)
class View:
    """A text as it reads. Places in the view count in `text`, others in `untouched`.

    >>> view = view_of("林鋼(gāng)：我們，，都在。")
    >>> view.text, view.back(2), view.printed(0, 2)
    ('林鋼：我們，都在。', 8, '林鋼(gāng)')
    """

    text: str
    untouched: str
    cuts: Sequence[Stretch] = ()
    """What the view leaves out, in the untouched text, in order."""
    _places: Sequence[int] = field(default=(), repr=False)
    """For each cut, its place in the view."""
    _lengths: Sequence[int] = field(default=(), repr=False)
    """For each cut, all that is left out up to its end."""

    @property
    def is_same(self) -> bool:
        """Whether the page has no debris."""
        return self.text is self.untouched

    def back(self, place: int) -> int:
        """The place in the untouched text of a place in the view: what is left out belongs to what stands before it."""
        cut = bisect_right(self._places, place) - 1
        return place if cut < 0 else place + self._lengths[cut]

    def at(self, place: int) -> int:
        """The place in the view of a place in the untouched text; of what is left out, where it would stand."""
        cut = bisect_right(self.cuts, (place, len(self.untouched))) - 1
        if cut < 0:
            return place
        return self._places[cut] if place < self.cuts[cut][1] else place - self._lengths[cut]

    def printed(self, start: int, end: int) -> str:
        """The untouched characters of a stretch of the view."""
        return self.untouched[self.back(start) : self.back(end)]

    def seen(self, start: int, end: int) -> str:
        """The same without signs that nobody sees."""
        return _IS_UNSEEN.sub("", self.printed(start, end))

    def kept(self, start: int, end: int) -> str:
        """The same without what the view leaves out: the widths and variants are those of the print."""
        first, last = self.back(start), self.back(end)
        return _without(self.untouched[:last], [cut for cut in self.cuts if first <= cut[0] < last])[first:]


def view_of(text: str) -> View:
    """The view of a text.

    >>> view_of("ＣＣＴＶ记者∶好。").text
    'CCTV记者：好。'
    >>> view_of("Why?").is_same
    True
    """
    if text.isascii():
        seen = View(text, text)
        return _without_injected(seen, "") if "  " in text else seen
    telling = _telling(text)
    odd = set(_ODD.findall(telling))
    if not odd:
        return _without_injected(View(text, text), telling)
    unseen = {sign for sign in odd if _IS_UNSEEN.match(sign)}
    usual = _with_usual(text, odd - unseen)
    if unseen:
        usual = _RUN.sub(_blanks_at_edges, usual)
    cuts = [found.span() for found in _UNSEEN_RUN.finditer(usual)] if unseen else []
    seen = _view(_without(usual, cuts), text, cuts)
    return _without_injected(seen, seen.text)


def marked_in(view: View, markup: Markup, start: int) -> Markup:
    """What markup says of a page that begins at `start` in the untouched text, with places in the view."""
    if view.is_same:
        return markup
    begin = view.at(start)

    def at(place: int) -> int:
        return view.at(start + place) - begin

    def bold_of(block: Block) -> int:
        # A sign that nobody sees is no bold character: at the end of a line it reads as a blank.
        return len(view.text[view.at(start + block.start) : view.at(start + block.start + block.bold)].rstrip())

    def moved(link: Link) -> Link:
        return link._replace(start=at(link.start), end=at(link.end))

    return replace(
        markup,
        blocks=tuple(b._replace(start=at(b.start), end=at(b.end), bold=bold_of(b)) for b in markup.blocks),
        links=tuple(moved(link) for link in markup.links),
        original=moved(markup.original) if markup.original is not None else None,
    )


def _without_injected(seen: View, telling: str) -> View:
    """The view without sounds, and without signs and blanks that are doubled. `telling` holds all such signs."""
    text = seen.text
    again = [pattern for twice, pattern in _DOUBLED.items() if twice in telling]
    cuts = [*sounds_in(text), *((m.start() + 1, m.end()) for pattern in again for m in pattern.finditer(text))]
    cuts += doubled_blanks(text)
    if not cuts:
        return seen
    joined = _joined([*seen.cuts, *((seen.back(start), seen.back(end)) for start, end in cuts)])
    return _view(_without(text, sorted(cuts)), seen.untouched, joined)


def _telling(text: str) -> str:
    """What shows whether a text has debris: in English, the few characters that are not ASCII."""
    data = text.encode("utf-8", "surrogatepass")
    if len(data) > _MOSTLY_ASCII * len(text):
        return text
    return data.translate(None, _ASCII).decode("utf-8", "surrogatepass")


def _with_usual(text: str, odd: set[str]) -> str:
    """The text with these characters as they are usually written, one for one."""
    usual = {ord(sign): _USUAL.get(sign) or unicodedata.normalize("NFKC", sign) for sign in odd}
    usual = {number: sign for number, sign in usual.items() if len(sign) == 1 and ord(sign) != number}
    if len(usual) > _FEW:
        return text.translate(usual)
    for number, sign in usual.items():
        text = text.replace(chr(number), sign)
    return text


def _blanks_at_edges(run: re.Match[str]) -> str:
    """Signs that nobody sees, at the end of a line or the beginning of the text: blanks, as all that stands there."""
    text, words = run.string, run[0]
    if run.start() and run.end() < len(text) and text[run.end()] not in _ENDS:
        return words
    return " " * len(words)


def _view(text: str, untouched: str, cuts: Sequence[Stretch]) -> View:
    """The view with this text, which leaves these stretches out."""
    if text == untouched:
        return View(untouched, untouched)
    places, lengths = [], []
    removed = 0
    for start, end in cuts:
        places.append(start - removed)
        removed += end - start
        lengths.append(removed)
    return View(text, untouched, tuple(cuts), tuple(places), tuple(lengths))


def _without(text: str, cuts: Sequence[Stretch]) -> str:
    if not cuts:
        return text
    pieces = []
    position = 0
    for start, end in cuts:
        pieces.append(text[position:start])
        position = end
    return "".join([*pieces, text[position:]])


def _joined(cuts: Sequence[Stretch]) -> list[Stretch]:
    """The stretches in order, those that touch or hold one another as one."""
    joined: list[Stretch] = []
    for start, end in sorted(cuts):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined
