from resume_parser.layout.fragment import Fragment, Span
from resume_parser.layout.letters import is_letter_spaced, join_lone_letters, join_spaced_letters, respace

SYNTHETIC = 512


def letter(x: float, text: str) -> Fragment:
    return Fragment(x, x + 7, 100.0, 10.0, [Span(text, 10.0, True, False)])


def raw(x: float, text: str, width: float, flags: int = 16) -> dict:
    return {"text": text, "size": 10.0, "bbox": (x, 90.0, x + width, 102.0), "char_flags": flags}


def test_lone_letters_become_words() -> None:
    letters = [letter(40 + 20 * index + (8 if index > 2 else 0), text) for index, text in enumerate("ANADUARTE")]
    (joined,) = join_lone_letters(letters)
    assert joined.text == "ANA DUARTE"


def test_a_few_lone_letters_are_left_alone() -> None:
    letters = [letter(40, "A"), letter(60, "B")]
    assert join_lone_letters(letters) == letters


def test_spaces_that_are_tracking_go_and_those_between_words_stay() -> None:
    spans = []
    for index, text in enumerate("WORKLIFE"):
        x = 40 + 11.0 * index + (8 if index > 3 else 0)
        spans += [raw(x, text, 7), raw(x + 7, " ", 4, SYNTHETIC)]
    assert "".join(span["text"] for span in join_spaced_letters(spans[:-1])) == "WORK LIFE"


def test_spaces_between_ordinary_words_stay() -> None:
    spans = [raw(40, "Ana", 20), raw(60, " ", 3, SYNTHETIC), raw(63, "Duarte", 30)]
    assert join_spaced_letters(spans) == spans


def character(x: float, text: str, width: float = 7, *, synthetic: bool = False) -> dict:
    return {"c": text, "bbox": (x, 90.0, x + width, 102.0), "synthetic": synthetic}


def test_spaced_letters_that_partly_stick_together_are_parted_by_their_gaps() -> None:
    characters = []
    for index, text in enumerate("NIGHTNURSE"):
        x = 40 + 8.5 * index + (4 if index > 4 else 0)
        characters.append(character(x, text))
        if text not in "GN":
            characters.append(character(x + 7, " ", 1.5, synthetic=True))
    assert is_letter_spaced("N I GH T NU R S E")
    assert respace(characters) == "NIGHT NURSE"


def test_letters_with_real_spaces_between_them_are_no_word() -> None:
    characters = [character(40 + 10 * index, text) for index, text in enumerate("A B C D")]
    assert respace(characters) == "A B C D"
    assert not is_letter_spaced("C, R, Go, Perl and a bit of SQL")
