"""What a caller can do wrong, never what a text says.

For files that cannot be read, arguments that make no sense, and `strict=True`. Each carries its facts as fields.
A text's oddities are diagnostics (`diagnostics.py`), never exceptions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scio_transcripts.diagnostics import Diagnostic


class ScioTranscriptsError(Exception):
    """Base of every exception that this library raises on purpose."""


class SourceError(ScioTranscriptsError):
    """A source could not be read as text.

    `source` is its path or address, `reason` what is wrong, `hint` what to do about it.

    >>> print(SourceError("page.txt", "no such file", "check the spelling"))
    page.txt: no such file; check the spelling
    """

    def __init__(self, source: str, reason: str, hint: str = "") -> None:
        super().__init__(source, reason, hint)
        self.source = source
        self.reason = reason
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.source}: {self.reason}" + (f"; {self.hint}" if self.hint else "")


class NoPagesError(SourceError):
    """A folder holds no pages."""


class FetchError(SourceError):
    """Something could not be fetched from the web.

    `status` is the answer's, where there was one. `passing`: another try may succeed; the server asks for
    `retry_after` seconds before it, where it asks for any.

    >>> print(FetchError("https://press.example/a.htm", "answered 404 (Not Found)", status=404))
    https://press.example/a.htm: answered 404 (Not Found)
    """

    def __init__(
        self,
        source: str,
        reason: str,
        hint: str = "",
        *,
        status: int | None = None,
        passing: bool = False,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(source, reason, hint)
        self.status = status
        self.passing = passing
        self.retry_after = retry_after


class MissingExtraError(ScioTranscriptsError, ImportError):
    """An optional part of the package is not installed. `extra` is its name, `purpose` what needs it.

    >>> print(MissingExtraError("web", "fetching"))
    fetching needs more packages: python -m pip install 'scio-transcripts[web]'
    """

    def __init__(self, extra: str, purpose: str) -> None:
        super().__init__(extra, purpose)
        self.extra = extra
        self.purpose = purpose

    def __str__(self) -> str:
        return f"{self.purpose} needs more packages: python -m pip install 'scio-transcripts[{self.extra}]'"


class CorpusError(ScioTranscriptsError):
    """A corpus cannot be read or written.

    `path` is what is concerned, `reason` what is wrong, `hint` what to do about it.

    >>> print(CorpusError("corpus", "holds no corpus", "make one with: scio-transcripts corpus build"))
    corpus: holds no corpus; make one with: scio-transcripts corpus build
    """

    def __init__(self, path: str, reason: str, hint: str = "") -> None:
        super().__init__(path, reason, hint)
        self.path = path
        self.reason = reason
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}" + (f"; {self.hint}" if self.hint else "")


class OutputError(ScioTranscriptsError):
    """A file or a folder could not be written. `path` is its name, `reason` what is wrong.

    >>> print(OutputError("site", "it is there and not an empty folder; name a new one"))
    site: cannot be written (it is there and not an empty folder; name a new one)
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.path}: cannot be written ({self.reason})"


class DocumentError(ScioTranscriptsError, ValueError):
    """A stored document is not one that the program could have written.

    `field` is the first field that is wrong, as a path, `reason` what is wrong with it.

    >>> print(DocumentError("event.date", "'2024-02-30' is no date of the calendar"))
    the document cannot be used: event.date: '2024-02-30' is no date of the calendar
    """

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(field, reason)
        self.field = field
        self.reason = reason

    def __str__(self) -> str:
        return f"the document cannot be used: {self.field}: {self.reason}"


class OutletFileError(ScioTranscriptsError, ValueError):
    """A file of outlets cannot be used.

    `path` and `line` say where (line 0 is the whole file), `reason` what is wrong, `hint` what to do about it.

    >>> print(OutletFileError("my.jsonl", 3, "the kind 'paper' is not known", "use agency, newspaper, ..."))
    my.jsonl:3: the kind 'paper' is not known; use agency, newspaper, ...
    """

    def __init__(self, path: str, line: int, reason: str, hint: str) -> None:
        super().__init__(path, line, reason, hint)
        self.path = path
        self.line = line
        self.reason = reason
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.path}{f':{self.line}' if self.line else ''}: {self.reason}; {self.hint}"


class ArgumentError(ScioTranscriptsError, ValueError):
    """What was asked for makes no sense, or is not there. Each kind of it is a class of its own, with its facts."""


class DialectError(ArgumentError):
    """A dialect was asked for that does not exist. `name` is what was asked, `known` what there is."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        super().__init__(name, tuple(known))
        self.name = name
        self.known = tuple(known)

    def __str__(self) -> str:
        return f"no dialect named {self.name!r}; known: {', '.join(self.known)}"


class StrictError(ScioTranscriptsError):
    """`parse(..., strict=True)` met warnings or errors. `diagnostics` holds those, in reading order.

    >>> from scio_transcripts import parse
    >>> try:
    ...     parse("", strict=True)
    ... except StrictError as error:
    ...     print(error.diagnostics[0].code)
    T103
    """

    def __init__(self, diagnostics: Sequence[Diagnostic]) -> None:
        super().__init__(tuple(diagnostics))
        self.diagnostics = tuple(diagnostics)

    def __str__(self) -> str:
        first = self.diagnostics[0]
        more = f" (and {len(self.diagnostics) - 1} more)" if len(self.diagnostics) > 1 else ""
        return f"{first.code}: {first.message}{more}"
