"""A row that lost its text, as a cell of a table may be blank, stands between two schools."""

from tests.resume_parser.accounting.resumes import read


def test_a_blank_row_below_a_full_line() -> None:
    school = "Bachelor of Science in Nursing with Honours, The Tilbrook University of Health and Social Care, Tilbrook"
    parsed = read(f"Rosalind Achterberg\nrosalind@example.com\nEducation\n{school}\n \n2014\n")
    assert parsed.education
