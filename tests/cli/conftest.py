"""Run commands as a shell would: arguments and bytes in; exit status, standard output and standard error out."""

import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import pytest

from scio_transcripts.cli import main


class Result(NamedTuple):
    """What a command did."""

    status: int
    out: str
    err: str


Cli = Callable[..., Result]


@pytest.fixture
def cli(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Cli:
    """Run a command in this process."""
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.delenv("FORCE_COLOR", raising=False)

    def run(*arguments: str | Path, stdin: bytes = b"") -> Result:
        monkeypatch.setattr(sys, "argv", ["scio-transcripts", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capfdbinary.readouterr()
        try:
            main()
            status = 0
        except SystemExit as end:
            status = int(end.code or 0)
        captured = capfdbinary.readouterr()
        return Result(status, captured.out.decode(), captured.err.decode())

    return run


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The name of a sample page in an otherwise empty working folder."""
    monkeypatch.chdir(tmp_path)
    shutil.copy(str(files("scio_transcripts").joinpath("samples", "demo.txt")), tmp_path / "page.txt")
    return "page.txt"


@pytest.fixture
def samples() -> Path:
    """The folder of the sample pages."""
    return Path(str(files("scio_transcripts").joinpath("samples")))


def process(*arguments: str, **settings: str) -> subprocess.Popen[bytes]:
    """Start a command as a process of its own, for pipes and signals. `settings` are environment variables."""
    return subprocess.Popen(
        [sys.executable, "-m", "scio_transcripts", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "TERM": "dumb", "FORCE_COLOR": "", **settings},
    )
