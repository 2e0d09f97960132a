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
from contextlib import closing, contextmanager
from itertools import chain, islice
from multiprocessing import connection, get_context, parent_process, resource_tracker
from threading import Thread
from typing import Any

import pyarrow as pa

from scio_transcripts.corpus.engines import Aside, Between, Call
from scio_transcripts.corpus.kernel import Outcome, batch_of, parse_batch

Kernel = Callable[[pa.RecordBatch], pa.RecordBatch]
_AHEAD = 3
"""Batches under way for each process: one in work, the others wait."""


class Local:
    """The engine, for whoever takes any."""

    reads = False

    def __init__(self) -> None:
        self._workers: Workers | None = None

    def __call__(
        self,
        batches: Iterable[tuple[str, pa.RecordBatch]],
        aside: Aside,
        *,
        jobs: int | None = None,
        between: Between = tuple,
    ) -> Iterator[tuple[str, Any]]:
        """As `run`."""
        return run(batches, aside, self._of(jobs), between=between)

    def each(self, call: Call, items: Iterable[Any], *, jobs: int | None = None) -> Iterator[tuple[Any, Any]]:
        """As `Workers.each`."""
        return self._of(jobs).each(call, items)

    each_here = each

    def close(self) -> None:
        """End the processes."""
        if self._workers is not None:
            self._workers.close()

    def _of(self, jobs: int | None) -> Workers:
        if self._workers is None or self._workers.jobs != (jobs or cores()):
            self.close()
            self._workers = Workers(jobs)
        return self._workers


def engine(_address: str | None) -> Local:
    """This engine."""
    return Local()


def run(
    batches: Iterable[tuple[str, pa.RecordBatch]],
    aside: Aside,
    workers: Workers,
    *,
    between: Between = tuple,
    kernel: Kernel = parse_batch,
) -> Iterator[tuple[str, Any]]:
    """Run the kernel over batches: in processes, or in this one where there is to be one, or one batch.

    Results are put aside where they are made: they are large. What `between` gives is done between batches, where
    there are processes.
    """
    waiting = iter(batches)
    first = list(islice(waiting, 2))
    if workers.jobs == 1 or len(first) < 2:
        for key, batch in chain(first, waiting):
            yield key, aside(key, kernel(batch))
        return

    def tasks() -> Iterator[tuple[str | None, Any]]:
        for item in chain(first, waiting):
            yield from ((None, task) for task in between())
            yield item

    def call(task: tuple[str | None, Any]) -> tuple[Any, ...]:
        key, given = task
        return tuple(given) if key is None else (_put_aside, kernel, aside, key, given)

    for (key, batch), told in workers.each(call, tasks()):
        if key is not None:
            yield key, aside(key, apart(batch, kernel)) if isinstance(told, BrokenProcessPool) else told


def _put_aside(kernel: Kernel, aside: Aside, key: str, batch: pa.RecordBatch) -> Any:
    return aside(key, kernel(batch))


class Workers:
    """Processes of this machine. They begin when they are first needed, and end with `close`."""

    def __init__(self, jobs: int | None = None) -> None:
        self.jobs = jobs or cores()
        self._pool: ProcessPoolExecutor | None = None

    def each(self, call: Call, items: Iterable[Any]) -> Iterator[tuple[Any, Any]]:
        """Items with what came of each, in any order. `call` makes of an item a function and its arguments.

        What was under way when a process died comes with `BrokenProcessPool` as its result.
        """
        under_way: dict[Future[Any], Any] = {}
        waiting = iter(items)
        try:
            while True:
                for item in islice(waiting, _AHEAD * self.jobs - len(under_way)):
                    under_way[self._submitted(*call(item))] = item
                if not under_way:
                    return
                done, _ = wait(under_way, return_when=FIRST_COMPLETED)
                if any(isinstance(future.exception(), BrokenProcessPool) for future in done):
                    wait(under_way)  # all of them are lost, or done
                    done = set(under_way)
                    self.close()
                for future in done:
                    item, error = under_way.pop(future), future.exception()
                    if error is not None and not isinstance(error, BrokenProcessPool):
                        raise error
                    yield item, error if error is not None else future.result()
        finally:
            if under_way:
                self.close()

    def close(self) -> None:
        """End the processes. What waits is not begun."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None

    def _submitted(self, function: Callable[..., Any], *arguments: Any) -> Future[Any]:
        if self._pool is None:
            self._pool = _pool(self.jobs)
        try:
            with _deaf():  # this may start a process
                return self._pool.submit(function, *arguments)
        except BrokenProcessPool:
            return _broken()


def each(call: Call, items: Iterable[Any], *, jobs: int | None = None) -> Iterator[tuple[Any, Any]]:
    """As `Workers.each`, with processes that end with it."""
    with closing(Workers(jobs)) as workers:
        yield from workers.each(call, items)


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


@contextmanager
def _deaf() -> Iterator[None]:
    """Start processes deaf to Ctrl-C: it would come before `_begin`, while they import. This one hears it after."""
    if not hasattr(signal, "pthread_sigmask"):  # on Windows
        yield
        return
    resource_tracker.ensure_running()  # it makes whoever starts it hear again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


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
