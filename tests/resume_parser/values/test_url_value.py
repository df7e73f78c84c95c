from resume_parser.values import url


def test_finds_addresses_with_and_without_scheme() -> None:
    assert url.find_urls("https://jane.example.dev/work. and github.com/jane, Node.js") == [
        "https://jane.example.dev/work",
        "https://github.com/jane",
    ]


def test_clean() -> None:
    assert url.clean("www.example.org") == "https://www.example.org"
    assert url.clean("e.g. this") is None
    assert url.clean("B.Sc.in Physics") is None
