"""What a guest owes its host: robots.txt, pauses, and no second question before the first is answered.

In: hosts and answers. Out: leave to ask, or a `FetchError`. Promises: between two requests to a host lies at least the
delay that was set, its Crawl-delay and the Retry-After of its last answer. Time and sleep come from the caller, so that
a test needs no waiting. Knows nothing of pages.
"""

from __future__ import annotations

from collections.abc import Callable

import httpx
from protego import Protego

from scio_transcripts.errors import FetchError
from scio_transcripts.sources.web.addresses import origin_of
from scio_transcripts.sources.web.get import Answer, UnreachableError
from scio_transcripts.sources.web.limits import ROBOT, Limits

_TOO_MANY = 429


class Pace:
    """When each host may be asked again."""

    def __init__(self, limits: Limits, clock: Callable[[], float], sleep: Callable[[float], None]) -> None:
        self._limits = limits
        self._clock = clock
        self._sleep = sleep
        self._ready: dict[str, float] = {}
        self._delays: dict[str, float] = {}

    def slow_down(self, host: str, delay: float) -> None:
        """Take over the delay that a host asks for, where it is longer than ours."""
        self._delays[host] = max(delay, self._limits.delay)

    def wait(self, host: str) -> None:
        """Sleep until the host may be asked."""
        remaining = self._ready.get(host, 0.0) - self._clock()
        if host in self._ready and remaining > 0:
            self._sleep(remaining)

    def asked(self, host: str) -> None:
        """The host has been asked just now, whatever it answered."""
        self.hold(host, self._delays.get(host, self._limits.delay))

    def hold(self, host: str, seconds: float) -> None:
        """Leave the host alone for so long."""
        self._ready[host] = max(self._ready.get(host, float("-inf")), self._clock() + seconds)


class Robots:
    """The robots.txt files of the hosts that were met, each read once."""

    def __init__(self, limits: Limits, pace: Pace, ask: Callable[[httpx.URL], Answer]) -> None:
        self._limits = limits
        self._pace = pace
        self._ask = ask
        self._rules: dict[str, Protego] = {}

    def permit(self, url: httpx.URL) -> None:
        """Raise `FetchError` where the host does not want this address to be fetched, or asks for too much patience."""
        origin = origin_of(url)
        rules = self._rules.get(origin)
        if rules is None:
            rules = self._rules[origin] = self._read(url)
        if not rules.can_fetch(str(url), ROBOT):
            raise FetchError(str(url), "is not to be fetched by programs", f"{origin}/robots.txt says so")
        wanted = rules.crawl_delay(ROBOT) or 0.0
        if rate := rules.request_rate(ROBOT):
            wanted = max(wanted, rate.seconds / max(rate.requests, 1))
        if wanted > self._limits.max_wait:
            asks = f"{origin}/robots.txt asks for {wanted:g} seconds between requests"
            raise FetchError(str(url), asks, f"that is more than max_wait ({self._limits.max_wait:g})")
        self._pace.slow_down(url.host, wanted)

    def _read(self, url: httpx.URL) -> Protego:
        """As RFC 9309 has it: a host without the file permits all, one that cannot give it permits nothing."""
        address = url.copy_with(raw_path=b"/robots.txt")
        try:
            text = self._ask(address).body.decode("utf-8-sig", "replace")
        except UnreachableError as error:
            raise FetchError(str(url), error.reason, error.hint, passing=error.passing) from None
        except FetchError as error:
            if error.status is not None and 400 <= error.status < 500 and error.status != _TOO_MANY:
                return Protego.parse("")
            reason = f"nothing is fetched from {url.host} while its robots.txt cannot be read ({error.reason})"
            raise FetchError(str(url), reason, error.hint, passing=error.passing) from None
        return Protego.parse(text)
