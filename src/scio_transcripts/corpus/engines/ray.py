"""The engine of many machines: Ray Data.

In: where pages are, with their keys. Out: results, in any order. Promises: the processes of Ray read the sources
themselves, and a bounded number of results is under way; what a process had in work when it died is done again, and a
page that ends every process comes back as an error; every process has the same parser as this one, or nothing is
done. Knows nothing of what the pages say, and of Ray only what it does with data: `raycluster` starts and ends it.
"""

from __future__ import annotations

import pickle
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import pairwise
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from scio_transcripts.corpus.engines import Aside, Between, Call, local
from scio_transcripts.corpus.engines.raycluster import Cluster
from scio_transcripts.corpus.kernel import parse_batch
from scio_transcripts.corpus.parser import parser_version
from scio_transcripts.corpus.references import REFERENCES, Changed, with_content
from scio_transcripts.errors import CorpusError

_SHARDS_A_CORE = 8
"""A core gets at least so many shards, where there are pieces enough, so that all end at about the same time."""
_PIECES_A_SHARD = 8
_JOINED = 256
"""Pieces that are joined at a time."""
_TRIES = 3
"""A piece that has ended so many processes is looked at in a process of its own."""
_GIVEN = pa.schema([pa.field("key", pa.string()), *REFERENCES])
_CALLS = pa.schema([pa.field("key", pa.string()), pa.field("call", pa.binary())])
_TOLD = pa.schema(
    [
        pa.field("key", pa.string()),
        pa.field("parser", pa.string()),
        pa.field("given_up", pa.bool_()),
        pa.field("changed", pa.list_(pa.string())),
        pa.field("result", pa.large_binary()),
    ]
)
"""What comes back: a result as the bytes of an Arrow stream, since Ray would join and cut batches."""


class Ray:
    """Runs the kernel with Ray Data, on the cluster at `address`, or on this machine."""

    reads = True

    def __init__(self, address: str | None = None) -> None:
        self._cluster = Cluster(address)

    def __call__(
        self,
        batches: Iterable[tuple[str, pa.RecordBatch]],
        aside: Aside,
        *,
        jobs: int | None = None,
        between: Between = tuple,
        kernel: local.Kernel = parse_batch,
    ) -> Iterator[tuple[str, Any | Changed]]:
        """Every piece of a plan: where its pages are goes out, what the kernel made of them comes back."""
        del between  # the processes of Ray are not of this machine alone, and have enough to do
        pieces = _together(_keyed(key, batch) for key, batch in batches)
        fatal = []
        for row in self._mapped(pieces, partial(_parsed, kernel=kernel), jobs):
            if row["given_up"]:
                fatal.append(row["key"])
            else:
                result = _result(row)
                yield row["key"], result if isinstance(result, Changed) else aside(row["key"], result)
        # These ended one process after the other. Here, the guilty page is found and told.
        for key, batch in _pieces(pieces.filter(pc.is_in(pieces["key"], pa.array(fatal, pa.string())))):
            found = with_content(batch)
            yield key, found if isinstance(found, Changed) else aside(key, local.apart(found, kernel))

    def each(self, call: Call, items: Iterable[Any], *, jobs: int | None = None) -> Iterator[tuple[Any, Any]]:
        """Items with what came of each. Results are small: what is large, the function puts aside."""
        given = {str(number): item for number, item in enumerate(items)}
        calls = [{"key": key, "call": pickle.dumps(call(item))} for key, item in given.items()]
        for row in self._mapped(pa.Table.from_pylist(calls, schema=_CALLS), _called, jobs):
            if row["given_up"]:
                yield given[row["key"]], RuntimeError("it ended every process that called it")
                continue
            result = pickle.loads(row["result"])
            if isinstance(result, Exception):
                raise result
            yield given[row["key"]], result

    def each_here(self, call: Call, items: Iterable[Any], *, jobs: int | None = None) -> Iterator[tuple[Any, Any]]:
        """As `local.each`."""
        return local.each(call, items, jobs=jobs)

    def close(self) -> None:
        """Leave the cluster; end it where it was started here."""
        self._cluster.stop()

    def _mapped(self, table: pa.Table, work: Callable[[pa.Table], Any], jobs: int | None) -> Iterator[dict[str, Any]]:
        """Map shards of a table, each key of it by itself; a row of `_TOLD` for each."""
        if table.num_rows == 0:
            return
        ray = self._cluster.start(jobs)
        size = _pieces_a_shard(table, ray.cluster_resources().get("CPU", 1))
        attempts = ray.remote(num_cpus=0, max_restarts=-1, max_task_retries=-1)(_Attempts).remote()
        try:
            with _quiet(ray.data.DataContext.get_current()):
                told = ray.data.from_arrow(_shards(table, size)).map_batches(
                    partial(_mapped, attempts=attempts, work=work),
                    batch_format="pyarrow",
                    batch_size=None,
                    concurrency=None if self._cluster.is_local else jobs,
                )
            for block in told.iter_batches(batch_size=None, batch_format="pyarrow", prefetch_batches=1):
                for row in block.to_pylist():
                    if row["parser"] != parser_version():
                        raise _other(row["parser"])
                    yield row
        except ray.exceptions.RayError as error:
            raise _failed(error) from None
        finally:
            ray.kill(attempts)


