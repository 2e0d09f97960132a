"""The laws of `DESIGN.md`, each for texts that Hypothesis invents.

1 partition, 2 claim, 3 order, 4 evidence, 5 totality, 6 sameness, 7 return, 8 linear. The assertions are in
`checks.py`, so that other tests can make them of real pages.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from checks import (
    GROWTH,
    assert_claimed,
    assert_evidenced,
    assert_lawful,
    assert_ordered,
    assert_partition,
    assert_says,
    assert_sound,
    calls_during,
)
from depth import examples, some_of
from hostile import HOSTILE
from render import LAYOUTS, Finish, finish
from scio_transcripts import SourceError, Transcript, lex, parse
from scio_transcripts.dialects import known
from scio_transcripts.pipeline import parse_source
from scio_transcripts.registry.outlets import outlets
from scio_transcripts.sources.text import Source
from strategies import FRAGMENTS, Spec, any_text, page_like, soup, specs

# Whole press conferences take long to draw; which of their parts do not matter to a failure takes longer to find out.
slow_to_draw = settings(
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
    phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink],
)

finishes = st.builds(
    Finish,
    line_end=st.sampled_from(["\n", "\r\n"]),
    mark=st.sampled_from(["", "\ufeff"]),
    after_label=st.sampled_from(["", " ", "\xa0", "\xa0 \u200b"]),
    trailing=st.sampled_from(["", " ", "  \xa0", "\t"]),
)


# --- 1 partition -----------------------------------------------------------------------------------


@given(soup)
def test_tokens_joined_are_the_text(text: str) -> None:
    assert_partition(text)


@given(any_text)
def test_tokens_do_not_depend_on_lone_surrogates_being_settled(text: str) -> None:
    assert [t.start for t in lex(text)] == [
        t.start for t in lex(text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
    ] or any("\ud800" <= c <= "\udfff" for c in text)


# --- 2 claim, 3 order, 4 evidence ------------------------------------------------------------------


@given(soup)
def test_every_visible_character_is_claimed_and_none_twice(text: str) -> None:
    assert_claimed(parse(text))


@given(soup)
def test_spans_never_run_backwards(text: str) -> None:
    assert_ordered(parse(text))


@given(soup)
def test_every_value_has_its_place(text: str) -> None:
    document = parse(text)
    assert_evidenced(document)
    assert_sound(document)


@slow_to_draw
@given(specs(), st.sampled_from(sorted(LAYOUTS)), finishes)
def test_laws_hold_for_whole_press_conferences(spec: Spec, layout: str, how: Finish) -> None:
    printed = finish(LAYOUTS[layout](spec), how)
    assert_partition(printed.text)
    assert_lawful(parse(printed.text))


@given(page_like, st.sampled_from(known()))
def test_laws_hold_whatever_dialect_is_asked_for(text: str, dialect: str) -> None:
    assert_lawful(parse(text, dialect=dialect))


@slow_to_draw
@given(specs(), st.sampled_from(sorted(LAYOUTS)), st.data())
def test_laws_hold_for_pages_cut_anywhere(spec: Spec, layout: str, data: st.DataObject) -> None:
    text = finish(LAYOUTS[layout](spec), Finish()).text
    begin = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(begin, len(text)))
    assert_lawful(parse(text[begin:end]))


@slow_to_draw
@given(
    specs(),
    st.sampled_from(sorted(LAYOUTS)),
    st.lists(st.tuples(st.integers(0, 40), st.sampled_from(FRAGMENTS)), max_size=8),
)
def test_laws_hold_for_pages_with_strange_lines_put_in(spec: Spec, layout: str, strange: list[tuple[int, str]]) -> None:
    lines = finish(LAYOUTS[layout](spec), Finish()).text.split("\n")
    for place, line in strange:
        lines.insert(place, line)
    assert_lawful(parse("\n".join(lines)))


# --- 5 totality ------------------------------------------------------------------------------------


@given(soup)
def test_any_text_gives_a_document_that_can_be_written(text: str) -> None:
    document = parse(text)
    json.loads(document.to_json())
    assert len(document.text) == len(text)


@example(b"\xff\xfe")
@example(b"\x00")
@example("Reuters:\r\nWhy?".encode("utf-16"))
@example("\ufeffReuters:\nWhy?".encode("utf-32"))
@given(
    st.binary(max_size=300)
    | soup.map(lambda s: s.encode("utf-8", "surrogatepass"))
    | soup.map(lambda s: s.encode("utf-16", "surrogatepass"))
)
def test_any_bytes_give_a_document_or_the_callers_error(data: bytes) -> None:
    try:
        source = Source.of_bytes(data, name="page.txt")
    except SourceError:
        return
    parse_source(source).to_json()


@given(
    st.binary(max_size=60),
    st.sampled_from(
        [
            "utf-8",
            "gb18030",
            "big5",
            "latin-1",
            "utf-7",
            "utf-16",
            "hex",
            "undefined",
            "idna",
            "punycode",
            "none such",
            "",
            "a\0b",
            "é",
        ]
    ),
)
def test_any_bytes_with_any_encoding_give_a_document_or_the_callers_error(data: bytes, encoding: str) -> None:
    try:
        source = Source.of_bytes(data, name="page.txt", encoding=encoding)
    except SourceError:
        return
    parse_source(source).to_json()


@given(soup, st.sampled_from(known()))
def test_no_dialect_raises(text: str, dialect: str) -> None:
    parse(text, dialect=dialect).to_json()


# --- 6 sameness ------------------------------------------------------------------------------------


@given(soup)
def test_two_runs_give_the_same_bytes(text: str) -> None:
    assert parse(text).to_json() == parse(text).to_json()


@pytest.mark.parametrize("seed", some_of(["4242", "0", "1"], 1))
def test_another_process_with_other_seed_locale_and_zone_gives_the_same_bytes(seed: str) -> None:
    texts = [
        *(HOSTILE[name](4_000) for name in sorted(HOSTILE)),
        "\n\n".join(FRAGMENTS),
        "\n".join(reversed(FRAGMENTS)),
    ]
    texts = [t.encode("utf-8", "replace").decode() for t in texts]
    script = (
        "import json, sys; from scio_transcripts import parse\n"
        "for text in json.load(sys.stdin): print(json.dumps(parse(text).to_json()))"
    )
    odd = {"PYTHONHASHSEED": seed, "LANG": "tr_TR.UTF-8", "LC_ALL": "C", "TZ": "Pacific/Kiritimati", "PYTHONUTF8": "0"}
    child = subprocess.run(
        [sys.executable, "-c", script],
        input=json.dumps(texts),
        env={**os.environ, **odd},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert child.returncode == 0, child.stderr[-3000:]
    there = [json.loads(line) for line in child.stdout.splitlines()]
    assert there == [parse(text).to_json() for text in texts]


# --- 7 return --------------------------------------------------------------------------------------


@given(soup)
def test_a_document_survives_json(text: str) -> None:
    document = parse(text)
    assert Transcript.from_json(document.to_json()) == document
    assert Transcript.from_json(document.to_json(indent=2)).to_json() == document.to_json()


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
@slow_to_draw
@given(spec=specs(), how=finishes)
def test_a_press_conference_comes_back_from_each_layout(layout: str, spec: Spec, how: Finish) -> None:
    printed = finish(LAYOUTS[layout](spec), how)
    assert_says(parse(printed.text), printed)


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
@slow_to_draw
@given(spec=specs(shared_family=True))
def test_officials_of_one_family_name_are_kept_apart(layout: str, spec: Spec) -> None:
    printed = finish(LAYOUTS[layout](spec), Finish())
    assert_says(parse(printed.text), printed)


FORMS = {"own line": "{}:\n\n{}", "inline": "{}: {}", "bracketed": "[{}]: {}", "markdown": "### {}:\n\n{}"}


@pytest.mark.parametrize("share", some_of(range(10), 1))
@pytest.mark.parametrize("form", sorted(FORMS))
def test_every_outlet_of_the_registry_is_a_label_and_keeps_its_name(form: str, share: int) -> None:
    """The outlets by tenths, so that a sample of them is quick."""
    head = "SCIO briefing on ferries\n\nSpeakers:\n\nMr. Lin Dahai, minister of tides\n\nDate:\n\nJuly 3, 2024"
    wrong = {}
    for outlet in list(outlets().values())[share::10]:
        for name in (outlet.name, *outlet.en, *outlet.zh):
            said = (("Lin Dahai", "Good morning."), (name, "How many? Thank you."), ("Lin Dahai", "Thank you. Ninety."))
            document = parse("\n\n".join([head, *(FORMS[form].format(label, speech) for label, speech in said)]))
            found = [
                (t.label, t.role, p.name, p.outlet) for t in document.turns if (p := document.participant(t.speaker))
            ]
            asked = (name, "reporter", name, outlet.id)
            if found != [
                ("Lin Dahai", "official", "Lin Dahai", None),
                asked,
                ("Lin Dahai", "official", "Lin Dahai", None),
            ]:
                wrong[name] = found[1:2]
    assert not wrong, f"{len(wrong)} names: {dict(list(wrong.items())[:40])}"


# --- 8 linear --------------------------------------------------------------------------------------


@settings(slow_to_draw, max_examples=examples(20))
@given(specs(), st.sampled_from(sorted(LAYOUTS)))
def test_twice_the_body_is_about_twice_the_work(spec: Spec, layout: str) -> None:
    text = finish(LAYOUTS[layout](spec), Finish()).text
    parse(text)
    once, twice = calls_during(lambda: parse(text * 8)), calls_during(lambda: parse(text * 16))
    assert twice <= GROWTH * once


@pytest.mark.parametrize("name", some_of(sorted(HOSTILE), 80))
def test_twice_a_hostile_text_is_about_twice_the_work(name: str) -> None:
    """Short texts here; `test_adversarial.py` has long ones."""
    short, long = HOSTILE[name](5_000), HOSTILE[name](10_000)
    parse(short)
    once, twice = calls_during(lambda: parse(short)), calls_during(lambda: parse(long))
    assert twice <= GROWTH * once
