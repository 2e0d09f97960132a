"""What words say, in both languages: rows, and readers of labels.

In: words as printed. Out: what they say, as facts that no longer show a language. Promises: pure functions of `str`.
Knows no page.
"""
