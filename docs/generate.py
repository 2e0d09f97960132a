"""Write what is generated: `docs/diagnostics.md` from the table of codes, `docs/schema.json` from the model,
`docs/formats.md` from the table of formats, `docs/grammar.md` from the rows of `language/`, and the index of the
registry of outlets, which lies beside its file in the package.

`--check` writes nothing and fails where a page is stale.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from scio_transcripts import Transcript
from scio_transcripts.codes import CODES, GROUPS
from scio_transcripts.language.row import Row
from scio_transcripts.language.rows import ROWS
from scio_transcripts.registry.outlets.book import index
from scio_transcripts.writers import FORMATS
from scio_transcripts.writers.tables import TABLES

HERE = Path(__file__).parent
DATA = HERE.parent / "src" / "scio_transcripts" / "registry" / "data"


def diagnostics() -> str:
    """One section a code, in the order of the table."""
    parts = [
        "# Diagnostics",
        "",
        "What the parser wants a reader to know. A code never changes its meaning. `error`: the result "
        "cannot be used as it is;",
        "`warning`: look at it; `info`: a decision worth knowing. Each message says what was seen and what was "
        "decided.",
        "On the command line, `scio-transcripts explain CODE` says the same. This page is written by `make docs` "
        "from the table in",
        "`src/scio_transcripts/codes/`.",
    ]
    for letter, group in GROUPS.items():
        parts += ["", f"## {letter}: {group}"]
        for code, row in CODES.items():
            if code.startswith(letter):
                parts += ["", f"### {code}: {row.title}", "", f"*{row.severity}*: `{row.message}`", ""]
                parts += [f"What would settle it: {row.help}"]
    return "\n".join(parts) + "\n"


def schema() -> str:
    """The JSON Schema of a transcript, as `scio-transcripts schema` prints it."""
    return json.dumps(Transcript.model_json_schema(), ensure_ascii=False, indent=2) + "\n"


TYPES = {
    "str": "text",
    "int": "whole number",
    "bool": "true or false",
    "date": "ISO date",
    "list": "list of texts",
    "list-int": "list of whole numbers",
}


BEFORE = """
Without `--to`, the name of the output says the format: `-o turns.csv`, `-o exchanges.parquet`, `-o event.xlsx`. An
ending alone means the first format below that has it, so `--to csv` is `csv-turns`; a name that is a table means that
table, and one that speaks of several (`2024-exchanges.csv`) is asked about.

**For Excel**, write a workbook: `-o pages.xlsx`, in Python `to_excel(transcripts, "pages.xlsx")`. CSV is UTF-8, which
Excel takes for another encoding unless it begins with a byte order mark: `--bom` writes one, here and wherever a
command prints CSV (`corpus sql`, `outlets`). In Python, write `codecs.BOM_UTF8` first. What reads
the file must know the mark: `encoding="utf-8-sig"`.

**On a terminal**, what could steer it (ESC, C1, reading direction) is shown instead, as `\\x1b`, and in JSON by JSON's
own escapes. A file or a pipe gets the bytes as they are."""
COLUMNS = """Every column is always there, in this order; what is not known is empty. What the registry says of an
outlet stands beside its id. Who asks, by country of the outlet, from a data frame, from a [corpus](search.md#sql), and
from a workbook:

```python
from scio_transcripts import read_events, to_pandas

turns = to_pandas(read_events(["samples", "samples/event"]))
turns[turns.role == "reporter"].groupby("outlet_country").size()
```

```sql
select outlet_country, count(*) from turns where role = 'reporter' group by all
```

```sh
scio-transcripts export samples -o turns.xlsx
```

```python
from collections import Counter

from openpyxl import load_workbook

Counter(row[12] for row in load_workbook("turns.xlsx")["turns"].values if row[9] == "reporter")
```"""


def formats() -> str:
    """One section a format, then the columns of each table."""
    parts = [
        "# Formats",
        "",
        "What a transcript can be written as, what each format keeps and loses, and what the tests hold it against. "
        "On the command line:",
        "`scio-transcripts export FILES --to FORMAT -o PATH`; in Python: "
        "`scio_transcripts.writers.write(transcripts, FORMAT, file)`, or",
        "`write_folder` for what is a folder. A file that is there is replaced, once the new one is complete. This",
        "page is written by `make docs` from the table in `src/scio_transcripts/writers/formats.py`.",
        *BEFORE.splitlines(),
    ]
    for row in FORMATS.values():
        kind = "a folder of files" if row.is_folder else f"`{row.extension}`, `{row.media_type}`"
        many = ", one transcript a file" if row.one_only else ""
        parts += ["", f"## {row.name}", "", f"- **Is** {kind}{many}."]
        parts += [f"- **Keeps**: {row.keeps}", f"- **Loses**: {row.loses}"]
        if row.checked:
            parts.append(f"- **Checked against**: {row.checked}")
        if row.extra:
            parts.append(f"- **Needs** the extra `{row.extra}`: `python -m pip install '.[{row.extra}]'`")
    parts += ["", "# Columns", "", *COLUMNS.splitlines()]
    for name, columns in TABLES.items():
        parts += ["", f"## Table of {name}", "", "| column | type | meaning |", "|---|---|---|"]
        parts += [f"| `{column}` | {TYPES.get(kind, kind)} | {about} |" for column, (kind, about) in columns.items()]
    return "\n".join(parts) + "\n"


def grammar() -> str:
    """One line a row of `language/`, with words in which it is found."""
    empty = sum(not row.en for row in ROWS), sum(not row.zh for row in ROWS)
    parts = [
        "# Grammar",
        "",
        "What the program knows of what people say, a row a meaning, in both languages, with words in which each is",
        f"found. A dash is an empty cell: nobody has looked there yet ({empty[0]} of {len(ROWS)} in English, "
        f"{empty[1]} in Chinese).",
        "The patterns, and words in which they are not found, are in `src/scio_transcripts/language/rows/`; what each",
        "meaning is asked for, in `language/speech_acts.py`. This page is written by `make docs` from the rows.",
        "",
        "| row | shows | in English | in Chinese |",
        "|---|---|---|---|",
    ]
    parts += [f"| `{row.id}` | {', '.join(row.means)} | {_found(row, 'en')} | {_found(row, 'zh')} |" for row in ROWS]
    return "\n".join(parts) + "\n"


def _found(row: Row, language: str) -> str:
    """The words of one language in which a row is found."""
    if not getattr(row, language):
        return "–"
    return "<br>".join(words for words in row.yes if words.replace("’", "'").isascii() is (language == "en"))


def main() -> int:
    """Write the files, or compare them with what stands there."""
    stale = []
    files = {
        HERE / "diagnostics.md": diagnostics,
        HERE / "schema.json": schema,
        HERE / "formats.md": formats,
        HERE / "grammar.md": grammar,
        DATA / "outlets.index.json": index,
    }
    for path, written in files.items():
        content = written()
        if path.exists() and path.read_text("utf-8") == content:
            continue
        stale.append(path.name)
        if "--check" not in sys.argv:
            path.write_text(content, "utf-8")
            print(f"wrote {path.relative_to(HERE.parent)}")
    if stale and "--check" in sys.argv:
        print(f"stale: {', '.join(stale)}; run `make docs`", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
