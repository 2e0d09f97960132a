"""How much a fetch may ask of a server and of this machine.

In: what the caller sets. Out: one frozen record that every module here reads. Promises: every bound has a default.
Knows nothing of any request.
"""

from __future__ import annotations

from dataclasses import dataclass

from scio_transcripts._version import __version__

ROBOT = "scio-transcripts"
"""The name that robots.txt files may use for this program."""
USER_AGENT = f"{ROBOT}/{__version__}"
ROBOTS_SIZE = 500 * 1024
"""What RFC 9309 asks a reader of robots.txt to be able to take."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds of a fetch. Times are seconds, sizes are bytes."""

    delay: float = 1.0
    """Between the end of one request to a host and the start of the next."""
    max_pages: int = 100
    """Of one transcript."""
    max_size: int = 20 * 1024 * 1024
    """Of one answer, after decompression."""
    max_redirects: int = 5
    timeout: float = 30.0
    """For a server to connect, or to send the next bytes."""
    max_time: float = 120.0
    """For one whole answer, however steadily it drips."""
    max_wait: float = 120.0
    """What a Crawl-delay or a Retry-After may ask for; where it asks for more, the fetch gives up and says so."""
    attempts: int = 4
    """For one request, the first included."""
    allow_private: bool = False
    """Also connect to private, loopback, link-local and multicast addresses."""
    insecure_hosts: frozenset[str] = frozenset()
    """Hosts whose certificates are not checked, by name."""

    def __post_init__(self) -> None:
        for name in ("delay", "max_wait"):
            if not 0 <= getattr(self, name) < float("inf"):
                raise ValueError(f"{name} must be 0 or more seconds, not {getattr(self, name)!r}")
        for name in ("max_pages", "max_size", "timeout", "max_time", "attempts"):
            if not 0 < getattr(self, name) < float("inf"):
                raise ValueError(f"{name} must be more than 0, not {getattr(self, name)!r}")
        if not 0 <= self.max_redirects <= 20:
            raise ValueError(f"max_redirects must be from 0 to 20, not {self.max_redirects!r}")
        if wrong := next((host for host in self.insecure_hosts if "/" in host or not host.strip()), None):
            raise ValueError(f"insecure_hosts takes names of hosts, such as press.example, not {wrong!r}")
        # A name as it stands in an address, so that `Example.ORG.` and `example.org` are one.
        hosts = frozenset(host.strip().lower().rstrip(".") for host in self.insecure_hosts)
        object.__setattr__(self, "insecure_hosts", hosts)
