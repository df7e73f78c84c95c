"""Name, e-mail, phone and profile, where others' stand near."""

from datetime import date
from typing import Any

import pytest

from resume_parser import Document, Line, Run, parse


def record(*lines: Line | str) -> dict[str, Any]:
    made = tuple(line if isinstance(line, Line) else Line(line) for line in lines)
    return parse(Document(made, "text/plain"), date(2026, 1, 1)).to_record()


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["Curriculum Vitae", "Jane van der Berg"], "Jane van der Berg"),
        (["Jane Doe, RN, BSN"], "Jane Doe"),
        (["Dr. Jane Doe | Cardiologist"], "Jane Doe"),
        (["JANE DOE"], "JANE DOE"),
        (["Name: Jane Doe", "Nationality: Kenyan"], "Jane Doe"),
        ([Line("Jane", size=2.2), Line("Doe", size=2.2), "Engineer"], "Jane Doe"),
        (["DOE, Jane"], "Jane DOE"),
        (["Doe, Jane A."], "Jane A. Doe"),
        (["CURRICULUM VITAE", "OF", "DOE, JANE GRACE (ACA)"], "JANE GRACE DOE"),
        (["Boston, Massachusetts", "Jane Doe"], "Jane Doe"),
        (["JANE (JENNY) DOE"], "JANE DOE"),
        (["Jane (Jenny) Q. Doe-Lund, M.D., F.A.A.F.P."], "Jane Q. Doe-Lund"),
        (["Jane Doe MBA FCIPS"], "Jane Doe"),
        (["Jean DUPONT"], "Jean DUPONT"),
        ([Line("Jane Doe-Lund, RN,", size=2.2), Line("CCRN", size=2.2), "Nurse"], "Jane Doe-Lund"),
        (["Anna Berg - Smith", "Buyer"], "Anna Berg-Smith"),
        (["Jane Doe - Nurse"], "Jane Doe"),
        (["Jane Doe's Resume"], "Jane Doe"),
        (["Surname: OKAFOR", "Other Names: Grace Ada", "Sex: Female"], "Grace Ada OKAFOR"),
        (["BIO DATA", "Surname\tOKAFOR\tFirst Name\tAda"], "Ada OKAFOR"),
        (["Full Name", "Jane Doe"], "Jane Doe"),
        (["Hi, I'm Jane Doe", "Nurse"], "Jane Doe"),
        (["R.Kavitha", "Sales Executive"], "R.Kavitha"),
        (["Jane Doe Jr."], "Jane Doe Jr."),
        (["JANE DOE, III, CPA"], "JANE DOE III"),
        (["Okeke, Nkiru", "nkiru.okeke@example.com"], "Nkiru Okeke"),
        (["Dear Petra,", "Jane Doe", "jane@example.com"], "Jane Doe"),
        (["姓名：司马文静", "性别：女"], "司马文静"),
        (["个人简历", "姓名\t司马文静\t性别\t女"], "司马文静"),
        ([Line("陈美玲", size=2.0), "电话 138 5550 0162"], "陈美玲"),
        (["履歴書", "ふりがな いとう さくら", "氏名 伊藤 さくら"], "伊藤 さくら"),
        (["이력서", "성명: 박서연"], "박서연"),
        (["الاسم: سلمى يوسف الحداد"], "سلمى يوسف الحداد"),
        (["ФИО: Орлова Нина Павловна"], "Орлова Нина Павловна"),
        (["Imię i nazwisko: Ewa Malinowska"], "Ewa Malinowska"),
        ([Line("jorell banks", size=2.0), "jorell.banks@example.com"], "jorell banks"),
        ([Line("Jane Doe-Lund", size=2.0), Line("Toronto", size=2.0)], "Jane Doe-Lund"),
        ([Line("Paulo Renato", size=2.0), Line("Ferreira da Costa", size=2.0)], "Paulo Renato Ferreira da Costa"),
        ([Line("JANE MARLOWE-", size=2.0), Line("DOE", size=2.0)], "JANE MARLOWE-DOE"),
        (["INFORMAZIONI PERSONALI Colli Marta"], "Colli Marta"),
        (["Jane Marlowe‐Doe"], "Jane Marlowe-Doe"),
        (
            [
                Line(
                    "Leeds, UK\tJane",
                    runs=(Run(0, 9, bold=False, italic=False, size=1.0), Run(9, 14, bold=True, italic=False, size=2.2)),
                ),
                Line(
                    "0113 496 0000\tDoe",
                    runs=(
                        Run(0, 13, bold=False, italic=False, size=1.0),
                        Run(13, 17, bold=True, italic=False, size=2.2),
                    ),
                ),
            ],
            "Jane Doe",
        ),
    ],
)
def test_name(lines: list[Line | str], name: str) -> None:
    assert record(*lines)["full_name"] == name


