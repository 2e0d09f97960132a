"""A package's door that imports a name when it is first asked for.

In: a package and the module of each of its names. Out: its `__getattr__` (PEP 562). Promises: a name is looked up once;
one that the package does not have is an `AttributeError`, as ever. Knows no name.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def door(package: str, homes: Mapping[str, str]) -> Callable[[str], Any]:
    """The `__getattr__` of a package: `homes` says in which of its modules each name lives.

    >>> __getattr__ = door("scio_transcripts", {"Turn": "model"})
    >>> __getattr__("Turn").__name__
    'Turn'
    >>> __getattr__("Tune")
    Traceback (most recent call last):
    AttributeError: module 'scio_transcripts' has no attribute 'Tune'
    """

    def find(name: str) -> Any:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value = getattr(import_module(f"{package}.{homes[name]}"), name)
        setattr(sys.modules[package], name, value)  # the next look finds it without this function
        return value

    return find
