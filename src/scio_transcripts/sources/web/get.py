"""One GET, bounded in size and time.

In: an address that was checked, and request headers. Out: an `Answer`, whole, or a `FetchError` that says what went
wrong and whether another try may help. Promises: a body that ended early is never an answer. Knows nothing of
redirects, robots.txt or delays.
"""

from __future__ import annotations

import contextlib
import re
import socket
import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from http import HTTPStatus

import httpcore
import httpx

from scio_transcripts.errors import FetchError
from scio_transcripts.sources.web.body import ENCODINGS, IncompleteError, TooLargeError, read_body
from scio_transcripts.sources.web.connect import Deadline, PrivateAddressError, Resolve, Transport, resolve
from scio_transcripts.sources.web.limits import USER_AGENT, Limits

_HEADERS = {
    "User-Agent": USER_AGENT,
    "Accept": "text/html, */*;q=0.5",
    "Accept-Encoding": "gzip",
    "Connection": "keep-alive",
}
_REDIRECTS = (301, 302, 303, 307, 308)
_OK = (200, 203)
_TOO_MANY = 429
_DRAINED = 64 * 1024
_ENDED_EARLY = "ended before it was complete"


class UnreachableError(FetchError):
    """There was no connection to the host, whatever was to be asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server answered."""

    url: str
    status: int
    headers: tuple[tuple[str, str], ...]
    """As sent, in their order; one character for each byte."""
    body: bytes
    """The content, decompressed."""

    def header(self, name: str) -> str | None:
        """The first header of this name, without surrounding blanks."""
        return next((value.strip() for key, value in self.headers if key.lower() == name), None)

    @property
    def location(self) -> str | None:
        """Where a redirect leads; None where it is none."""
        return self.header("location") if self.status in _REDIRECTS else None


class Getter:
    """Sends requests over one connection at a time. Close it when done.

    Below `httpx.Client` on purpose: that would bring cookies, so that an answer depends on the questions before it, and
    it looks at redirects itself.
    """

    def __init__(self, limits: Limits, clock: Callable[[], float], resolve: Resolve = resolve) -> None:
        self._limits = limits
        self._deadline = Deadline(clock)
        self._transport = Transport(limits, self._deadline, resolve)

    def get(self, url: httpx.URL, headers: Mapping[str, str] | None = None, *, max_size: int | None = None) -> Answer:
        """Ask for an address once. Answers that are neither content, a redirect nor a 304 raise `FetchError`."""
        self._deadline.begin(self._limits.max_time)
        timeout = httpx.Timeout(self._limits.timeout).as_dict()
        request = httpx.Request("GET", url, headers={**_HEADERS, **(headers or {})}, extensions={"timeout": timeout})
        try:
            with contextlib.closing(self._transport.handle_request(request)) as response:
                return self._read(str(url), response, max_size or self._limits.max_size)
        except httpcore.TimeoutException:
            slow = f"{self._limits.timeout:g} seconds without a byte, or {self._limits.max_time:g} in all"
            raise FetchError(str(url), f"took too long ({slow})", passing=True) from None
        except (httpcore.NetworkError, httpcore.ProtocolError) as error:
            raise _broken(url, error) from None
        except PrivateAddressError as error:
            raise UnreachableError(
                str(url),
                f"leads to {error}, an address of this machine or a private network",
                "to fetch from there nevertheless: allow_private=True (on the command line: --allow-private)",
            ) from None

    def close(self) -> None:
        """Close the connection."""
        self._transport.close()

    def _read(self, url: str, response: httpx.Response, max_size: int) -> Answer:
        headers = tuple((key.decode("latin-1"), value.decode("latin-1")) for key, value in response.headers.raw)
        answer = Answer(url=url, status=response.status_code, headers=headers, body=b"")
        if answer.status not in _OK:
            _drain(response)
            if answer.status in _REDIRECTS or answer.status == HTTPStatus.NOT_MODIFIED:
                return answer
            raise _refused(answer)
        return Answer(url=url, status=answer.status, headers=headers, body=self._body(answer, response, max_size))

    def _body(self, answer: Answer, response: httpx.Response, max_size: int) -> bytes:
        encoding = (answer.header("content-encoding") or "").lower()
        if encoding not in ENCODINGS:
            raise FetchError(answer.url, f"came compressed as {encoding!r}, though only gzip was asked for")
        length = answer.header("content-length") or ""
        too_large = FetchError(
            answer.url, f"is larger than {max_size:,} bytes", "allow more with max_size (--max-size)"
        )
        if length.isdecimal() and int(length[:20]) > max_size:
            raise too_large
        try:
            return read_body(response.iter_raw(), encoding, max_size)
        except TooLargeError:
            raise too_large from None
        except IncompleteError as error:
            raise FetchError(answer.url, f"{_ENDED_EARLY}: {error}", passing=True) from None


def _refused(answer: Answer) -> FetchError:
    """What a status other than 200 means."""
    status = answer.status
    try:
        phrase = f" ({HTTPStatus(status).phrase})"
    except ValueError:
        phrase = ""
    return FetchError(
        answer.url,
        f"answered {status}{phrase}",
        status=status,
        passing=status == _TOO_MANY or status >= 500,
        retry_after=_retry_after(answer),
    )


def _retry_after(answer: Answer) -> float | None:
    """How long the server asks to be left alone: seconds, or a date, which is measured from the answer's own date."""
    value = answer.header("retry-after") or ""
    if re.fullmatch(r"\d{1,9}", value):
        return float(value)
    try:
        then, now = parsedate_to_datetime(value), parsedate_to_datetime(answer.header("date") or "")
        return max(0.0, (then - now).total_seconds())
    except (ValueError, TypeError, OverflowError):
        return None


def _drain(response: httpx.Response) -> None:
    """Read the few words that come with a refusal or a redirect, so that the connection can go on."""
    received = 0
    with contextlib.suppress(httpcore.NetworkError, httpcore.ProtocolError, httpcore.TimeoutException):
        for piece in response.iter_raw():
            received += len(piece)
            if received > _DRAINED:
                return


def _broken(url: httpx.URL, error: Exception) -> FetchError:
    """What a broken connection means, or one that was not made."""
    cause = error.__cause__ or error.__context__
    if isinstance(cause, ssl.SSLCertVerificationError):
        return UnreachableError(
            str(url),
            f"the certificate of {url.host} cannot be trusted ({cause.verify_message})",
            f"if you know why, except this one host: insecure_hosts (on the command line: --insecure-host {url.host})",
        )
    if isinstance(cause, socket.gaierror) and cause.errno != socket.EAI_AGAIN:
        return UnreachableError(str(url), f"no host named {url.host} was found", "check the spelling")
    if isinstance(error, httpcore.LocalProtocolError):
        return FetchError(str(url), f"cannot be asked for ({error})")
    if isinstance(error, httpcore.RemoteProtocolError) and "complete" in str(error):
        return FetchError(str(url), f"{_ENDED_EARLY} ({error})", passing=True)
    reason = f"the connection failed ({str(error) or type(error).__name__})"
    kind = UnreachableError if isinstance(error, httpcore.ConnectError) else FetchError
    return kind(str(url), reason, passing=True)
