"""When and where it was held.

In: the stretches of a page that may tell of it. Out: date, times, city, hall and series, with their evidence. Promises:
the day of publication is never taken for the event's.
"""
