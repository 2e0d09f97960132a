"""Plain-text cases: a page as a person could have sent it, and what is true of it.

A file under `cases/` holds cases of one subject. Each begins with `== title`; below it stand sections that begin
with `-- name`:

    page          the text (`\\u00a0` and the like may be written as escapes)
    turns         `label | role | paragraphs`, a turn a line; `-` for no label; `(none)` for no turns at all
    facts         `path = value`, JSON values, such as `event.date = "2024-05-06"`
    people        `role name`, `role Mr. name`, in the order of the document
    notes         `kind: beginning of the text`
    exchanges     `questions > answers | asker > answerers`, numbers of turns and names, `-` for none; then, where there
                  are any, `| follow-ups 3`, `| hand-overs 2`; `(none)` for no exchanges at all
    parts         `turn.number: words of the part`, and below it, for each answer that addresses it, `<- turn: words`;
                  `(none)` for no parts at all
    sections      `opening 0`, `statements 1-3`, ...
    diagnostics   codes that must appear; `!CODE` must not
    evidence      `path: words`, the words of the page that a value was read from

Of every page, the laws are asserted as well.

A bug report becomes a case without any code.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from checks import assert_lawful
from scio_transcripts import Transcript, parse

CASES = Path(__file__).parent / "cases"


@dataclass
class Case:
    file: str
    title: str
    sections: dict[str, list[str]] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.file}: {self.title}"

    @property
    def page(self) -> str:
        text = "\n".join(self.sections["page"]).strip("\n")
        return re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), text)


def read_cases() -> list[Case]:
    cases: list[Case] = []
    for path in sorted(CASES.glob("*.txt")):
        section: list[str] = []
        for line in path.read_text("utf-8").splitlines():
            if line.startswith("== "):
                cases.append(Case(path.stem, line[3:].strip()))
            elif line.startswith("-- ") and cases:
                section = cases[-1].sections.setdefault(line[3:].strip(), [])
            elif cases:
                section.append(line)
    return cases


def expected(case: Case, name: str) -> list[str] | None:
    if name not in case.sections:
        return None
    return [line.strip() for line in case.sections[name] if line.strip()]


def turns_of(page: Transcript) -> list[str]:
    if not page.turns:
        return ["(none)"]
    return [f"{turn.label or '-'} | {turn.role} | {len(turn.paragraphs)}" for turn in page.turns]


def people_of(page: Transcript) -> list[str]:
    return [" ".join(filter(None, (p.role, p.honorific, p.name))) for p in page.participants]


def exchanges_of(page: Transcript) -> list[str]:
    names = {p.id: p.name for p in page.participants}
    lines = []
    for e in page.exchanges:
        who = f"{names.get(e.asker or '', '-')} > {', '.join(names[a] for a in e.answerers) or '-'}"
        fields = [f"{numbers(e.questions)} > {numbers(e.answers)}", who]
        fields += [f"follow-ups {numbers(e.follow_ups)}"] if e.follow_ups else []
        fields += [f"hand-overs {numbers(e.handovers)}"] if e.handovers else []
        lines.append(" | ".join(fields))
    return lines or ["(none)"]


def numbers(indices: tuple[int, ...]) -> str:
    return ", ".join(map(str, indices)) or "-"


def parts_of(page: Transcript) -> list[str]:
    lines = []
    for part in (part for e in page.exchanges for part in e.parts):
        lines.append(f"{part.turn}.{part.number}: {' '.join(page.text[part.start : part.end].split())}")
        lines += [f"<- {a.turn}: {' '.join(page.text[a.start : a.end].split())}" for a in part.answers]
    return lines or ["(none)"]


def sections_of(page: Transcript) -> list[str]:
    return [f"{s.kind} {s.first}" if s.first == s.last else f"{s.kind} {s.first}-{s.last}" for s in page.sections]


READERS = {
    "turns": turns_of,
    "people": people_of,
    "exchanges": exchanges_of,
    "parts": parts_of,
    "sections": sections_of,
}


def look(page: Transcript, path: str) -> object:
    value: object = page.model_dump(mode="json")
    for part in path.split("."):
        value = value[int(part)] if isinstance(value, list) else value[part]  # type: ignore[index]
    return value


@pytest.mark.parametrize("case", read_cases(), ids=str)
def test_case(case: Case) -> None:
    page = parse(case.page)
    assert_lawful(page)
    for name, reader in READERS.items():
        if (wanted := expected(case, name)) is not None:
            assert reader(page) == wanted, name
    for name, agrees in CHECKS.items():
        for line in expected(case, name) or []:
            agrees(page, line)


def agree_on_fact(page: Transcript, line: str) -> None:
    path, _, value = line.partition(" = ")
    assert look(page, path) == json.loads(value), path


def agree_on_note(page: Transcript, line: str) -> None:
    notes = [f"{note.kind}: {note.text}" for note in page.notes]
    assert any(note.startswith(line) for note in notes), f"{line!r} is not among {notes}"


def agree_on_evidence(page: Transcript, line: str) -> None:
    path, _, words = line.partition(": ")
    assert words in {page.text[e.start : e.end] for e in page.evidence_for(path)}, path


def agree_on_diagnostics(page: Transcript, line: str) -> None:
    codes = {diagnostic.code for diagnostic in page.diagnostics}
    for code in line.split():
        assert (code[1:] not in codes) if code.startswith("!") else (code in codes), (code, codes)


CHECKS = {
    "facts": agree_on_fact,
    "notes": agree_on_note,
    "evidence": agree_on_evidence,
    "diagnostics": agree_on_diagnostics,
}


def test_every_case_expects_something() -> None:
    cases = read_cases()
    assert cases
    for case in cases:
        assert set(case.sections) - {"page"}, f"{case} asserts nothing"
        known = {"page", *READERS, *CHECKS}
        assert not set(case.sections) - known, case
