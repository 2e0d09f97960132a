"""Which line is the title: on one line or two, by a table of weighed clues.

In: lines of the head that nothing else has claimed. Out: the title's piece. Promises: no site's name decides.
"""
