"""In what part somebody speaks: chair, official, reporter, or unknown; and where a label was lost.

In: turns, and the people of the page. Out: a `Voice` for each turn. Promises: a heading and a label outweigh the
wording.
"""
