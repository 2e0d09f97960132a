"""Who took part, as the document has it.

In: people, with what was read of each. Out: participants with their ids. Promises: an id is made of the name, and told
apart from others by a number. Decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from scio_transcripts.lazy import re
from scio_transcripts.model import Evidence, Participant, Position
from scio_transcripts.model.base import maker
from scio_transcripts.normalizer.people.person import Person
from scio_transcripts.normalizer.posts.positions import Post
from scio_transcripts.spans import Span

_NOT_SLUG = re.compile(r"[^\w]+")
_evidence = maker(Evidence)
_participants = maker(Participant)
_positions = maker(Position)


def participant_ids(people: Sequence[Person]) -> dict[int, str]:
    """A slug of the name for each person, with a number where two share one: the next that no name has for its own."""
    used: dict[str, int] = {}
    taken: set[str] = set()
    ids: dict[int, str] = {}
    for person in people:
        slug = _NOT_SLUG.sub("-", person.name.lower().replace("'", "").replace("’", "")).strip("-_") or "unnamed"
        number = used.get(slug, 0) + 1
        while (free := slug if number == 1 else f"{slug}-{number}") in taken:
            number += 1
        used[slug] = number
        taken.add(free)
        ids[id(person)] = free
    return ids


def participants_of(
    people: Sequence[Person], ids: Mapping[int, str], posts: Mapping[int, Sequence[Post]]
) -> tuple[Participant, ...]:
    """The participants. `ids` and `posts` are by the person's identity."""
    return _participants(_participant(person, ids[id(person)], posts[id(person)]) for person in people)


def evidence_of(found: Iterable[tuple[str, Span, str]]) -> tuple[Evidence, ...]:
    """Where values were read: field, place and basis of each."""
    return _evidence(
        [{"field": field, "start": start, "end": end, "basis": basis} for field, (start, end), basis in found]
    )


def _participant(person: Person, participant_id: str, posts: Sequence[Post]) -> dict[str, object]:
    path = f"participants.{participant_id}"
    return {
        "id": participant_id,
        "name": person.name,
        "family_name": person.family_name,
        "honorific": person.honorific,
        "role": person.role,
        "outlet": person.outlet,
        "description": person.description,
        "positions": _positions(_position(post) for post in posts),
        "aliases": tuple(person.aliases),
        "evidence": evidence_of(
            [(f"{path}.{what}" if what else path, span, basis) for what, span, basis in person.evidence]
        ),
    }


def _position(post: Post) -> dict[str, object]:
    return {"title": post["title"], "organization": post["organization"], "abbreviation": post["abbreviation"]}
