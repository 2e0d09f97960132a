"""The whole way of a page, on one screen: five stages, each with a type in and a type out.

```
Source  ─ lexer      ─► Written     lines, heads, zones, speaker turns as printed
Written ─ normalizer ─► Known       people, roles, dates, places, kind
Known   ─ exchanges  ─► Dialogue    questions with their answers, sections
all     ─ document   ─► Transcript
```

In: a text, or a `Source`. Out: a `Transcript`. A stage is a function from facts that do not change to facts that do not
change, with one append-only log beside it. Nothing here touches disk, network, clock or locale.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from scio_transcripts.diagnostics import Log
from scio_transcripts.dialects import Dialect
from scio_transcripts.document import Facts, make_document
from scio_transcripts.errors import StrictError
from scio_transcripts.exchanges import Cuts, read_dialogue
from scio_transcripts.lexer import View, view_of
from scio_transcripts.lexer.read import Page, read_pages
from scio_transcripts.model import Transcript
from scio_transcripts.normalizer.known import Known, know
from scio_transcripts.normalizer.page.ends import closes, greets
from scio_transcripts.normalizer.page.pages import read_pager
from scio_transcripts.sources.settle import settle
from scio_transcripts.sources.text import Source


def parse(text: str, *, dialect: str | Dialect | None = None, strict: bool = False) -> Transcript:
    """Read one page, or one whole transcript, as a typed document.

    `text` is any text: what cannot be read as a transcript gives a document without turns and diagnostics that say
    why. Content never raises. `dialect` names a layout family (see `scio_transcripts.dialects.known()`) where the
    detector should not decide. With `strict=True`, warnings and errors raise `StrictError`, which carries them.

    >>> page = parse("Reuters:\\n\\nHow many run? Thank you.\\n\\nLin Dahai:\\n\\nThank you. Ninety.")
    >>> [(turn.label, turn.role) for turn in page.turns]
    [('Reuters', 'reporter'), ('Lin Dahai', 'official')]
    """
    return parse_source(Source.of_text(text), dialect=dialect, strict=strict)


def parse_html(
    html: str | bytes,
    *,
    url: str | None = None,
    encoding: str | None = None,
    dialect: str | Dialect | None = None,
    strict: bool = False,
) -> Transcript:
    """Read one page of HTML. `transcript.text` is the text that a browser would draw.

    `url` is the page's address, against which its links are resolved. `encoding` is the encoding of bytes; without it
    a byte-order mark, the page's own declaration or the bytes' shape decide. `dialect` and `strict` as in `parse`.
    Raises `SourceError` for bytes that cannot be decoded.

    >>> page = parse_html("<p><b>Reuters</b></p><p>How many? Thank you.</p><p><b>Lin Dahai</b></p><p>Ninety.</p>")
    >>> [(turn.label, turn.role) for turn in page.turns]
    [('Reuters', 'reporter'), ('Lin Dahai', 'official')]
    """
    from scio_transcripts.sources.html import source_of_html

    source = source_of_html(html, name=url or "the page", uri=url, encoding=encoding)
    return parse_source(source, dialect=dialect, strict=strict)


def parse_source(source: Source, *, dialect: str | Dialect | None = None, strict: bool = False) -> Transcript:
    """Read what a source gave. Same promises as `parse`."""
    log = Log()
    return finished(read_alone(source, dialect, log), log, strict=strict)


def read_alone(source: Source, dialect: str | Dialect | None, log: Log) -> Facts:
    """One page. Its number is the one that it shows."""
    for code, said in source.remarks:
        log.add(code, 0, 0, **said)
    view, markup = view_of(settle(source.text, log, source.data)), source.markup
    log = log.through(view.back)
    known = read_view(view, [(0, markup)], dialect, log)
    pagers = known.notes.of("pager")
    pages = read_pager(
        view.text,
        pagers,
        log,
        begins=greets(known.turns),
        ends=bool(known.credits.names["translators"]),
        closes=bool(pagers) and closes(known.turns),
        shown=markup.page if markup else None,
    )
    return Facts.of(
        known,
        pages=pages,
        starts=((0, pages.number),),
        blocks=markup.blocks if markup else (),
        urls=markup.others if markup else (),
        source={**source.facts, "length": len(view.untouched)},
    )


def read_view(
    view: View, pages: Sequence[Page], dialect: str | Dialect | None, log: Log, *, gaps: Iterable[int] = ()
) -> Known:
    """The lexer and the normalizer. All stages read the view, and `log` counts in it, too."""
    return know(read_pages(view, pages, log, gaps=gaps), dialect, log)


def finished(facts: Facts, log: Log, *, strict: bool) -> Transcript:
    """The exchanges and the document. With `strict`, warnings and errors raise `StrictError`."""
    cuts = Cuts.of(facts.pages, facts.starts)
    dialogue = read_dialogue(facts.turns, facts.voices, cuts, log.through(facts.view.back))
    transcript = make_document(facts, dialogue, log)
    if strict and (serious := [d for d in transcript.diagnostics if d.severity != "info"]):
        raise StrictError(serious)
    return transcript
