"""A build that is killed goes on where it was; a reader never sees half of anything."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

pytest.importorskip("pyarrow", reason="needs the extra corpus")

from corpus.making import SMALL, bytes_of, event, folder_of, small_parts
from depth import some_of
from scio_transcripts.corpus import Corpus, build
from scio_transcripts.errors import CorpusError

_BUILD = SMALL + "from scio_transcripts.corpus import build\nbuild(['pages'], 'corpus', jobs={jobs})\n"
_KILLED_AT = (
    "import os, signal\n"
    "from pathlib import Path\n"
    "count = 0\n"
    "def step(real):\n"
    "    def call(*a, **k):\n"
    "        global count\n"
    "        count += 1\n"
    "        if count == {at}: os.kill(os.getpid(), signal.SIGKILL)\n"
    "        return real(*a, **k)\n"
    "    return call\n"
    "os.fsync = step(os.fsync); Path.replace = step(Path.replace); Path.unlink = step(Path.unlink)\n"
)


def child(code: str, folder: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", code], cwd=folder, stderr=subprocess.PIPE)


@pytest.fixture
def undisturbed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    small_parts(monkeypatch)
    monkeypatch.chdir(tmp_path)
    folder_of(tmp_path, 30)
    Path("pages", "bad.txt").write_bytes(b"\0\1" * 99)
    build(["pages"], "undisturbed", jobs=1)
    return bytes_of(Path("undisturbed"))


@pytest.mark.slow
def test_a_build_that_is_killed_at_random_moments_ends_in_the_same_bytes(
    tmp_path: Path, undisturbed: dict[str, str]
) -> None:
    chance = random.Random(8)
    for number in range(6):
        running = child(_BUILD.format(jobs=1 + number % 2), tmp_path)
        time.sleep(chance.uniform(0.4, 2.5))
        running.kill()
        running.communicate()
        if Path("corpus/corpus.json").exists():
            assert len(Corpus("corpus")) == 30
        elif Path("corpus").exists():
            with pytest.raises(CorpusError):
                Corpus("corpus")
    build(["pages"], "corpus", jobs=1)
    assert bytes_of(Path("corpus")) == undisturbed


@pytest.mark.parametrize("steps", some_of(["100 60", "1 40 150", "200 7 90", "25 120 3"], 1))
def test_a_build_that_is_killed_at_any_step_of_writing_ends_in_the_same_bytes(
    tmp_path: Path, undisturbed: dict[str, str], steps: str
) -> None:
    killed = 0
    for step in steps.split():
        running = child(_KILLED_AT.format(at=step) + _BUILD.format(jobs=1), tmp_path)
        running.communicate()
        killed += running.returncode == -signal.SIGKILL
    build(["pages"], "corpus", jobs=1)
    assert killed
    assert bytes_of(Path("corpus")) == undisturbed


@pytest.mark.parametrize("step", some_of([20, 3, 45], 1))
def test_an_update_that_is_killed_leaves_the_snapshot_before_whole(
    tmp_path: Path, undisturbed: dict[str, str], step: int
) -> None:
    build(["pages"], "corpus", jobs=1)
    Path("pages/event-of-canal-007x.txt").write_text(event(7, words="They were flooded."))
    Path("pages/event-of-canal-091x.txt").write_text(event(91))
    running = child(_KILLED_AT.format(at=step) + _BUILD.format(jobs=1), tmp_path)
    running.communicate()
    documents = [t.text for t in Corpus("corpus")]
    assert (len(documents), any("flooded" in text for text in documents)) in {(30, False), (31, True)}
    build(["pages"], "corpus", jobs=1)
    build(["pages"], "corpus", jobs=1)
    build(["pages"], "fresh", jobs=1)
    assert bytes_of(Path("corpus")) == bytes_of(Path("fresh"))


def test_what_was_parsed_before_the_kill_is_not_parsed_again(
    tmp_path: Path, undisturbed: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    running = child(_KILLED_AT.format(at=30) + _BUILD.format(jobs=1), tmp_path)
    running.communicate()
    assert running.returncode == -signal.SIGKILL
    from scio_transcripts.corpus import kernel
    from scio_transcripts.corpus.engines import local

    names: list[str] = []

    def run(batches, aside, *_args, **_named):  # type: ignore[no-untyped-def]
        for key, batch in batches:
            names.extend(batch.column("uri").to_pylist())
            yield key, aside(key, kernel.parse_batch(batch))

    monkeypatch.setattr(local, "run", run)
    build(["pages"], "corpus")
    assert 0 < len(names) < 31
    assert bytes_of(Path("corpus")) == undisturbed


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "a bit": lambda data: data[:5000] + bytes([data[5000] ^ 1]) + data[5001:],
    "cut": lambda data: data[:100],
    "empty": lambda data: b"",
}


@pytest.mark.parametrize("damage", some_of(DAMAGES, 1))
def test_a_result_that_was_damaged_on_the_disk_is_made_again(
    tmp_path: Path, undisturbed: dict[str, str], damage: str
) -> None:
    running = child(_KILLED_AT.format(at=30) + _BUILD.format(jobs=1), tmp_path)
    running.communicate()
    results = list(Path("corpus/work/results").glob("*.arrow"))
    for path in results:
        path.write_bytes(DAMAGES[damage](path.read_bytes()))
    assert results
    build(["pages"], "corpus", jobs=1)
    assert bytes_of(Path("corpus")) == undisturbed


def test_processes_end_with_the_one_that_started_them(tmp_path: Path) -> None:
    folder_of(tmp_path, 40)
    code = (
        "import threading, time\n"
        + SMALL
        + "from scio_transcripts.corpus.engines import local\n"
        + "from scio_transcripts.corpus import build\n"
        + "def tell():\n"
        + "    import multiprocessing as m\n"
        + "    while not m.active_children(): time.sleep(0.01)\n"
        + "    time.sleep(0.5)\n"
        + "    print(*[p.pid for p in m.active_children()], flush=True)\n"
        + "    time.sleep(60)\n"
        + "threading.Thread(target=tell, daemon=True).start()\n"
        + "build(['pages'], 'corpus', jobs=2)\n"
        + "time.sleep(60)\n"
    )
    running = subprocess.Popen([sys.executable, "-c", code], cwd=tmp_path, stdout=subprocess.PIPE)
    assert running.stdout is not None
    children = [int(pid) for pid in running.stdout.readline().split()]
    running.kill()
    running.communicate()
    deadline = time.monotonic() + 30
    while any(alive(pid) for pid in children) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert children
    assert not any(alive(pid) for pid in children)


def test_ctrl_c_while_processes_start_is_told_once_and_by_none_of_them(tmp_path: Path) -> None:
    folder_of(tmp_path, 40)
    code = (
        "import os, signal, threading, time\n"
        + SMALL
        + "from scio_transcripts.corpus import build\n"
        + "def stop():\n"
        + "    import multiprocessing as m\n"
        + "    while len(m.active_children()) < 2: time.sleep(0.001)\n"
        + "    time.sleep(0.2)\n"
        + "    os.killpg(0, signal.SIGINT)\n"
        + "threading.Thread(target=stop, daemon=True).start()\n"
        + "try: build(['pages'], 'corpus', jobs=2)\n"
        + "except KeyboardInterrupt: print('stopped')\n"
    )
    running = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, start_new_session=True, timeout=60, check=False
    )
    assert (running.stdout, running.stderr) == (b"stopped\n", b"")


def alive(pid: int) -> bool:
    """Whether a process runs; one that has ended and was not waited for does not."""
    try:
        os.kill(pid, 0)
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (OSError, IndexError):
        return False


def test_readers_see_one_snapshot_while_builds_go_on(tmp_path: Path, undisturbed: dict[str, str]) -> None:
    build(["pages"], "corpus", jobs=1)
    code = SMALL + (
        "from scio_transcripts.corpus import build\n"
        "from pathlib import Path\n"
        "for n in range(3):\n"
        "    p = Path(f'pages/event-of-canal-{n:03d}x.txt')\n"
        "    p.write_text(p.read_text().replace('mended', f'mended {n}'))\n"
        "    build(['pages'], 'corpus', jobs=1)\n"
    )
    running = child(code, tmp_path)
    seen = set()
    looks = 0
    while running.poll() is None or not looks:
        corpus = Corpus("corpus")
        texts = sorted(t.text for t in corpus)
        assert len(texts) == 30
        seen.add(corpus.manifest.snapshot)
        looks += 1
    assert running.wait() == 0, running.stderr.read() if running.stderr else ""
    assert looks > 1
    assert seen
