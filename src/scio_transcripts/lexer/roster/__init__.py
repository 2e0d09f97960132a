"""The roster: who is named above the speech, with posts.

In: the lines above the first label. Out: `RawPerson`s as printed. Who is who comes later.
"""
