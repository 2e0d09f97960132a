"""What all parts of the document share: they are frozen and explain their fields.

`Part` is the base of each; `Role` the words for who speaks. Nothing here holds a value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict

Role = Literal["chair", "official", "reporter", "unknown"]
"""`chair` opens, hands over and closes; `official` answers; `reporter` asks; `unknown`: the page gives no ground."""


class InText:
    """The mark of a number that is a place in `Transcript.text`."""

    __slots__ = ()


Offset = Annotated[int, InText()]
"""A character of `Transcript.text`, counted from 0."""


class Part(BaseModel):
    """Base of every part of a transcript."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


_P = TypeVar("_P", bound=Part)


def maker(part: type[_P]) -> Callable[[Iterable[Mapping[str, Any]]], tuple[_P, ...]]:
    """What makes such parts, one of each mapping: its fields are neither checked nor copied, they are the part.

    For parts that grow with the text, and whose fields the program itself has made. It is `model_construct` for fields
    that are complete, in their order, and as validation would leave them: tuples, and parts instead of mappings.
    Whoever reads from outside validates. Validation would take as long again as reading the page, and a set for each.
    """
    new, names = object.__new__, set(part.model_fields)
    # The four things that pydantic keeps of an instance. `object.__setattr__` would look up each of them each time.
    kept = ("__dict__", "__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__")
    set_fields, set_names, set_extra, set_private = (BaseModel.__dict__[name].__set__ for name in kept)

    def make(rows: Iterable[Mapping[str, Any]]) -> tuple[_P, ...]:
        parts: list[_P] = []
        for fields in rows:
            made = new(part)
            set_fields(made, fields)
            set_names(made, names)
            set_extra(made, None)
            set_private(made, None)
            parts.append(made)
        return tuple(parts)

    return make
