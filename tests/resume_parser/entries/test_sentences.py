import pytest

from resume_parser.entries.sentences import first_sentence


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Analyst, Lumen. Part of a team", "Analyst, Lumen"),
        ("Analyst, Lumen Inc. Boston", "Analyst, Lumen Inc. Boston"),
        ("Lecturer, Univ. College", "Lecturer, Univ. College"),
        ("Asst. Buyer, Dept. Stores", "Asst. Buyer, Dept. Stores"),
        ("Analyst, Lumen (approx. Ten staff)", "Analyst, Lumen (approx. Ten staff)"),
        ("J. Hart, Buyer", "J. Hart, Buyer"),
        ("Analyst, Lumen. 40 staff", "Analyst, Lumen. 40 staff"),
    ],
)
def test_names_end_where_a_sentence_follows(text: str, names: str) -> None:
    assert first_sentence(text) == names
