"""Akoma Ntoso 3.0 (LegalDocML): a `debate`, as parliaments keep their records.

In: one transcript. Out: one `akomaNtoso` document. Promises: valid against the standard's schema whatever the words
are; every `by` leads to a person and every `as` to a role among the references; an exchange is a section. What XML
cannot hold becomes U+FFFD. The standard demands a date, an author and a country where a page may give none: then the
date is 0001-01-01 and called `unknown`, the author is `#unknown`; the country is China, whose bodies publish these
pages. Loses offsets, evidence, references, diagnostics and the furniture of the site.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from scio_transcripts.lazy import re
from scio_transcripts.model import Note, Paragraph, Transcript, Turn
from scio_transcripts.registry.outlets import name_of
from scio_transcripts.writers.base import FormatError
from scio_transcripts.writers.tables import transcript_id
from scio_transcripts.writers.text import day, in_order
from scio_transcripts.writers.xml import DECLARATION, Ids, Ink

_NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_COUNTRY = "cn"
_LANGUAGES = {"en": "eng", "zh-Hans": "zho", "zh-Hant": "zho", "mul": "mul", "und": "und"}
_UNKNOWN = "unknown"
_PROGRAM = "scio-transcripts"
_ADDRESS = re.compile(
    r"https?://[A-Za-z0-9.-]++(?::\d{1,5})?"
    r"(?:[/?](?:[A-Za-z0-9._~:/?@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)?(?:#[A-Za-z0-9._~-]*+)?"
)
"""An address that any schema takes for one."""
_REMARKS = {"stage": "phenomenon", "caption": "caption", "timestamp": "sceneDescription"}


def write(transcripts: Iterable[Transcript], out: BinaryIO) -> None:
    """Write the one transcript. Raises `FormatError` for none or several: the format has one a file."""
    coming = iter(transcripts)
    first = next(coming, None)
    if first is None or next(coming, None) is not None:
        raise FormatError("akoma", "holds one transcript a file", "name a folder, for a file each")
    out.write(f"{DECLARATION}{_Document(first).written()}\n".encode())


class _Document:
    """One transcript on its way to XML: what it needs to know while it is written."""

    def __init__(self, transcript: Transcript) -> None:
        self._transcript = transcript
        self._ink = Ink()
        ids = Ids()
        for fixed in (_UNKNOWN, _PROGRAM, "publisher", "city", *_ROLES):
            ids.new(fixed)
        self._people = {p.id: ids.new(p.id) for p in transcript.participants}
        self._outlets = {p.outlet: "" for p in transcript.participants if p.outlet}
        self._outlets = {outlet: ids.new(f"outlet-{outlet}") for outlet in self._outlets}
        self._ids = ids

    def written(self) -> str:
        """The whole document."""
        ink = self._ink
        debate = ink.element("debate", {"name": "pressConference"}, self._meta(), self._preface(), "\n", self._body())
        return ink.element("akomaNtoso", {"xmlns": _NAMESPACE}, debate)

    def _meta(self) -> str:
        ink, published = self._ink, self._transcript.publication
        gazette = {"date": published.date, "name": "publication", "showAs": published.publisher or "published"}
        source = {"source": f"#{_PROGRAM}"}
        return ink.element(
            "meta",
            {},
            ink.element("identification", source, *self._identification()),
            ink.element("publication", gazette) if published.date else "",
            ink.element("references", source, *self._references()),
        )

    def _identification(self) -> Iterator[str]:
        """The work is the event, the expression its page in one language, the manifestation this file."""
        ink, page = self._ink, self._transcript
        held, published = page.event.date, page.publication.date
        language = _LANGUAGES[page.language]
        work = f"/akn/{_COUNTRY}/debate/{held or published or 'undated'}/{transcript_id(page)}"
        expression = f"{work}/{language}@{published or ''}"
        date = (held or published, "event" if held else "publication")
        issued = (published or held, "publication" if published else "event")
        author = "publisher" if page.publication.publisher else _UNKNOWN
        country = ink.element("FRBRcountry", {"value": _COUNTRY})
        spoken = ink.element("FRBRlanguage", {"language": language})
        akn = ink.element("FRBRformat", {"value": "application/akn+xml"})
        yield self._level("FRBRWork", f"{work}/!main", work, date, author, country)
        yield self._level("FRBRExpression", f"{expression}/!main", expression, issued, author, spoken)
        yield self._level("FRBRManifestation", f"{expression}/!main.akn", f"{expression}.akn", issued, _PROGRAM, akn)

    def _level(self, name: str, this: str, uri: str, date: tuple[str | None, str], author: str, last: str) -> str:
        ink = self._ink
        dated = {"date": date[0], "name": date[1]} if date[0] else {"date": "0001-01-01", "name": _UNKNOWN}
        return ink.element(
            name,
            {},
            ink.element("FRBRthis", {"value": this}),
            ink.element("FRBRuri", {"value": uri}),
            ink.element("FRBRdate", dated),
            ink.element("FRBRauthor", {"href": f"#{author}"}),
            last,
        )

    def _references(self) -> Iterator[str]:
        page = self._transcript
        url = page.publication.url
        if url and _ADDRESS.fullmatch(url):
            yield self._reference("original", "source", url, page.title or url)
        yield self._reference("TLCOrganization", _PROGRAM, f"/akn/ontology/organization/{_PROGRAM}", _PROGRAM)
        if publisher := page.publication.publisher:
            yield self._reference("TLCOrganization", "publisher", "/akn/ontology/organization/publisher", publisher)
        for outlet, own in self._outlets.items():
            yield self._reference("TLCOrganization", own, f"/akn/ontology/organization/{own}", name_of(outlet))
        for person in page.participants:
            own = self._people[person.id]
            yield self._reference("TLCPerson", own, f"/akn/ontology/person/{own}", person.name)
        yield self._reference("TLCPerson", _UNKNOWN, "/akn/ontology/person/unknown", "not known")
        for own, name in _ROLES.items():
            yield self._reference("TLCRole", own, f"/akn/ontology/role/{own.removeprefix('role-')}", name)
        if city := page.event.city:
            yield self._reference("TLCLocation", "city", "/akn/ontology/location/city", city)

    def _reference(self, name: str, own: str, href: str, shown: str) -> str:
        return self._ink.element(name, {"eId": own, "href": href, "showAs": shown})

    def _preface(self) -> str:
        ink, page = self._ink, self._transcript
        event = page.event
        place = [
            ink.said("docDate", day(event.date), date=event.date) if event.date else "",
            ink.said("location", event.city, refersTo="#city"),
        ]
        people = [p for p in page.participants if p.description]
        return ink.element(
            "preface",
            {},
            ink.element("p", {}, ink.said("docTitle", page.title)),
            ink.element("p", {}, " ".join(filter(None, place))) if any(place) else "",
            ink.said("p", page.summary),
            *(
                self._present(p.id, p.role, " ".join(filter(None, (p.honorific, p.name))), p.description)
                for p in people
            ),
        )

    def _present(self, own: str, role: str, name: str, description: str | None) -> str:
        ink = self._ink
        pointers = {"refersTo": f"#{self._people[own]}", "as": f"#role-{role}"}
        return ink.element("p", {}, ink.said("person", name, **pointers), ink.words(f", {description}"))

    def _body(self) -> str:
        """A section for each exchange, and one for each stretch of turns outside exchanges."""
        ink, page = self._ink, self._transcript
        exchange_of = {i: n for n, e in enumerate(page.exchanges) for i in (*e.questions, *e.answers)}
        last = {n: max((*e.questions, *e.answers)) for n, e in enumerate(page.exchanges)}
        sections: list[tuple[int | None, list[str]]] = []
        for turn, parts in in_order(page):
            found = exchange_of.get(turn.index) if turn is not None else None
            current = sections[-1][0] if sections else None
            if found is None and turn is not None and current is not None and turn.index < last[current]:
                found = current  # a word of the chair between question and answer
            if not sections or found != current:
                sections.append((found, []))
            sections[-1][1].append(self._narrative(parts) if turn is None else self._speech(turn, parts))
        written = [
            ink.element(
                "debateSection",
                {"name": "statements" if found is None else "exchange", "eId": f"dbsect_{number}"},
                "\n",
                *(f"{speech}\n" for speech in speeches),
            )
            for number, (found, speeches) in enumerate(sections or [(None, [])], start=1)
        ]
        return ink.element("debateBody", {}, "\n", *(f"{section}\n" for section in written))

    def _narrative(self, parts: Iterable[Paragraph | Note]) -> str:
        """What the page shows before anybody speaks."""
        return "".join(self._ink.said("narrative", part.text) for part in parts)

    def _speech(self, turn: Turn, parts: Iterable[Paragraph | Note]) -> str:
        ink = self._ink
        attributes = {
            "by": f"#{self._people.get(turn.speaker or '', _UNKNOWN)}",
            "as": f"#role-{turn.role}",
            "eId": self._ids.new(f"speech-{turn.id}"),
        }
        said = [self._part(part) for part in parts] or [ink.element("p", {})]
        return ink.element("speech", attributes, ink.said("from", turn.label), *said)

    def _part(self, part: Paragraph | Note) -> str:
        ink = self._ink
        if isinstance(part, Note):
            return ink.element("p", {}, ink.said("remark", part.text, type=_REMARKS[part.kind]))
        return ink.element("p", {}, ink.words(part.text))


_ROLES = {
    "role-chair": "chair",
    "role-official": "official",
    "role-reporter": "reporter",
    "role-unknown": "not known",
}
