"""The pages of one event in order, and what they disagree about.

In: what was read of each page alone. Out: the pages in order, and what became of those that are left out. Promises:
the result does not depend on the order in which named pages are given; nothing is left out without being told. Knows
nothing of speech.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from scio_transcripts.diagnostics import Log
from scio_transcripts.document import title_of
from scio_transcripts.join.page import PageRead, Placed
from scio_transcripts.sources.naming import Named, named, natural

_LONG = 40
"""Characters of a paragraph that two pages do not share by chance."""
_MOST = 0.7
"""Share of such paragraphs that two versions of a page have in common, and at least two."""


def arrange(pages: Sequence[PageRead], log: Log) -> list[Placed]:
    """All pages of one event in order, those that are left out last. What is odd is told in the log."""
    placed = _numbered(pages)
    _leave_out_foreign(placed, log)
    placed.sort(key=_place)
    _leave_out_doubles(placed, log)
    kept = [p for p in placed if p.use == "read"]
    if len(kept) > 1:
        for p in kept:
            if p.number is None and not p.page.begins and not p.page.ends:
                log.add("G608", 0, 0, name=p.page.name)
    return kept + [p for p in placed if p.use != "read"]


def _numbered(pages: Sequence[PageRead]) -> list[Placed]:
    """Each page with its number: what its pager shows, what its name says, or what its content makes likely.

    Where the pagers would make two pages one, as the same arrows on all pages do, the names decide.
    """
    by_name = _numbers_by_name(pages)
    by_pager = [
        page.printed_number if page.printed_number is not None else number
        for page, number in zip(pages, by_name, strict=True)
    ]
    numbers = by_name if _collide(pages, by_pager) and not _collide(pages, by_name) else by_pager
    return [
        Placed(page=page, number=number if number is not None else page.facts.pages.number)
        for page, number in zip(pages, numbers, strict=True)
    ]


def _collide(pages: Sequence[PageRead], numbers: Sequence[int | None]) -> bool:
    """Whether pages that differ have one number."""
    texts: dict[int, str] = {}
    return any(
        number is not None and texts.setdefault(number, page.facts.text) != page.facts.text
        for page, number in zip(pages, numbers, strict=True)
    )


def _numbers_by_name(pages: Sequence[PageRead]) -> list[int | None]:
    """What the names say, for pages whose names differ only in a number. Some sites count from nothing or from zero."""
    families: dict[str, list[tuple[int, Named]]] = {}
    for index, page in enumerate(pages):
        if page.source.facts["uri"]:
            name = named(page.name)
            families.setdefault(_last(name), []).append((index, name))
    found: list[int | None] = [None] * len(pages)
    for family in families.values():
        if len(family) < 2:
            continue
        # `content_7.htm` is the first page of `content_7_2.htm`, and the one before `content_7_1.htm`.
        bare = 0 if any(name.number == 1 for _, name in family) else 1
        numbers = {index: bare if name.number is None else name.number for index, name in family}
        printed = {index: number for index in numbers if (number := pages[index].printed_number) is not None}
        shifts = {number - numbers[index] for index, number in printed.items()}
        shift = shifts.pop() if len(shifts) == 1 else _shift(pages, numbers)
        for index, number in numbers.items():
            found[index] = number + shift
    return found


def _shift(pages: Sequence[PageRead], numbers: Mapping[int, int]) -> int:
    """What is added to the numbers of the names. Some are those of files in a folder, where the event begins later."""
    first = min(numbers, key=numbers.__getitem__)
    total = max((pages[index].facts.pages.total or 0 for index in numbers), default=0)
    is_whole = pages[first].opens or len(set(numbers.values())) == total
    if numbers[first] == 0 or (is_whole and (not total or max(numbers.values()) > total)):
        return 1 - numbers[first]
    return 0


def _last(name: Named) -> str:
    """A stem without its folder: copies of one page lie in several."""
    return name.stem.rpartition("/")[2]


def _place(placed: Placed) -> tuple[float, tuple[tuple[int, int, str], ...]]:
    """Where a page stands: by number; without one, an opening first, an ending last, the others before the last."""
    page = placed.page
    if placed.number is not None:
        rank = float(placed.number)
    elif page.begins:
        rank = 0.0
    else:
        rank = float("inf") if page.ends else 1e9
    return rank, natural(page.name)


def _leave_out_foreign(placed: Sequence[Placed], log: Log) -> None:
    """Leave out what is of another event: a title, or a date, that most of the pages do not have."""
    titles = Counter(p.page.title for p in placed if p.page.title)
    dates = Counter(p.page.facts.event.date for p in placed if p.page.facts.event.date)
    title = min(titles, key=lambda t: (-titles[t], t), default=None)
    date = min(dates, key=lambda d: (-dates[d], d), default=None)
    labels = Counter(label for p in placed for label in _labels(p))
    for p in placed:
        own, day = p.page.title, p.page.facts.event.date
        if own and title and own != title and not _shares_people(p, placed, title):
            p.use = "foreign"
            log.add("G606", 0, 0, name=p.page.name, reason=f"its title is {title_of(p.page.facts)!r}")
        elif not own and day and date and day != date:
            p.use = "foreign"
            log.add("G606", 0, 0, name=p.page.name, reason=f"its event was held on {day}, not on {date}")
        elif not own and not day and p.number is None and _speaks_of_others(p, labels):
            p.use = "foreign"
            log.add("G606", 0, 0, name=p.page.name, reason="it has no title, and nobody of the others speaks on it")


def _speaks_of_others(p: Placed, counts: Mapping[str, int]) -> bool:
    """Whether a page has labels, and none of them stands on another page. `counts`: pages by label."""
    own = _labels(p)
    return bool(own) and all(counts[label] == 1 for label in own)


def _labels(p: Placed) -> set[str]:
    people = {person.name for person in p.page.facts.people}
    return people | {turn.label for turn in p.page.facts.turns if turn.label is not None}


def _shares_people(p: Placed, placed: Sequence[Placed], title: str) -> bool:
    """Whether a page with a title of its own has the date and the people of the others: one event, titled twice."""
    day, people = p.page.facts.event.date, _people(p)
    return day is not None and any(
        other.page.title == title and other.page.facts.event.date == day and people & _people(other) for other in placed
    )


def _people(p: Placed) -> set[str]:
    return {person.name for person in p.page.facts.people if person.role in ("chair", "official")}


def _leave_out_doubles(placed: Sequence[Placed], log: Log) -> None:
    """Leave out what is given twice: the same text, or another version of the same number."""
    texts: dict[str, Placed] = {}
    numbers: dict[int, Placed] = {}
    lines: dict[str, Placed] = {}
    for p in sorted((p for p in placed if p.use == "read"), key=lambda p: (-len(p.page.facts.text), _place(p))):
        text = p.page.facts.text
        if (same := texts.get(text)) is not None:
            p.use = "duplicate"
            log.add("G604", 0, 0, name=p.page.name, other=same.page.name)
        elif p.number is not None and (other := numbers.get(p.number)) is not None:
            p.use = "duplicate"
            log.add("G605", 0, 0, name=p.page.name, other=other.page.name)
        elif (alike := _version(p, lines)) is not None:
            p.use = "duplicate"
            log.add("G605", 0, 0, name=p.page.name, other=alike.page.name)
        else:
            texts[text] = p
            if p.number is not None:
                numbers[p.number] = p
            else:
                lines.update(dict.fromkeys(_long_lines(p), p))


def _version(p: Placed, known: Mapping[str, Placed]) -> Placed | None:
    """Another page without a number that says nearly the same: most of the long lines are its lines, too.

    `known`: each long line of such pages, with its page.
    """
    own = _long_lines(p)
    shared = Counter(id(known[line]) for line in own if line in known)
    if p.number is not None or not shared or max(shared.values()) <= max(1, _MOST * len(own)):
        return None
    return next(known[line] for line in sorted(own) if line in known and shared[id(known[line])] > _MOST * len(own))


def _long_lines(p: Placed) -> set[str]:
    """What is said on a page, without the head, which all pages of an event share."""
    said = (paragraph["text"] for turn in p.page.facts.turns for paragraph in turn.paragraphs)
    return {words for words in said if len(words) >= _LONG}


def compare(kept: Sequence[Placed], starts: Sequence[int], log: Log) -> None:
    """Tell what the pages disagree about, at the page that disagrees."""
    for field, read in (
        ("event's date", lambda f: f.event.date),
        ("date of publication", lambda f: f.publication.date),
        ("title", title_of),
        ("city", lambda f: f.event.city),
        ("number of pages", lambda f: f.pages.total),
    ):
        first = None
        for p, start in zip(kept, starts, strict=True):
            value = read(p.page.facts)
            if value is None:
                continue
            if first is None:
                first = value
            elif value != first:
                log.add("G607", start, start, field=field, first=first, name=p.page.name, second=value)
                break
