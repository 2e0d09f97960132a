"""The templates, and the one gate through which every word of a transcript gets into HTML.

In: the name of a template and its facts. Out: bytes of UTF-8. Promises: every value that is printed was cleaned
(`display.clean`) and escaped; a name that is missing, or a value that is None, is an error and never shown. Knows
nothing of transcripts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scio_transcripts._version import __version__
from scio_transcripts.display.clean import clean
from scio_transcripts.errors import MissingExtraError
from scio_transcripts.lazy import re

if TYPE_CHECKING:
    from pathlib import Path

    from jinja2 import Environment

_NO_CHARACTERS = re.compile(
    "[\ufdd0-\ufdef" + "".join(chr(plane * 0x10000 + last) for plane in range(17) for last in (0xFFFE, 0xFFFF)) + "]"
)
"""Code points that are no characters: HTML may hold none."""


class Templates:
    """What pages are made with. Raises `MissingExtraError` where jinja2 is not installed."""

    def __init__(self) -> None:
        self._environment = _environment()

    def write(self, path: Path, template: str, facts: dict[str, Any]) -> int:
        """Write one page and return its size in bytes."""
        text = self._environment.get_template(f"{template}.html").render(facts)
        return path.write_bytes(text.encode("utf-8"))


def shown(text: str) -> str:
    r"""Text as it is shown: nothing hidden in it, nothing that turns the reading direction.

    >>> shown("\u202e<b>\x1b\uffff")
    '\\u202e<b>\\x1b�'
    """
    if text.isprintable():
        return text
    return _NO_CHARACTERS.sub("\ufffd", clean(text)).replace("\r", "\n")


def _environment() -> Environment:
    try:
        from jinja2 import Environment, PackageLoader, StrictUndefined
    except ImportError:
        raise MissingExtraError("report", "a reading room") from None
    environment = Environment(
        loader=PackageLoader("scio_transcripts.report"),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals["version"] = __version__
    environment.filters["thousands"] = lambda number: f"{number:,}"
    environment.filters["percent"] = percent
    return environment


def _finalize(value: Any) -> Any:
    """What becomes of each value before it is escaped. Markup, which only templates make, stays."""
    if type(value) is str:
        return shown(value)
    if value is None:
        raise TypeError("a template printed a value that is None")
    return value


def percent(share: float) -> str:
    """A share in words.

    >>> percent(0.254), percent(0.004), percent(0.0)
    ('25%', '0.4%', '0%')
    """
    return f"{share:.1%}" if 0 < share < 0.0095 else f"{share:.0%}"
