"""What the page is, and who made it: kind, language, publication, credits, notes, pagers.

In: what is written. Out: facts about the page. Promises: content decides, never an address.
"""
