"""Dates and times of day: how they are printed, and what they say, in both languages.

In: a text. Out: what is printed, with its place. Promises: no value that is not in the text. Knows nothing of what a
date is the date of.
"""

from __future__ import annotations

from scio_transcripts.language.dates.forms import WEEKDAYS as WEEKDAYS
from scio_transcripts.language.dates.printed import PrintedDate as PrintedDate
from scio_transcripts.language.dates.printed import PrintedTime as PrintedTime
from scio_transcripts.language.dates.printed import dates_in as dates_in
from scio_transcripts.language.dates.printed import full_date_in as full_date_in
from scio_transcripts.language.dates.printed import time_in as time_in
from scio_transcripts.language.dates.printed import weekday_in as weekday_in
