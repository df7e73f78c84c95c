from resume_parser.nlp import find_skills


def test_skills_of_a_sentence_in_order_and_once() -> None:
    text = "Built REST services in Java with spring boot on AWS; tuned PostgreSQL, postgres and Java."
    assert list(find_skills(text)) == ["REST", "Java", "Spring Boot", "AWS", "PostgreSQL"]


def test_skills_as_the_text_writes_them() -> None:
    assert find_skills("knows spring boot") == {"Spring Boot": "spring boot"}


def test_common_words_are_no_skills() -> None:
    assert find_skills("Go and make the next project swift; training the team, sales rose.") == {}


def test_the_longest_name_wins() -> None:
    assert list(find_skills("React Native apps")) == ["React Native"]


def test_no_text() -> None:
    assert find_skills("") == {}
