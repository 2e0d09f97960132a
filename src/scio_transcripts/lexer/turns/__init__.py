"""Turns as written: a label, the paragraphs under it, and the notes between them.

In: lines and the heads that won. Out: `RawTurn`s and notes. Promises: every line ends up in one of them.
"""
