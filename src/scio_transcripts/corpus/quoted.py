"""A quotation in a corpus: which documents can hold it, and what they say.

In: a corpus and a quotation, an anchor or a citation. Out: what became of it (`views.Finding`). Promises: the index
names the documents, and only these are read: those with all of the words, up to 200 of the oldest; where they do not
have it, the 20 that share most of its rarest words. So a quotation with changed words is found as long as some of its
rarer words were left. Of an anchor, which holds no words, only documents with its turn are looked at.
"""

from __future__ import annotations

import math
from contextlib import closing
from itertools import islice
from typing import TYPE_CHECKING, Any

from scio_transcripts.corpus.asked import LONGEST, Term, phrase_of
from scio_transcripts.corpus.database import reading, told
from scio_transcripts.corpus.lookup import Filters, Lookup
from scio_transcripts.views.anchors import Anchor, is_anchor
from scio_transcripts.views.everywhere import Finding, Gathering
from scio_transcripts.views.folding import fold
from scio_transcripts.views.passages import Spoken
from scio_transcripts.views.quotations import Citation
from scio_transcripts.views.quoted import parts_of
from scio_transcripts.views.speakers import SelectionError, folded_name, is_called, near

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scio_transcripts.corpus.store import Corpus
    from scio_transcripts.model import Participant

_MOST_WITH_ALL = 200
"""Documents with all words that are read for one quotation."""
_MOST_ALIKE = 20
"""Documents with some of its words that are read."""
_MOST_TERMS = 12
"""The rarest of its words, which name these documents."""
_MOST_NAMES = 20_000
"""With which a name is compared that nobody bears."""
_MOST_TURNS = 500_000
"""In which these words stand, all together."""


def find_quotation(corpus: Corpus, what: str | Anchor | Citation, *, speaker: str | None = None) -> Finding:
    """What became of a quotation in a corpus. `what` and `speaker` are those of `views.verify`, and so are errors."""
    gathering = Gathering(what, speaker)
    look_through(corpus, what, gathering)
    return gathering.settled()


def look_through(corpus: Corpus, what: str | Anchor | Citation, gathering: Gathering) -> None:
    """Look for a quotation in the documents of a corpus that can hold it."""
    before = gathering.looked_at
    with told(corpus.path):
        anchor = _anchor(what)
        words = what if isinstance(what, str) else what.words if isinstance(what, Citation) else ""
        if anchor is not None:
            _look(corpus, with_turn(corpus, anchor.turn), gathering)
        if not gathering.has_words and not is_anchor(words):
            terms = _terms(words)
            _look(corpus, islice(_with_all(corpus, terms), _MOST_WITH_ALL), gathering)
            if not gathering.has_words:
                _look(corpus, _most_alike(corpus, terms), gathering)
        if gathering.speaker is not None and not gathering.knows_speaker:
            _look_for_speaker(corpus, gathering.speaker, gathering)
    gathering.looked_at = before + len(corpus)


def _look_for_speaker(corpus: Corpus, name: str, gathering: Gathering) -> None:
    """Whether somebody has this name in a document that was not read: the tables of participants and turns know."""
    names: dict[str, str] = {}
    for person in _people(corpus):
        if is_called(person, name):
            gathering.knows_speaker = True
            return
        if len(names) < _MOST_NAMES:
            names[folded_name(person.name)] = person.name
    with closing(corpus.cursor()) as database:
        labels = f"SELECT 1 FROM {reading(corpus.paths('turns'))} WHERE lower(label) = ? LIMIT 1"
        gathering.knows_speaker = bool(_rows(database, labels, [" ".join(name.split()).lower()]))
    alike = near(folded_name(name), names)
    gathering.unknown.append(SelectionError(name, f"nobody here is called {name!r}", near=alike))


def _people(corpus: Corpus) -> Iterator[Participant]:
    """Everybody whom the corpus knows, once for each description."""
    from scio_transcripts.model import Participant, Position

    columns = "participant, name, role, family_name, honorific, outlet, description, aliases, titles, organizations"
    with closing(corpus.cursor()) as database:
        rows = _rows(database, f"SELECT DISTINCT {columns} FROM {reading(corpus.paths('participants'))}", [])
    for own, name, role, family, honorific, outlet, description, aliases, titles, organizations in rows:
        posts = zip(titles or (), organizations or (), strict=False)
        yield Participant.model_construct(
            id=own,
            name=name,
            role=role,
            family_name=family,
            honorific=honorific,
            outlet=outlet,
            description=description,
            aliases=tuple(aliases or ()),
            positions=tuple(
                Position.model_construct(title=title, organization=where, abbreviation=None) for title, where in posts
            ),
            evidence=(),
        )


