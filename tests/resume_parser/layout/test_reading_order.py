"""Layouts as people make them, as fragments on a page of 595 by 842 points."""

from resume_parser.layout.fragment import Fragment
from resume_parser.layout.pages import join_pages
from resume_parser.layout.reading_order import Block
from tests.resume_parser.layout.fragments import LEADING, LONG, at, column, read, section


def sidebar(x: float, y: float) -> list[Fragment]:
    return [
        *section(x, y, "Contact", "ana@example.org", "+351 21 555 0100", "Porto"),
        *section(x, y + 73, "Skills", "Bread", "Cake", "Accounts", "Patience"),
    ]


def career(x: float, y: float, width: int = 60) -> list[Fragment]:
    found = section(x, y, "Experience")
    for number in range(3):
        top = y + 21 + 61 * number
        found += [at(x, top, f"Job {number}", bold=True), at(x + 260, top, f"201{number} - 201{number + 1}")]
        found += column(x, top + LEADING, LONG[:width], LONG[:width], "and so on")
    return found


def test_a_sidebar_on_the_left_is_read_for_itself() -> None:
    text = read([*career(220, 103), *sidebar(40, 100)])
    assert text[:9] == [
        "Contact", "ana@example.org", "+351 21 555 0100", "Porto",
        "Skills", "Bread", "Cake", "Accounts", "Patience",
    ]  # fmt: skip
    assert text[9:11] == ["Experience", "Job 0\t2010 - 2011"]


def test_a_sidebar_on_the_right_comes_after_the_main_column() -> None:
    text = read([*sidebar(430, 96), *career(40, 103)])
    assert text[0] == "Experience"
    assert text.index("Contact") == 1 + 3 * 4


def test_a_page_wide_header_stands_over_both_columns() -> None:
    header = [
        at(40, 50, "Ana Duarte", 24),
        at(40, 70, "Baker, accountant and keeper of order in the houses of four families of Porto"),
    ]
    text = read([*sidebar(40, 120), *header, *career(220, 123)])
    assert text[0] == "Ana Duarte"
    assert text[2] == "Contact"


def test_a_name_over_the_main_column_comes_before_the_sidebar() -> None:
    text = read([*sidebar(40, 160), at(220, 60, "Ana Duarte", 24), at(220, 80, "Baker"), *career(220, 133)])
    assert text[:3] == ["Ana Duarte", "Baker", "Contact"]


def test_labels_beside_their_content_are_read_before_it() -> None:
    page = [at(40, 50, "Ana Duarte", 24)]
    for number, label in enumerate(("Profile", "Experience", "Education")):
        top = 100 + 70 * number
        page += [at(40, top, label, 12, bold=True), *column(170, top, LONG[:70], LONG[:70], "and so on")]
    text = read(page)
    assert text == [
        "Ana Duarte",
        *(
            line
            for label in ("Profile", "Experience", "Education")
            for line in (label, LONG[:70], LONG[:70], "and so on")
        ),
    ]


def test_cells_of_a_table_are_parted_by_tabs() -> None:
    rows = [("Degree", "School", "Year"), ("BSc Physics", "Porto", "2010"), ("MSc Physics", "Leeds", "2012")]
    page = [
        at(x, 100 + 20 * y, text) for y, row in enumerate(rows) for x, text in zip((40, 250, 450), row, strict=True)
    ]
    assert read(page) == ["\t".join(row) for row in rows]


def test_columns_in_a_part_of_the_page() -> None:
    left = section(40, 150, "Skills", "Bread", "Cake", "Accounts", "Patience", "Order")
    right = section(320, 150, "Languages", "Portuguese", "English")
    page = [*column(40, 100, LONG, "and so on"), *left, *right, *section(40, 290, "Experience", LONG)]
    assert read(page) == [
        LONG, "and so on", "Skills", "Bread", "Cake", "Accounts", "Patience", "Order",
        "Languages", "Portuguese", "English", "Experience", LONG,
    ]  # fmt: skip


def test_the_main_column_goes_on_over_the_page_before_the_sidebar() -> None:
    first = [*career(40, 100), *career(40, 330), *career(40, 560), *sidebar(430, 96)]
    second = column(40, 60, LONG[:60], LONG[:60], LONG[:60], "the end of it")
    text = read(first, second)
    assert text.index("the end of it") < text.index("Contact")


def test_text_in_boxes_on_one_baseline_is_one_line() -> None:
    page = [at(40, 100, "Ana"), at(58, 100.5, "Duarte"), at(40, 115, "Baker")]
    assert read(page) == ["Ana Duarte", "Baker"]


def test_a_sidebar_on_the_same_line_grid_is_no_table() -> None:
    skills = column(40, 100, "Skills", *(f"• Craft {number}" for number in range(8)))
    jobs = column(220, 100, "Experience", *(f"• {LONG[:60]}" for _ in range(12)))
    assert read([*skills, *jobs])[:10] == ["Skills", *(f"• Craft {number}" for number in range(8)), "Experience"]


