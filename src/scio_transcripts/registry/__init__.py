"""Facts about the world outside the page, as data files: outlets, surnames, honorifics, cities, site furniture.

Reviewed like code and loaded when first asked for. A name that is not found is a value (`None`), never an error.
"""
