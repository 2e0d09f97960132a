"""Charts as SVG, PNG, or their own JSON.

In: an Altair chart, ours or one composed of ours. Out: bytes. Promises: the same chart gives the same bytes in any
process with the same fonts; an SVG is an image with a title and a description, its words are text; nothing is fetched.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scio_transcripts.errors import MissingExtraError
from scio_transcripts.lazy import re
from scio_transcripts.plots.subject import PlotError
from scio_transcripts.plots.wording import label

if TYPE_CHECKING:
    import altair as alt

FORMATS = ("svg", "png", "json")
_LONGEST = 20_000
_TAG = re.compile(r"<[^<>]*>")
_COUNTER = re.compile(r'(id="|url\(#)((?:clip|gradient_)\d+)(?=["\)])')
_OPENING = re.compile(r"<svg [^>]*>")


def save(chart: alt.TopLevelMixin, path: Path | str, format: str | None = None, *, scale: float = 2) -> None:
    """Write a chart to a file, all of it or nothing. The format is that of the name, unless it is given.

    Raises `PlotError` for a format that there is not, and `OSError` where the file cannot be written.
    """
    target = Path(path)
    content = render(chart, format or format_of(target.name), scale=scale)
    part = target.with_name(f".{target.name}.part")
    try:
        part.write_bytes(content)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def format_of(name: str) -> str:
    """The format that a file's name asks for.

    >>> format_of("Shares.SVG")
    'svg'
    """
    ending = Path(name).suffix.lower().removeprefix(".")
    if ending not in FORMATS:
        raise PlotError(name, "its name does not say a format", f"end it in {_or()}, or give the format")
    return ending


def render(chart: alt.TopLevelMixin, format: str = "svg", *, scale: float = 2) -> bytes:
    """A chart as bytes. `scale` is the number of dots of a PNG to a pixel of the chart."""
    if format not in FORMATS:
        raise PlotError(label(format), "no such format", f"use {_or()}")
    spec = chart.to_dict(validate=False)  # checked when it was made; here, row by row, it takes seconds
    if format == "json":
        return (json.dumps(spec, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode("utf-8", "replace")
    svg = _svg(spec)
    if format == "svg":
        return svg.encode()
    return bytes(_renderer().svg_to_png(svg, scale=scale))


def _or() -> str:
    return f"{', '.join(FORMATS[:-1])} or {FORMATS[-1]}"


def _renderer() -> Any:
    try:
        import vl_convert
    except ImportError:
        raise MissingExtraError("plot", "drawing charts") from None
    return vl_convert


def _svg(spec: dict[str, Any]) -> str:
    import altair

    version = ".".join(altair.SCHEMA_VERSION.removeprefix("v").split(".")[:2])
    drawn = _renderer().vegalite_to_svg(spec, vl_version=version, allowed_base_urls=[])
    return _named(_renumbered(drawn), _title(spec), str(spec.get("description") or ""))


def _renumbered(svg: str) -> str:
    """The same image whatever was drawn before it: the renderer counts its clips on and on."""
    names: dict[str, str] = {}

    def renamed(found: re.Match[str]) -> str:
        kind = found[2].rstrip("0123456789")
        return found[1] + names.setdefault(found[2], f"{kind}{len(names)}")

    return _TAG.sub(lambda tag: _COUNTER.sub(renamed, tag[0]), svg)


def _named(svg: str, title: str, description: str) -> str:
    """The image with its role, its title and its description, as screen readers find them."""
    opening = _OPENING.search(svg)
    assert opening is not None
    tag = f'{opening[0][:-1]} role="img" aria-labelledby="chart-title chart-desc">'
    words = f'<title id="chart-title">{_escaped(label(title))}</title>'
    words += f'<desc id="chart-desc">{_escaped(label(description, _LONGEST))}</desc>'
    return svg[: opening.start()] + tag + words + svg[opening.end() :]


def _title(spec: dict[str, Any]) -> str:
    """The words of the title, on however many lines."""
    title = spec.get("title") or "Chart"
    words = title.get("text", "") if isinstance(title, dict) else title
    return " ".join(words) if isinstance(words, list) else str(words)


def _escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
