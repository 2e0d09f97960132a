"""How a Chinese character sounds, printed behind it in brackets: `鋼(gāng)`, `我們(men)`, `行(ㄒㄧㄥˊ)`.

In: a text. Out: where such sounds stand, brackets and all. Promises: linear time; a word of another language is none,
for its letters make no syllables. Some converters put one behind every character that can be read in several ways.
"""

from __future__ import annotations

import unicodedata
from itertools import chain

from scio_transcripts.lazy import re
from scio_transcripts.registry.han import HAN

_LATIN = "a-zA-Z\u00c0-\u01ff\u0251\u0261\u0300-\u030c1-5 '’·-"
_BOPOMOFO = "\u3105-\u312f\u31a0-\u31bf ˉˊˇˋ˙"
# A pattern that begins with one sign skips through the text; with a choice before it, it would not.
_BRACKETED = tuple(
    re.compile(rf"{bracket}(?<=[{HAN})）].)(?P<sound>[{_LATIN}]{{1,40}}|[{_BOPOMOFO}]{{1,20}})[)）]")
    for bracket in (r"\(", "（")
)
_TONES = "\u0304\u0301\u030c\u0306\u0300"
"""The four tones; a breve is often printed for the caron of the third."""
_TONED = re.compile(f"[{_TONES}]")
_USUAL = str.maketrans("ɑɡê’·-", "age'''")
_FINALS = {
    "b": "a o ai ei ao an en ang eng i ie iao ian in ing u",
    "p": "a o ai ei ao ou an en ang eng i ie iao ian in ing u",
    "m": "a o e ai ei ao ou an en ang eng i ie iao iu ian in ing u",
    "f": "a o ei ou an en ang eng u",
    "d": "a e ai ei ao ou an en ang eng ong i ie iao iu ian ing u uo ui uan un",
    "t": "a e ai ao ou an ang eng ong i ie iao ian ing u uo ui uan un",
    "n": "a e ai ei ao ou an en ang eng ong i ie iao iu ian in iang ing u uo uan ü üe ue v ve",
    "l": "a e o ai ei ao ou an ang eng ong i ia ie iao iu ian in iang ing u uo uan un ü üe ue v ve",
    "(?:[gkh]|zh)": "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "[jqx]": "i ia ie iao iu ian in iang ing iong u ue uan un ü üe üan ün",
    "ch": "a e i ai ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "sh": "a e i ai ei ao ou an en ang eng u ua uo uai ui uan un uang",
    "zh": "i",
    "r": "e i ao ou an en ang eng ong u ua uo ui uan un",
    "[zcs]": "a e i ai ei ao ou an en ang eng ong u uo ui uan un",
    "y": "a o e ao ou an ang i in ing ong u ue uan un",
    "w": "a o ai ei an en ang eng u",
    "": "a o e ai ei ao ou an en ang eng er",
}
"""The syllables, by how they begin."""
_SYLLABLE = "|".join(
    f"{begins}(?:{'|'.join(sorted(finals.split(), key=len, reverse=True))})" for begins, finals in _FINALS.items()
)
_ONE = re.compile(_SYLLABLE)
_SOUND = re.compile(rf"(?:(?:{_SYLLABLE})r?[ ']{{0,2}}){{1,8}}|ng?|m")
_TONELESS = re.compile(rf"(?=[a-zü]{{2}})(?:{_SYLLABLE})[1-5]?")
"""One syllable with its tone as a figure, or with none."""
_OFTEN = 3
"""Sounds on a page from which a syllable without a sign of its tone is one, too: `(men)` alone may be a word."""


def sounds_in(text: str) -> list[tuple[int, int]]:
    """Where sounds stand, in order.

    >>> text = "國(guó)務(wù)院，我們(men)在渡口（dù kǒu）、咖啡館(café)。"
    >>> [text[start:end] for start, end in sounds_in(text)]
    ['(guó)', '(wù)', '(men)', '（dù kǒu）']
    """
    bracketed = sorted(chain.from_iterable(one.finditer(text) for one in _BRACKETED), key=re.Match.start)
    kinds = {sound: _kind(sound) for sound in {found["sound"] for found in bracketed}}
    spans: dict[str, list[tuple[int, int]]] = {"toned": [], "toneless": [], "none": []}
    end = -1
    for found in bracketed:
        # One may stand behind another; behind other brackets, it belongs to no character.
        if text[found.start() - 1] not in ")）" or found.start() == end:
            spans[kinds[found["sound"]]].append(found.span())
            end = found.end()
    toned, toneless = spans["toned"], spans["toneless"]
    return sorted(toned + toneless) if len(toned) + len(toneless) >= _OFTEN else toned


def _kind(sound: str) -> str:
    """Whether this is one syllable without a sign of its tone, or syllables with theirs: `Málaga` has too few."""
    if _TONELESS.fullmatch(sound):
        return "toneless"
    if max(sound) > "\u3100":
        return "toned"
    plain, tones = _TONED.subn("", unicodedata.normalize("NFD", sound))
    plain = unicodedata.normalize("NFC", plain).translate(_USUAL).lower().strip()
    return "toned" if tones and _SOUND.fullmatch(plain) and 2 * tones >= len(_ONE.findall(plain)) else "none"