def test_a_short_heading_over_rows_of_cards_is_page_wide() -> None:
    page = []
    for heading, top in (("Experience", 100), ("Projects", 260)):
        page.append(at(40, top, heading, 14, bold=True))
        for x, place in ((40, "left"), (320, "right")):
            items = (f"• {LONG[:40]}", f"• {LONG[:44]}", f"• {LONG[:42]}")
            page += column(x, top + 25, f"{heading} {place}", "2010 - 2012", *items)
    text = read(page)
    assert text.index("Experience right") < text.index("Projects") < text.index("Projects left")


def test_a_centred_heading_over_a_grid_ends_it() -> None:
    page = [at(40, 60, LONG)]
    for y in range(4):
        page += [at(x, 100 + LEADING * y, f"• Craft {y}{x}") for x in (40, 200, 370)]
    page += [at(228, 180, "EXPERIENCE", bold=True), at(40, 210, "Clerk, Porto", bold=True), at(40, 224, LONG)]
    text = read(page)
    assert text[-3:] == ["EXPERIENCE", "Clerk, Porto", LONG]


def test_cards_beside_headings_are_read_before_the_next_page() -> None:
    def block(number: int, *fragments: Fragment) -> Block:
        return Block([[fragment] for fragment in fragments], fragments[0].x0, number)

    wide = block(0, at(44, 600, LONG), at(44, 700, "Languages", bold=True))
    cards = [block(1, at(130, 700, "Welsh")), block(2, at(340, 700, "Irish"))]
    last = block(0, at(44, 60, LONG))
    placed = join_pages([[wide, *cards], [last]], [842.0, 842.0])
    assert [item.block for item in placed] == [wide, *cards, last]


def test_labels_on_consecutive_rows_stand_each_beside_its_list() -> None:
    page = [
        at(128, 60, "Experience", 14.0, bold=True),
        at(80, 80, "2019–2021"), *column(128, 80, LONG[:60], LONG[:58]),
        at(80, 122, "2015–2018"), *column(128, 122, LONG[:60], LONG[:58]),
        at(128, 170, "Skills", 14.0, bold=True),
        at(92, 190, "Forest"), at(128, 190, "Felling, Skidding, Thinning"),
        at(88, 204, "Sawmill"), at(128, 204, "Grading, Edging, Kiln drying"),
        at(98, 218, "Roads"), at(128, 218, "Ditching, Gravel"),
    ]  # fmt: skip

    assert read(page)[-3:] == [
        "Forest\tFelling, Skidding, Thinning",
        "Sawmill\tGrading, Edging, Kiln drying",
        "Roads\tDitching, Gravel",
    ]


def test_three_columns_below_jobs_with_dates_on_the_right() -> None:
    page = [at(48, 112, "eli@example.org | +44 113 555 0100 | Leeds, UK | www.linkedin.com/in/elimarsh")]
    periods = "JUL 2021 - Current", "MAR 2016 - MAY 2021", "MAY 2011 - FEB 2016"
    for y, period in zip((154, 211, 269), periods, strict=True):
        page += [
            at(48, y, "Forester", bold=True),
            at(48, y + 13, "Hill Forest"),
            at(548 - 5 * len(period), y + 13, period),
        ]
        page += [at(52, y + 26, "• Kept the stand books of 3,000 trees."), at(52, y + 39, "• Planted two valleys.")]
    talks = "Talk: Mistakes I Would Make", "Again. Autumn Meeting, Zagreb,", "October 2022."
    columns = [
        section(48, 351, "Skills", *"ABCDEFGH"),
        section(218, 351, "Schooling", "Diploma in Felling", "Bergen School", "JUL 2011"),
        section(388, 351, "Writings", *talks * 3),
    ]

    texts = [item.text for items in columns for item in items]
    assert read([*page, *(item for items in columns for item in items)])[-len(texts) :] == texts


def test_the_last_cell_of_one_row_is_no_column_of_the_page() -> None:
    page = [at(40, 50, "Ana Duarte", 20), at(40, 90, LONG[:70]), at(40, 140, "Mill and Sons of the North", bold=True)]
    page += [*column(40, 164, "Baker of bread", "and of cakes"), at(180, 164, "2016 - 2019")]
    page += [at(300, 164, "https://mill.example"), *column(480, 164, "• Night", "shift")]
    page += [at(180, 190, "for a house of four and a guest"), at(40, 220, "Bakery", bold=True), at(40, 244, "Baker")]
    page += [at(180, 244, "2014 - 2016"), at(330, 244, "• Bread for the houses of four families")]
    text = read(page)
    assert text[3:5] == ["Baker of bread\t2016 - 2019\thttps://mill.example\t• Night", "and of cakes\tshift"]


def test_a_header_row_at_even_distances_stands_over_both_columns() -> None:
    header = [at(40, 50, "Ana Duarte", 20), at(40, 75, "1 Mill Lane, Porto"), at(190, 75, "+351 21 555 0100")]
    header += [at(330, 75, "Driving licence"), at(465, 75, "ana@example.org")]
    text = read([*header, *sidebar(430, 116), *career(40, 123)])
    assert text[:3] == [
        "Ana Duarte",
        "1 Mill Lane, Porto\t+351 21 555 0100\tDriving licence\tana@example.org",
        "Experience",
    ]
