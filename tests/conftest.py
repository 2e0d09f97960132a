"""What every test may lean on.

Gives: the Hypothesis profiles `quick`, `full` and `hunt`, and the folder of real and made pages, where there is one.
Promises: `quick` and `full` draw the same examples on every run, so a failure is one that anybody can see again; `hunt`
draws others each time.
"""

import os
import signal
from pathlib import Path

import pytest
from hypothesis import settings

REPOSITORY = Path(__file__).resolve().parents[1]

# No deadlines: a slow machine is not a fault of the text. Growth with length has tests of its own.
settings.register_profile("quick", max_examples=20, deadline=None, derandomize=True, database=None, print_blob=True)
settings.register_profile("full", settings.get_profile("quick"), max_examples=500)
settings.register_profile("hunt", max_examples=500, deadline=None, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or "quick")

# What runs in the background of a shell inherits that Ctrl-C is ignored; the programs that tests stop must not.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The optional folder `shared` beside the repository, with pages and their gold; skips where it is absent."""
    folder = REPOSITORY.parent / "shared"
    if not folder.is_dir():
        pytest.skip("needs the optional folder 'shared' beside the repository, which is not here")
    return folder
