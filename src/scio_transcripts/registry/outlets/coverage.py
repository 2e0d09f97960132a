"""How much of who asks the registry knows, and what is missing from it.

In: the labels of questions. Out: counts, and the labels that were not found, the commonest first, each with the entries
whose names are most like it. Promises: suggestions are for a person to look at; nothing is merged. Knows no transcript.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from scio_transcripts.registry.outlets.entry import fold
from scio_transcripts.registry.outlets.lookup import Hit, near


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question's label. Without one, and where it names nobody (`Q`), `label` is None."""

    label: str | None
    outlet: str | None
    """Id of the outlet that was found."""
    source: str
    """Where it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """A label that was not found."""

    label: str
    """As it is printed most often."""
    count: int
    sources: int
    """In how many files."""
    first: str
    """The first of them."""
    near: tuple[Hit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What the registry knows of the labels that were asked under."""

    questions: int
    known: int
    unlabelled: int
    missing: tuple[Missing, ...]

    @property
    def unknown(self) -> int:
        """Questions whose label names somebody, and no known outlet."""
        return self.questions - self.known - self.unlabelled


@dataclass(slots=True)
class _Tally:
    """One label while it is counted, in all its spellings."""

    spellings: Counter[str] = field(default_factory=Counter)
    sources: dict[str, None] = field(default_factory=dict)


def coverage_of(asked: Iterable[Asked]) -> Coverage:
    """Count what was found and what was not.

    >>> report = coverage_of([Asked(label="Harbin Dialy", outlet=None, source="page.txt")])
    >>> report.unknown, report.missing[0].near[0].outlet.id
    (1, 'harbin-daily')
    """
    questions = known = unlabelled = 0
    tallies: dict[str, _Tally] = {}
    for one in asked:
        questions += 1
        if one.label is None:
            unlabelled += 1
        elif one.outlet is not None:
            known += 1
        else:
            tally = tallies.setdefault(fold(one.label), _Tally())
            tally.spellings[one.label] += 1
            tally.sources.setdefault(one.source)
    missing = [
        Missing(
            label=(label := tally.spellings.most_common(1)[0][0]),
            count=tally.spellings.total(),
            sources=len(tally.sources),
            first=next(iter(tally.sources)),
            near=tuple(near(label)),
        )
        for tally in tallies.values()
    ]
    missing.sort(key=lambda row: (-row.count, row.label))
    return Coverage(questions=questions, known=known, unlabelled=unlabelled, missing=tuple(missing))
