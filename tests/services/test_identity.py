"""Which names can be one person's, and which keys tell people apart."""

import pytest

from services.identity import IdentityKeys, can_be_same_person


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Ada Example", "ada EXAMPLE"),
        ("Ada Example", "Example, Ada"),
        ("Ada Example", "Ada Byron Example"),
        ("A. Example", "Ada Example"),
        ("José Núñez", "Jose Nunez"),
        ("Dr. Ada Example, PhD", "Ada Example"),
        ("Katherine Example", "Katharine Example"),
        ("Mary O'Example", "Mary OExample"),
        ("Ada Example", None),
        (None, None),
        ("Madonna", "madonna"),
        ("山田 太郎", "太郎 山田"),
    ],
)
def test_one_person(name: str | None, other: str | None) -> None:
    assert can_be_same_person(name, other)
    assert can_be_same_person(other, name)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Ada Example", "Bob Example"),
        ("Ada Example", "Adam Example"),
        ("Ada Example", "Ada Other"),
        ("Example", "Ada Example"),
        ("A. E.", "Ada Example"),
        ("Ada Ada", "Ada Example"),
    ],
)
def test_two_people(name: str, other: str) -> None:
    assert not can_be_same_person(name, other)
    assert not can_be_same_person(other, name)


def test_keys_are_brought_into_one_form() -> None:
    keys = IdentityKeys.of(" ADA@Example.com ", "+1 (201) 555-0123", "linkedin.com/in/Ada-Example/")
    assert keys == IdentityKeys("ada@example.com", "+12015550123", "https://www.linkedin.com/in/ada-example")
    assert IdentityKeys.of("", " ", " ") == IdentityKeys()


def test_locks_are_taken_in_one_order_and_fit_the_database() -> None:
    keys = IdentityKeys("a@example.com", "+12015550123", "https://www.linkedin.com/in/a")
    locks = keys.lock_keys()
    assert locks == sorted(locks)
    assert len(set(locks)) == 3
    assert all(-(2**63) <= lock < 2**63 for lock in locks)
    assert set(IdentityKeys("a@example.com").lock_keys()) < set(locks)
    assert IdentityKeys().lock_keys() == []
