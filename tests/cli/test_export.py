"""`export`: pages in any format, all of a file or folder or nothing of it."""

from __future__ import annotations

import csv
import json
import os
import stat
from pathlib import Path

import pytest

from cli.conftest import Cli
from scio_transcripts import Transcript, parse
from scio_transcripts.writers import FORMATS, Format
from scio_transcripts.writers.text import text_of

SECOND = "SCIO briefing on reeds\n\nReuters:\n\nWhy? Thank you.\n\nLin Dahai:\n\nThank you. Tides."


def test_a_table_goes_to_a_file(cli: Cli, page: str) -> None:
    assert cli("export", page, "--to", "csv-turns", "-o", "turns.csv") == (0, "", "")
    with Path("turns.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 36
    assert rows[0]["name"] == "Weng Yunzhou"


def test_standard_output_gets_what_the_file_would(cli: Cli, page: str) -> None:
    result = cli("export", page, "--to", "text")
    assert (result.status, result.err) == (0, "")
    assert result.out == text_of(parse(Path(page).read_text("utf-8")))


def test_several_files_are_several_transcripts_in_one_file(cli: Cli, page: str) -> None:
    Path("second.txt").write_text(SECOND)
    result = cli("export", page, "second.txt", "--to", "jsonl")
    assert [len(Transcript.from_json(line).turns) for line in result.out.splitlines()] == [36, 2]


def test_pages_of_one_event_are_joined_as_parse_joins_them(cli: Cli, page: str) -> None:
    text = Path(page).read_text("utf-8")
    cut = text.index("\n\n", len(text) // 2)
    Path("event-1.txt").write_text(text[:cut], "utf-8")
    Path("event-2.txt").write_text(text[cut:], "utf-8")
    together = cli("export", "event-2.txt", "event-1.txt", "--to", "csv-transcripts").out
    assert len(together.splitlines()) == 2
    alone = cli("export", "event-2.txt", "event-1.txt", "--no-join", "--to", "csv-transcripts").out
    assert len(alone.splitlines()) == 3


def test_one_bad_file_does_not_stop_the_others(cli: Cli, page: str) -> None:
    result = cli("export", "missing.txt", page, "--to", "passages", "-o", "passages.jsonl")
    assert result.status == 1
    assert result.err == "error: missing.txt: no such file; check the spelling, or the folder you are in\n"
    assert json.loads(Path("passages.jsonl").read_text("utf-8").splitlines()[0])["name"] == "Weng Yunzhou"


def test_where_nothing_can_be_read_nothing_is_written(cli: Cli, tmp_path: Path) -> None:
    Path(tmp_path / "old.csv").write_text("old")
    assert cli("export", tmp_path / "missing.txt", "--to", "csv-turns", "-o", tmp_path / "old.csv").status == 1
    assert cli("export", tmp_path / "missing.txt", "--to", "convokit", "-o", tmp_path / "corpus").status == 1
    assert [p.name for p in tmp_path.iterdir()] == ["old.csv"]
    assert (tmp_path / "old.csv").read_text() == "old"


@pytest.mark.parametrize("name", [name for name, row in FORMATS.items() if not row.extra and not row.is_folder])
def test_every_format_that_needs_nothing_is_written(cli: Cli, page: str, name: str) -> None:
    result = cli("export", page, "--to", name)
    assert (result.status, result.err) == (0, "")
    assert "Weng Yunzhou" in result.out or name.endswith(("exchanges", "transcripts"))


class TestFolder:
    """A folder is complete, or it is not there."""

    def test_a_folder_is_made(self, cli: Cli, page: str) -> None:
        assert cli("export", page, "--to", "convokit", "-o", "corpus") == (0, "", "")
        assert len(Path("corpus/utterances.jsonl").read_text("utf-8").splitlines()) == 36
        assert {path.name for path in Path().iterdir()} == {page, "corpus"}

    def test_an_empty_folder_is_filled(self, cli: Cli, page: str) -> None:
        Path("corpus").mkdir()
        assert cli("export", page, "--to", "convokit", "-o", "corpus").status == 0
        assert Path("corpus/index.json").exists()

    def test_a_folder_with_something_in_it_stays_as_it_is(self, cli: Cli, page: str) -> None:
        Path("corpus").mkdir()
        Path("corpus/mine.txt").write_text("mine")
        result = cli("export", page, "--to", "convokit", "-o", "corpus")
        assert (result.status, result.out) == (1, "")
        assert result.err == (
            "error: corpus: cannot be written (it is there and not an empty folder; name a new one)\n"
        )
        assert [path.name for path in Path("corpus").iterdir()] == ["mine.txt"]

    def test_a_crash_in_the_middle_leaves_nothing(self, cli: Cli, page: str, monkeypatch: pytest.MonkeyPatch) -> None:
        def fail(path: Path, value: object) -> None:
            assert len(list(Path().glob(".corpus.*.part"))) == 1  # it is made beside its place
            raise KeyboardInterrupt

        monkeypatch.setattr("scio_transcripts.writers.convokit._dump", fail)
        assert cli("export", page, "--to", "convokit", "-o", "corpus").status == 130
        assert {path.name for path in Path().iterdir()} == {page}

    @pytest.mark.skipif(os.name == "nt", reason="needs file modes")
    def test_it_has_the_usual_mode(self, cli: Cli, page: str) -> None:
        mask = os.umask(0o022)
        try:
            cli("export", page, "--to", "convokit", "-o", "corpus")
        finally:
            os.umask(mask)
        assert stat.S_IMODE(Path("corpus").stat().st_mode) == 0o755

    def test_a_format_of_one_a_file_makes_a_file_for_each(self, cli: Cli, page: str) -> None:
        Path("second.txt").write_text(SECOND)
        assert cli("export", page, "second.txt", "--to", "akoma", "-o", "records/") == (0, "", "")
        assert len(list(Path("records").glob("*.akn.xml"))) == 2
        result = cli("export", page, "second.txt", "--to", "akoma", "-o", "record.xml")
        assert (result.status, result.out) == (1, "")
        assert result.err == "error: akoma: holds one transcript a file; name a folder, for a file each\n"
        assert not Path("record.xml").exists()

    @pytest.mark.parametrize(
        ("arguments", "words"),
        [
            (["--to", "convokit"], "convokit is a folder of files; name a new one"),
            (["--to", "convokit", "-o", "-"], "convokit is a folder of files; name a new one"),
            (["--to", "text", "-o", "new/"], "text is one file; name a file, not a folder"),
            (["--to", "text", "-o", "."], "text is one file; name a file, not a folder"),
        ],
    )
    def test_a_file_for_a_folder_is_a_wrong_command_line(
        self, cli: Cli, page: str, arguments: list[str], words: str
    ) -> None:
        result = cli("export", page, *arguments)
        assert (result.status, result.out) == (2, "")
        assert words in " ".join(result.err.replace("│", "").replace("|", "").split())


class TestTheFormatThatIsMeant:
    """`--to` says it, or the name of the output does; a mistake is one line."""

    @pytest.mark.parametrize(
        ("name", "format"),
        [("a.csv", "csv-turns"), ("exchanges.csv", "csv-exchanges"), ("a.jsonl", "jsonl"), ("a.md", "markdown"),
         ("a.txt", "text"), ("a.xml", "tei"), ("a.akn.xml", "akoma"), ("a.json", "json")],
    )  # fmt: skip
    def test_the_name_of_the_output_says_it(self, cli: Cli, page: str, name: str, format: str) -> None:
        assert cli("export", page, "-o", name) == (0, "", "")
        assert Path(name).read_text("utf-8") == cli("export", page, "--to", format).out

    def test_the_option_wins_over_the_name(self, cli: Cli, page: str) -> None:
        assert cli("export", page, "--to", "csv", "-o", "exchanges.txt") == (0, "", "")
        assert Path("exchanges.txt").read_text("utf-8") == cli("export", page, "--to", "csv-turns").out

    @pytest.mark.parametrize(
        ("arguments", "line"),
        [
            ([], "say the format: --to FORMAT, or -o with a name such as turns.csv; --list has all formats"),
            (["-o", "-"], "say the format: --to FORMAT, or -o with a name such as turns.csv; --list has all formats"),
            (["-o", "2024-exchanges.csv"], "2024-exchanges.csv: could be csv-turns or csv-exchanges; say which with "
             "--to"),
            (["-o", "new/"], "new/: is a folder, which could be json or akoma or convokit or huggingface; say which "
             "with --to"),
            (["-o", "a.xls"], "a.xls: no format has the ending .xls; did you mean xlsx or xml?"),
            (["--to", "cvs"], "cvs: no such format; did you mean csv?"),
        ],
    )  # fmt: skip
    def test_what_is_not_clear_is_one_line(self, cli: Cli, page: str, arguments: list[str], line: str) -> None:
        assert cli("export", page, *arguments) == (2, "", f"error: {line}\n")
        assert [path.name for path in Path().iterdir()] == [page]


class TestByteOrderMark:
    """Excel on Chinese Windows takes CSV without a mark for GBK."""

    @pytest.mark.parametrize("name", [name for name in FORMATS if name[:3] in ("csv", "tsv")])
    def test_a_table_begins_with_it_where_it_is_asked_for_and_is_the_same_behind_it(
        self, cli: Cli, page: str, name: str
    ) -> None:
        marked = cli("export", page, "--to", name, "--bom")
        assert marked == (0, "\ufeff" + cli("export", page, "--to", name).out, "")
        assert cli("export", page, "--to", name, "--bom", "-o", "out").status == 0
        assert Path("out").read_bytes() == marked.out.encode()

    @pytest.mark.parametrize("name", [name for name in FORMATS if name[:3] not in ("csv", "tsv")])
    def test_other_formats_refuse_it_in_one_line(self, cli: Cli, page: str, name: str) -> None:
        licence = ["--license", "other"] if FORMATS[name].options else []
        result = cli("export", page, "--to", name, "--bom", "-o", "out", *licence)
        assert result == (2, "", f"error: --bom is for CSV and TSV; leave it out for {name}\n")

    def test_chinese_is_read_as_chinese_by_what_knows_the_mark_alone(self, cli: Cli, page: str) -> None:
        Path("zh.txt").write_text("路透社记者：\n\n渡船何时开通？谢谢。\n\n林大海：\n\n谢谢。九十天。", "utf-8")
        cli("export", "zh.txt", "--to", "csv", "--bom", "-o", "out.csv")
        text = Path("out.csv").read_text("utf-8-sig")
        assert "渡船何时开通" in text
        assert text.startswith("transcript,")


def test_a_workbook_is_written_and_what_it_cuts_is_told(cli: Cli, page: str) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="reads workbooks back")
    pytest.importorskip("xlsxwriter", reason='needs the extra "excel"')
    long = "SCIO briefing on reeds\n\nReuters:\n\n" + "Ninety ferries run. " * 2_000 + "Why? Thank you."
    Path("long.txt").write_text(long)
    result = cli("export", page, "long.txt", "-o", "event.xlsx")
    assert (result.status, result.out) == (0, "")
    notes = result.err.splitlines()
    assert [note.partition(" cell is longer")[0] for note in notes] == ["note: turns: 1", "note: exchanges: 1"]
    sheet = openpyxl.load_workbook("event.xlsx")["turns"]
    assert sheet.max_row == 1 + 36 + 1
    assert cli("export", page, "-o", "page.xlsx") == (0, "", "")


def test_an_unknown_format_is_refused_with_the_known(cli: Cli, page: str) -> None:
    result = cli("export", page, "--to", "klingon")
    assert (result.status, result.out) == (2, "")
    assert "no such format" in result.err
    assert "convokit" in result.err


def test_a_missing_extra_is_one_line(cli: Cli, page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    row = Format(
        name="reeds",
        home="json",
        extension=".r",
        media_type="x/x",
        keeps=".",
        loses=".",
        extra="reeds",
        needs=("no_such",),
    )
    monkeypatch.setitem(FORMATS, "reeds", row)
    result = cli("export", page, "--to", "reeds", "-o", "out.r")
    assert (result.status, result.out) == (1, "")
    assert result.err.splitlines() == [
        "error: writing reeds needs more packages: python -m pip install 'scio-transcripts[reeds]'"
    ]
    assert not Path("out.r").exists()


def test_a_file_is_never_written_over_itself(cli: Cli, page: str) -> None:
    before = Path(page).read_bytes()
    result = cli("export", page, "--to", "text", "-o", f"./{page}")
    assert result.status == 2
    assert "one of the files to read" in result.err
    assert Path(page).read_bytes() == before


def test_the_table_of_formats_is_printed_without_files(cli: Cli) -> None:
    result = cli("export", "--list")
    assert (result.status, result.err) == (0, "")
    assert [line.split()[0] for line in result.out.splitlines()] == list(FORMATS)


def test_formats_are_completed(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_SCIO_TRANSCRIPTS_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", "scio-transcripts export page.txt --to csv")
    monkeypatch.setenv("COMP_CWORD", "4")
    assert cli().out.split() == [name for name in FORMATS if name.startswith("csv")]


class TestLicence:
    def test_a_format_that_states_one_is_not_written_without(self, cli: Cli, page: str) -> None:
        result = cli("export", page, "--to", "huggingface", "-o", "set")
        assert result.status == 2
        assert "huggingface says the licence of the texts; give its id" in " ".join(
            result.err.replace("│", " ").split()
        )
        assert not Path("set").exists()

    def test_other_formats_refuse_one(self, cli: Cli, page: str) -> None:
        result = cli("export", page, "--to", "jsonl", "--license", "other")
        assert (result.status, result.out) == (2, "")
        assert "jsonl says no licence; leave it out" in " ".join(result.err.replace("│", " ").split())

    def test_it_stands_in_the_card(self, cli: Cli, page: str) -> None:
        pytest.importorskip("pyarrow", reason='needs the extra "data"')
        assert cli("export", page, "--to", "huggingface", "--license", "cc-by-4.0", "-o", "set").status == 0
        assert 'license: "cc-by-4.0"' in Path("set/README.md").read_text("utf-8").splitlines()
        assert sorted(path.name for path in Path("set").iterdir()) == ["README.md", "data"]

    def test_what_is_no_id_is_one_line(self, cli: Cli, page: str) -> None:
        pytest.importorskip("pyarrow", reason='needs the extra "data"')
        result = cli("export", page, "--to", "huggingface", "--license", "all mine\x1b[2J", "-o", "set")
        assert result.status != 0
        assert len(result.err.splitlines()) == 1
        assert "is no id of a licence" in result.err
        assert "\x1b" not in result.err
        assert not Path("set").exists()


def test_a_page_without_a_transcript_is_told_where_little_is_kept_of_it(cli: Cli, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("", "utf-8")
    result = cli("export", empty, "--to", "text")
    assert (result.status, result.out) == (0, "")
    assert result.err == f"note: {empty}: there is no transcript in it; text keeps little or nothing of such a page\n"
    assert cli("export", empty, "--to", "jsonl").err == ""
