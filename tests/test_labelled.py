"""Whom a label names that is a post, a family name or a name with more beside it."""

from __future__ import annotations

import pytest

from scio_transcripts import parse
from scio_transcripts.diagnostics import Log
from scio_transcripts.lexer.turns.raw import RawTurn
from scio_transcripts.normalizer.people.labelled import meet
from scio_transcripts.normalizer.people.person import People, Person
from scio_transcripts.normalizer.roles.roles import Voice


def named(label: str, *people: Person, role: str = "official") -> Person:
    """Who speaks under a label of a page with these people."""
    page = People()
    for person in people:
        page.add(person)
    turn = RawTurn(label=label, label_end=len(label), clues=(), form=None, start=0, end=len(label))
    voice = Voice(role=role)
    meet(turn, voice, page, set(), Log())
    assert voice.person is not None
    return voice.person


HEAD = Person(name="Ruan Boqing", role="official", description="head of the Office of Dikes (OD) and vice minister")
DEPUTY = Person(name="Pu Anran", role="official", description="deputy head of the Office of Dikes")
HAN = Person(name="阮柏青", role="official", description="堤防局局长、发言人")


@pytest.mark.parametrize(
    ("label", "person"),
    [
        ("Head of the Office of Dikes", HEAD),
        ("Head of Office of Dikes", HEAD),
        ("Vice Minister", HEAD),
        ("Deputy Head of the Office of Dikes", DEPUTY),
        ("Deputy Head", DEPUTY),
        ("堤防局局长", HAN),
        ("堤防局局長", HAN),
    ],
)
def test_a_label_that_is_a_post_is_whoever_alone_has_it(label: str, person: Person) -> None:
    assert named(label, HEAD, DEPUTY, HAN) is person


def test_a_post_that_two_have_is_neither() -> None:
    other = Person(name="Bai Linxi", role="official", description="head of the Office of Dikes")
    assert named("Head of the Office of Dikes", HEAD, other) not in (HEAD, other)


@pytest.mark.parametrize(
    ("label", "name", "post"),
    [
        ("State Councilor and Finance Minister Ruan Boqing", "Ruan Boqing", "State Councilor and Finance Minister"),
        (
            "Director of the Dike Office, Deputy Mayor Ruan Boqing",
            "Ruan Boqing",
            "Director of the Dike Office, Deputy Mayor",
        ),
        ("Foreign Minister Pieter van den Bosch", "Pieter van den Bosch", "Foreign Minister"),
        ("Foreign Minister Dario Conti", "Dario Conti", "Foreign Minister"),
        ("Ruan Boqing, chair", "Ruan Boqing", "chair"),
        ("堤防局局长阮　明", "阮明", "堤防局局长"),
        ("阮　明", "阮明", None),
        ("阮柏(bó)青", "阮柏青", None),
    ],
)
def test_a_label_with_posts_and_a_name_is_one_person_by_that_name(label: str, name: str, post: str | None) -> None:
    person = named(label)
    assert (person.name, person.description) == (name, post)


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Reuters (via video link)", "Reuters"),
        ("Reuters (Through an interpreter)", "Reuters"),
        ("路透社记者（视频连线）", "路透社记者"),
        ("Reuters (Tokyo)", "Reuters (Tokyo)"),
        ("Lianhe Zaobao (of Singapore)", "Lianhe Zaobao (of Singapore)"),
    ],
)
def test_how_an_outlet_asks_is_no_part_of_its_name_and_where_it_is_from_is(label: str, name: str) -> None:
    assert named(label, role="reporter").name == name


@pytest.mark.parametrize("label", ["Mr. Namgyal", "Minister Namgyal", "Mr. Tashi Namgyal"])
def test_the_last_word_of_a_name_means_its_bearer_where_nobody_has_it_as_a_family_name(label: str) -> None:
    tashi = Person(name="Tashi Namgyal", role="official", honorific="Mr.")
    assert named(label, tashi, HEAD) is tashi


@pytest.mark.parametrize("label", ["Mr. van den Bosch", "Mr. Bosch"])
def test_a_family_name_has_its_particles_or_not(label: str) -> None:
    pieter = Person(name="Pieter van den Bosch", role="official")
    assert named(label, pieter, HEAD) is pieter


def test_a_courtesy_title_of_the_other_sex_is_another_person() -> None:
    pieter = Person(name="Ruan Boqing", role="official", honorific="Mr.")
    assert named("Ms. Ruan Boqing", pieter) is not pieter


def test_a_part_in_the_event_with_an_article_is_the_part_that_has_spoken() -> None:
    page = parse(
        "Moderator:\n\nGood morning, everyone. Welcome to the briefing.\n\nGu Yunliang:\n\nThank you. The quay is open."
        "\n\nTHE MODERATOR:\n\nThe floor is open. Please raise your hands.\n\nReuters:\n\nWhy is that? Thank you."
    )
    assert page.turns[0].speaker == page.turns[2].speaker == "moderator"
    assert page.turns[2].label == "THE MODERATOR"
    assert "P509" not in [d.code for d in page.diagnostics]
