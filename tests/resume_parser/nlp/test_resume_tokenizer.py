import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.vocab import Vocab

from resume_parser.nlp.tokenizer import ResumeTokenizer


@pytest.fixture(scope="module")
def tokenize() -> ResumeTokenizer:
    return ResumeTokenizer(Vocab())


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("C++ and C#, .NET", ["C++", "and", "C#", ",", ".NET"]),
        ("O'Brien & Sons", ["O'Brien", "&", "Sons"]),
        ("Co-founder, AT&T", ["Co-founder", ",", "AT&T"]),
        ("Ph.D., U.S. Army", ["Ph.D.", ",", "U.S.", "Army"]),
        ("  two \t words ", ["two", "words"]),
        ("", []),
    ],
)
def test_tokens(tokenize: ResumeTokenizer, text: str, tokens: list[str]) -> None:
    assert [token.text for token in tokenize(text)] == tokens


def test_words_of_closed_lists_are_given_as_themselves_and_names_are_not(tokenize: ResumeTokenizer) -> None:
    nurse, maria, unknown = tokenize("Nurse Maria Zzyzx")
    assert (nurse.lemma_, maria.lemma_, unknown.lemma_) == ("nurse", "*", "*")
    assert "t" in nurse.tag_
    assert "p" in maria.tag_
    assert unknown.tag_ == "*"


@given(st.text(alphabet=st.characters(blacklist_categories=("Cs", "Cc", "Z"), min_codepoint=33), max_size=30))
def test_no_character_is_lost(text: str) -> None:
    assert ResumeTokenizer(Vocab())(text).text == " ".join(text.split())