def _look(corpus: Corpus, ids: Iterable[str], gathering: Gathering) -> None:
    for own in ids:
        gathering.look(own, Spoken(corpus.transcript(own)))


def _anchor(what: str | Anchor | Citation) -> Anchor | None:
    if isinstance(what, str):
        return Anchor.parse(what) if is_anchor(what) else None
    return what if isinstance(what, Anchor) else what.anchor


def _terms(words: str) -> tuple[Term, ...]:
    """The terms of a quotation's beginning, as the index has them."""
    folded = fold(words.encode("utf-8", "replace").decode())[:LONGEST]
    return tuple(dict.fromkeys(term for part in parts_of(folded) for term in phrase_of(part.text).terms))


def with_turn(corpus: Corpus, turn: str) -> Iterator[str]:
    """The documents with a turn of this id, which is made of its label and first words."""
    with closing(corpus.cursor()) as database:
        found = database.execute(
            f"SELECT DISTINCT transcript FROM {reading(corpus.paths('turns'))} WHERE turn_id = ? ORDER BY transcript",
            [turn],
        )
        rows = found.fetchmany(_MOST_WITH_ALL)
    yield from (own for (own,) in rows)


def _with_all(corpus: Corpus, terms: tuple[Term, ...]) -> Iterator[str]:
    """The documents with a turn that has all terms, the oldest first."""
    if not terms:
        return
    with closing(Lookup(corpus, terms, Filters())) as lookup:
        yield from dict.fromkeys(place.transcript for place in lookup.places("oldest"))


def _most_alike(corpus: Corpus, terms: tuple[Term, ...]) -> list[str]:
    """The documents with a turn that has the most of the rarest terms."""
    segments = [one for one in corpus.index() if one.turns]
    whole = sum(one.turns for one in segments)
    names = [term.text for term in terms if term.counts and not term.begins]
    votes: dict[str, float] = {}
    with closing(corpus.cursor()) as database:
        counts: dict[str, int] = {}
        for one in segments:
            counted = f"SELECT term, sum(len(turns)) FROM {reading([one.folder(corpus.path) / 'terms.parquet'])} "
            for term, count in _rows(database, f"{counted} WHERE term IN (SELECT unnest(?)) GROUP BY term", [names]):
                counts[term] = counts.get(term, 0) + int(count)
        rare = _rarest(counts, whole)
        for one in segments:
            folder = one.folder(corpus.path)
            sql = (
                "SELECT t.transcript, max(h.score) AS best FROM (SELECT id, sum(rarity) AS score FROM "
                "(SELECT base + unnest(turns) AS id, rarity "
                f"FROM {reading([folder / 'terms.parquet'])} "
                "JOIN (SELECT unnest(?::VARCHAR[]) AS term, unnest(?::DOUBLE[]) AS rarity) USING (term)) "
                f"GROUP BY id) h JOIN {reading([folder / 'turns.parquet'])} t USING (id) "
                f"GROUP BY t.transcript ORDER BY best DESC, t.transcript LIMIT {_MOST_ALIKE}"
            )
            for own, score in _rows(database, sql, [list(rare), list(rare.values())]):
                votes[own] = max(votes.get(own, 0), score)
    return sorted(votes, key=lambda own: (-votes[own], own))[:_MOST_ALIKE]


def _rarest(counts: dict[str, int], whole: int) -> dict[str, float]:
    """The rarest terms with how much each says, as far as they do not stand nearly everywhere."""
    rare: dict[str, float] = {}
    left = _MOST_TURNS
    for term, count in sorted(counts.items(), key=lambda item: (item[1], item[0])):
        left -= count
        if len(rare) >= _MOST_TERMS or (rare and left < 0):
            break
        rare[term] = math.log(1 + whole / max(count, 1))
    return rare


def _rows(database: Any, sql: str, values: list[Any]) -> list[tuple[Any, ...]]:
    rows: list[tuple[Any, ...]] = database.execute(sql, values).fetchall()
    return rows
