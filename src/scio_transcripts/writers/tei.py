"""TEI P5 in the manner of ParlaMint: a header that says who and when, and utterances that point to it.

In: transcripts. Out: one `TEI`, or a `teiCorpus` of several. Promises: valid TEI P5 whatever the words are; every
`who` leads to `listPerson`, every `ana` to the taxonomy of roles; ids are made of the turns' own, so that they survive
another parse. What XML cannot hold becomes U+FFFD, and `editorialDecl` says how often. A value that the page does not
give is left out. Loses offsets, references, evidence, diagnostics and the furniture of the site.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import BinaryIO

from scio_transcripts._version import __version__
from scio_transcripts.lazy import re
from scio_transcripts.model import Note, Paragraph, Participant, Transcript, Turn
from scio_transcripts.registry.outlets import find, find_within, name_of
from scio_transcripts.writers.tables import transcript_id
from scio_transcripts.writers.text import day, in_order
from scio_transcripts.writers.xml import DECLARATION, Ids, Ink

_NAMESPACE = "http://www.tei-c.org/ns/1.0"
_ROLES = {
    "chair": ("chair", "Opens, hands over and closes."),
    "official": ("regular", "Answers: an official."),
    "reporter": ("guest", "Asks: a reporter."),
    "unknown": ("unknown", "The page gives no ground."),
}
"""Our roles, and what ParlaMint calls a speaker of that kind."""
_TAXONOMY_ID = "speaker_types"
_LAUGHTER = re.compile(r"laugh|笑", re.IGNORECASE)
_APPLAUSE = re.compile(r"applau|clap|鼓掌|掌声", re.IGNORECASE)


def write(transcripts: Iterable[Transcript], out: BinaryIO) -> None:
    """Write one `TEI`, or several in a `teiCorpus`."""
    coming = iter(transcripts)
    first = list(islice(coming, 2))
    ids = Ids()
    ids.new(_TAXONOMY_ID)
    for name, _ in _ROLES.values():
        ids.new(name)
    out.write(DECLARATION.encode())
    if len(first) == 1:
        out.write(f"{_Document(first[0], ids, alone=True).written()}\n".encode())
        return
    out.write(f'<teiCorpus xmlns="{_NAMESPACE}">{_corpus_header()}\n'.encode())
    for transcript in chain(first, coming):
        out.write(f"{_Document(transcript, ids, alone=False).written()}\n".encode())
    out.write(b"</teiCorpus>\n")


def _corpus_header() -> str:
    ink = Ink()
    described = ink.element(
        "fileDesc",
        {},
        ink.element("titleStmt", {}, ink.said("title", "Transcripts of press conferences", type="main")),
        ink.element("publicationStmt", {}, ink.said("p", _MADE)),
        ink.element("sourceDesc", {}, ink.said("p", "Each transcript names its source.")),
    )
    return ink.element("teiHeader", {}, described, _encoding(ink, alone=True))


_MADE = "Made from a published page with scio-transcripts; what the page does not say is left out."


def _encoding(ink: Ink, *, alone: bool) -> str:
    """What was done to the text. The taxonomy stands once in a file: in the outermost header."""
    application = {"ident": "scio-transcripts", "version": re.sub(r"[^\d.].*", "", __version__)}
    parts = [ink.element("appInfo", {}, ink.element("application", application, ink.said("label", "scio-transcripts")))]
    if ink.replaced:
        told = f"Characters that XML cannot hold, replaced by U+FFFD: {ink.replaced}."
        parts.insert(0, ink.element("editorialDecl", {}, ink.element("normalization", {}, ink.said("p", told))))
    if alone:
        categories = [
            ink.element("category", {"xml:id": name}, ink.said("catDesc", f"{role}: {about}"))
            for role, (name, about) in _ROLES.items()
        ]
        taxonomy = ink.element("taxonomy", {"xml:id": _TAXONOMY_ID}, ink.said("desc", "Types of speakers"), *categories)
        parts.insert(-1, ink.element("classDecl", {}, taxonomy))
    return ink.element("encodingDesc", {}, *parts)


class _Document:
    """One transcript on its way to XML: what it needs to know while it is written."""

    def __init__(self, transcript: Transcript, ids: Ids, *, alone: bool) -> None:
        self._transcript = transcript
        self._alone = alone
        self._ink = Ink()
        self._ids = ids
        self._id = ids.new(f"t-{transcript_id(transcript)}")
        self._people = {p.id: ids.new(f"{self._id}.{p.id}") for p in transcript.participants}
        self._turns = [ids.new(f"{self._id}.{turn.id}") for turn in transcript.turns]
        used = dict.fromkeys(p.outlet for p in transcript.participants if p.outlet)
        self._outlets = {outlet: ids.new(f"{self._id}.outlet.{outlet}") for outlet in used}

    def written(self) -> str:
        """The whole `TEI`. The header comes last, as it tells what was replaced."""
        ink = self._ink
        parts = [self._exchanges(), self._body()]
        described = (self._file(), self._profile())
        header = ink.element("teiHeader", {}, described[0], _encoding(ink, alone=self._alone), described[1])
        attributes = {"xmlns": _NAMESPACE, "xml:id": self._id, "xml:lang": self._transcript.language}
        return ink.element("TEI", attributes, header, "\n", *parts)

    def _file(self) -> str:
        ink, page = self._ink, self._transcript
        title = ink.element("title", {"type": "main"}, ink.words(page.title or "Transcript without a title"))
        return ink.element(
            "fileDesc",
            {},
            ink.element("titleStmt", {}, title),
            ink.element("extent", {}, ink.element("measure", {"unit": "speeches", "quantity": str(len(page.turns))})),
            ink.element("publicationStmt", {}, ink.said("p", _MADE)),
            ink.element("sourceDesc", {}, self._source()),
        )

    def _source(self) -> str:
        ink, page = self._ink, self._transcript
        published, credits = page.publication, page.credits
        return ink.element(
            "bibl",
            {},
            ink.said("title", page.title),
            *(ink.said("editor", name, role="translator") for name in credits.translators),
            *(ink.said("editor", name) for name in credits.editors),
            ink.said("publisher", published.publisher),
            ink.said("date", day(published.date), when=published.date) if published.date else "",
            ink.said("idno", published.url, type="URI"),
            ink.said("idno", page.source.sha256, type="SHA-256"),
        )

    def _profile(self) -> str:
        ink, page = self._ink, self._transcript
        event = page.event
        setting = (
            ink.said("name", event.venue, type="place"),
            ink.said("name", event.city, type="city"),
            ink.said("date", day(event.date), when=event.date) if event.date else "",
            ink.said("time", event.start_time, when=f"{event.start_time}:00") if event.start_time else "",
        )
        people = [self._person(person) for person in page.participants]
        orgs = [
            ink.element("org", {"xml:id": xml_id, "role": "outlet"}, ink.said("orgName", name_of(outlet)))
            for outlet, xml_id in self._outlets.items()
        ]
        listed = [
            ink.element("listOrg", {}, *orgs) if orgs else "",
            ink.element("listPerson", {}, *people) if people else "",
        ]
        return ink.element(
            "profileDesc",
            {},
            ink.element("abstract", {}, ink.said("p", page.summary)) if page.summary else "",
            ink.element("langUsage", {}, ink.said("language", _LANGUAGES[page.language], ident=page.language)),
            ink.element("settingDesc", {}, ink.element("setting", {}, *setting)) if any(setting) else "",
            ink.element("particDesc", {}, *listed) if any(listed) else "",
        )

    def _person(self, person: Participant) -> str:
        ink = self._ink
        posts = [
            ink.element(
                "affiliation",
                {},
                ink.said("roleName", post.title),
                ink.said("orgName", post.organization, type="full" if post.abbreviation else None),
                ink.said("orgName", post.abbreviation, type="abbreviation"),
            )
            for post in person.positions
        ]
        if person.outlet:
            link = {"ref": f"#{self._outlets[person.outlet]}", "role": "reporter"}
            posts.append(ink.element("affiliation", link, ink.words(name_of(person.outlet))))
        attributes = {"xml:id": self._people[person.id], "role": person.role}
        # A reporter known only by the outlet has no name, and an outlet is no person's.
        outlet_alone = person.outlet and (find(person.name) or find_within(person.name))
        name = "" if outlet_alone else self._name(person)
        return ink.element("person", attributes, name, ink.said("occupation", person.description), *posts)

    def _name(self, person: Participant) -> str:
        ink, family = self._ink, person.family_name
        honorific = ink.said("roleName", person.honorific, type="honorific")
        if family and person.name.startswith(f"{family} "):
            name = f"{ink.said('surname', family)} {ink.said('forename', person.name[len(family) + 1 :])}"
        else:
            name = ink.words(person.name)
        return ink.element("persName", {}, f"{honorific} {name}" if honorific else name)

    def _exchanges(self) -> str:
        """Which utterances ask and which answer."""
        links = []
        for exchange in self._transcript.exchanges:
            target = " ".join(f"#{self._turns[i]}" for i in (*exchange.questions, *exchange.answers))
            if exchange.questions and exchange.answers:
                links.append(self._ink.element("link", {"type": "exchange", "target": target}))
        group = self._ink.element("linkGrp", {"type": "exchanges"}, *links)
        return self._ink.element("standOff", {}, group) + "\n" if links else ""

    def _body(self) -> str:
        spoken = list(self._spoken())
        division = self._ink.element("div", {"type": "debateSection"}, "\n", *(f"{part}\n" for part in spoken))
        return self._ink.element("text", {}, self._ink.element("body", {}, division))

    def _spoken(self) -> Iterator[str]:
        page = None
        for turn, parts in in_order(self._transcript):
            if turn is None:
                yield from (self._note(part) for part in parts if isinstance(part, Note))
                continue
            if turn.page is not None and turn.page != page:
                page = turn.page
                yield self._ink.element("pb", {"n": str(page)})
            yield self._ink.said("note", turn.label, type="speaker")
            yield self._utterance(turn, parts)

    def _utterance(self, turn: Turn, parts: Iterable[Paragraph | Note]) -> str:
        own = self._turns[turn.index]
        inside = []
        count = 0
        for part in parts:
            if isinstance(part, Note):
                inside.append(self._note(part))
            else:
                count += 1
                seg = {"xml:id": self._ids.new(f"{own}.{count}")}
                inside.append(self._ink.element("seg", seg, self._ink.words(part.text)))
        who = self._people.get(turn.speaker or "")
        attributes = {"xml:id": own, "who": f"#{who}" if who else None, "ana": f"#{_ROLES[turn.role][0]}"}
        return self._ink.element("u", attributes, *inside)

    def _note(self, note: Note) -> str:
        ink = self._ink
        if note.kind != "stage":
            return ink.said("note", note.text, type="time" if note.kind == "timestamp" else note.kind)
        described = ink.said("desc", note.text)
        if _APPLAUSE.search(note.text):
            return ink.element("kinesic", {"type": "applause"}, described)
        if _LAUGHTER.search(note.text):
            return ink.element("vocal", {"type": "laughter"}, described)
        return ink.element("incident", {"type": "action"}, described)


_LANGUAGES = {
    "en": "English",
    "zh-Hans": "Chinese in simplified characters",
    "zh-Hant": "Chinese in traditional characters",
    "mul": "Several languages",
    "und": "Undetermined",
}
