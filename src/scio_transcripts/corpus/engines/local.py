"""The engine of one machine: a pool of processes.

In: batches with their keys. Out: results, in any order. Promises: a bounded number of batches is under way; a process
that dies costs at most the bundle that killed it, which comes back as an error; no process outlives this one.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from multiprocessing import connection, get_context, parent_process
from threading import Thread
from typing import Any

import pyarrow as pa

from scio_transcripts.corpus.engines import Call
from scio_transcripts.corpus.kernel import Outcome, batch_of, parse_batch

Kernel = Callable[[pa.RecordBatch], pa.RecordBatch]
_AHEAD = 3
"""Batches under way for each process: one in work, the others wait."""


class Local:
    """The engine, for whoever takes any."""

    reads = False

    def __call__(
        self, batches: Iterable[tuple[str, pa.RecordBatch]], *, jobs: int | None = None
    ) -> Iterator[tuple[str, pa.RecordBatch]]:
        """As `run`."""
        return run(batches, jobs=jobs)

    def each(self, call: Call, items: Iterable[Any], *, jobs: int | None = None) -> Iterator[tuple[Any, Any]]:
        """As the function `each`."""
        return each(call, items, jobs=jobs)

    def close(self) -> None:
        """Nothing outlives a call."""


def engine(_address: str | None) -> Local:
    """This engine."""
    return Local()


def run(
    batches: Iterable[tuple[str, pa.RecordBatch]], *, jobs: int | None = None, kernel: Kernel = parse_batch
) -> Iterator[tuple[str, pa.RecordBatch]]:
    """Run the kernel over batches in `jobs` processes; in this one where there is one, or one batch."""
    jobs = jobs or cores()
    waiting = iter(batches)
    first = list(islice(waiting, 2))
    if jobs == 1 or len(first) < 2:
        for key, batch in chain(first, waiting):
            yield key, kernel(batch)
        return
    for (key, batch), result in each(lambda item: (kernel, item[1]), chain(first, waiting), jobs=jobs):
        yield key, result if isinstance(result, pa.RecordBatch) else apart(batch, kernel)


def each(call: Call, items: Iterable[Any], *, jobs: int | None = None) -> Iterator[tuple[Any, Any]]:
    """Items with what came of each, in any order. `call` makes of an item a function and its arguments.

    What was under way when a process died comes with `BrokenProcessPool` as its result.
    """
    jobs = jobs or cores()
    pool = _pool(jobs)
    under_way: dict[Future[Any], Any] = {}
    waiting = iter(items)
    try:
        while True:
            for item in islice(waiting, _AHEAD * jobs - len(under_way)):
                function, *arguments = call(item)
                try:
                    under_way[pool.submit(function, *arguments)] = item
                except BrokenProcessPool:
                    under_way[_broken()] = item
            if not under_way:
                return
            done, _ = wait(under_way, return_when=FIRST_COMPLETED)
            if any(isinstance(future.exception(), BrokenProcessPool) for future in done):
                wait(under_way)  # all of them are lost, or done
                done = set(under_way)
                pool.shutdown()
                pool = _pool(jobs)
            for future in done:
                item, error = under_way.pop(future), future.exception()
                if error is not None and not isinstance(error, BrokenProcessPool):
                    raise error
                yield item, error if error is not None else future.result()
    finally:
        pool.shutdown(cancel_futures=True)


def cores() -> int:
    """Processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) or 1
    return os.cpu_count() or 1


def apart(batch: pa.RecordBatch, kernel: Kernel) -> pa.RecordBatch:
    """A batch that was lost with its process, in smaller and smaller pieces until the fatal bundle stands alone."""
    try:
        with _pool(1) as pool:
            result: pa.RecordBatch = pool.submit(kernel, batch).result()
            return result
    except BrokenProcessPool:
        pass
    bundles = batch.column("bundle").to_pylist()
    cuts = [row for row in range(1, batch.num_rows) if bundles[row] != bundles[row - 1]]
    if cuts:
        middle = cuts[len(cuts) // 2]
        halves = [apart(batch.slice(0, middle), kernel), apart(batch.slice(middle), kernel)]
        return pa.Table.from_batches(halves).combine_chunks().to_batches()[0]
    uris = batch.column("uri").to_pylist()
    reason = "cannot be parsed (it ended the process that did so)"
    return batch_of([Outcome(bundles[0] or uris[0], [uri], error=reason) for uri in uris])


def _pool(jobs: int) -> ProcessPoolExecutor:
    # Forks of a process with threads, as Arrow's, can hang: everywhere, processes begin afresh.
    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_begin)


def _begin() -> None:
    """Ctrl-C is for the parent to answer, and a parent that is gone needs no answer."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _broken() -> Future[Any]:
    future: Future[Any] = Future()
    future.set_exception(BrokenProcessPool())
    return future