def test_name_at_the_head_of_the_column_behind_a_long_sidebar() -> None:
    tools = ("Rolling pin", "Proofing", "Lamination", "Sourdough", "Costing", "Ordering", "Piping", "Allergens")
    sidebar = [
        Line("Contact", bold=True),
        Line("vera.dunmore@example.org"),
        Line("Leeds, UK"),
        Line("Skills", bold=True),
    ]
    sidebar += [Line(tool) for tool in (*tools, "Glazing", "Tempering", "Scaling", "Stock rotation")]
    main = [
        Line("Vera Dunmore", bold=True, column=1),
        Line("Pastry Chef", column=1),
        Line("EXPERIENCE", bold=True, column=1),
    ]

    assert record(*sidebar, *main, Line("Baker, Teasel Mill, 2019 - 2022", column=1))["full_name"] == "Vera Dunmore"


def test_referees_are_left_alone() -> None:
    found = record("Jane Doe", "jane@example.org", "References", "Dr. Ann Lee, ann@example.com, +44 20 7946 0018")

    assert (found["email"], found["phone_number"]) == ("jane@example.org", None)


def test_email_and_profile_broken_over_lines() -> None:
    found = record("Jane Doe", "jane.doe.the.second@", "example.org", "linkedin.com/in/", "jane-doe")

    assert found["email"] == "jane.doe.the.second@example.org"
    assert found["linkedin_url"] == "https://www.linkedin.com/in/jane-doe"


def test_profile_behind_a_link_only() -> None:
    found = record("Jane Doe", Line("LinkedIn", links=("https://linkedin.com/in/jane-doe?x=1",)))

    assert found["linkedin_url"] == "https://www.linkedin.com/in/jane-doe"


def test_company_page_is_no_profile() -> None:
    assert record("Jane Doe", "linkedin.com/company/acme")["linkedin_url"] is None


def test_mobile_before_office_never_fax() -> None:
    found = record("Jane Doe", "Fax: +44 20 7946 0011", "Tel: +44 20 7946 0018", "Mobile: +44 7700 900123")

    assert (found["phone_number"], found["phone_e164"]) == ("+44 7700 900123", "+447700900123")


@pytest.mark.parametrize(
    ("line", "phone"),
    [
        ("Phone No: 0803 123 4567, Lagos", "+2348031234567"),
        ("Mobile number: +91 98400 12345", "+919840012345"),
        ("Waupaca, WI 54981\t(715) 555-0184", "+17155550184"),
        ("Waupaca, WI 54981 (715) 555-0184", "+17155550184"),
        ("Carlton VIC 3053 · 0491 570 156 · Melbourne", "+61491570156"),
        ("Rua das Flores 4, 4050-038 Porto | +351 912 555 018", "+351912555018"),
        ("Tel 020 7946 0018 (home), +44 7911 123456 (mobile)", "+447911123456"),
        ("085 555 0177 | jane@example.ie", "+353855550177"),
        ("Mobile 090-5550-0142 | jane@example.jp", "+819055500142"),
        ("Pune, India | (469) 555-0148", "+14695550148"),
        ("Lisboa, 1200-123 Lisboa", None),
        ("Aadhaar no. 1234 5678 9012", None),
    ],
)
def test_phone_among_other_figures(line: str, phone: str | None) -> None:
    assert record("Jane Doe", line)["phone_e164"] == phone


