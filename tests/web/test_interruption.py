"""A fetch that is killed anywhere and run again ends in the same files."""

import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from depth import some_of
from scio_transcripts.sources.web import fetch
from web import child
from web.site import Reply, Request, Site, page
from web.standin import join, read_page

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs signals")

MOST_STEPS = 200


@pytest.fixture(autouse=True)
def path_of_children(monkeypatch: pytest.MonkeyPatch) -> None:
    """The server of forks finds what it is to load beforehand only so."""
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))


def fetched(url: str, root: Path) -> dict[str, bytes]:
    """Fetch to the end, and give all files."""
    result = fetch(url, root, read=read_page, parse=join, limits=child.LIMITS)
    assert result.complete
    return files(root)


def files(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def interruptions(url: str, before: Path, scratch: Path) -> Iterator[Path]:
    """The folder as each possible moment of death leaves it."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["web.child", "scio_transcripts.sources.web.event"])
    for step in range(MOST_STEPS):
        root = scratch / str(step)
        shutil.copytree(before, root)
        process = context.Process(target=child.fetch_and_die, args=(url, root, step))
        process.start()
        process.join()
        if process.exitcode == 0:
            assert step > 10
            return
        assert process.exitcode == -signal.SIGKILL
        yield root
    pytest.fail(f"a fetch took more than {MOST_STEPS} steps")


def whole(left: dict[str, bytes], pages: list[bytes]) -> bool:
    """Whether every page that bears a page's name is one of the pages, from its first byte to its last."""
    named = {name: data for name, data in left.items() if Path(name).name.startswith("page-")}
    return all(data in pages for name, data in named.items() if name.endswith(".html"))


def test_killed_anywhere_a_first_fetch_ends_in_the_same_files(site: Site, tmp_path: Path) -> None:
    paths = site.put_event(2)
    pages = [page(number, paths) for number in (1, 2)]
    reference = fetched(site.url(paths[0]), tmp_path / "reference")
    (tmp_path / "before").mkdir()
    for root in interruptions(site.url(paths[0]), tmp_path / "before", tmp_path):
        assert whole(files(root), pages)
        assert fetched(site.url(paths[0]), root) == reference


def test_killed_anywhere_a_fetch_of_changed_pages_ends_in_the_same_files(site: Site, tmp_path: Path) -> None:
    paths = site.put_event(2)
    old = [page(number, paths) for number in (1, 2)]
    fetched(site.url(paths[0]), tmp_path / "before")
    new = [data.replace(b"ferries", b"lamps") for data in old]
    for path, data in zip(paths, new, strict=True):
        site.put(path, data)
    shutil.copytree(tmp_path / "before", tmp_path / "reference")
    reference = fetched(site.url(paths[0]), tmp_path / "reference")
    assert {data for name, data in reference.items() if name.endswith(".html")} == {*old, *new}
    for root in interruptions(site.url(paths[0]), tmp_path / "before", tmp_path):
        left = files(root)
        assert whole(left, old + new)
        assert all(data in left.values() for data in old)
        assert fetched(site.url(paths[0]), root) == reference


@pytest.mark.parametrize(
    ("kill", "moment"), some_of(product(["SIGINT", "SIGKILL", "SIGTERM"], ["robots", "asked", "half"]), 4)
)
def test_stopped_by_a_signal_it_goes_on_where_it_stopped(site: Site, tmp_path: Path, kill: str, moment: str) -> None:
    paths = site.put_event(3)
    reference = fetched(site.url(paths[0]), tmp_path / "reference")
    reached, over = threading.Event(), threading.Event()

    def stall(request: Request) -> None:
        if moment == "half":
            request.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n<p>Good morn")
        reached.set()
        over.wait(60)
        request.close_connection = True

    where = "/robots.txt" if moment == "robots" else paths[1]
    after = site.answers[where]
    site.put(where, stall)
    environment = {**os.environ, "TERM": "dumb"}
    command = [sys.executable, "-m", "web.child", "fetch", site.url(paths[0]), "-o", str(tmp_path / "saved")]
    with subprocess.Popen(
        [*command, "--allow-private", "--delay", "0"], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        try:
            assert reached.wait(60)
            process.send_signal(getattr(signal, kill))
            _, errors = process.communicate(timeout=60)
        finally:
            process.kill()
            over.set()
    if kill == "SIGINT":
        assert (process.returncode, errors) == (130, b"interrupted; the same command goes on from here\n")
    left = {Path(name).name for name in files(tmp_path / "saved")}
    assert left == (set() if moment == "robots" else {"page-1.html", "page-1.headers.json", "manifest.json"})

    site.answers[where] = after
    site.seen.clear()
    assert fetched(site.url(paths[0]), tmp_path / "saved") == reference
    assert site.paths == (paths if moment == "robots" else paths[1:])


def test_a_page_that_was_missing_is_asked_for_again_after_an_interruption(site: Site, tmp_path: Path) -> None:
    paths = site.put_event(2)
    reference = fetched(site.url(paths[0]), tmp_path / "reference")
    site.put(paths[1], Reply(status=404))
    result = fetch(site.url(paths[0]), tmp_path / "saved", read=read_page, parse=join, limits=child.LIMITS)
    manifest = result.folder / "manifest.json"
    manifest.write_text(manifest.read_text().replace('"pages": [', '"unfinished": [1, 2],\n "pages": [', 1))
    site.put(paths[1], page(2, paths))
    assert fetched(site.url(paths[0]), tmp_path / "saved") == reference
