import pytest

from resume_parser.values import email


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("jane.doe@example.com", "jane.doe@example.com"),
        ("E-mail: jane_d+cv@mail.example.co.uk | London", "jane_d+cv@mail.example.co.uk"),
        ("seun dot adebayo at example dot org", "seun.adebayo@example.org"),
        ("jane [at] example [dot] com", "jane@example.com"),
        ("jane(at)example.com", "jane@example.com"),
        ("<o'neil@example.org>,", "o'neil@example.org"),
        ("Email-jane@example.org", "jane@example.org"),
        ("Emailjane@example.org", "jane@example.org"),
        ("jane@example.comLinkedIn", "jane@example.com"),
        ("jane@example.comPhone: 07700 900123", "jane@example.com"),
        ("jane@example.orgwww.jane.example", "jane@example.org"),
        ("+44 7700 900461jane@example.org", "jane@example.org"),
        ("邮箱jane@example.org电话", "jane@example.org"),
        ("jane＠example.org", "jane@example.org"),
        ("jane . doe @ example . org", "jane.doe@example.org"),
        ("jane [ät] example [punkt] de", "jane@example.de"),
        ("jane.doe arroba example punto es", "jane.doe@example.es"),
    ],
)
def test_finds_addresses(text: str, address: str) -> None:
    assert [span.address for span in email.find_emails(text)] == [address]


@pytest.mark.parametrize("text", ["Engineer at Example", "@handle", "worked at sea", "a@b", "twice@@example.com", ""])
def test_leaves_other_text_alone(text: str) -> None:
    assert email.find_emails(text) == []


def test_clean() -> None:
    assert email.clean("mailto:jane@example.com?subject=Hi") == "jane@example.com"
    assert email.clean("jane@example") is None
    assert email.clean("jane..doe@example.com") is None
