import pytest

from resume_parser.entries.degree import tidy_degree


@pytest.mark.parametrize(
    ("written", "degree"),
    [
        ("BSc (Hons) Physics", "BSc (Hons) Physics"),
        ("Bachelor of Science, Physics, GPA 3.8/4.0", "Bachelor of Science, Physics"),
        ("LLB Law, First Class Honours", "LLB Law"),
        ("B.A. in English, magna cum laude", "B.A. in English"),
        ("M.Sc. Chemistry (1.3/4.0)", "M.Sc. Chemistry"),
        ("BA History, Upper Second (2:1)", "BA History"),
        ("Degree: Diploma in Nursing with Distinction", "Diploma in Nursing"),
        ("AA", "AA"),
        ("MBO Verzorgende IG, diploma: ja", "MBO Verzorgende IG"),
        ("HAVO (diploma behaald)", "HAVO"),
        ("B.Eng. in Software Engineering (rank 3/118)", "B.Eng. in Software Engineering"),
        ("Ph.D. in Optics. Advisor: Prof. I. Noether", "Ph.D. in Optics"),
        ("Diplom-Chemiker (Betreuerin: A. Vogt)", "Diplom-Chemiker"),
    ],
)
def test_grades_are_left_out(written: str, degree: str) -> None:
    assert tidy_degree(written) == degree


@pytest.mark.parametrize("text", ["First Class Honours", "GPA 3.9", "cum laude"])
def test_a_grade_alone_is_no_degree(text: str) -> None:
    assert tidy_degree(text) is None