def engine(address: str | None) -> Ray:
    """This engine. Raises `MissingExtraError` where there is no Ray."""
    return Ray(address)


class _Attempts:
    """How often each key was begun and not ended. Ray begins anew what a process did not end, without a limit."""

    def __init__(self) -> None:
        self._begun: Counter[str] = Counter()

    def begin(self, key: str) -> int:
        self._begun[key] += 1
        return self._begun[key]

    def end(self, key: str) -> None:
        del self._begun[key]


def _mapped(shard: pa.Table, attempts: Any, work: Callable[[pa.Table], Any]) -> Iterator[pa.Table]:
    """In a process of Ray: one key after the other, and none that has ended several processes."""
    import ray

    for piece in _shards(shard, 1):
        key = piece["key"][0].as_py()
        row = {"key": key, "parser": parser_version(), "given_up": ray.get(attempts.begin.remote(key)) > _TRIES}
        if not row["given_up"]:
            row |= work(piece)
        attempts.end.remote(key)
        yield pa.Table.from_pylist([row], schema=_TOLD)


def _parsed(piece: pa.Table, kernel: local.Kernel) -> dict[str, Any]:
    """In a process of Ray: read the pages of a piece and parse them."""
    found = with_content(_batch(piece))
    if isinstance(found, Changed):
        return {"changed": list(found.uris)}
    sink = pa.BufferOutputStream()
    result = kernel(found)
    with pa.ipc.new_stream(sink, result.schema) as writer:
        writer.write_batch(result)
    return {"result": sink.getvalue().to_pybytes()}


def _called(piece: pa.Table) -> dict[str, Any]:
    """In a process of Ray: call a function."""
    function, *arguments = pickle.loads(piece["call"][0].as_py())
    try:
        result = function(*arguments)
    except Exception as error:  # it is raised where the call came from
        result = error
    return {"result": pickle.dumps(result)}


def _result(row: dict[str, Any]) -> pa.RecordBatch | Changed:
    if row["result"] is None:
        return Changed(tuple(row["changed"]))
    with pa.ipc.open_stream(row["result"]) as reader:
        return reader.read_next_batch()


def _together(pieces: Iterable[pa.Table]) -> pa.Table:
    """All pieces as one table, joined now and then: many small ones take more room than what is in them."""
    joined: list[pa.Table] = []
    waiting: list[pa.Table] = []
    for piece in pieces:
        waiting.append(piece)
        if len(waiting) == _JOINED:
            joined.append(pa.concat_tables(waiting).combine_chunks())
            waiting.clear()
    return pa.concat_tables([_GIVEN.empty_table(), *joined, *waiting]).combine_chunks()


def _keyed(key: str, batch: pa.RecordBatch) -> pa.Table:
    columns = [pa.array([key] * batch.num_rows, pa.string()), *(batch.column(name) for name in REFERENCES.names)]
    return pa.Table.from_arrays(columns, schema=_GIVEN)


def _pieces(table: pa.Table) -> Iterator[tuple[str, pa.RecordBatch]]:
    """The pieces of a table again, each with its key."""
    return ((piece["key"][0].as_py(), _batch(piece)) for piece in _shards(table, 1))


def _batch(piece: pa.Table) -> pa.RecordBatch:
    batch: pa.RecordBatch = piece.select(REFERENCES.names).cast(REFERENCES).combine_chunks().to_batches()[0]
    return batch


def _shards(table: pa.Table, size: int) -> list[pa.Table]:
    """A table in slices of so many keys."""
    keys = table["key"].to_pylist()
    begins = [row for row in range(len(keys)) if row == 0 or keys[row] != keys[row - 1]][::size]
    return [table.slice(begin, end - begin) for begin, end in pairwise([*begins, len(keys)])]


def _pieces_a_shard(table: pa.Table, cores: float) -> int:
    count: int = pc.count_distinct(table["key"]).as_py()
    return max(1, min(_PIECES_A_SHARD, count // int(cores * _SHARDS_A_CORE)))


@contextmanager
def _quiet(context: Any) -> Iterator[None]:
    """No words and no bars for the data sets that are made meanwhile: they keep these settings."""
    names = ("enable_progress_bars", "print_on_execution_start")
    before = {name: getattr(context, name) for name in names}
    try:
        for name in names:
            setattr(context, name, False)
        yield
    finally:
        for name, value in before.items():
            setattr(context, name, value)


def _other(parser: str) -> CorpusError:
    reason = f"a worker has another parser ({parser}; here it is {parser_version()})"
    return CorpusError("Ray", reason, "install the same version on every node")


def _failed(error: Exception) -> CorpusError:
    lines = [line for line in str(error).splitlines() if line.strip()]
    reason = f"a worker failed ({lines[-1].strip()[:200] if lines else type(error).__name__})"
    return CorpusError("Ray", reason, "see whether every node has this package, its extra 'corpus', and the sources")
