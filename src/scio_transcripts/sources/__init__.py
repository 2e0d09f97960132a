"""Bytes to text: the only stage that reads the disk.

In: a `str`, bytes or a file. Out: a `Source`: the text, and where it came from. Promises: what is not text is a
`SourceError` that says what to do. Knows nothing of what the text says.
"""
