import pytest

from resume_parser.vocabulary import is_soft_skill, match_skill, skill_group, skill_names
from resume_parser.vocabulary.files import DATA, read_items


def test_there_are_two_thousand_skills_and_aliases_beyond_them() -> None:
    names = skill_names()
    assert len(set(names.values())) >= 2000
    assert len(names) >= 2 * len(set(names.values())) * 0.9


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("postgres", "PostgreSQL"),
        ("Node JS", "Node.js"),
        ("NODEJS", "Node.js"),
        ("MS-Excel", "Microsoft Excel"),
        ("C++", "C++"),
        ("c#", "C#"),
        ("C", "C"),
        ("K8s", "Kubernetes"),
        ("  iv   therapy ", "IV Therapy"),
        ("hgv class 1", "HGV Licence"),
        ("Problem-solving", "Problem Solving"),
        ("Lesson plans", "Lesson Planning"),
    ],
)
def test_a_way_of_writing_finds_its_skill(written: str, canonical: str) -> None:
    assert match_skill(written) == canonical


@pytest.mark.parametrize("text", ["", "   ", "•", "Led a team of five", "Acme", "Python and Java"])
def test_what_is_no_skill_finds_none(text: str) -> None:
    assert match_skill(text) is None


def test_the_signs_of_c_family_names_count() -> None:
    assert len({match_skill("C"), match_skill("C++"), match_skill("C#")}) == 3


def test_groups() -> None:
    assert skill_group("Wound Care") == "health"
    assert skill_group("Teamwork") == "soft"
    assert is_soft_skill("team player")
    assert not is_soft_skill("Welding")


def test_every_canonical_name_finds_itself() -> None:
    assert not [name for name in set(skill_names().values()) if match_skill(name) != name]


def test_files_name_no_item_twice() -> None:
    for path in (DATA / "skills").glob("*.txt"):
        names = [item.names[0].casefold() for item in read_items(f"skills/{path.name}")]
        assert len(names) == len(set(names)), path.name
