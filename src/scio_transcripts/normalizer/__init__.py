"""From what is written to what is known: people, roles, dates, places, credits, kind, pages.

In: `Written` pages. Out: facts with the places they were read from. Promises: what the page does not say stays
unknown; what is close is told in the log. Knows nothing of the document's form.
"""
