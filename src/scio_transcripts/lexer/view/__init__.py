"""The text as it is read: without signs that nobody sees, in usual widths and blanks, with the way back.

In: a text. Out: a `View` of it. Promises: every place in it has one in the untouched text.
"""
