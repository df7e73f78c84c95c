"""Draws an invented person from the pools; the same identity always gives the same person."""

import random
import unicodedata
from typing import Any

import phonenumbers

from benchmarks.accuracy.people.career import draw_degrees, draw_jobs
from benchmarks.accuracy.people.person import Decoy, Person, Split
from benchmarks.accuracy.people.pools import Pools, load_pools

SEED = "resumes-2026"
MAIN_COUNTRIES = ("US", "GB", "IN", "DE", "FR", "BR", "NG", "JP")
MAIL_HOSTS = ("example.com", "example.org", "example.net", "mail.example.com", "post.example", "studio.example")
FOLDED = str.maketrans({"ß": "ss", "ı": "i", "đ": "d", "Đ": "D", "ł": "l", "Ł": "L", "ø": "o"})


def draw_person(split: Split, number: int) -> Person:
    """The `number`-th person of a split."""
    identity = f"{split}-{number:03d}"
    rng = random.Random(f"{SEED}/{identity}")
    pools = load_pools(split)
    codes = list(pools.countries)
    region = MAIN_COUNTRIES[number % 8] if number % 3 else codes[number // 3 % len(codes)]
    country, profession = pools.countries[region], _profession(pools, number)
    full_name = _draw_name(rng, country)
    jobs = draw_jobs(rng, profession, country["cities"], career_length=_career_length(rng, number))
    degrees = draw_degrees(rng, profession, country, first_job=jobs[-1].start)
    phones = [_draw_phone(rng, region, country["phones"]) for _ in range(2)]
    return Person(
        identity=identity,
        split=split,
        region=region,
        country=country["country"],
        full_name=full_name,
        headline=jobs[0].title,
        email=_draw_email(rng, full_name),
        phone_e164=phones[0],
        second_phone_e164=phones[1],
        linkedin_slug=_draw_slug(rng, full_name) if rng.random() < 0.8 else None,
        city=rng.choice(country["cities"]),
        summary=" ".join(rng.sample(profession["summaries"], k=rng.randint(1, 2))),
        jobs=jobs,
        degrees=degrees,
        skill_groups=_draw_skills(rng, profession["skills"]),
        decoys=_draw_decoys(rng, pools, profession),
    )


def _profession(pools: Pools, number: int) -> dict[str, Any]:
    return list(pools.professions.values())[number % len(pools.professions)]


def _career_length(rng: random.Random, number: int) -> int:
    """Jobs: mostly two to five, sometimes a first job or thirty years of them."""
    return rng.choice((1, 10, 12)) if number % 9 == 0 else rng.choice((1, 2, 2, 3, 3, 3, 4, 4, 5, 6, 7))


def _draw_name(rng: random.Random, country: dict[str, list[str]]) -> str:
    given, family = rng.choice(country["given"]), rng.choice(country["family"])
    middle = f"{rng.choice('ABCDEFGHJKLMRSTW')}. " if rng.random() < 0.1 else ""
    return f"{given} {middle}{family}"


def fold(text: str) -> str:
    """Lower-case ASCII letters and spaces: `João dos Santos` becomes `joao dos santos`."""
    plain = unicodedata.normalize("NFKD", text.translate(FOLDED)).encode("ascii", "ignore").decode()
    return "".join(letter for letter in plain.lower().replace("-", " ") if letter.isalpha() or letter == " ")


def _draw_email(rng: random.Random, full_name: str) -> str:
    parts = fold(full_name).split()
    first, last = parts[0], parts[-1]
    local = rng.choice(
        (
            f"{first}.{last}",
            f"{first}{last}{rng.randint(1, 99)}",
            f"{first[0]}{last}",
            f"{first}_{last}",
            f"hello.{first}",
        )
    )
    return f"{local}@{rng.choice(MAIL_HOSTS)}"


def _draw_slug(rng: random.Random, full_name: str) -> str:
    parts = fold(full_name).split()
    return rng.choice(("-".join(parts), "".join(parts), f"{parts[0]}-{parts[-1]}-{rng.randbytes(4).hex()}"))


def _draw_phone(rng: random.Random, region: str, patterns: list[str]) -> str:
    """A number of the right length for its region, in E.164; those reserved for fiction count as valid nowhere."""
    for _ in range(200):
        digits = "".join(rng.choice("0123456789") if sign == "#" else sign for sign in rng.choice(patterns))
        number = phonenumbers.parse(digits, region)
        if phonenumbers.is_possible_number(number):
            return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    raise ValueError(f"no valid number for {region} among {patterns}")


def _draw_skills(rng: random.Random, groups: dict[str, list[str]]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((label, tuple(rng.sample(skills, k=rng.randint(2, len(skills))))) for label, skills in groups.items())


def _draw_decoys(rng: random.Random, pools: Pools, profession: dict[str, list[str]]) -> tuple[Decoy, ...]:
    kinds = rng.sample(list(pools.decoys), k=rng.randint(1, 4))
    return tuple(_draw_decoy(rng, kind, pools.decoys[kind], profession) for kind in kinds)


def _draw_decoy(rng: random.Random, kind: str, decoy: dict[str, list[str]], profession: dict[str, list[str]]) -> Decoy:
    if kind == "certificates":
        items = [f"{name}, {rng.randint(2012, 2025)}" for name in profession["certificates"]]
    else:
        items = rng.sample(decoy["items"], k=rng.randint(1, len(decoy["items"])))
    return Decoy(kind, rng.choice(decoy["titles"]), tuple(items))
