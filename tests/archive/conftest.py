"""Fixtures for archives."""

import pytest

from archive import standin


@pytest.fixture(autouse=True)
def html_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    standin.install(monkeypatch)
