"""What is made when it is first asked for: the names of a package, and patterns.

In: a package and the module of each of its names; a pattern as text. Out: the package's `__getattr__` (PEP 562), and
stand-ins for the modules `re` and `regex` whose patterns compile at their first use. Promises: each is made once, and
from then on costs what it always does; a name that is not there is an `AttributeError`, as ever. Knows no name.

A page needs fewer than half of the patterns, and compiling them all takes longer than anything else at start-up. So a
module says `from scio_transcripts.lazy import re`, and all else as if that were `re` itself.
"""

from __future__ import annotations

import re as _re
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Mapping

    import regex

__all__ = ["door", "re", "regex"]


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


_ASKED = tuple(name for name in dir(_re.Pattern) if not name.startswith("_") and name != "pattern")
"""What patterns are asked for, by `re` as by `regex`: `search`, `finditer`, `groups` ..."""


class LazyPattern:
    """A pattern that compiles when its first method is asked for.

    In the module that wrote it down, the compiled pattern then takes its place. Where it is held besides, it passes on
    the compiled pattern's own methods.
    """

    def __init__(self, module: str, pattern: str | bytes, flags: int, home: dict[str, Any]) -> None:
        self.pattern = pattern
        self._made_by, self._flags, self._home = module, flags, home

    def __getattr__(self, name: str) -> Any:
        if name not in _ASKED:
            raise AttributeError(f"a pattern has no attribute {name!r}")
        compiled = self._compiled()
        for asked in _ASKED:
            setattr(self, asked, getattr(compiled, asked))
        for known, value in list(self._home.items()):
            if value is self:
                self._home[known] = compiled
        return getattr(compiled, name)

    def __reduce__(self) -> tuple[Any, ...]:
        return import_module(self._made_by).compile, (self.pattern, self._flags)  # copies are compiled

    def _compiled(self) -> Any:
        return import_module(self._made_by).compile(self.pattern, self._flags)


class _PatternModule:
    """`re` or `regex`, imported when it is needed; what it compiles is a `LazyPattern`."""

    def __init__(self, name: str) -> None:
        self._name = name

    def compile(self, pattern: str | bytes, flags: int = 0) -> LazyPattern:
        return LazyPattern(self._name, pattern, int(flags), sys._getframe(1).f_globals)

    def __getattr__(self, name: str) -> Any:
        value = getattr(import_module(self._name), name)
        setattr(self, name, value)
        return value


if not TYPE_CHECKING:
    re = _PatternModule("re")
    regex = _PatternModule("regex")
