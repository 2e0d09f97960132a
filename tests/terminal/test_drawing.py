"""What every command draws on a real terminal: it fits, no word is broken, and nothing steers the terminal."""

from __future__ import annotations

import contextlib
import io
import re
import shutil
import sys
from pathlib import Path

import pytest
from rich.cells import cell_len

from scio_transcripts.cli import main
from terminal.commands import CASES, Case, names
from terminal.screen import Drawn, Terminal, drawn
from web.site import Site

ELSEWHERE = {"fetch"}
"""Commands that have a test of their own, further down."""
ALWAYS = [case for number, case in enumerate(CASES) if case.name not in [earlier.name for earlier in CASES[:number]]]
"""The first case of every command. The others, and other widths, are for those who have time."""
AT_EACH_WIDTH = [case for case in ALWAYS if case.name in ("shares", "outlets", "corpus kwic")]
"""Cases whose layout changes most with the width."""
_LETTERS = re.compile("[A-Za-z0-9]+")
_FOLDED = re.compile("[0-9]+ more words?")
"""How much of an answer is left out, which is more on a narrow screen."""
_WORD = re.compile(r"\S+")


def test_every_command_has_a_case() -> None:
    assert set(names()) - {case.name for case in CASES} == ELSEWHERE


def piped(case: Case, place: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """What the command writes where there is no terminal: nothing is broken there."""
    monkeypatch.chdir(place)
    monkeypatch.setenv("COLUMNS", "2000")
    monkeypatch.setattr(sys, "argv", ["scio-transcripts", *case.arguments])
    written = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
    monkeypatch.setattr(sys, "stdout", written)
    monkeypatch.setattr(sys, "stderr", written)
    with contextlib.suppress(SystemExit):
        main()
    monkeypatch.undo()
    return written.buffer.getvalue().decode()  # type: ignore[attr-defined]


def assert_whole(seen: Drawn, whole: str) -> None:
    """No word of letters is on the screen that is not one where there is room for everything."""
    shown = _FOLDED.sub("", seen.text)
    broken = set(_LETTERS.findall(shown)) - set(_LETTERS.findall(whole))
    assert not broken, f"broken words: {sorted(broken)}\n{seen.text}"


def assert_fits(seen: Drawn) -> None:
    """Every line fits, but for one that is a single word, such as an anchor that people copy."""
    wide = [line for line in seen.too_wide if len(_WORD.findall(line)) > 1]
    assert not wide, f"wider than {seen.width}:\n" + "\n".join(wide)


def assert_quiet(seen: Drawn, status: int) -> None:
    assert "Traceback" not in seen.raw, seen.text
    assert (seen.status, seen.strange, seen.cursor_shown) == (status, [], True), seen.text


def remove_made(place: Path) -> None:
    """Whatever a case has made."""
    for made in place.glob("made*"):
        shutil.rmtree(made) if made.is_dir() else made.unlink()


def check(case: Case, width: int, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    try:
        seen = drawn(case.arguments, width, folder=place)
        assert_quiet(seen, case.status)
        if not case.is_data:
            assert_fits(seen)
            remove_made(place)
            assert_whole(seen, piped(case, place, monkeypatch))
    finally:
        remove_made(place)


@pytest.mark.parametrize("case", ALWAYS, ids=lambda case: case.line)
def test_every_command_at_60_columns(case: Case, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    check(case, 60, place, monkeypatch)


@pytest.mark.parametrize("width", [80, 140])
@pytest.mark.parametrize("case", AT_EACH_WIDTH, ids=lambda case: case.line)
def test_layouts_at_80_and_140_columns(case: Case, width: int, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    check(case, width, place, monkeypatch)


@pytest.mark.slow
@pytest.mark.parametrize("width", [60, 80, 140])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.line)
def test_every_case_at_every_width(case: Case, width: int, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    check(case, width, place, monkeypatch)


@pytest.mark.slow
@pytest.mark.parametrize("width", [60, 80])
@pytest.mark.parametrize("name", ["", *names()])
def test_help_fits(name: str, width: int, tmp_path: Path) -> None:
    seen = drawn([*name.split(), "--help"], width, folder=tmp_path)
    assert_quiet(seen, 0)
    assert seen.too_wide == []


def test_a_fetch_draws_a_bar_that_fits_and_leaves_one_line(tmp_path: Path) -> None:
    with Site() as site:
        paths = site.put_event(3, stem="/2021-05/21/content_of_a_long_address_that_does_not_fit_here_782022")
        line = ["fetch", site.url(paths[0]), "-o", "saved", "--allow-private", "--delay", "0"]
        seen = drawn(line, 60, folder=tmp_path)
    assert_quiet(seen, 0)
    assert "━" in seen.raw
    assert widest_bar(seen) <= 60
    assert "3 pages, 3 new" in " ".join(seen.text.split())


def widest_bar(seen: Drawn) -> int:
    """Cells of the widest bar that was drawn."""
    drawings = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", seen.raw).replace("\r", "\n").split("\n")
    return max(cell_len(drawing) for drawing in drawings if "━" in drawing)


@pytest.mark.parametrize("width", [40, 80])
def test_the_bar_of_a_build_fits_and_is_gone_in_the_end(width: int, place: Path, tmp_path: Path) -> None:
    seen = drawn(["corpus", "build", "many", "nothing.txt", "-o", str(tmp_path / "c"), "-j", "1"], width, folder=place)
    assert_quiet(seen, 1)
    assert "parsing" in seen.raw
    assert "1 problem" in seen.raw
    assert not any("━" in line for line in seen.lines)
    assert widest_bar(seen) <= width


def test_less_gives_the_terminal_back(place: Path) -> None:
    if not shutil.which("less"):
        pytest.skip("needs less")
    with Terminal(["show", "page.txt"], 80, folder=place) as terminal:
        terminal.until(lambda raw: "Qiao Yuanshan" in raw and raw.rstrip().endswith((":", "\x1b[K", "\x1b[m")))
        terminal.type("q")
        seen = terminal.end()
        assert terminal.is_as_before()
    assert (seen.status, "Traceback" in seen.raw) == (0, False)
