"""What stands in resumes and is none of the kinds: sentences about the work, headings, grades, labels."""

from training import writers
from training.pools import Source


def other(source: Source) -> str:
    return source.choose(
        lambda source: source.any_of("notes"),
        sentence,
        _bullet_piece,
        _grade,
        _label,
        weights=(3, 6, 1.5, 0.8, 1.2),
    )


def sentence(source: Source) -> str:
    start = f"{source.any_of('actions')} {source.any_of('objects')}"
    text = source.choose(
        lambda _: start,
        lambda source: f"{start} {source.any_of('endings')}",
        lambda source: f"{start} and {source.any_of('actions').lower()} {source.any_of('objects')}",
        lambda source: f"{start} at {writers.company(source)}",
        lambda source: f"{start} with {source.random.choice(_tools(source))}",
        _field_work,
        lambda source: f"I {start.lower()} {source.any_of('endings')}",
        lambda source: f"{writers.company(source)} is a leading provider of {source.any_of('industries').lower()}",
        lambda source: f"Promoted to {writers.title(source)} after one year",
        weights=(4, 4, 2, 0.7, 1, 1.5, 0.7, 0.6, 0.4),
    )
    return f"{text}." if source.chance(0.4) else text


def _tools(source: Source) -> tuple[str, ...]:
    return (writers.skill(source), f"{writers.skill(source)}, {writers.skill(source)} and {writers.skill(source)}")


def _field_work(source: Source) -> str:
    subject, unit = source.draw("education/fields").lower(), source.any_of("departments").lower()
    return f"{source.any_of('actions')} {subject} and {source.random.choice(_tools(source))} for {unit}"


def _bullet_piece(source: Source) -> str:
    """The second line of a sentence that was broken by the page's width."""
    words = sentence(source).split()
    return " ".join(words[len(words) // 2 :])


def _grade(source: Source) -> str:
    number = source.random.uniform(2.0, 4.0)
    return source.random.choice(
        (
            f"GPA: {number:.2f}",
            f"GPA {number:.1f}/4.0",
            f"CGPA: {number * 2.4:.1f}/10",
            f"{source.random.randrange(55, 99)}%",
            f"Grade: {source.random.choice('ABC')}",
            f"Score: {source.random.randrange(55, 99)}",
            f"{source.random.randrange(5, 11)} GCSEs grades A*-C",
            f"({number:.2f} GPA)",
        )
    )


def _label(source: Source) -> str:
    content = source.choose(writers.skill, writers.person, writers.company, lambda source: source.any_of("objects"))
    return f"{source.piece('labels')}: {content}"
