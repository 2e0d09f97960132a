"""What all parts of the document share: they are frozen and explain their fields.

`Part` is the base of each; `Role` the words for who speaks. Nothing here holds a value.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

Role = Literal["chair", "official", "reporter", "unknown"]
"""`chair` opens, hands over and closes; `official` answers; `reporter` asks; `unknown`: the page gives no ground."""


class Part(BaseModel):
    """Base of every part of a transcript."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)
