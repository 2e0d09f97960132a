"""Who is meant by a name as people write it."""

import pytest

from scio_transcripts import parse
from scio_transcripts.views import SelectionError, verify
from scio_transcripts.views.speakers import called

ENGLISH = parse("""SCIO press conference on tea roads

Beijing | 10 a.m. June 5, 2024

Speakers:

Mr. Lin Dahai, vice minister of waterways

Ms. Lin Xiaoyu, director general of the Department of Roads of the ministry

Ms. Gu Weiping, chief engineer of the bureau of bridges

Chairperson:

Ms. Mei An, deputy director general of the Press Bureau of the State Council Information Office

Mei An:

Good morning. Please welcome our speakers.

Lin Dahai:

Thank you. The road is long.

Lin Xiaoyu:

Thank you. The road is dry.

Gu Weiping:

Thank you. The bridge is new.

Xinhua News Agency:

Why is it long? Thank you.

Lin Dahai:

Because the hills are high.
""")
CHINESE = parse("林大海：谢谢。茶路很长。\n\n新华社记者：为什么长？谢谢。\n\n林大海：因为山高。\n")


@pytest.mark.parametrize(
    ("name", "speaker"),
    [
        ("Mr. Lin", "lin-dahai"),
        ("mr lin", "lin-dahai"),
        ("Ms. Lin", "lin-xiaoyu"),
        ("Vice Minister Lin", "lin-dahai"),
        ("Vice Minister Lin Dahai", "lin-dahai"),
        ("the vice minister of waterways", "lin-dahai"),
        ("Dahai Lin", "lin-dahai"),
        ("Gu", "gu-weiping"),
        ("Ms. Gu Weiping", "gu-weiping"),
        ("chief engineer", "gu-weiping"),
    ],
)
def test_titles_posts_and_family_names_mean_the_person(name: str, speaker: str) -> None:
    assert called(ENGLISH, name).people == {speaker}


@pytest.mark.parametrize("name", ["Xinhua", "新华社", "新華社", "Xinhua News Agency"])
@pytest.mark.parametrize("page", [ENGLISH, CHINESE], ids=["English", "Chinese"])
def test_outlets_are_known_by_their_names_in_both_languages(page: object, name: str) -> None:
    words = "Why is it long?" if page is ENGLISH else "为什么长？"
    assert verify(page, words, speaker=name).status == "exact"  # type: ignore[arg-type]


def test_an_ambiguous_name_names_the_candidates() -> None:
    with pytest.raises(SelectionError, match="several people") as error:
        called(ENGLISH, "Lin")
    assert set(error.value.known) == {"lin-dahai", "lin-xiaoyu"}


@pytest.mark.parametrize("name", ["Mr. Gu", "Minister of Finance", "Dr. Who", "Lin Dahia", "林大河", "  "])
def test_a_name_that_nobody_bears_means_nobody(name: str) -> None:
    with pytest.raises(SelectionError, match="nobody here is called"):
        called(ENGLISH, name)


def test_an_unknown_name_comes_with_suggestions() -> None:
    with pytest.raises(SelectionError) as error:
        verify(ENGLISH, "The bridge is new", speaker="Gu Weipin")
    assert error.value.near == ("Gu Weiping",)


def test_somebody_else_of_the_page_does_not_say_it() -> None:
    assert verify(ENGLISH, "The bridge is new", speaker="Mr. Lin").status == "other-speaker"
