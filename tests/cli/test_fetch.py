"""`fetch` on the command line: one line for each transcript, one for whatever is odd, and the exit status."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import scio_transcripts.events
from cli.conftest import Cli
from scio_transcripts.sources.web import reading
from web.site import Reply, Site, page
from web.standin import join, read_page


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Site]:
    """A site, and a stand-in that reads its pages."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(reading, "read_page", read_page)
    monkeypatch.setattr(scio_transcripts.events, "parse_sources", join)
    with Site() as running:
        yield running


def fetched(cli: Cli, *arguments: str) -> tuple[int, list[str], list[str]]:
    result = cli("fetch", *arguments, "-o", "saved", "--allow-private", "--delay", "0")
    return result.status, result.out.splitlines(), result.err.splitlines()


def test_a_transcript_is_one_line(cli: Cli, site: Site) -> None:
    paths = site.put_event(3)
    status, out, err = fetched(cli, site.url(paths[0]))
    [folder] = Path("saved").iterdir()
    assert (status, out, err) == (0, [f"{folder}: 3 pages, 3 new"], [])
    assert (folder / "transcript.json").is_file()
    assert fetched(cli, site.url(paths[0])) == (0, [f"{folder}: 3 pages"], [])


def test_what_is_missing_changed_or_vanished_is_told(cli: Cli, site: Site) -> None:
    paths = site.put_event(4)
    site.put(paths[2], Reply(status=404))
    status, out, err = fetched(cli, site.url(paths[0]))
    [folder] = Path("saved").iterdir()
    assert (status, out) == (1, [f"{folder}: 3 pages, 3 new; page 3 is missing"])
    assert err == [f"error: {site.url(paths[2])}: page 3 is missing: answered 404 (Not Found)"]

    site.put(paths[0], page(1, paths) + b"<p>More.</p>")
    site.put(paths[1], Reply(status=410))
    status, out, err = fetched(cli, site.url(paths[0]))
    assert (status, out) == (1, [f"{folder}: 3 pages, 1 changed; pages 2, 3 are missing"])
    assert [line.partition(": ")[0] for line in err] == ["warning", "error", "error"]
    assert "page 2 has vanished (answered 410 (Gone)); the copy of the last fetch is kept" in err[1]


def test_one_address_that_fails_does_not_cost_the_others(cli: Cli, site: Site) -> None:
    paths = site.put_event(1)
    status, out, err = fetched(cli, "press.example/a.htm", site.url("/nothing.htm"), site.url(paths[0]))
    assert (status, len(out)) == (1, 1)
    assert err == [
        "error: press.example/a.htm: has no scheme; give one that begins with https:// or http://",
        f"error: {site.url('/nothing.htm')}: answered 404 (Not Found)",
    ]


def test_private_addresses_must_be_allowed(cli: Cli, site: Site) -> None:
    result = cli("fetch", site.url("/a.htm"), "-o", "saved")
    assert (result.status, result.out) == (1, "")
    assert "leads to 127.0.0.1, an address of this machine or a private network" in result.err
    assert result.err.endswith("(on the command line: --allow-private)\n")
    assert site.seen == []


def test_what_a_site_sends_cannot_steer_the_terminal(cli: Cli, site: Site) -> None:
    paths = site.put_event(2)
    site.put(paths[1], Reply(status=302, headers={"Location": "/\x9b31m\x1b[2J"}))
    status, out, err = fetched(cli, site.url(paths[0]))
    assert status == 1
    assert not [line for line in [*out, *err] if "\x1b" in line or "\x9b" in line]


def test_a_folder_that_is_a_file_is_one_clear_line(cli: Cli, site: Site) -> None:
    Path("saved").write_text("not a folder")
    status, out, err = fetched(cli, site.url(site.put_event(1)[0]))
    assert (status, out, len(err)) == (1, [], 1)
    assert err[0].startswith("error: saved/")
    assert "cannot be used" in err[0]


@pytest.mark.parametrize("wrong", [["--delay", "-1"], ["--max-pages", "0"], ["--max-size", "0"], ["--timeout", "0"]])
def test_limits_that_make_no_sense_are_status_2(cli: Cli, site: Site, wrong: list[str]) -> None:
    result = cli("fetch", site.url("/a.htm"), "-o", "saved", *wrong)
    assert result.status == 2
    assert "Traceback" not in result.err


def test_the_folder_must_be_named(cli: Cli) -> None:
    assert cli("fetch", "https://press.example/").status == 2


def test_a_missing_extra_is_named(cli: Cli, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "protego", None)
    for name in [name for name in sys.modules if name.startswith("scio_transcripts.sources.web.")]:
        monkeypatch.delitem(sys.modules, name)
    result = cli("fetch", site.url("/a.htm"), "-o", "saved")
    assert result.status == 1
    assert result.err == "error: fetching needs more packages: python -m pip install 'scio-transcripts[web]'\n"


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal of its own")
def test_progress_is_drawn_on_a_terminal_and_only_there(site: Site) -> None:
    import pty

    paths = site.put_event(3)
    command = [sys.executable, "-m", "web.child", "fetch", site.url(paths[0]), "--allow-private", "--delay", "0"]
    settings = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "TERM": "xterm", "COLUMNS": "120"}
    leader, follower = pty.openpty()
    with subprocess.Popen([*command, "-o", "a"], env=settings, stdout=subprocess.PIPE, stderr=follower) as program:
        os.close(follower)
        drawn = b""
        try:
            while piece := os.read(leader, 4096):
                drawn += piece
        except OSError:  # how Linux says that the other side has gone
            pass
        os.close(leader)
        assert program.stdout is not None
        assert program.stdout.read().endswith(b": 3 pages, 3 new\n")
    assert b"3/3" in drawn
    quiet = subprocess.run([*command, "-o", "b"], env=settings, capture_output=True, check=True)
    assert quiet.stderr == b""
