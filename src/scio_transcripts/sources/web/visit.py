"""Getting an address as a guest does: asking leave, waiting, trying again, and following redirects.

In: an address. Out: the `Answer` and the way to it, or a `FetchError`. Promises: every address on the way is checked
as the first one was. A `Visitor` asks one thing at a time; its hosts' pauses last from one transcript to the next.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Self

import httpx
import stamina

from scio_transcripts.errors import FetchError
from scio_transcripts.sources.web.addresses import checked
from scio_transcripts.sources.web.connect import Resolve, resolve
from scio_transcripts.sources.web.get import Answer, Getter
from scio_transcripts.sources.web.limits import ROBOTS_SIZE, Limits
from scio_transcripts.sources.web.notices import Notice, Tell
from scio_transcripts.sources.web.polite import Pace, Robots

_LONGEST_BACKOFF = 30.0


@dataclass(frozen=True, slots=True)
class Arrival:
    """An answer, and the addresses that led to it, without its own."""

    answer: Answer
    way: tuple[str, ...]


class Visitor:
    """Keeps what lasts longer than one transcript: the connection, the hosts' rules and their pauses."""

    def __init__(
        self,
        limits: Limits | None = None,
        *,
        tell: Tell | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        resolve: Resolve = resolve,
    ) -> None:
        self.limits = limits or Limits()
        self._tell = tell or (lambda _: None)
        self._getter = Getter(self.limits, clock, resolve)
        self._pace = Pace(self.limits, clock, sleep)
        self._robots = Robots(self.limits, self._pace, self._read_robots)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._getter.close()

    def visit(self, url: httpx.URL, headers: Mapping[str, str] | None = None) -> Arrival:
        """Get an address, if need be by way of others."""
        return self._follow(url, headers, self._permitted)

    def _permitted(self, url: httpx.URL, headers: Mapping[str, str] | None) -> Answer:
        self._robots.permit(url)
        return self._patiently(url, headers)

    def _read_robots(self, url: httpx.URL) -> Answer:
        def ask(there: httpx.URL, _: Mapping[str, str] | None) -> Answer:
            return self._patiently(there, None, max_size=ROBOTS_SIZE)

        return self._follow(url, None, ask).answer

    def _follow(
        self,
        url: httpx.URL,
        headers: Mapping[str, str] | None,
        ask: Callable[[httpx.URL, Mapping[str, str] | None], Answer],
    ) -> Arrival:
        """Follow redirects, up to the limit and never in a circle."""
        way: list[str] = []
        here = url
        while True:
            answer = ask(here, headers)
            if answer.location is None:
                if 300 <= answer.status < 400 and answer.status != 304:
                    raise FetchError(str(here), f"answered {answer.status} without a new address", status=answer.status)
                return Arrival(answer, tuple(way))
            way.append(str(here))
            try:
                here = checked(str(here.join(answer.location)))
            except (httpx.InvalidURL, ValueError) as error:
                raise FetchError(way[-1], f"leads to what is no address ({error})") from None
            except FetchError as error:
                raise FetchError(way[-1], f"leads to {error.source}, which {error.reason}") from None
            if str(here) in way:
                raise FetchError(str(url), f"leads in a circle ({' -> '.join([*way, str(here)])})")
            if len(way) > self.limits.max_redirects:
                raise FetchError(str(url), f"leads on more than {self.limits.max_redirects} times (last to {here})")

    def _patiently(self, url: httpx.URL, headers: Mapping[str, str] | None, *, max_size: int | None = None) -> Answer:
        """Ask as often as it is worth it. stamina counts the tries; the waiting is done by the host's pace."""
        failures = 0

        def worth_another_try(error: Exception) -> bool | float:
            nonlocal failures
            if not isinstance(error, FetchError) or not error.passing:
                return False
            failures += 1
            wait = min(_LONGEST_BACKOFF, 2.0 ** (failures - 1)) if error.retry_after is None else error.retry_after
            if wait > self.limits.max_wait:
                return False
            self._pace.hold(url.host, wait)
            return 0.0

        tries = stamina.retry_context(worth_another_try, attempts=self.limits.attempts, timeout=None)
        try:
            for attempt in tries:
                with attempt:
                    return self._once(url, headers, max_size)
        except FetchError as error:
            raise self._final(error) from None
        raise AssertionError("stamina either tries or raises")

    def _once(self, url: httpx.URL, headers: Mapping[str, str] | None, max_size: int | None) -> Answer:
        if url.scheme == "https" and url.host.rstrip(".") in self.limits.insecure_hosts:
            self._tell(Notice("warning", str(url), f"the certificate of {url.host} is not checked, as asked for"))
        self._pace.wait(url.host)
        try:
            return self._getter.get(url, headers, max_size=max_size)
        finally:
            self._pace.asked(url.host)

    def _final(self, error: FetchError) -> FetchError:
        """The error of the last try, with what the user can do."""
        if not error.passing:
            return error
        wait = error.retry_after
        if wait is not None and wait > self.limits.max_wait:
            hint = f"it asks for a pause of {wait:,.0f} seconds; run it again after that"
        else:
            hint = f"tried {self.limits.attempts} times; run it again later"
        return type(error)(
            error.source, error.reason, hint, status=error.status, passing=True, retry_after=error.retry_after
        )
