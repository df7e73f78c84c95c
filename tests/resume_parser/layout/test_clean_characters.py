import pytest
from hypothesis import given
from hypothesis import strategies as st

from resume_parser.layout.clean import clean_characters, standard_bullet


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("oﬃce ﬁle", "office file"),
        ("a\u00a0b\u2009c", "a b c"),
        ("co\u00adoperate", "cooperate"),
        ("\u202eevil\u202c", "evil"),
        ("nul\x00byte", "nulbyte"),
        ("\ue00b mail", "  mail"),
        ("Jose\u0301", "José"),
        ("O’Neill “Ana”", "O’Neill “Ana”"),
        ("a\u2028b", "a b"),
        ("x\ty", "x\ty"),
    ],
)
def test_characters_are_made_fit(raw: str, clean: str) -> None:
    assert clean_characters(raw) == clean


@given(st.text())
def test_what_is_clean_can_be_stored_in_one_line(text: str) -> None:
    cleaned = clean_characters(text)
    assert "\n" not in cleaned
    assert "\x00" not in cleaned
    cleaned.encode("utf-8")
    assert clean_characters(cleaned) == cleaned


@pytest.mark.parametrize("sign", ["▪", "● ", "\uf0b7", "➢ ", "- ", "* ", "◦\t"])
def test_bullets_become_one_sign(sign: str) -> None:
    assert standard_bullet(clean_characters(f"{sign}Baked bread")) in ("• Baked bread",)


@pytest.mark.parametrize("text", ["-5 degrees", "– 2019", "on time", "★★★☆☆", "Baker - Porto"])
def test_other_starts_are_left_alone(text: str) -> None:
    assert standard_bullet(text) == text
