import pytest

from resume_parser.vocabulary import (
    has_company_cue,
    has_company_suffix,
    has_title_modifier,
    has_title_word,
    is_first_name,
    is_language_level,
    is_surname,
    looks_like_name,
    match_language,
    strip_company_suffix,
)


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Acme Inc.", "Acme"),
        ("Acme, LLC", "Acme"),
        ("Sharma Textiles Pvt. Ltd.", "Sharma Textiles"),
        ("Weber Bau GmbH & Co. KG", "Weber Bau"),
        ("Harris & Sons", "Harris"),
        ("Tanaka K.K.", "Tanaka"),
        ("Oliveira Ltda", "Oliveira"),
    ],
)
def test_legal_forms(name: str, bare: str) -> None:
    assert has_company_suffix(name)
    assert strip_company_suffix(name) == bare


@pytest.mark.parametrize("name", ["Global", "Was", "known as", "Incas", "Limited"])
def test_a_word_alone_is_no_legal_form(name: str) -> None:
    assert not has_company_suffix(name)


def test_employers_and_roles() -> None:
    assert has_company_cue("St. Mary's Hospital")
    assert has_title_word("Head Nurses")
    assert has_title_word("Co-Founder")
    assert has_title_modifier("Senior")
    assert not has_title_word("Mercy Hospital")


@pytest.mark.parametrize("name", ["Maria dos Santos", "JEAN-PIERRE DUPONT", "Chukwuemeka Okafor", "Yuki Tanaka"])
def test_names(name: str) -> None:
    assert looks_like_name(name) == 1.0


@pytest.mark.parametrize("text", ["Jane", "John 3 Smith", "jane@example.com", "led a team", ""])
def test_no_names(text: str) -> None:
    assert looks_like_name(text) == 0.0


def test_an_unknown_name_by_its_shape() -> None:
    assert 0.0 < looks_like_name("Xylo Brantwick") < 0.5


def test_accents_do_not_matter() -> None:
    assert is_first_name("Jose")
    assert is_first_name("JOSÉ")
    assert is_first_name("Anne-Marie")
    assert is_surname("Muller")


def test_languages() -> None:
    assert match_language("Deutsch") == "German"
    assert match_language("Python") is None
    assert is_language_level("Native or bilingual proficiency")
    assert is_language_level("(C1)")
    assert not is_language_level("Berlin")
