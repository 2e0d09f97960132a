"""What `weights.py` can switch off: patterns of rows, patterns of modules, kinds of lines, clues of scales.

In: the package, imported whole. Out: `Switch`es, each with a name, the inputs in which it spoke, and a way to be
switched off for a while. Promises: switched on again, everything is as it was. Knows no input's values.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from types import ModuleType
from typing import Any

from switch import Switch
from table_switches import of_tables

import scio_transcripts
from scio_transcripts.language.row import Row
from scio_transcripts.language.wording import _Wording
from scio_transcripts.lazy import LazyPattern

ROOMS = ("language", "lexer", "normalizer", "exchanges", "document")
"""Packages whose patterns are switched."""
NEVER = re.compile("(?!)")
_FINDS = ("search", "match", "fullmatch")
_CHANGES = ("sub", "subn", "split", "findall", "finditer")


class PatternSwitch(Switch):
    """A compiled pattern of a module, under each name that it has anywhere."""

    def __init__(
        self, name: str, pattern: re.Pattern[str], places: list[tuple[dict[str, Any], str]], held: list[LazyPattern]
    ) -> None:
        super().__init__(name)
        self._pattern, self._places, self._held = pattern, places, held

    def _put(self, value: Any) -> None:
        for home, name in self._places:
            home[name] = value
        # In tables stand stand-ins, which pass on what they are asked.
        for lazy in self._held:
            for asked in (*_FINDS, *_CHANGES):
                setattr(lazy, asked, getattr(value, asked))

    def listen(self) -> None:
        self._put(_Heard(self._pattern, self))

    def deafen(self) -> None:
        self._put(self._pattern)

    @contextmanager
    def off(self) -> Iterator[None]:
        self._put(NEVER)
        try:
            yield
        finally:
            self._put(self._pattern)


class _Heard:
    """A pattern that tells its switch when it finds something."""

    def __init__(self, pattern: Any, switch: Switch) -> None:
        self._pattern, self._switch = pattern, switch

    def __getattr__(self, name: str) -> Any:
        own = getattr(self._pattern, name)
        if name in _FINDS:
            return self._finding(own)
        return self._changing(own) if name in _CHANGES else own

    def _finding(self, own: Callable[..., Any]) -> Callable[..., Any]:
        def find(*words: Any, **more: Any) -> Any:
            found = own(*words, **more)
            if found is not None:
                self._switch.heard = True
            return found

        return find

    def _changing(self, own: Callable[..., Any]) -> Callable[..., Any]:
        def change(*words: Any, **more: Any) -> Any:
            text = next(word for word in reversed(words) if isinstance(word, str))
            if self._pattern.search(text) is not None:
                self._switch.heard = True
            return own(*words, **more)

        return change


class RowSwitch(Switch):
    """One pattern of a row, in every wording that has the row."""

    def __init__(self, row: Row, language: str, place: int, wordings: list[_Wording]) -> None:
        pattern = getattr(row, language)[place]
        super().__init__(f"row {row.id} {language}: {pattern}")
        without = tuple(p for i, p in enumerate(getattr(row, language)) if i != place)
        self._row, self._less = row, replace(row, **{language: without})
        self._wordings = wordings
        self._alone = Row(row.id, row.means, **{language: (pattern,)})

    def listen(self) -> None:
        for wording in self._wordings:
            sole = type(wording)([self._alone], cased=wording.cased)
            _listeners(wording).append((sole, self))

    def deafen(self) -> None:
        for wording in self._wordings:
            for own in ("found_in", "count", "bearer"):
                vars(wording).pop(own, None)
            vars(wording).pop("listeners", None)

    @contextmanager
    def off(self) -> Iterator[None]:
        before = [(wording, dict(vars(wording))) for wording in self._wordings]
        for wording, own in before:
            rows = [self._less if row is self._row else row for row in own["rows"]]
            vars(wording).clear()
            vars(wording).update(rows=rows, cased=own["cased"])
        try:
            yield
        finally:
            for wording, own in before:
                vars(wording).clear()
                vars(wording).update(own)


def _listeners(wording: Any) -> list[tuple[Any, Switch]]:
    """Who hears what a wording finds. Its methods tell them from the first listener on."""
    if "listeners" not in vars(wording):
        wording.listeners = []
        for own in ("found_in", "count", "bearer"):
            if hasattr(wording, own):
                setattr(wording, own, _telling(wording, own, getattr(wording, own)))
    heard: list[tuple[Any, Switch]] = wording.listeners
    return heard


def _telling(wording: Any, own: str, method: Callable[[str], Any]) -> Callable[[str], Any]:
    def tell(words: str) -> Any:
        found = method(words)
        if found:
            for sole, switch in wording.listeners:
                if not switch.heard and getattr(sole, own)(words):
                    switch.heard = True
        return found

    return tell


def switches() -> list[Switch]:
    """All of them, in the order of their names."""
    modules = list(_modules())
    found = [*_of_rows(modules), *_of_modules(modules), *of_tables(modules)]
    return sorted(found, key=lambda switch: switch.name)


def _modules() -> Iterator[ModuleType]:
    for room in ROOMS:
        package = importlib.import_module(f"scio_transcripts.{room}")
        yield package
        for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            yield importlib.import_module(info.name)


def _of_rows(modules: list[ModuleType]) -> Iterator[Switch]:
    wordings = {id(value): value for module in modules for value in _held(module) if isinstance(value, _Wording)}
    from scio_transcripts.language.rows import ROWS

    for row in ROWS:
        own = [wording for wording in wordings.values() if any(other is row for other in wording.rows)]
        for language in ("en", "zh"):
            for place in range(len(getattr(row, language))):
                yield RowSwitch(row, language, place, own)


def _held(module: ModuleType) -> Iterator[object]:
    """What a module holds, also in its tables."""
    for value in list(vars(module).values()):
        yield value
        if isinstance(value, dict) and value is not vars(module).get("__builtins__"):
            yield from value.values()


def _of_modules(modules: list[ModuleType]) -> Iterator[Switch]:
    places: dict[str, list[tuple[dict[str, Any], str]]] = {}
    lazy = {id(pattern): pattern for module in modules for pattern in _lazy_in(vars(module))}
    compiled: dict[str, Any] = {}
    for pattern in lazy.values():
        pattern.search("")  # compiles it, and puts it into the module that wrote it down
    for module in modules:
        for name, value in vars(module).items():
            text = getattr(value, "pattern", None)
            if isinstance(text, str) and not isinstance(value, (type, LazyPattern)):
                compiled[text] = value
                places.setdefault(text, []).append((vars(module), name))
    for text, own in places.items():
        (home, name), held = own[0], [pattern for pattern in lazy.values() if pattern.pattern == text]
        module_name = str(home["__name__"]).removeprefix("scio_transcripts.")
        yield PatternSwitch(f"pattern {module_name}:{name}", compiled[text], own, held)


def _lazy_in(value: object, deep: int = 4) -> Iterator[LazyPattern]:
    """The patterns not yet compiled that a module holds, also in its tables."""
    if isinstance(value, LazyPattern):
        yield value
    elif deep and isinstance(value, (dict, tuple, list)):
        for inner in list(value.values()) if isinstance(value, dict) else value:
            yield from _lazy_in(inner, deep - 1)


def forget() -> None:
    """Forget what functions remember of words: it came of what was switched on then."""
    rooms = tuple(f"{scio_transcripts.__name__}.{room}" for room in ROOMS)
    for name, module in list(sys.modules.items()):
        if name.startswith(rooms):
            for value in vars(module).values():
                if hasattr(value, "cache_clear") and getattr(value, "__module__", "").startswith(rooms):
                    value.cache_clear()
