"""Head, record and foot: what on a page nobody says, and what it is instead.

In: lines, and where the first label stands. Out: pieces of the head with their parts, and edges that are no speech.
Decides by wording and place, never by a site's name.
"""
