"""From the view back to the untouched text: the one place where offsets and words of the document are put back.

In: parts of the document as they were read from a view. Out: the same parts, each `Offset` of which counts in the
untouched text, each `text` of which is what stands there. Promises: goes by the types of the fields, so a new part or
place needs nothing here. Decides nothing.
"""

from __future__ import annotations

from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from scio_transcripts.lexer import View
from scio_transcripts.model.base import Offset, Part, maker

_P = TypeVar("_P", bound=Part)


def untouched(parts: tuple[_P, ...], view: View) -> tuple[_P, ...]:
    """The parts, with places in the untouched text. Free where the page has no debris."""
    if view.is_same or not parts:
        return parts
    kind = type(parts[0])
    return maker(kind)(_fields(part, view) for part in parts)


def _fields(part: Part, view: View) -> dict[str, Any]:
    fields = dict(part.__dict__)
    places, nested = _plan(type(part))
    for name in places:
        if fields[name] is not None:
            fields[name] = view.back(fields[name])
    for name in nested:
        fields[name] = untouched(fields[name], view)
    if "text" in fields:
        fields["text"] = view.untouched[fields["start"] : fields["end"]]
    return fields


@cache
def _plan(kind: type[Part]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Which fields of a part are places, and which hold further parts."""
    hints = get_type_hints(kind, include_extras=True).items()
    held = {name: set(_held(hint)) for name, hint in hints if name in kind.model_fields}
    places = tuple(name for name, types in held.items() if Offset in types)
    return places, tuple(name for name, types in held.items() if any(_is_part(one) for one in types))


def _held(hint: Any) -> list[Any]:
    """A type, or those that it is made of."""
    if get_origin(hint) in (Union, UnionType, tuple):
        return [one for inner in get_args(hint) for one in _held(inner)]
    return [hint]


def _is_part(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, Part)
