"""People and outlets under other names: what a page says of itself must not depend on who they are."""

from __future__ import annotations

import json
import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from render import LAYOUTS, Finish, finish
from scio_transcripts import Transcript, parse
from scio_transcripts.registry.outlets import outlets
from strategies import Spec, specs

NAMES = ["Mo Shuqing", "Yin Baolin", "Tao Wenxiu", "Kang Zeyu", "Xiang Liting", "Ouyang Ruolan", "Qin Haotian"]
OUTLETS = sorted(
    name
    for outlet in outlets().values()
    if re.fullmatch(r"[A-Z][A-Za-z]+ (?:Daily|Times|TV|News)", name := outlet.name)
)


def structure(page: Transcript) -> object:
    """Everything but the names: roles, speakers by first appearance, paragraphs, exchanges, references."""
    order = {p.id: n for n, p in enumerate(page.participants)}
    return [
        [(t.role, order.get(t.speaker or ""), len(t.paragraphs), t.label is None, t.continued) for t in page.turns],
        [(p.role, p.honorific, [json.dumps(q.model_dump()) for q in p.positions]) for p in page.participants],
        [(e.questions, e.answers) for e in page.exchanges],
        [(r.turn, order.get(r.participant or "")) for r in page.references],
        page.event.date,
        [d.code for d in page.diagnostics],
    ]


def renamed(text: str, pairs: list[tuple[str, str]]) -> str:
    """The text with every name exchanged at once, full names before family names."""
    table = dict(pairs)
    for old, new in pairs:
        table.setdefault(old.split()[0], new.split()[0])
    pattern = "|".join(sorted(map(re.escape, table), key=len, reverse=True))
    return re.sub(rf"(?<![A-Za-z])(?:{pattern})(?![A-Za-z])", lambda found: table[found[0]], text)


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example])
@given(specs(), st.sampled_from(sorted(LAYOUTS)), st.permutations(NAMES))
def test_renaming_people_consistently_changes_nothing_else(spec: Spec, layout: str, names: list[str]) -> None:
    people = [*spec.officials, spec.chair]
    families = [p.name.split()[0] for p in people]
    outlets = {word for turn in spec.turns if turn.role == "reporter" for word in turn.label.split()}
    # `Wen Wei Po` is no relative of Wen An.
    if len(set(families)) < len(families) or len(people) > len(names) or not outlets.isdisjoint(families):
        return
    text = finish(LAYOUTS[layout](spec), Finish()).text
    other = renamed(text, list(zip([p.name for p in people], names, strict=False)))
    assert structure(parse(other)) == structure(parse(text))


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example])
@given(specs(), st.sampled_from(["spaced", "tight", "inline", "bracketed", "markdown"]), st.permutations(OUTLETS[:12]))
def test_swapping_outlets_changes_nothing_else(spec: Spec, layout: str, others: list[str]) -> None:
    labels = list(dict.fromkeys(turn.label for turn in spec.turns if turn.role == "reporter"))
    if len(labels) > len(others):
        return
    text = finish(LAYOUTS[layout](spec), Finish()).text
    table = dict(zip(labels, others, strict=False))
    pattern = "|".join(sorted(map(re.escape, table), key=len, reverse=True))
    other = re.sub(rf"(?m)(?<![\w'’-])(?:{pattern})(?![\w'’-])", lambda found: table[found[0]], text)
    assert structure(parse(other)) == structure(parse(text))
