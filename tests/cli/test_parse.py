"""`parse`: JSON out, one document or many, all of a file or nothing of it."""

import json
import os
import stat
from pathlib import Path

import pytest

from cli.conftest import Cli
from scio_transcripts import Transcript, parse


def test_one_file_is_one_object(cli: Cli, page: str) -> None:
    result = cli("parse", page)
    assert (result.status, result.err) == (0, "")
    assert result.out.count("\n") == 1
    document = Transcript.from_json(result.out)
    assert document.source.uri == page
    assert document.turns == parse(Path(page).read_text("utf-8")).turns


def test_indent_is_for_people(cli: Cli, page: str) -> None:
    indented = cli("parse", page, "--indent", "2").out
    assert indented.startswith('{\n  "schema_version"')
    assert json.loads(indented) == json.loads(cli("parse", page).out)


def test_what_a_terminal_obeys_is_escaped(cli: Cli, page: str) -> None:
    Path("odd.txt").write_text("SCIO briefing on \x9b2J\u202ereeds\n\nReuters:\n\nWhy? Thank you.\n", "utf-8")
    out = cli("parse", "odd.txt").out
    assert "\x9b" not in out
    assert "\u202e" not in out
    assert "\x9b2J\u202ereeds" in Transcript.from_json(out).text


def test_standard_input_is_a_dash(cli: Cli, page: str) -> None:
    document = Transcript.from_json(cli("parse", "-", stdin=Path(page).read_bytes()).out)
    assert document.source.uri is None
    assert len(document.turns) == 36


def test_several_files_are_one_object_a_line(cli: Cli, page: str) -> None:
    Path("second.txt").write_text("Reuters:\n\nWhy? Thank you.")
    result = cli("parse", page, "second.txt", "--format", "jsonl")
    assert result.status == 0
    assert [json.loads(line)["source"]["uri"] for line in result.out.splitlines()] == [page, "second.txt"]


def test_files_of_several_events_do_not_make_one_object(cli: Cli, page: str) -> None:
    Path("second.txt").write_text("Reuters:\n\nWhy? Thank you.")
    result = cli("parse", page, "second.txt")
    assert (result.status, result.out) == (1, "")
    assert result.err == (
        "error: second.txt: is of another event than the files before it; add --format jsonl, or --join\n"
    )
    alone = cli("parse", page, page, "--no-join")
    assert (alone.status, alone.out) == (2, "")
    assert "--format jsonl" in " ".join(alone.err.replace("│", "").replace("|", "").split())


def test_pages_of_one_event_are_one_object(cli: Cli, page: str) -> None:
    text = Path(page).read_text("utf-8")
    cut = text.index("\n\n", len(text) // 2)
    Path("event-1.txt").write_text(text[:cut], "utf-8")
    Path("event-2.txt").write_text(text[cut:], "utf-8")
    joined = json.loads(cli("parse", "event-2.txt", "event-1.txt").out)
    whole = json.loads(cli("parse", page).out)
    assert [turn["label"] for turn in joined["turns"]] == [turn["label"] for turn in whole["turns"]]
    assert joined["pages"]["numbers"] == [1, 2]
    alone = cli("parse", "event-2.txt", "event-1.txt", "--no-join", "--format", "jsonl").out.splitlines()
    assert [json.loads(line)["source"]["uri"] for line in alone] == ["event-2.txt", "event-1.txt"]


def test_one_bad_file_does_not_stop_the_others(cli: Cli, page: str) -> None:
    Path("folder").mkdir()
    result = cli("parse", "missing.txt", "folder", page, "--format", "jsonl")
    assert result.status == 1
    assert [json.loads(line)["source"]["uri"] for line in result.out.splitlines()] == [page]
    assert result.err.splitlines() == [
        "error: folder: holds no pages; pages are files that end in .html, .htm, .shtml, .xhtml, .txt, .text, .md",
        "error: missing.txt: no such file; check the spelling, or the folder you are in",
    ]


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"\x7fELF\0\0\0", "is not text"), (b"abc\xff\xfe\xfd", "--encoding gb18030")],
    ids=["binary", "other encoding"],
)
def test_what_is_not_text_is_refused_in_one_line(cli: Cli, tmp_path: Path, data: bytes, words: str) -> None:
    file = tmp_path / "page.dat"
    file.write_bytes(data)
    result = cli("parse", file)
    assert (result.status, result.out) == (1, "")
    assert words in result.err
    assert len(result.err.splitlines()) == 1


