"""`scio-transcripts fetch`: transcripts from the web, with all their pages."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from scio_transcripts.cli.exits import complain

if TYPE_CHECKING:
    from scio_transcripts.cli.console import PipeConsole
    from scio_transcripts.sources.web.event import Watch
    from scio_transcripts.sources.web.fetched import Fetched
    from scio_transcripts.sources.web.limits import Limits
    from scio_transcripts.sources.web.notices import Notice

EXAMPLES = "Example: scio-transcripts fetch https://press.example/2021-05/21/content_782022.htm -o pages/"

_STYLES = {"note": "bright_blue", "warning": "yellow", "error": "bold red"}


def run(
    urls: Annotated[
        list[str], typer.Argument(metavar="URL", help="Address of any page of a transcript.", show_default=False)
    ],
    *,
    target: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            metavar="FOLDER",
            help="Where to save: each transcript in a folder of its own.",
            show_default=False,
        ),
    ],
    delay: Annotated[float, typer.Option(metavar="SECONDS", help="Pause between requests to a host.")] = 1.0,
    max_pages: Annotated[int, typer.Option(metavar="N", help="Most pages of one transcript.")] = 100,
    max_size: Annotated[float, typer.Option(metavar="MB", help="Largest page, after decompression.")] = 20,
    timeout: Annotated[float, typer.Option(metavar="SECONDS", help="Longest silence of a server.")] = 30.0,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Also fetch from this machine and private networks.")
    ] = False,
    insecure_host: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Do not check the certificate of this one host.", show_default=False),
    ] = None,
) -> None:
    """Fetch transcripts with all their pages, save them as they came, and parse them.

    Asks slowly, obeys robots.txt, and asks again only for what has changed. Run it again to go on where it stopped.
    Needs the extra 'web'.
    """
    from scio_transcripts.errors import MissingExtraError, ScioTranscriptsError

    limits = _limits(
        delay=delay,
        max_pages=max_pages,
        max_size=int(max_size * 1_000_000) if 0 < max_size < 1e6 else 0,
        timeout=timeout,
        allow_private=allow_private,
        insecure_hosts=frozenset(insecure_host or ()),
    )
    failed = False
    with _fetching(limits) as fetch:
        for url in urls:
            try:
                fetched = fetch(url, target)
            except MissingExtraError:
                raise
            except ScioTranscriptsError as error:
                complain(error)
                failed = True
                continue
            failed |= not fetched.complete
    if failed:
        raise typer.Exit(1)


def _limits(**limits: Any) -> Limits:
    from scio_transcripts.sources.web.limits import Limits

    try:
        return Limits(**limits)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None


@contextmanager
def _fetching(limits: Limits) -> Iterator[Any]:
    """What fetches one address after the other, tells what is odd, and draws progress where there is a terminal."""
    import logging

    from scio_transcripts import fetch
    from scio_transcripts.cli.console import PipeConsole
    from scio_transcripts.sources.web import open_visitor

    logging.getLogger("stamina").addHandler(logging.NullHandler())  # each try is told in our own words
    console = PipeConsole()
    errors = PipeConsole(stderr=True)

    def tell(notice: Notice) -> None:
        _print(errors, (f"{notice.severity}: ", _STYLES[notice.severity]), (str(notice), ""))

    with open_visitor(limits, tell=tell) as visitor:

        def fetch_one(url: str, target: Path) -> Fetched:
            with _progress(errors, url) as watch:
                fetched = fetch(url, target, visitor=visitor, tell=tell, watch=watch)
            _print(console, (_summary(fetched), ""))
            return fetched

        try:
            yield fetch_one
        except KeyboardInterrupt:
            _print(errors, ("interrupted; the same command goes on from here", ""))
            raise


@contextmanager
def _progress(errors: PipeConsole, url: str) -> Iterator[Watch]:
    """A bar on standard error, only on a terminal, under the end of the address."""
    from scio_transcripts.cli.bars import bar
    from scio_transcripts.display.clean import encodable, one_line
    from scio_transcripts.display.concordance import right_end

    name = right_end(encodable(one_line(url), errors.encoding), errors.width // 3)
    with bar(errors) as show:
        yield lambda done, known: show(name, done, known, "")


def _summary(fetched: Fetched) -> str:
    """Such as `pages/press.example_content_782022: 5 pages, 2 new, 1 changed; page 3 is missing`."""
    from scio_transcripts.display.wording import counted, listed

    words = [counted(sum(page.saved is not None for page in fetched.pages), "page")]
    words += [
        f"{len(numbers):,} {what}" for what, numbers in (("new", fetched.new), ("changed", fetched.changed)) if numbers
    ]
    missing = fetched.missing
    verb = "are" if len(missing) > 1 else "is"
    lost = f"; {'pages' if len(missing) > 1 else 'page'} {listed(map(str, missing))} {verb} missing" if missing else ""
    return f"{fetched.folder}: {', '.join(words)}{lost}"


def _print(console: PipeConsole, *parts: tuple[str, str]) -> None:
    """One line, cleaned: an address can hold anything."""
    from scio_transcripts.display.clean import one_line

    end = " " if len(parts) > 1 else ""
    first, *rest = parts
    console.print_folded((one_line(first[0]) + end, first[1]), *((one_line(text), style) for text, style in rest))
