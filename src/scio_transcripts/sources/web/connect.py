"""Connections, made only to addresses that may be connected to, and only for as long as an answer may take.

In: host and port from an `httpx.Request`. Out: its `httpx.Response`. Promises: a name is resolved once for each
connection, what it resolves to is checked, and the connection goes to that very address, so no second answer of a name
server can lead elsewhere; all waiting ends at the deadline. Certificates are checked for every host but those that
were excepted by name. No proxy, no cookie and no password of the environment is used.
"""

from __future__ import annotations

import contextlib
import socket
import ssl
import typing
from collections.abc import Callable, Iterable, Iterator

import httpcore
import httpx

from scio_transcripts.sources.web.limits import Limits
from scio_transcripts.sources.web.networks import is_public

Resolve = Callable[[str, int], list[str]]
"""Host and port to IP addresses, in the order to try them. Raises `OSError`."""
_MOST_ADDRESSES = 4


class PrivateAddressError(Exception):
    """A host has no address that may be connected to. The argument is one that it has."""


def resolve(host: str, port: int) -> list[str]:
    """Ask the system's resolver."""
    infos = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(info[4][0]) for info in infos))


class Deadline:
    """How long the answer under way may still take."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._end = float("inf")

    def begin(self, seconds: float) -> None:
        """Start anew, for one answer."""
        self._end = self._clock() + seconds

    def left(self, timeout: float | None) -> float:
        """The time for one step. Raises what httpcore raises for a step that took too long."""
        left = self._end - self._clock()
        if left <= 0:
            raise httpcore.ReadTimeout("the whole answer took too long")
        return left if timeout is None else min(left, timeout)


class _Stream(httpcore.NetworkStream):
    """A connection on which no step outlasts the deadline."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._inner = inner
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        secured = self._inner.start_tls(ssl_context, server_hostname, self._deadline.left(timeout))
        return _Stream(secured, self._deadline)

    def get_extra_info(self, info: str) -> typing.Any:
        return self._inner.get_extra_info(info)


class _Backend(httpcore.NetworkBackend):
    """Resolves, checks, and connects to what was checked."""

    def __init__(self, limits: Limits, deadline: Deadline, resolve: Resolve) -> None:
        self._limits = limits
        self._deadline = deadline
        self._resolve = resolve
        self._sockets = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        failure: Exception = httpcore.ConnectError(f"{host} has no address")
        for address in self._allowed(host, port):
            try:
                stream = self._sockets.connect_tcp(
                    address, port, self._deadline.left(timeout), local_address, socket_options or []
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
            else:
                return _Stream(stream, self._deadline)
        raise failure

    def _allowed(self, host: str, port: int) -> list[str]:
        """The addresses of a host that may be connected to."""
        try:
            addresses = self._resolve(host, port)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(str(error)) from error
        if self._limits.allow_private:
            return addresses[:_MOST_ADDRESSES]
        public = [address for address in addresses if is_public(address)]
        if addresses and not public:
            raise PrivateAddressError(addresses[0])
        return public[:_MOST_ADDRESSES]


class Transport(httpx.BaseTransport):
    """httpx's way to the network. Raises httpcore's exceptions and `PrivateAddressError`. One request at a time."""

    def __init__(self, limits: Limits, deadline: Deadline, resolve: Resolve = resolve) -> None:
        self._limits = limits
        self._backend = _Backend(limits, deadline, resolve)
        self._pools: dict[str, httpcore.ConnectionPool] = {}

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request."""
        excepted = request.url.host.rstrip(".") in self._limits.insecure_hosts
        pool = self._pool("excepted" if excepted else "checked" if request.url.scheme == "https" else "plain")
        answer = pool.handle_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(
                    scheme=request.url.raw_scheme,
                    host=request.url.raw_host,
                    port=request.url.port,
                    target=request.url.raw_path,
                ),
                headers=request.headers.raw,
                extensions=request.extensions,
            )
        )
        assert isinstance(answer.stream, Iterable)  # httpcore gives asynchronous ones from its asynchronous pools only
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer.stream))

    def close(self) -> None:
        """Close all connections."""
        for pool in self._pools.values():
            pool.close()

    def _pool(self, kind: str) -> httpcore.ConnectionPool:
        """Connections of one kind. Those to excepted hosts, whose certificates are not checked, are kept apart."""
        if kind not in self._pools:
            self._pools[kind] = httpcore.ConnectionPool(
                ssl_context=None if kind == "plain" else httpx.create_ssl_context(verify=kind == "checked"),
                max_connections=1,
                keepalive_expiry=30.0,
                network_backend=self._backend,
            )
        return self._pools[kind]


class _Body(httpx.SyncByteStream):
    """The bytes of an answer as they come."""

    def __init__(self, stream: Iterable[bytes]) -> None:
        self._stream = stream

    def __iter__(self) -> Iterator[bytes]:
        yield from self._stream

    def close(self) -> None:
        with contextlib.suppress(AttributeError):
            self._stream.close()  # type: ignore[attr-defined] # httpcore's streams have it, its type does not say so
