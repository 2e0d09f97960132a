"""What a transcript looks like to a person: on a terminal.

In: a `Transcript`. Out: something that rich can print. Knows only the typed document, never how it was parsed.
"""
