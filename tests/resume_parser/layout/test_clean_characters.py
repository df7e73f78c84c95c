import pytest
from hypothesis import given
from hypothesis import strategies as st

from resume_parser.layout.clean import clean_characters, compose_accents, raise_small_i, standard_bullet


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


@pytest.mark.parametrize(
    ("painted", "meant"),
    [
        ("Andr´es P´erez", "Andrés Pérez"),
        ("la Rep´ublica, un ´ındice", "la República, un índice"),
        ("Universit`a di Forl`ı", "Università di Forlì"),
        ("J¨urgen Londo˜no", "Jürgen Londoño"),
        ("Franc¸ois", "François"),
        ("it´s `quoted'", "it´s `quoted'"),
    ],
)
def test_accents_painted_over_their_letters_are_put_on_them(painted: str, meant: str) -> None:
    assert compose_accents(painted) == meant


@pytest.mark.parametrize(
    ("found", "meant"),
    [
        ("SENiOR PENETRATiON TESTER", "SENIOR PENETRATION TESTER"),
        ("M.S. iN INFORMATiON SECURiTY", "M.S. IN INFORMATION SECURITY"),
        ("MiDAS minibus assessor", "MiDAS minibus assessor"),
        ("iOS and WiFi", "iOS and WiFi"),
    ],
)
def test_small_capitals_with_a_dotted_i(found: str, meant: str) -> None:
    assert raise_small_i(found) == meant
