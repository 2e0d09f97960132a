"""A transcript in a notebook: one piece of HTML with its own styles.

In: a `Transcript`. Out: HTML that touches nothing around it, follows the notebook's light or dark, and runs no script.
Promises: every word is cleaned and escaped; of a long transcript the beginning is shown, and how much is left out is
said. Knows nothing of parsing, and needs no extra.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from scio_transcripts.display.clean import clean, one_line
from scio_transcripts.display.roles import LOOKS
from scio_transcripts.display.wording import LANGUAGES, counted, long_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scio_transcripts.model import Participant, Transcript, Turn
    from scio_transcripts.model.base import Role

_MOST_CHARACTERS = 40_000
"""Of speech: a notebook keeps what it shows."""
_MOST_PEOPLE = 60
_SHORT = 300
"""Characters of a name or a title."""
_LANGUAGES = ("en", "zh-Hans", "zh-Hant")

_LIGHT = "--r:#d9d4ca;--s:#625d55;--chair:#7a3b86;--official:#1d5f8a;--reporter:#2f6b3a;--unknown:#625d55"
_DARK = "--r:#44464a;--s:#a5a096;--chair:#cf9bdb;--official:#86bde4;--reporter:#93c99a;--unknown:#a9a398"
_SERIF = 'Georgia,"Noto Serif","DejaVu Serif","Songti SC","Noto Serif CJK SC",serif'
_DARK_PLACES = ('[data-jp-theme-light="false"]', ".vscode-dark", '[theme="dark"]')
_LIGHT_PLACES = ('[data-jp-theme-light="true"]', ".vscode-light", '[theme="light"]')
_OWN = ".scio-transcript"


def _selector(places: tuple[str, ...]) -> str:
    return ",".join(f"{place} {_OWN}" for place in places)


STYLE = (
    f"{_OWN}{{{_LIGHT};max-width:46em;max-height:36em;overflow:auto;line-height:1.5;color:inherit;background:none;"
    "text-align:left;overflow-wrap:anywhere}"
    f"@media(prefers-color-scheme:dark){{{_OWN}{{{_DARK}}}}}"
    f"{_selector(_LIGHT_PLACES)}{{{_LIGHT}}}{_selector(_DARK_PLACES)}{{{_DARK}}}"
    f"{_OWN} p{{margin:.4em 0;unicode-bidi:isolate}}{_OWN} .t{{font:600 1.25em/1.3 {_SERIF}}}"
    f"{_OWN} .s{{color:var(--s);font-size:.88em}}{_OWN} details{{margin:.5em 0}}{_OWN} summary{{cursor:pointer}}"
    f"{_OWN} .turn{{margin:1em 0;padding-left:.8em;border-left:3px solid var(--c)}}"
    f"{_OWN} .w{{font-family:{_SERIF}}}{_OWN} b.c{{color:var(--c)}}"
    + "".join(f"{_OWN} .{role}{{--c:var(--{role})}}" for role in LOOKS)
)


def html_of(transcript: Transcript) -> str:
    """The HTML. A notebook asks for it where a transcript is the value of a cell.

    >>> from scio_transcripts import parse
    >>> html_of(parse("Reuters:\\n\\nWhy <b>? Thank you.")).count("Why &lt;b&gt;?")
    1
    """
    parts = [f"<style>{STYLE}</style>", *_head(transcript), *_people(transcript), *_speech(transcript)]
    return f'<div class="scio-transcript">{"".join(parts)}</div>'


def _say(text: str) -> str:
    """One line of a transcript, as HTML."""
    line = one_line(text)
    return escape(line if len(line) <= _SHORT else line[: _SHORT - 1] + "…")


def _head(transcript: Transcript) -> Iterator[str]:
    event = transcript.event
    date = long_date(event.date) if event.date else "the page does not say when"
    amounts = ((len(transcript.turns), "turn"), (len(transcript.exchanges), "exchange"))
    kind = "not recognized" if transcript.kind == "unknown" else transcript.kind
    language = LANGUAGES.get(transcript.language)
    facts = [kind + (f" in {language}" if language else ""), *(counted(n, noun) for n, noun in amounts if n)]
    odd = sum(d.severity != "info" for d in transcript.diagnostics)
    facts += [counted(odd, "diagnostic")] if odd else []
    yield f'<p class="t"{_lang(transcript)}>{_say(transcript.title or "(no title)")}</p>'
    place = [part for part in (event.venue, event.city) if part]
    yield f'<p class="s">{_say(" · ".join([date, *place]))}<br>{_say(" · ".join(facts))}</p>'


def _people(transcript: Transcript) -> Iterator[str]:
    people = transcript.participants
    if people:
        shown = "".join(_person(person) for person in people[:_MOST_PEOPLE])
        more = f'<p class="s">and {len(people) - _MOST_PEOPLE:,} more</p>' if len(people) > _MOST_PEOPLE else ""
        yield f"<details><summary>{counted(len(people), 'participant')}</summary>{shown}{more}</details>"


def _person(person: Participant) -> str:
    post = f" {_say(person.description)}" if person.description else ""
    return f'<p class="{person.role}">{_named(person.name, person.role, "")}{post}</p>'


def _named(name: str, role: Role, more: str) -> str:
    """A name with the mark, the colour and the word of its role."""
    mark = f'<span aria-hidden="true">{LOOKS[role].mark}</span>'
    return f'<b class="c">{mark} {_say(name)}</b>{more} <span class="s">{role}</span>'


def _speech(transcript: Transcript) -> Iterator[str]:
    """Turns until enough is shown."""
    left = _MOST_CHARACTERS
    names = {person.id: person.name for person in transcript.participants}
    for number, turn in enumerate(transcript.turns):
        if left <= 0:
            rest = counted(len(transcript.turns) - number, "more turn")
            yield f'<p class="s">{rest}: show() prints all, and the reading room has a page for it.</p>'
            return
        html, used = _turn(turn, names.get(turn.speaker or ""), _lang(transcript), left)
        yield html
        left -= used


def _turn(turn: Turn, name: str | None, lang: str, most: int) -> tuple[str, int]:
    """A turn, and how many characters it took."""
    other = f" = {_say(name)}" if name and name != turn.label else ""
    head = f'{_named(turn.label or "no label", turn.role, other)} <span class="s">· {turn.index}</span>'
    used, words = 60, []
    for paragraph in turn.paragraphs:
        text = clean(paragraph.text[: max(most - used, 0)])
        cut = " …" if len(paragraph.text) > most - used else ""
        words.append(f"<p>{escape(text)}{cut}</p>")
        used += len(paragraph.text) + 10
        if cut:
            break
    return f'<div class="turn {turn.role}"><p>{head}</p><div class="w"{lang}>{"".join(words)}</div></div>', used


def _lang(transcript: Transcript) -> str:
    return f' lang="{transcript.language}"' if transcript.language in _LANGUAGES else ""
