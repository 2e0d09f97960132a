"""What a reader should know: close decisions, and signs that words stand under the wrong person.

In: turns with their voices. Out: entries in the log, nothing else. Decides nothing.
"""
