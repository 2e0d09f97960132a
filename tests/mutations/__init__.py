"""Law 9, Form: what does not change who says what, when, changes nothing.

In: pages with gold, of the folder `shared` and of the samples. `pages` reads them, `facts` keeps what the page says
and the program reads rightly, `heads` finds where labels stand, `mutators` gives the pages in other forms, `verdict`
compares. Out: for every pair of a page and a mutator whether all was kept. `python -m tests.mutations` counts them.
"""
