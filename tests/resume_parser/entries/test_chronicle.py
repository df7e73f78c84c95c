"""The Japanese form, which tells each school and post in two dated events."""

from tests.resume_parser.entries.read_entries import jobs, studies


def test_posts_between_joining_and_leaving() -> None:
    found = jobs(
        "2011\t4\tJoined Midori Optical Co., Ltd. as Sales Engineer",
        "2018\t9\tResigned from Midori Optical Co., Ltd. for personal reasons",
        "2018\t10\tJoined Falkner Japan K.K.",
        "Current position: Account Manager (to the present)",
        "End",
    )

    assert [job[:2] + job[3:] for job in found] == [
        ("Sales Engineer", "Midori Optical Co., Ltd.", "2011-04", "2018-09"),
        ("Account Manager", "Falkner Japan K.K.", "2018-10", "present"),
    ]


def test_posts_in_japanese_and_by_eras() -> None:
    found = jobs(
        "平成27年4月 株式会社あおば測量 入社 技術部 測量エンジニア",
        "令和2年9月 株式会社あおば測量 退社",
        "2020年10月 みなと設計株式会社 入社 主任エンジニア",
        "現在に至る",
        "以上",
    )

    assert [job[:2] + job[3:] for job in found] == [
        ("測量エンジニア", "株式会社あおば測量", "2015-04", "2020-09"),
        ("主任エンジニア", "みなと設計株式会社", "2020-10", "present"),
    ]


def test_another_post_at_the_same_employer() -> None:
    found = jobs(
        "2011\t4\tJoined Midori Optical Co., Ltd. as Sales Engineer",
        "2015\t10\tTransferred to Overseas Department as Export Coordinator",
        "2018\t9\tResigned from Midori Optical Co., Ltd.",
    )

    assert [job[:2] + job[3:] for job in found] == [
        ("Sales Engineer", "Midori Optical Co., Ltd.", "2011-04", "2015-10"),
        ("Export Coordinator", "Midori Optical Co., Ltd.", "2015-10", "2018-09"),
    ]


def test_schools_between_entering_and_graduating() -> None:
    assert studies(
        "2005\t4\tEntered Aoba Minami High School",
        "2008\t3\tGraduated from Aoba Minami High School",
        "2008 4 青葉大学 工学部 入学",
        "2012 3 青葉大学 工学部 卒業",
    ) == [(None, "Aoba Minami High School", "2008-03"), ("工学部", "青葉大学", "2012-03")]


def test_ordinary_rows_stay_as_they_are() -> None:
    found = jobs("2015 – 2018\tBuyer, Acme Tools Inc.", "2012 – 2015\tClerk, Harbor Foods LLC")

    assert [job[:2] for job in found] == [("Buyer", "Acme Tools Inc."), ("Clerk", "Harbor Foods LLC")]
