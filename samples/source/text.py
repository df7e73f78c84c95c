"""A resume as people paste it into a mail: plain text with underlined headings."""

from samples.source.person import Person


def typewritten(person: Person) -> bytes:
    data = person.data
    lines = [
        data["full_name"].upper(),
        data["headline"],
        f"{data['location']} | {data['phone_number']} | {data['email']}",
    ]
    lines += ["", data["summary"], *_heading("Work History")]
    for job in data["work_experience"]:
        lines += [f"{job['job_title']}, {job['company']}, {job['location']}", job["dates"]]
        lines += [*(f"  * {bullet}" for bullet in job["bullets"]), ""]
    lines += _heading("Education and Training")
    lines += [f"{entry['degree']}, {entry['institution']}, {entry['dates']}" for entry in data["education"]]
    lines += [*_heading("Skills"), ", ".join(data["skills"]), ""]
    return "\n".join(lines).encode()


def _heading(title: str) -> list[str]:
    return ["", title, "-" * len(title)]
