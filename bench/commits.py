"""The package as it was at another commit, to compare with."""

from __future__ import annotations

import io
import subprocess
import sys
import tarfile
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]


def unpack(commit: str, folder: Path) -> bool:
    """Write `src` of a commit into a folder, without a trace in the repository. False, and said, if there is none."""
    command = ["git", "-C", str(REPOSITORY), "archive", commit, "src"]
    packed = subprocess.run(command, capture_output=True, check=False)
    if packed.returncode:
        print(f"There is no commit {commit!r} to compare with: {packed.stderr.decode().strip()}", file=sys.stderr)
        return False
    with tarfile.open(fileobj=io.BytesIO(packed.stdout)) as archive:
        archive.extractall(folder, filter="data")
    return True
