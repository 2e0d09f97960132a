"""The shapes of names, in Latin letters and in Chinese characters: which words are one, and which only look so."""

from __future__ import annotations

import pytest

from scio_transcripts.registry.names import is_name_shaped, is_person


@pytest.mark.parametrize(
    "words",
    [
        "Pieter van den Bosch",
        "Maria von Trotten",
        "Omar bin Rashid",
        "Ibrahim ibn Yusuf",
        "Ahmed al-Harbi",
        "Nadia El-Sayed",
        "Louis d'Ormesson",
        "Ana Sofia de la Peña",
        "J. R. Hollis",
        "Nora K. Hollis",
        "Sean O'Dwyer",
        "Lin Xi'an",
        "Ch'en Kuo-fu",
        "Lu Hsiu-chen",
        "Ng Siu-ming",
        "Ruan-Pu Anran",
        "RUAN BOQING",
        "RUAN Boqing",
        "Boqing RUAN",
        "Mary Ng Siu-ming",
        "Mary Ng Fong Yuet-kwan",
        "Siu-ming Ng",
        "Hsüeh Mei-ling",
    ],
)
def test_a_name_of_any_of_these_shapes_is_name_shaped(words: str) -> None:
    assert is_name_shaped(words)


@pytest.mark.parametrize(
    "words",
    [
        "bridge of the van der",
        "the head of reeds",
        "van der Bosch",
        "Reeds",
        "Bridges Are Built By Many Hands",
        "al-Harbi",
    ],
)
def test_one_word_particles_alone_and_sentences_are_not_name_shaped(words: str) -> None:
    assert not is_name_shaped(words)


@pytest.mark.parametrize(
    "words",
    [
        "Pieter van den Bosch",
        "Omar bin Rashid",
        "Ahmed al-Harbi",
        "J. R. Hollis",
        "Nora K. Hollis",
        "Ch'en Kuo-fu",
        "Hsüeh Mei-ling",
        "RUAN BOQING",
        "Boqing RUAN",
        "Mary Ng Siu-ming",
        "Mary Ng Fong Yuet-kwan",
        "Siu-ming Ng",
    ],
)
def test_a_particle_an_initial_or_a_hyphened_given_name_makes_a_person(words: str) -> None:
    assert is_person(words)


@pytest.mark.parametrize(
    "words",
    [
        "Harbour TV",
        "Lin TV",
        "MA NEWS",
        "GLOBAL AI",
        "Jornal do Porto",
        "Voz de la Costa",
        "Co-host Lin",
        "Long-term Reeds",
        "Plan B. Reeds and Dikes",
        "U.S. Reeds",
    ],
)
def test_outlets_posts_and_headings_are_no_person(words: str) -> None:
    assert not is_person(words)
