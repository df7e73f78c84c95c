"""What the words of a part say that it is."""

import pytest

from resume_parser.entries.scoring import is_career_break, score_by_cues


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Cook and Daughters", "COMPANY"),
        ("Steward & Colleagues", "COMPANY"),
        ("Fitter and Partner", "COMPANY"),
        ("Self-employed", "COMPANY"),
        ("Freelance", "COMPANY"),
        ("Full-time", "OTHER"),
        ("Maternity cover", "OTHER"),
        ("20 hours per week", "OTHER"),
        ("Various restaurants", "OTHER"),
        ("about 450 pupils", "OTHER"),
        ("later Senior", "OTHER"),
        ("Order of the Coif", "OTHER"),
        ("Valedictorian", "OTHER"),
        ("A1 22 333", "OTHER"),
        ("Career break", "OTHER"),
        ("Mark Controller", "TITLE"),
    ],
)
def test_likeliest_label(text: str, label: str) -> None:
    (score,) = score_by_cues([text])

    assert max(score, key=lambda one: score[one]) == label


@pytest.mark.parametrize("text", ["various agencies", "Various clients"])
def test_various_firms_may_be_the_employer(text: str) -> None:
    (score,) = score_by_cues([text])

    assert score["COMPANY"] > score["OTHER"]


@pytest.mark.parametrize(
    ("text", "is_break"),
    [
        ("Career break", True),
        ("Parental leave", True),
        ("Sabbatical: round the world", True),
        ("(Gap year)", True),
        ("Elternzeit", True),
        ("Raising a family", True),
        ("Travel Agent", False),
        ("Administrator, parental leave", False),
    ],
)
def test_career_break(text: str, is_break: bool) -> None:
    assert is_career_break(text) is is_break
