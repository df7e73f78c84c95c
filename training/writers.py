"""How people write each kind of segment. Every writer returns one text, drawn from its source's part of the pools."""

import re
from collections.abc import Callable

from training import invent
from training.pools import Source, degree_items, part_of, skill_pool

_SLOT = re.compile(r"\{(\w+)\}")


def fill(source: Source, template: str) -> str:
    return _SLOT.sub(lambda slot: _FILLERS[slot[1]](source), template)


def place(source: Source) -> str:
    return invent.place(source) if source.chance(0.35) else source.draw("places/cities")


def country(source: Source) -> str:
    names = source.draw("places/countries")
    return names if len(names) > len("XX") or names in {"UK", "US"} else "Portugal"


def state(source: Source) -> str:
    return source.random.choice((source.draw("places/us_states"), source.draw("places/regions")))


def first_name(source: Source) -> str:
    return invent.first_name(source) if source.chance(0.25) else source.draw("names/first_names")


def surname(source: Source) -> str:
    return invent.surname(source) if source.chance(0.35) else source.draw("names/surnames")


_FILLERS: dict[str, Callable[[Source], str]] = {
    "place": place,
    "surname": surname,
    "first": first_name,
    "saint": lambda source: source.any_of("saints"),
    "brand": lambda source: source.draw("brand_words"),
    "coined": invent.company,
    "industry": lambda source: source.any_of("industries"),
    "trade": lambda source: source.any_of("trades"),
    "product": lambda source: source.draw("products"),
    "field": lambda source: source.draw("education/fields"),
    "legal": lambda source: source.draw("work/company_suffixes"),
}


def company(source: Source) -> str:
    return source.choose(
        lambda source: source.draw("employers"),
        lambda source: fill(source, source.draw("company_names")),
        lambda source: fill(source, source.any_of("company_names")),
        invent.company,
        lambda source: f"{source.draw('employers')} {source.piece('company_branches')}",
        lambda source: f"{invent.company(source)} ({source.piece('company_links')} {source.draw('employers')})",
        weights=(2, 2, 5, 1.2, 0.5, 0.3),
    )


def school(source: Source) -> str:
    return source.choose(
        lambda source: source.draw("schools"),
        lambda source: fill(source, source.draw("school_names")),
        lambda source: fill(source, source.any_of("school_names")),
        lambda source: (
            f"{fill(source, source.any_of('school_names'))} ({''.join(source.random.sample('ABCDFISTU', k=3))})"
        ),
        weights=(2, 2, 4, 0.5),
    )


def title(source: Source) -> str:
    return source.choose(
        lambda source: source.draw("titles"),
        lambda source: f"{source.piece('seniority')} {source.draw('titles')}",
        lambda source: f"{source.draw('titles')} {source.piece('title_grades')}",
        lambda source: f"{source.draw('titles')}, {source.any_of('departments')}",
        lambda source: f"{source.draw('titles')} - {source.any_of('departments')}",
        lambda source: f"{source.any_of('departments')} {source.piece('unit_roles')}",
        lambda source: f"{source.piece('head_of')} {source.any_of('departments')}",
        lambda source: f"{source.draw('titles')} {source.random.choice('/&|')} {source.draw('titles')}",
        lambda source: f"{source.draw('titles')} ({source.piece('working_time')})",
        lambda source: f"{source.draw('work/title_modifiers').title()} {source.draw('work/title_heads').title()}",
        lambda source: source.draw("work/title_heads").title(),
        lambda source: f"{source.draw('education/fields')} {source.draw('work/title_heads').title()}",
        lambda source: f"{source.draw('products')} {source.draw('work/title_heads').title()}",
        lambda source: f"{source.piece('teachers')} of {source.draw('education/fields')}",
        lambda source: f"{source.random.choice(skill_pool(source.part))} {source.piece('makers')}",
        weights=(8, 4, 1, 1.5, 0.5, 1.5, 2, 1, 1, 2, 1, 1.2, 0.8, 0.6, 1),
    )


def field_of_study(source: Source) -> str:
    field = source.draw("education/fields")
    return source.choose(
        lambda _: field,
        lambda source: f"{field} {source.random.choice(('and', '&', '/', 'with'))} {source.draw('education/fields')}",
        lambda _: f"in {field}",
        lambda source: f"{source.piece('major_in')} {field}",
        lambda source: f"{field} ({source.draw('education/fields')})",
        weights=(9, 2, 0.6, 0.8, 0.3),
    )


def degree_name(source: Source) -> str:
    while True:
        item = source.random.choice(degree_items())
        name = source.random.choice(item.names)
        if part_of(name) == source.part and (len(name) > len("XX") or name.isupper()):
            return name


