"""What people are: posts, the bodies that they are of, and the abbreviations that a page defines.

In: descriptions as printed. Out: posts with title and body. Promises: a body is taken from another line only where that
is told.
"""
