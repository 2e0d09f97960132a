"""Citations, and what became of a quotation: the words of a verification, with each changed word marked.

In: `Citation`, `Finding`. Out: lines of text. Promises: a citation looks the same wherever it is drawn, and its anchor
is one unbroken line, to be printed without cropping; `[-words-]` were quoted and are not there, `{+words+}` are there
and were not quoted: the marks stand with and without colours. Looks nothing up itself.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from rich.text import Text

from scio_transcripts.display.surface import Surface, line, lines
from scio_transcripts.display.wording import counted
from scio_transcripts.views.anchors import is_anchor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scio_transcripts.views.everywhere import Finding, InEvent
    from scio_transcripts.views.nearest import Edit
    from scio_transcripts.views.quotations import Citation
    from scio_transcripts.views.verdict import Status

STYLES: dict[Status, str] = {
    "exact": "green",
    "typography": "green",
    "other-speaker": "yellow",
    "changed": "yellow",
    "missing": "red",
}
"""Colours of a verdict."""
_MOST_SHOWN = 5
"""Of the places in one event where words were found."""
_MOST_EVENTS = 20
_INDENT = "  "


def citation(
    cited: Citation, surface: Surface, indent: str = "", *, cut: tuple[bool, bool] = (False, False)
) -> Iterator[Text]:
    """The words, the citation, and the anchor. `cut`: whether the paragraph has words before these, and behind."""
    before, behind = ("… " if cut[0] else "", " …" if cut[1] else "")
    yield from lines(surface.say(f"“{before}{cited.words}{behind}”"), surface.measure, first=indent)
    yield from source(cited, surface, indent + _INDENT)


def source(cited: Citation, surface: Surface, indent: str = _INDENT) -> Iterator[Text]:
    """The citation and the anchor, where the words are shown already."""
    yield from lines(surface.say(cited.text), surface.measure, first=indent)
    yield anchor(cited, indent)


def anchor(cited: Citation, indent: str = _INDENT) -> Text:
    """The anchor of a citation, which is never broken."""
    return line(indent, (str(cited.anchor), "dim"))


def in_event(name: str, title: str | None, surface: Surface, indent: str = "") -> Iterator[Text]:
    """In which of several events something was found: its file, or its id in a corpus, never broken; and its title."""
    yield line(indent, surface.say(name, "bold"))
    if title:
        yield from lines(surface.say(title), surface.measure, first=indent + _INDENT)


def verdict(found: Finding, surface: Surface) -> Iterator[Text]:
    """What was asked, the verdict, and where the words, or words like them, stand."""
    head = Text.assemble((found.status, f"bold {STYLES[found.status]}"), "  ", surface.say(found.asked))
    yield from [line(head)] if is_anchor(found.asked) else lines(head, surface.measure, rest=_INDENT)
    yield from lines(surface.say(found.message), surface.measure, first=_INDENT)
    for one in found.events[:_MOST_EVENTS]:
        yield from _event(one, found, surface)
    if (more := len(found.events) - _MOST_EVENTS) > 0:
        yield from lines(
            surface.say(f"and in {counted(more, 'more event')}; --format json has all"), surface.measure, first=_INDENT
        )


def _event(one: InEvent, found: Finding, surface: Surface) -> Iterator[Text]:
    indent = _INDENT
    if found.looked_at > 1:
        yield from in_event(one.name or "", None, surface, indent)  # citations have the title
        indent += _INDENT
    if one.verification.status == "typography" != found.status:
        yield from lines(Text("in other typography", "dim"), surface.measure, first=indent)
    passages = one.verification.passages
    if one.verification.edits:
        yield from lines(_marked(one.verification.edits, surface), surface.measure, first=indent)
        for passage in passages:
            for cited in islice(one.citations(passage), 1):
                yield from source(cited, surface, indent + _INDENT)
        return
    for passage in passages[:_MOST_SHOWN]:
        for cited in one.citations(passage):
            yield from citation(cited, surface, indent)
    if (more := len(passages) - _MOST_SHOWN) > 0:
        yield from lines(
            surface.say(f"and at {counted(more, 'more place')} of this event"), surface.measure, first=indent
        )


def _marked(edits: tuple[Edit, ...], surface: Surface) -> Text:
    marked = Text()
    for number, edit in enumerate(edits):
        if number and not edit.joined:
            marked.append(" ")
        if edit.kind == "same":
            marked.append(surface.say(edit.words))
        elif edit.kind == "removed":
            marked.append(surface.say(f"[-{edit.words}-]", "red"))
        else:
            marked.append(surface.say(f"{{+{edit.words}+}}", "green"))
    return marked
