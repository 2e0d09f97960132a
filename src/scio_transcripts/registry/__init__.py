"""Facts about the world outside the page, as data files: outlets, surnames, honorifics, cities, site furniture.

In: words as printed. Out: what is known of them. Promises: a name that is not found is a value (`None`), never an
error; the files are reviewed like code and loaded when first asked for. Knows no page.
"""