def degree(source: Source) -> str:
    name, field = degree_name(source), source.draw("education/fields")
    return source.choose(
        lambda _: name,
        lambda source: f"{name}{source.random.choice(_DEGREE_JOINS)}{field}",
        lambda source: f"{name} {source.piece('honours')}",
        lambda source: f"{name} {source.piece('honours')} {field}",
        lambda _: f"{name} ({field})",
        lambda _: f"{field} ({name})",
        lambda source: f"{field} {source.piece('field_degrees')}",
        lambda source: f"{name} in {field} and {source.draw('education/fields')}",
        lambda source: f"{source.piece('degree_fronts')} {name}",
        weights=(4, 7, 0.8, 1, 1.2, 0.5, 0.8, 0.6, 0.4),
    )


_DEGREE_JOINS = (" in ", ", ", " - ", " ", ": ", " of ", " – ", " em ", " en ")


def location(source: Source) -> str:
    town, street = place(source), invent.place(source)
    number, postcode = source.random.randrange(1, 999), source.random.randrange(10000, 99999)
    return source.choose(
        lambda _: town,
        lambda source: f"{town}, {source.piece('state_codes')}",
        lambda source: f"{town}, {country(source)}",
        lambda source: f"{town}, {state(source)}",
        lambda source: f"{town}, {state(source)}, {country(source)}",
        lambda source: f"{town}, {source.piece('state_codes')} {postcode}",
        lambda source: f"{number} {street} {source.piece('streets')}, {town}",
        lambda _: f"{postcode} {town}",
        lambda source: f"{town} {source.piece('area_backs')}",
        lambda source: f"{source.piece('area_fronts')} {town}",
        country,
        state,
        lambda source: source.piece("anywhere"),
        lambda source: f"{town} / {place(source)}",
        weights=(6, 5, 5, 3, 1, 1, 1, 0.5, 0.7, 0.5, 1.5, 1, 0.7, 0.3),
    )


def person(source: Source) -> str:
    first, last = first_name(source), surname(source)
    initial = source.random.choice("ABCDEFGHJKLMNPRST")
    return source.choose(
        lambda _: f"{first} {last}",
        lambda _: f"{first} {initial}. {last}",
        lambda source: f"{first} {first_name(source)} {last}",
        lambda source: f"{first} {last} {surname(source)}",
        lambda source: f"{first}-{first_name(source)} {last}",
        lambda source: f"{first} {source.piece('particles')} {last}",
        lambda source: f"{source.piece('honorifics')} {first} {last}",
        lambda source: f"{first} {last}, {source.piece('credentials')}",
        lambda _: f"{last}, {first}",
        lambda _: f"{initial}. {last}",
        weights=(8, 1.5, 2, 1.5, 0.6, 1, 0.7, 0.7, 0.5, 0.3),
    )


def skill(source: Source) -> str:
    name = source.random.choice(skill_pool(source.part))
    return f"{name} ({source.piece('skill_levels')})" if source.chance(0.12) else name


def date(source: Source) -> str:
    begin, dash = _point(source), source.random.choice((" - ", " – ", "–", "-", " to ", " until ", " — "))
    count, months = source.random.randrange(1, 9), source.random.randrange(1, 11)
    return source.choose(
        lambda _: begin,
        lambda source: f"{begin}{dash}{_point(source)}",
        lambda source: f"{begin}{dash}{source.piece('present')}",
        lambda source: f"{source.piece('date_fronts')} {begin}",
        lambda source: f"({begin} - {_point(source)})",
        lambda source: f"{count} {source.piece('duration_units')} {months} {source.random.choice(('months', 'mos'))}",
        weights=(3, 4, 3, 0.8, 0.5, 0.4),
    )


def _point(source: Source) -> str:
    year, month = source.random.randrange(1975, 2027), source.piece("months")
    number, day = source.random.randrange(1, 13), source.random.randrange(1, 29)
    return source.choose(
        lambda _: str(year),
        lambda _: f"{month} {year}",
        lambda _: f"{month[:3]} {year}",
        lambda _: f"{month[:3]}. {year}",
        lambda _: f"{month[:3]}, {year}",
        lambda _: f"{number:02d}/{year}",
        lambda _: f"{year}-{number:02d}",
        lambda _: f"{day:02d}.{number:02d}.{year}",
        lambda source: f"{source.piece('seasons')} {year}",
        lambda _: f"{month[:3]} '{year % 100:02d}",
        lambda source: f"{source.piece('foreign_months')} {year}",
        lambda _: f"{day} {month} {year}",
        weights=(3, 3, 3, 1, 0.6, 2, 1, 0.7, 0.8, 0.5, 1, 0.5),
    )