def test_an_encoding_can_be_named(cli: Cli, tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    file.write_bytes("路透社记者：\n\n请问为什么？谢谢。".encode("gb18030"))
    result = cli("parse", file, "--encoding", "gb18030")
    assert "请问为什么？谢谢。" in result.out
    assert json.loads(result.out)["source"]["encoding"] == "gb18030"


@pytest.mark.parametrize("name", ["klingon", "hex", "rot13", "\udcff", "undefined"])
def test_an_encoding_that_is_none_is_refused(cli: Cli, page: str, name: str) -> None:
    result = cli("parse", page, "--encoding", name)
    assert (result.status, result.out) == (2, "")
    assert "no encoding is named" in result.err


def test_a_codec_that_fails_in_its_own_way_is_no_traceback(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_bytes(b"\xff\xfe!-!-!")
    for codec in ("punycode", "idna", "unicode_escape", "utf-7"):
        result = cli("parse", tmp_path / "page.txt", "--encoding", codec)
        assert result.status in (0, 1)
        assert "Traceback" not in result.err


def test_a_dialect_can_be_named_and_an_unknown_one_is_refused_with_the_known(cli: Cli, page: str) -> None:
    assert json.loads(cli("parse", page, "--dialect", "generic").out)["dialect"] == "generic"
    result = cli("parse", page, "--dialect", "klingon")
    assert (result.status, result.out) == (2, "")
    assert "scio-en" in result.err


def test_strict_refuses_what_has_warnings(cli: Cli, page: str) -> None:
    Path("empty.txt").touch()
    result = cli("parse", "empty.txt", "--strict")
    assert (result.status, result.out) == (1, "")
    assert result.err.startswith("error: empty.txt: T103")
    assert cli("parse", "empty.txt").status == 0


def test_an_empty_file_is_a_document_of_unknown_kind(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    result = cli("parse", tmp_path / "empty.txt")
    document = json.loads(result.out)
    assert result.status == 0
    assert document["kind"] == "unknown"
    assert [(d["code"], d["severity"]) for d in document["diagnostics"]] == [("T103", "error")]


@pytest.mark.skipif(os.name == "nt", reason="needs file names of any bytes")
def test_a_file_name_of_any_bytes_is_read(cli: Cli, tmp_path: Path) -> None:
    file = os.fsdecode(os.fsencode(tmp_path) + b"/page-\xff.txt")
    Path(file).write_text("Reuters:\n\nWhy? Thank you.")
    result = cli("parse", file)
    assert result.status == 0
    assert json.loads(result.out)["source"]["uri"].endswith("page-\ufffd.txt")


def test_standard_input_can_be_read_only_once(cli: Cli) -> None:
    result = cli("parse", "-", "-", "--format", "jsonl")
    assert result.status == 2
    assert "only once" in result.err


class TestOutput:
    """`-o`: the file is complete, or it is as it was before."""

    def test_the_file_gets_what_standard_output_would(self, cli: Cli, page: str) -> None:
        printed = cli("parse", page).out
        result = cli("parse", page, "-o", "page.json")
        assert result == (0, "", "")
        assert Path("page.json").read_text("utf-8") == printed

    def test_a_failure_leaves_the_old_file_and_nothing_else(self, cli: Cli, page: str) -> None:
        Path("page.json").write_text("old")
        result = cli("parse", "missing.txt", "-o", "page.json")
        assert result.status == 1
        assert Path("page.json").read_text() == "old"
        assert {path.name for path in Path().iterdir()} == {page, "page.json"}

    def test_a_crash_in_the_middle_leaves_the_old_file_and_nothing_else(
        self, cli: Cli, page: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        Path("pages.jsonl").write_text("old")
        whole = Transcript.to_json
        calls = iter([whole, None])

        def fail_later(self: Transcript, **options: int) -> str:
            if next(calls) is None:
                assert len(list(Path().glob(".pages.jsonl.*.part"))) == 1  # it is written beside the target
                raise KeyboardInterrupt
            return whole(self, **options)

        monkeypatch.setattr(Transcript, "to_json", fail_later)
        assert cli("parse", page, page, "--no-join", "--format", "jsonl", "-o", "pages.jsonl").status == 130
        assert Path("pages.jsonl").read_text() == "old"
        assert {path.name for path in Path().iterdir()} == {page, "pages.jsonl"}

    def test_what_could_be_read_is_written_and_the_status_tells(self, cli: Cli, page: str) -> None:
        result = cli("parse", page, "missing.txt", "--format", "jsonl", "-o", "pages.jsonl")
        assert result.status == 1
        assert len(Path("pages.jsonl").read_text("utf-8").splitlines()) == 1

    @pytest.mark.skipif(os.name == "nt", reason="needs file modes")
    def test_a_new_file_has_the_usual_mode_and_an_old_one_keeps_its_own(self, cli: Cli, page: str) -> None:
        mask = os.umask(0o022)
        try:
            cli("parse", page, "-o", "new.json")
            assert stat.S_IMODE(Path("new.json").stat().st_mode) == 0o644
            Path("new.json").chmod(0o600)
            cli("parse", page, "-o", "new.json")
            assert stat.S_IMODE(Path("new.json").stat().st_mode) == 0o600
        finally:
            os.umask(mask)

    @pytest.mark.skipif(os.name == "nt", reason="needs symbolic links")
    def test_a_link_stays_a_link(self, cli: Cli, page: str) -> None:
        Path("target.json").write_text("old")
        Path("link.json").symlink_to("target.json")
        cli("parse", page, "-o", "link.json")
        assert Path("link.json").is_symlink()
        assert Path("target.json").read_text("utf-8").startswith("{")

    @pytest.mark.skipif(os.name == "nt", reason="needs named pipes")
    def test_a_device_is_written_to_and_not_replaced(self, cli: Cli, page: str, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe")
        reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
        Path("small.txt").write_text("Reuters:\n\nWhy? Thank you.")
        assert cli("parse", "small.txt", "-o", "pipe").status == 0
        assert os.read(reader, 65536).startswith(b'{"schema_version"')
        os.close(reader)
        assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)

    def test_a_dash_is_standard_output(self, cli: Cli, page: str) -> None:
        assert cli("parse", page, "-o", "-").out == cli("parse", page).out

    @pytest.mark.parametrize("target", ["no/such/folder/page.json", ".", "loop", "n" * 300])
    def test_a_place_that_cannot_be_written_is_told(self, cli: Cli, page: str, target: str) -> None:
        Path("loop").symlink_to("loop")
        result = cli("parse", page, "-o", target)
        assert (result.status, result.out) == (1, "")
        assert result.err.startswith(f"error: {target}: cannot be written (")

    def test_a_file_may_have_the_longest_name_there_is(self, cli: Cli, page: str) -> None:
        assert cli("parse", page, "-o", "n" * 255).status == 0
        assert Path("n" * 255).read_bytes().startswith(b'{"schema_version"')

    def test_a_file_is_never_written_over_itself(self, cli: Cli, page: str) -> None:
        before = Path(page).read_bytes()
        result = cli("parse", page, "-o", f"./{page}")
        assert result.status == 2
        assert "one of the files to read" in result.err
        assert Path(page).read_bytes() == before


def test_a_name_that_no_file_can_have_is_told(cli: Cli) -> None:
    result = cli("parse", "n" * 300)
    assert (result.status, result.out) == (1, "")
    assert result.err.endswith("cannot be read (File name too long)\n")


def test_a_page_that_is_named_twice_is_told_so(cli: Cli, page: str) -> None:
    result = cli("parse", page, page)
    assert (result.status, result.out) == (1, "")
    assert result.err == "error: page.txt: is named more than once; name it once, or add --format jsonl\n"


def test_a_page_that_a_join_leaves_out_is_told(cli: Cli, tmp_path: Path) -> None:
    for number, day in ((1, "May 6, 2021"), (2, "June 9, 2022")):
        (tmp_path / f"{number}.txt").write_text(
            f"SCIO briefing on harbor {number}\n\nBeijing | {day}\n\nReuters:\n\nWhy? Thank you.\n\nLin Dahai:\n\nSo.\n"
        )
    told = cli("parse", tmp_path / "1.txt", tmp_path / "2.txt", "--join")
    assert told.status == 0
    assert "is of another event and was left out (G606)" in told.err
