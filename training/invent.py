"""Words that nobody has: places, surnames and company names put together from the pieces in `data/pieces.txt`."""

from training.pools import Source


def place(source: Source) -> str:
    kind = "place" if source.chance(0.5) else "foreign"
    name = source.piece(f"{kind}_heads") + source.piece(f"{kind}_tails")
    return f"{source.piece('place_fronts')} {name}" if source.chance(0.15) else name


def surname(source: Source) -> str:
    return source.piece("surname_heads") + source.piece("surname_tails")


def first_name(source: Source) -> str:
    return source.piece("foreign_heads") + source.piece("foreign_tails")


def company(source: Source) -> str:
    name = source.piece("company_heads") + source.piece("company_tails")
    if source.chance(0.1):
        return name.upper() if len(name) <= _LONGEST_CAPITALS else name.lower()
    if source.chance(0.08):
        return "".join(source.random.sample("ABCDEFGHIJKLMNOPRSTUVW", k=source.random.choice((3, 3, 4))))
    return name


_LONGEST_CAPITALS = 7
