"""The page as it is printed: a cleaned view with offsets, lines as columns, and what each line looks like.

In: any text. Out: `Lines`, tokens, sheets. Promises: linear time, no failure on any `str`, and joined, the tokens are
the text. Knows looks only: a line looks the same wherever it stands.
"""
