import pytest

from resume_parser.values import linkedin


@pytest.mark.parametrize(
    "text",
    [
        "linkedin.com/in/jane-doe",
        "https://www.linkedin.com/in/jane-doe/",
        "LinkedIn: http://uk.linkedin.com/in/jane-doe?trk=x",
        "www.LinkedIn.com/in/jane-doe, Boston",
        "linkedin.com / in / jane-doe",
    ],
)
def test_clean_is_canonical(text: str) -> None:
    assert linkedin.clean(text) == "https://www.linkedin.com/in/jane-doe"


@pytest.mark.parametrize(
    "text", ["linkedin.com/company/acme", "linkedin.com", "github.com/in/jane", "linkedin.com/jobs/view/1"]
)
def test_other_pages_are_no_profiles(text: str) -> None:
    assert linkedin.clean(text) is None


def test_short_forms() -> None:
    assert linkedin.find_short("in/priya-nair") == "https://www.linkedin.com/in/priya-nair"
    assert linkedin.find_short("LinkedIn: priya-nair") == "https://www.linkedin.com/in/priya-nair"
    assert linkedin.find_short("worked in/out of town") is None
    assert linkedin.find_short("LinkedIn") is None
    assert linkedin.find_short("linkedin.com/priya-nair | Pune") == "https://www.linkedin.com/in/priya-nair"
    assert linkedin.find_short("linkedin.com/company/acme") is None
