"""A Ray to work with: the cluster that was named, or one of this machine's own cores.

In: an address, or none. Out: `ray`, connected. Promises: what is started here listens on this machine only, reports to
nobody, prints nothing, keeps its files in a folder of its own, and is gone with them after `stop`; a cluster that was
there before is left as it was. Knows nothing of batches.
"""

from __future__ import annotations

import logging
import os
import shutil
import socket
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from scio_transcripts.corpus.engines.local import cores
from scio_transcripts.errors import CorpusError, MissingExtraError

_ENVIRONMENT = {
    "RAY_USAGE_STATS_ENABLED": "0",
    # Named for two systems, and read on all: where it is 0, Ray listens on 127.0.0.1 and on no other address.
    "RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER": "0",
    "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0",
}
"""Ray reads these when it is imported, and its processes when they begin."""
_MEMORY = 128_000_000
"""Bytes for results under way, for each core. Beyond it, Ray waits, or writes them into its folder."""
_LONGEST = 40
"""Letters of the folder's name: the names of sockets in it may have 107."""
_PATIENCE = 10
"""Seconds."""
_LOGGERS = ("ray", "ray.data")
_MUTE = logging.CRITICAL + 1


class Cluster:
    """A connection to Ray, made when it is first needed."""

    def __init__(self, address: str | None) -> None:
        if find_spec("ray") is None:
            raise MissingExtraError("ray", "the engine ray")
        self._address = address or os.environ.get("RAY_ADDRESS") or "local"
        self._ray: Any = None
        self._own = False
        self._folder: Path | None = None
        self._environment: dict[str, str | None] = {}
        self._muted: list[tuple[logging.Handler, int]] = []

    @property
    def is_local(self) -> bool:
        """Whether it is this machine's own, and ends with this build."""
        return self._address == "local"

    def start(self, jobs: int | None) -> Any:
        """The module `ray`, connected. `jobs`: the cores of a Ray that is started here."""
        if self._ray is not None:
            return self._ray
        if self.is_local:
            self._set_environment()
        try:
            import ray
            import ray.data
        except ImportError:
            raise MissingExtraError("ray", "the engine ray") from None
        self._mute()
        if not ray.is_initialized():
            options = self._local(jobs) if self.is_local else {"address": self._address}
            self._own = True
            try:
                _knock(self._address)
                ray.init(log_to_driver=False, logging_level=_MUTE, **options)
            except Exception as error:
                self.stop()
                raise self._unreachable(error) from None
            self._mute()
        self._ray = ray
        return ray

    def stop(self) -> None:
        """Leave Ray, and end it where it was started here."""
        try:
            if self._own:
                import ray

                ray.shutdown()
        finally:
            self._ray, self._own = None, False
            if self._folder is not None:
                shutil.rmtree(self._folder, ignore_errors=True)
                self._folder = None
            for handler, level in self._muted:
                handler.setLevel(level)
            self._muted.clear()
            for name, value in self._environment.items():
                if value is None:
                    os.environ.pop(name, None)
                else:
                    os.environ[name] = value
            self._environment.clear()

    def _unreachable(self, error: Exception) -> CorpusError:
        first = str(error).strip().partition("\n")[0][:200] or type(error).__name__
        if self.is_local:
            return CorpusError("Ray", f"cannot be started ({first})", "use --engine local")
        hint = "see whether the cluster runs, with this version of Ray and of Python"
        return CorpusError(self._address, f"no Ray can be reached there ({first})", hint)

    def _local(self, jobs: int | None) -> dict[str, Any]:
        jobs = jobs or cores()
        base = tempfile.gettempdir()
        if len(base) > _LONGEST - len("/scio-ray-12345678") and Path("/tmp").is_dir():
            base = "/tmp"
        self._folder = Path(tempfile.mkdtemp(prefix="scio-ray-", dir=base))
        return {
            "address": "local",
            "num_cpus": jobs,
            "num_gpus": 0,
            "include_dashboard": False,
            "object_store_memory": max(2, jobs) * _MEMORY,
            "_temp_dir": str(self._folder),
        }

    def _set_environment(self) -> None:
        for name, value in _ENVIRONMENT.items():
            self._environment.setdefault(name, os.environ.get(name))
            os.environ[name] = value

    def _mute(self) -> None:
        """Keep Ray's words off the terminal. Its files have them, and what matters comes as an exception."""
        known = {id(handler) for handler, _ in self._muted}
        for name in _LOGGERS:
            for handler in logging.getLogger(name).handlers:
                is_terminal = isinstance(handler, logging.StreamHandler) and not isinstance(
                    handler, logging.FileHandler
                )
                if is_terminal and id(handler) not in known:
                    self._muted.append((handler, handler.level))
                    handler.setLevel(_MUTE)


def _knock(address: str) -> None:
    """Whether anybody answers at a host and port; Ray itself would wait for minutes."""
    host, _, port = address.rpartition("://")[2].rpartition(":")
    if host and port.isdigit():
        with socket.create_connection((host.strip("[]"), int(port)), timeout=_PATIENCE):
            pass
