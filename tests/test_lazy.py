"""What is made when it is first asked for: that little is made at the start, and that all of it can be made."""

from __future__ import annotations

import copy
import json
import pickle
import re
import subprocess
import sys
from pathlib import Path

import pytest
import regex

import scio_transcripts
from scio_transcripts import lazy

HARBOUR = lazy.re.compile("harbour")
# In a process of its own, as this one has imported and used nearly everything.
COUNT_AT_IMPORT = """
import re, sys
compiled, compile = [], re.compile
def count(pattern, flags=0):
    if sys._getframe(1).f_globals["__name__"].startswith("scio_transcripts"):
        compiled.append(pattern)
    return compile(pattern, flags)
re.compile = count
import scio_transcripts.cli.parse, scio_transcripts.cli.show, scio_transcripts.display.terminal, scio_transcripts.events
print(len(compiled), "regex" in sys.modules)
"""
MAKE_ALL = """
import json, pkgutil
from importlib import import_module
from scio_transcripts import lazy
made, begin = [], lazy.LazyPattern.__init__
def note(self, module, pattern, flags, home):
    begin(self, module, pattern, flags, home)
    made.append((home["__name__"], self))
lazy.LazyPattern.__init__ = note
import scio_transcripts
for found in pkgutil.walk_packages(scio_transcripts.__path__, "scio_transcripts."):
    if not found.name.endswith("__main__"):
        try:
            import_module(found.name)
        except ImportError:
            pass  # needs an extra that is not installed here
faults = []
for module, pattern in made:
    try:
        assert isinstance(pattern.groups, int)
    except Exception as error:
        faults.append(f"{module}: {pattern.pattern!r}: {error}")
print(json.dumps([len(made), faults]))
"""


def said_by(program: str) -> str:
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout


def test_the_start_compiles_next_to_no_pattern_and_does_without_regex() -> None:
    compiled, has_regex = said_by(COUNT_AT_IMPORT).split()
    assert int(compiled) <= 3
    assert has_regex == "False"


def test_no_module_compiles_a_pattern_by_itself_when_it_is_imported() -> None:
    source = Path(scio_transcripts.__file__).parent
    eager = [
        str(path.relative_to(source))
        for path in source.rglob("*.py")
        if re.search(r"^(?! *#)\S.*\b(?:re|regex)\.compile\(", text := path.read_text("utf-8"), re.M)
        and re.search(r"^import (?:re|regex)$", text, re.M)
    ]
    assert eager == []  # they take `re` and `regex` from `scio_transcripts.lazy`


def test_every_pattern_of_the_package_compiles() -> None:
    count, faults = json.loads(said_by(MAKE_ALL))
    assert faults == []
    assert count > 250


@pytest.mark.parametrize(("ours", "theirs"), [(lazy.re, re), (lazy.regex, regex)])
def test_a_pattern_answers_as_a_compiled_one_does(ours: object, theirs: object) -> None:
    pattern = r"(?P<name>[a-z]+) (\d+)"
    mine, other = ours.compile(pattern, ours.IGNORECASE), theirs.compile(pattern, theirs.IGNORECASE)
    text = "Ferry 9, Wharf 12"
    assert [m.groupdict() for m in mine.finditer(text)] == [m.groupdict() for m in other.finditer(text)]
    assert mine.fullmatch("ferry 9")["name"] == "ferry"
    assert mine.sub("x", text) == other.sub("x", text) == "x, x"
    assert (mine.pattern, mine.flags, mine.groups) == (pattern, other.flags, other.groups)
    assert dict(mine.groupindex) == {"name": 1}
    assert ours.escape("a.b") == theirs.escape("a.b")


def test_a_pattern_compiles_once_and_no_sooner_than_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled, compile_now = [], re.compile
    monkeypatch.setattr(re, "compile", lambda *given: compiled.append(given) or compile_now(*given))
    pattern = lazy.re.compile("a+")
    assert pattern.pattern == "a+"
    assert compiled == []
    assert pattern.search("baa")[0] == "aa"
    assert pattern.findall("aba") == ["a", "a"]
    assert len(compiled) == 1


def test_a_pattern_of_bytes_is_one_too() -> None:
    assert lazy.re.compile(rb"\d+").findall(b"a1b22") == [b"1", b"22"]


def test_a_fault_in_a_pattern_shows_when_it_is_used() -> None:
    pattern = lazy.re.compile("(")
    with pytest.raises(re.error, match="unterminated"):
        pattern.match("a")


def test_a_pattern_has_what_patterns_have_and_no_more() -> None:
    pattern = lazy.re.compile("a")
    with pytest.raises(AttributeError, match="no attribute 'mach'"):
        _ = pattern.mach


def test_a_pattern_is_copied_and_stored_as_a_compiled_one_is() -> None:
    pattern = lazy.re.compile("a", re.I)
    for copied in (copy.copy(pattern), copy.deepcopy([pattern])[0], pickle.loads(pickle.dumps(pattern))):
        assert copied == re.compile("a", re.I)


def test_the_compiled_pattern_takes_its_place_in_the_module() -> None:
    held = [HARBOUR]
    assert isinstance(HARBOUR, lazy.LazyPattern)
    assert HARBOUR.match("harbour")
    assert isinstance(HARBOUR, re.Pattern)
    assert held[0].match("harbour")
