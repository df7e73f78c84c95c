"""How resumes write degrees."""

import random
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    full: str
    short: tuple[str, ...]
    takes_field: bool = True


KINDS: dict[str, Kind] = {
    "doctorate": Kind("Doctor of Philosophy", ("PhD", "Ph.D.", "Dr. rer. nat.")),
    "master_science": Kind("Master of Science", ("MSc", "M.S.", "M.Sc.")),
    "master_arts": Kind("Master of Arts", ("MA", "M.A.")),
    "master_business": Kind("Master of Business Administration", ("MBA",)),
    "master_nursing": Kind("Master of Science in Nursing", ("MSN",), takes_field=False),
    "master_public": Kind("Master of Public Administration", ("MPA",), takes_field=False),
    "llm": Kind("Master of Laws", ("LL.M.", "LLM")),
    "juris_doctor": Kind("Juris Doctor", ("J.D.", "JD"), takes_field=False),
    "llb": Kind("Bachelor of Laws", ("LL.B.", "LLB"), takes_field=False),
    "bachelor_science": Kind("Bachelor of Science", ("BSc", "B.S.", "B.Sc.")),
    "bachelor_arts": Kind("Bachelor of Arts", ("BA", "B.A.")),
    "bachelor_business": Kind("Bachelor of Business Administration", ("BBA", "B.B.A.")),
    "bachelor_commerce": Kind("Bachelor of Commerce", ("BCom", "B.Com.")),
    "bachelor_engineering": Kind("Bachelor of Engineering", ("BEng", "B.E.")),
    "bachelor_technology": Kind("Bachelor of Technology", ("B.Tech", "BTech")),
    "bachelor_education": Kind("Bachelor of Education", ("BEd", "B.Ed.")),
    "bachelor_nursing": Kind("Bachelor of Science in Nursing", ("BSN",), takes_field=False),
    "bachelor_social": Kind("Bachelor of Social Work", ("BSW",), takes_field=False),
    "bachelor_architecture": Kind("Bachelor of Architecture", ("B.Arch",), takes_field=False),
    "bachelor_plain": Kind("Bachelor's Degree", ("Bachelor",)),
    "bfa": Kind("Bachelor of Fine Arts", ("BFA",)),
    "associate_applied": Kind("Associate of Applied Science", ("AAS", "A.A.S.")),
    "associate_arts": Kind("Associate of Arts", ("AA", "A.A.")),
    "associate_science": Kind("Associate of Science", ("AS", "A.S.")),
    "pgce": Kind("Postgraduate Certificate in Education", ("PGCE",), takes_field=False),
    "diploma": Kind("Diploma", ("National Diploma", "Higher National Diploma", "Dip.")),
    "certificate": Kind("Certificate", ("City & Guilds Level 3", "NVQ Level 2")),
    "high_school": Kind(
        "High School Diploma",
        ("Secondary School Certificate", "General Certificate of Secondary Education"),
        takes_field=False,
    ),
}
FULL_FORMS = ("{degree} in {field}", "{degree}, {field}", "{degree} ({field})", "{field}, {degree}")
SHORT_FORMS = (
    "{degree} {field}",
    "{degree} in {field}",
    "{degree}, {field}",
    "{field} ({degree})",
    "{degree} – {field}",
)


@dataclass(frozen=True, slots=True)
class DegreeWriter:
    """One person's way of writing degrees."""

    abbreviates: bool
    form: str

    @classmethod
    def drawn(cls, rng: random.Random) -> "DegreeWriter":
        abbreviates = rng.random() < 0.45
        return cls(abbreviates, rng.choice(SHORT_FORMS if abbreviates else FULL_FORMS))

    def write(self, kind_name: str, field: str, rng: random.Random) -> list[str]:
        """The degree as it is printed, and behind it how else a record may give it: the degree before its field."""
        kind = KINDS[kind_name]
        degree = rng.choice(kind.short) if self.abbreviates else kind.full
        if not kind.takes_field:
            return [degree]
        forms = [self.form, "{degree}, {field}"] if self.form.startswith("{field},") else [self.form]
        return [form.format(degree=degree, field=field) for form in forms]