@pytest.mark.parametrize(
    ("lines", "phone", "e164"),
    [
        (["Mobile No. : 0806 245 2177", "Enugu, Nigeria"], "0806 245 2177", "+2348062452177"),
        (["Mobile No. : 0806 245 2177"], "0806 245 2177", None),
        (["Tel. 0711 / 55 01 47"], "0711 / 55 01 47", None),
        (["Mobil: 0151/23456780", "Hauptstr. 4, 70173 Stuttgart"], "0151/23456780", "+4915123456780"),
        (["(m) 07700 900471 (h) 020 7946 0019", "Leeds LS1 4AX"], "07700 900471", "+447700900471"),
        (["603-555-0171 (h) | 603-555-0172 (c)"], "603-555-0172", "+16035550172"),
        (["Phone (h) 603-555-0171 (c) 603-555-0172"], "603-555-0172", "+16035550172"),
        (["电话：138 5550 0177", "北京市"], "138 5550 0177", "+8613855500177"),
        (["手机13855500177"], "13855500177", None),
        (["12 Elm St, Salem, MA 01970 617-555-0171"], "617-555-0171", "+16175550171"),
        (["Dover, NH 03820 . 603-555-0171"], "603-555-0171", "+16035550171"),
        (["(617) 555--‐0171"], "(617) 555-0171", "+16175550171"),
        (["2017-05 - 2019-04"], None, None),
        (["201705 - 201904"], None, None),
        (["Budget 1.200.000"], None, None),
        (["DOB: 12.03.1990 0664 1234577", "Wien"], "0664 1234577", "+436641234577"),
        (["Phone: +44 7700", "900177"], "+44 7700 900177", "+447700900177"),
        (["Mobile: +64 21 555", "0177  |  Full licence"], "+64 21 555 0177", "+64215550177"),
        (["Phone: (617) 555-", "0177 | Salem"], "(617) 555-0177", "+16175550177"),
        (["Mobile07700 900477Email: jane@example.com", "Leeds, UK"], "07700 900477", "+447700900477"),
        (["07700 900 477"], "07700 900 477", None),
        (["Contact 98465 55017", "Indian national", "Dubai"], "98465 55017", None),
        (["0171 555 0177", "jane@example.ie"], "0171 555 0177", None),
    ],
)
def test_country_of_a_phone_is_never_made_up(lines: list[str], phone: str | None, e164: str | None) -> None:
    found = record("Jane Doe", *lines)

    assert (found["phone_number"], found["phone_e164"]) == (phone, e164)


@pytest.mark.parametrize(
    ("lines", "email"),
    [
        (["nia.bello@example.co", "m", "+44 20 7946 0018"], "nia.bello@example.com"),
        (["nia.bello@mailbox.exam", "ple.org", "Leeds"], "nia.bello@mailbox.example.org"),
        (["nia.bello@mail", "box.exam", "ple.org"], "nia.bello@mailbox.example.org"),
        (["nia.bel", "lo@example.org"], "nia.bello@example.org"),
        (["Leeds | Email: nia.bello@kiwi", "mail.example | UK"], "nia.bello@kiwimail.example"),
        (["nia.bello@example.com", "in Leeds"], "nia.bello@example.com"),
        (["nia.bello@example.co", "Leeds"], "nia.bello@example.co"),
        (["nia.bello@example.com", "niabello.example.com"], "nia.bello@example.com"),
        (["nia-bello.dev", "nia.bello@example.com"], "nia.bello@example.com"),
    ],
)
def test_email_broken_over_lines_is_whole(lines: list[str], email: str) -> None:
    assert record("Nia Bello", *lines)["email"] == email


def test_link_tells_the_whole_address() -> None:
    line = Line("nia.bello@example.co", links=("mailto:nia.bello@example.com",))

    assert record("Nia Bello", line)["email"] == "nia.bello@example.com"
