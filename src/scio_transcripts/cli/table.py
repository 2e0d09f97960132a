"""A table of commands of which only the one that is asked for is imported and built.

In: a package, and the names of its modules that are commands. Out: a group of typer. Promises: help,
completion and suggestions have all names in the order of the table; the options of the others cost nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from typing import Any, ClassVar

import typer
from typer.core import TyperGroup
from typer.main import get_command

from scio_transcripts.cli.prose import help_of

HELP_NAMES = {"help_option_names": ["-h", "--help"]}


class _Commands(Mapping[str, Any]):
    """Commands by name, each built when it is looked up."""

    def __init__(self, package: str, names: Sequence[str]) -> None:
        self._package, self._names = package, names

    def __getitem__(self, name: str) -> Any:
        if name not in self._names:
            raise KeyError(name)
        return _built(self._package, name)

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


@cache
def _built(package: str, name: str) -> Any:
    """The command of a module: its `run`, whose docstring is the help, with its `EXAMPLES`; or its `app`, a group.

    One that is `HIDDEN` is not in the help.
    """
    module = import_module(f"{package}.{name}")
    if hasattr(module, "app"):
        group = get_command(module.app)
        group.name = name
        return group
    alone = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
    told = {"help": help_of(module.run), "epilog": module.EXAMPLES, "hidden": getattr(module, "HIDDEN", False)}
    alone.command(name, context_settings=HELP_NAMES, **told)(module.run)
    return get_command(alone)


class Table(TyperGroup):
    """What typer calls the class of a group: one whose commands are the modules of a package with these names."""

    package: ClassVar[str]
    names: ClassVar[Sequence[str]]

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.commands: Any = _Commands(self.package, self.names)
