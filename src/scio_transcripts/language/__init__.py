"""What words say, once, in both languages.

In: words as printed. Out: what they do, as yes or no, a count, or places. Promises: every function here is pure, and
none asks its caller which language the words are in. A *row* is a meaning, with patterns in English and in Chinese and
with lines that it must and must not match (`rows/`); *slots* are what patterns have in common; signs and folding are
set once. Knows no page, no line and no person: `speech_acts.py` and `speech.py` are its doors.
"""
