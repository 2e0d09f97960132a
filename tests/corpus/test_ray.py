"""The engine Ray: the same store as by the local engine, whatever happens to Ray's processes.

Starting Ray takes seconds, so one is started for all tests of this file. Where Ray is not installed they are skipped.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pyarrow as pa
import pytest

from corpus import fatal
from scio_transcripts.corpus import Corpus, build
from scio_transcripts.corpus.engines.ray import Ray
from scio_transcripts.corpus.kernel import parse_batch
from scio_transcripts.corpus.references import REFERENCES, Changed, with_content
from scio_transcripts.errors import CorpusError

pytest.importorskip("ray", reason="the engine ray needs the extra ray")
if sys.platform != "linux":
    pytest.skip("processes are found and killed as on Linux", allow_module_level=True)

DEMO = (files("scio_transcripts") / "samples" / "demo.txt").read_text("utf-8")


@pytest.fixture(scope="module")
def engine() -> Iterator[Ray]:
    own = Ray()
    yield own
    own.close()


def write_pages(folder: Path, count: int) -> Path:
    folder.mkdir()
    for number in range(count):
        (folder / f"event-{number * 37 % 101:03}.txt").write_text(DEMO.replace("libraries", f"libraries {number}"))
    (folder / "empty.html").write_bytes(b"")
    (folder / "no-text.txt").write_bytes(bytes(range(256)) * 8)
    return folder


def write_archive(path: Path, count: int) -> Path:
    with path.open("wb") as file:
        for number in range(count):
            block = DEMO.replace("libraries", f"reading rooms {number}").encode()
            head = (
                f"WARC/1.1\r\nWARC-Type: resource\r\nWARC-Record-ID: <urn:example:{path.stem}-{number}>\r\n"
                f"WARC-Target-URI: http://pages.example/{path.stem}/{number}\r\nWARC-Date: 2025-11-08T09:00:00Z\r\n"
                f"Content-Type: text/plain; charset=utf-8\r\nContent-Length: {len(block)}\r\n\r\n"
            )
            file.write(gzip.compress(head.encode() + block + b"\r\n\r\n"))
    return path


def store_of(corpus: Path) -> dict[str, bytes]:
    """Every file of a corpus by name."""
    return {
        path.relative_to(corpus).as_posix(): path.read_bytes()
        for path in sorted(corpus.rglob("*"))
        if path.is_file() and "index" not in path.relative_to(corpus).parts
    }


def references(folder: Path, pages: int, pieces: int) -> Iterator[tuple[str, pa.RecordBatch]]:
    for piece in range(pieces):
        rows = []
        for number in range(pages):
            path = folder / f"{piece}-{number}.txt"
            path.write_text(DEMO.replace("libraries", f"libraries {piece} {number}"))
            data = path.read_bytes()
            known = {"size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
            rows.append({"uri": path.name, "path": os.fsencode(path), "bundle": path.name, **known})
        yield f"piece-{piece}", pa.RecordBatch.from_pylist(rows, schema=REFERENCES)


def parsed_here(batches: list[tuple[str, pa.RecordBatch]]) -> dict[str, pa.RecordBatch]:
    return {key: parse_batch(with_content(batch)) for key, batch in batches}


def test_the_store_is_the_same_byte_for_byte_as_by_the_local_engine(tmp_path: Path, engine: Ray) -> None:
    pages = write_pages(tmp_path / "pages", 24)
    archives = [write_archive(tmp_path / f"crawl-{number}.warc.gz", 3) for number in range(2)]
    build([pages, *archives], tmp_path / "local", jobs=1)
    build([pages, *archives], tmp_path / "ray", engine=engine)
    assert len(Corpus(tmp_path / "ray")) > 24
    assert store_of(tmp_path / "ray") == store_of(tmp_path / "local")


def test_a_killed_worker_loses_nothing(tmp_path: Path, engine: Ray) -> None:
    batches = list(references(tmp_path, 2, 6))
    at_work, killed = tmp_path / "at-work", tmp_path / "killed"

    def kernel(batch: pa.RecordBatch) -> pa.RecordBatch:
        """The first process to come here tells who it is and waits to be killed, with its work half done."""
        result = parse_batch(batch)
        try:
            place = os.open(at_work, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
        except FileExistsError:
            return result
        os.write(place, f"{os.getpid()}\n".encode())
        time.sleep(120)
        raise AssertionError("nobody killed this process")

    def kill() -> None:
        while not at_work.exists() or not at_work.read_text().endswith("\n"):
            time.sleep(0.05)
        pid = int(at_work.read_text())
        os.kill(pid, signal.SIGKILL)
        killed.write_text(str(pid))

    killer = threading.Thread(target=kill, daemon=True)
    killer.start()
    results = dict(engine(batches, fatal.same, kernel=kernel))
    assert killed.exists()
    assert results.keys() == dict(batches).keys()
    assert all(results[key].equals(expected) for key, expected in parsed_here(batches).items())


def test_a_page_that_ends_every_process_comes_back_as_an_error_and_the_others_as_they_are(
    tmp_path: Path, engine: Ray
) -> None:
    batches = list(references(tmp_path, 2, 3))
    sys.path.insert(0, str(tmp_path))
    (tmp_path / "deadly_page.py").write_text(
        "import os\n"
        "from scio_transcripts.corpus.kernel import parse_batch\n"
        "def kernel(batch):\n"
        "    if '1-1.txt' in batch.column('uri').to_pylist():\n"
        "        os._exit(3)\n"
        "    return parse_batch(batch)\n"
    )
    try:
        import deadly_page  # type: ignore[import-not-found]
        import ray.cloudpickle

        ray.cloudpickle.register_pickle_by_value(deadly_page)
        results = dict(engine(batches, fatal.same, kernel=deadly_page.kernel))
    finally:
        sys.path.remove(str(tmp_path))
    expected = parsed_here(batches)
    assert results["piece-0"].equals(expected["piece-0"])
    assert results["piece-2"].equals(expected["piece-2"])
    told = {row["uris"][0]: row for row in results["piece-1"].to_pylist()}
    assert "ended the process" in told["1-1.txt"]["error"]
    assert told["1-0.txt"]["error"] is None
    assert told["1-0.txt"]["document"] is not None


def test_a_page_that_has_changed_since_it_was_hashed_is_told(tmp_path: Path, engine: Ray) -> None:
    batches = list(references(tmp_path, 2, 2))
    (tmp_path / "1-0.txt").write_text("Something else.")
    results = dict(engine(batches, fatal.same))
    assert results["piece-1"] == Changed(("1-0.txt",))
    assert results["piece-0"].equals(parse_batch(with_content(batches[0][1])))


def test_a_mistake_on_a_worker_is_told_in_one_line(tmp_path: Path, engine: Ray) -> None:
    def kernel(batch: pa.RecordBatch) -> pa.RecordBatch:
        raise ImportError("there is no such package here")

    with pytest.raises(CorpusError, match="there is no such package here") as caught:
        list(engine(references(tmp_path, 1, 2), fatal.same, kernel=kernel))
    assert "\n" not in str(caught.value)


def test_functions_are_called_and_their_errors_raised(engine: Ray) -> None:
    assert dict(engine.each(lambda item: (divmod, item, 3), [7, 8])) == {7: (2, 1), 8: (2, 2)}
    with pytest.raises(ZeroDivisionError):
        list(engine.each(lambda item: (divmod, item, 0), [7, 8]))


def test_a_ray_that_was_started_here_is_silent_listens_here_only_and_is_gone_at_the_end(tmp_path: Path) -> None:
    pages = write_pages(tmp_path / "pages", 6)
    folder = Path(tempfile.mkdtemp(prefix="r", dir="/tmp"))
    environment = {**os.environ, "TMPDIR": str(folder), "NO_COLOR": "1"}
    environment.pop("RAY_ADDRESS", None)
    command = ["corpus", "build", str(pages), "-o", str(tmp_path / "corpus"), "--engine", "ray"]
    started: set[int] = set()
    addresses: set[str] = set()
    with subprocess.Popen(
        [sys.executable, "-m", "scio_transcripts", *command],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    ) as process:
        while process.poll() is None:
            family = {process.pid} | started
            started |= {pid for pid, parent in processes().items() if parent in family}
            addresses |= {address for pid in started for address in listening(pid)}
            time.sleep(0.1)
        out, err = process.communicate()
    assert process.returncode == 0, err
    assert out == ""
    assert {line.partition(str(tmp_path))[0] for line in err.splitlines()} <= {
        "",  # how many transcripts there are now
        "what could not be read: scio-transcripts corpus quality ",
    }
    assert len(started) > 3
    assert addresses
    assert addresses <= {"0100007F", "00000000000000000000000001000000", "0000000000000000FFFF00000100007F"}
    for _ in range(100):
        if not (left := started & processes().keys()):
            break
        time.sleep(0.1)
    assert not left
    assert not list(folder.iterdir())
    folder.rmdir()


def processes() -> dict[int, int]:
    """Every process that runs, with its parent."""
    found = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, parent = stat.read_text().rpartition(")")[2].split()[:2]
        except OSError:
            continue
        if state != "Z":
            found[int(stat.parent.name)] = int(parent)
    return found


def listening(pid: int) -> set[str]:
    """The addresses, as the system writes them, that a process waits at for others."""
    try:
        links = {str(link.readlink()) for link in Path(f"/proc/{pid}/fd").iterdir()}
        tables = [Path(f"/proc/{pid}/net/{name}").read_text() for name in ("tcp", "tcp6")]
    except OSError:
        return set()
    rows = [row.split() for table in tables for row in table.splitlines()]
    return {row[1].partition(":")[0] for row in rows if row[3] == "0A" and f"socket:[{row[9]}]" in links}


def test_an_address_where_no_ray_is_gives_one_line(tmp_path: Path) -> None:
    pages = write_pages(tmp_path / "pages", 1)
    command = ["corpus", "build", str(pages), "-o", str(tmp_path / "corpus"), "--engine", "ray"]
    done = subprocess.run(
        [sys.executable, "-m", "scio_transcripts", *command, "--address", "127.0.0.1:1"],
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1, done.stderr
    assert "127.0.0.1:1: no Ray can be reached there" in done.stderr
