"""Files of outlets: JSON Lines or CSV, read and checked row by row.

In: a path. Out: outlets, or an `OutletFileError` that says where, what is wrong and what to do. Promises: a file is
taken whole or not at all; what can steer a terminal, stray blanks and unknown words never get in. Knows nothing of the
registry in use but what its parents are called.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from scio_transcripts.errors import OutletFileError
from scio_transcripts.lazy import re
from scio_transcripts.registry.countries import countries
from scio_transcripts.registry.outlets.book import Book, ours
from scio_transcripts.registry.outlets.entry import HOMES, KINDS, OWNERSHIPS, Outlet, fold

REQUIRED = ("id", "name", "country", "kind", "ownership")
LISTS = ("en", "zh", "brands")
FIELDS = ("id", "name", "en", "zh", "country", "kind", "ownership", "parent", "brands")
LARGEST_FILE = 16_000_000
LONGEST_NAME = 120
_MOST_NAMES = 200
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_MAINLAND = frozenset({"central-state", "local-state", "party", "private"})


class Row(NamedTuple):
    """A row with the place where it stands."""

    path: str
    line: int
    values: Mapping[str, Any]

    @property
    def names(self) -> list[str]:
        """Every name that the row gives."""
        return [self.values["name"], *(name for key in LISTS for name in self.values.get(key, ()))]

    def wrong(self, reason: str, hint: str) -> OutletFileError:
        """The error that this row is."""
        return OutletFileError(self.path, self.line, reason, hint)


def load_outlets(path: str | Path) -> tuple[Outlet, ...]:
    """Read and check a file of outlets. The registry in use stays as it is.

    `.csv` files have a header and `;` between several names; all others have one JSON object a line. The fields are
    those of `Outlet`. Raises `OutletFileError` for the first row that is wrong.
    """
    rows = read_rows(path)
    check_together(rows, ours())
    return tuple(
        Outlet(**{**row.values, **{key: tuple(row.values[key]) for key in LISTS if key in row.values}}) for row in rows
    )


def read_rows(path: str | Path) -> list[Row]:
    """The rows of a file, each checked by itself."""
    text = _text(Path(path))
    rows = _csv(str(path), text) if Path(path).suffix.lower() == ".csv" else _json_lines(str(path), text)
    if not rows:
        raise OutletFileError(str(path), 0, "no outlet is in this file", "write one a line")
    for row in rows:
        _check(row)
    return rows


def check_together(rows: Sequence[Row], known: Book) -> None:
    """Check what rows say of one another: ids, names, and parents, which may also be among the `known`."""
    by_id: dict[str, Row] = {}
    names: dict[str, Row] = {}
    for row in rows:
        outlet_id = row.values["id"]
        if (other := by_id.setdefault(outlet_id, row)) is not row:
            raise row.wrong(f"the id {outlet_id!r} is taken by {_place(other, row)}", "give each outlet its own id")
        for name in row.names:
            if (other := names.setdefault(fold(name), row)) is not row:
                raise row.wrong(
                    f"the name {name!r} is one of {other.values['id']!r} too ({_place(other, row)})",
                    "leave it with one of the two",
                )
    for row in rows:
        _check_parents(row, by_id, known)


def _check_parents(row: Row, by_id: Mapping[str, Row], known: Book) -> None:
    chain = [row.values["id"]]
    above = row.values.get("parent")
    while above is not None:
        if above in chain:
            raise row.wrong(f"the parents run in a circle: {' > '.join([*chain, above])}", "leave one of them out")
        chain.append(above)
        if above in by_id:
            above = by_id[above].values.get("parent")
        elif (outlet := known.get(above)) is not None:
            above = outlet.parent
        else:
            raise row.wrong(f"the parent {above!r} is no outlet", "give the id of one that is here or in the registry")


def _place(other: Row, row: Row) -> str:
    return f"line {other.line}" if other.path == row.path else f"{other.path}:{other.line}"


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        reason = (
            "no such file" if isinstance(error, FileNotFoundError) else f"cannot be read ({error.strerror or error})"
        )
        raise OutletFileError(str(path), 0, reason, "give a file of outlets") from None
    except ValueError:  # a NUL in the name
        raise OutletFileError(str(path), 0, "no such file", "give a file of outlets") from None
    if len(data) > LARGEST_FILE:
        raise OutletFileError(str(path), 0, f"more than {LARGEST_FILE // 1_000_000} MB", "give a shorter file")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise OutletFileError(str(path), line, "not UTF-8", "save the file as UTF-8") from None


def _json_lines(path: str, text: str) -> list[Row]:
    rows = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            values = json.loads(line)
        except (ValueError, RecursionError) as error:
            reason = error.msg if isinstance(error, json.JSONDecodeError) else "too deep or too long"
            raise OutletFileError(path, number, f"no JSON ({reason})", "write one object a line") from None
        if not isinstance(values, dict):
            raise OutletFileError(path, number, "no JSON object", 'write {"id": ..., "name": ...} on one line')
        rows.append(Row(path, number, values))
    return rows


def _csv(path: str, text: str) -> list[Row]:
    import csv
    import io

    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[Row] = []
    header: list[str] = []
    begin = 1
    try:
        for cells in reader:
            line, begin = begin, reader.line_num + 1
            if not any(cell.strip() for cell in cells):
                continue
            if not header:
                header = [cell.strip() for cell in cells]
                if "id" not in header or "name" not in header:
                    raise OutletFileError(path, line, "no header", f"write {','.join(FIELDS)} on the first line")
                continue
            if len(cells) != len(header):
                reason = f"{len(cells)} cells under {len(header)} headings"
                raise OutletFileError(path, line, reason, "put names with a comma in quotes, and ; between several")
            rows.append(Row(path, line, _of_cells(dict(zip(header, cells, strict=True)))))
    except csv.Error as error:
        raise OutletFileError(path, begin, f"no CSV ({error})", "look at its quotes") from None
    return rows


def _of_cells(cells: Mapping[str, str]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for field, cell in cells.items():
        if field in LISTS:
            values[field] = [name.strip() for name in cell.split(";") if name.strip()]
        elif cell.strip() or field != "parent":
            values[field] = cell.strip()
    return values


def _check(row: Row) -> None:
    """Check what a row says by itself."""
    values = row.values
    for field in values:
        if field not in FIELDS:
            raise row.wrong(f"the field {field!r} is not known", f"use {', '.join(FIELDS)}")
    for field in REQUIRED:
        if field not in values:
            raise row.wrong(f"the field {field!r} is missing", f"every outlet has {', '.join(REQUIRED)}")
        if not isinstance(values[field], str):
            raise row.wrong(f"{field} is no text", "put it in quotes")
    if not isinstance(values.get("parent"), (str, type(None))):
        raise row.wrong("parent is no text", "give the id of another outlet, or null")
    if not _SLUG.fullmatch(values["id"]) or len(values["id"]) > LONGEST_NAME:
        raise row.wrong(f"the id {values['id']!r} is no slug", "use small letters, digits and single hyphens")
    _check_names(row)
    _check_words(row)


def _check_names(row: Row) -> None:
    for field in LISTS:
        given = row.values.get(field, [])
        if not isinstance(given, list) or not all(isinstance(name, str) for name in given):
            raise row.wrong(f"{field} is no list of names", 'write ["...", "..."]')
    names = row.names
    if len(names) > _MOST_NAMES:
        raise row.wrong(f"{len(names)} names", f"leave at most {_MOST_NAMES}")
    seen: dict[str, str] = {}
    for name in names:
        if any(unicodedata.category(character) in _HIDDEN for character in name):
            raise row.wrong(f"the name {name!r} has a character that cannot be seen", "type it anew")
        tidy = " ".join(unicodedata.normalize("NFC", name).split())
        if name != tidy:
            raise row.wrong(f"the name {name!r} has stray blanks or is not composed (NFC)", f"write {tidy!r}")
        if not fold(name) or len(name) > LONGEST_NAME:
            raise row.wrong(f"{name[:40]!r} is no name", f"give 1 to {LONGEST_NAME} characters, letters among them")
        if (other := seen.setdefault(fold(name), name)) is not name:
            raise row.wrong(f"the names {other!r} and {name!r} count as one", "leave one of them out")


def _check_words(row: Row) -> None:
    country, ownership = row.values["country"], row.values["ownership"]
    if country not in countries():
        raise row.wrong(f"the country {country!r} is not known", "use the two capital letters of ISO 3166")
    for field, table in (("kind", KINDS), ("ownership", OWNERSHIPS)):
        if row.values[field] not in table:
            raise row.wrong(f"the {field} {row.values[field]!r} is not known", f"use {', '.join(table)}")
    if ownership in _MAINLAND and country != "CN":
        raise row.wrong(f"{ownership} is for the Chinese mainland, not for {country}", "change one of the two")
    if ownership.startswith("foreign-") and (country == "CN" or country in HOMES):
        raise row.wrong(f"{ownership} is for other countries, not for {country}", "change one of the two")
    if ownership == "hk-mo-tw" and country not in HOMES and not row.values.get("parent"):
        raise row.wrong(f"hk-mo-tw in {country} is for branches, and no parent is given", "give the parent")
