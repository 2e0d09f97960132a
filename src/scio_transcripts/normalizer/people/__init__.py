"""Who is named: people of the roster, of sentences, of labels, and the references to them in speech.

In: what is written. Out: `People`, each with the places that name them. Promises: nobody is invented; where two people
fit, none is taken.
"""
