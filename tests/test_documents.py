"""README and docs do what they say: their code blocks run, in order, in a folder with the bundled samples.

A block of `sh` or `python` is run; what it needs, earlier blocks of the same page have made, or `samples/` holds. A
block of any other kind is shown only. Commands are run in this process; of `make`, `pip` and `source` lines only the
extras are checked, and a line with a word in capitals, such as ADDRESS, is one for the reader to fill in.
"""

from __future__ import annotations

import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from cli.conftest import Cli, cli

__all__ = ["cli"]  # a fixture of the command line's tests

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
FENCE = re.compile(r"^```(?P<kind>[^\n`]*)\n(?P<code>.*?)^```$", re.M | re.S)
SET_UP = ("make ", "python -m pip install", "source ", "cp ")
TO_FILL_IN = re.compile(r"\b[A-Z]{4,}\b")
TESTED_ELSEWHERE = {"scale.md"}
"""Its blocks need Ray, Spark or Dask, and are run by tests of their own."""


class Block(NamedTuple):
    kind: str
    code: str
    line: int


def blocks(page: Path) -> Iterator[Block]:
    text = page.read_text("utf-8")
    for found in FENCE.finditer(text):
        yield Block(found["kind"].strip(), found["code"], text.count("\n", 0, found.start()) + 1)


def commands(code: str) -> Iterator[list[str]]:
    for line in code.replace("\\\n", " ").splitlines():
        words = shlex.split(line, comments=True)
        if words and not TO_FILL_IN.search(" ".join(words[2:])):
            yield words


def expanded(word: str) -> list[str]:
    return sorted(map(str, Path().glob(word))) or [word] if "*" in word and " " not in word else [word]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_blocks_of_a_page_run(page: Path, cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if page.name in TESTED_ELSEWHERE:
        pytest.skip("needs other machines' software; tests/corpus/test_recipes.py runs its blocks")
    monkeypatch.chdir(tmp_path)
    if "demo -o samples\n```" not in page.read_text("utf-8"):  # else the page's own first block writes them
        assert cli("demo", "-o", "samples").status == 0
    names: dict[str, object] = {"__name__": "document"}
    for block in blocks(page):
        where = f"{page.name}:{block.line}"
        if block.kind == "python":
            exec(compile(block.code, where, "exec"), names)
        elif block.kind == "sh":
            for words in commands(block.code):
                line = " ".join(words)
                if line.startswith(SET_UP):
                    continue
                assert words[0] == "scio-transcripts", f"{where}: {line}"
                result = cli(*(path for word in words[1:] for path in expanded(word)))
                assert result.status == 0, f"{where}: {line}\n{result.out}{result.err}"


def test_few_programs_are_shown_and_not_run() -> None:
    unrun = [page.name for page in PAGES for block in blocks(page) if block.kind == "python no-run"]
    assert unrun == ["fetch.md", "fetch.md", "outlets.md"]  # a network, and a file of the reader's own


def test_every_block_says_what_it_is() -> None:
    kinds = {"sh", "python", "python no-run", "text", "json", "sql"}
    assert not [f"{page.name}:{block.line}" for page in PAGES for block in blocks(page) if block.kind not in kinds]


def test_extras_that_are_named_exist() -> None:
    extras = set(tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"])
    for page in PAGES:
        for named in re.findall(r"pip install '[^'\[]*\[([\w,]+)\]'", page.read_text("utf-8")):
            assert set(named.split(",")) <= extras, f"{page.name}: {named}"


def anchors(page: Path) -> set[str]:
    """The headings of a page, as links name them."""
    headings = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_links_lead_to_files_and_headings() -> None:
    for page in [*PAGES, ROOT / "CONTRIBUTING.md"]:
        for target, heading in re.findall(r"\]\((?!https?:)([^)#]*)#?([^)]*)\)", page.read_text("utf-8")):
            file = page.parent / target if target else page
            assert file.exists(), f"{page.name} links to {target}"
            if heading and file.suffix == ".md":
                assert heading in anchors(file), f"{page.name} links to {target}#{heading}"
