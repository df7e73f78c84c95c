"""Words of one's own: headings, bullets, separators. Unusual headings come only to templates that ask for them."""

HEADINGS: dict[str, tuple[str, ...]] = {
    "work": (
        "Experience",
        "Work Experience",
        "Professional Experience",
        "Employment History",
        "Work History",
        "Employment",
        "Career History",
        "Relevant Experience",
    ),
    "education": (
        "Education",
        "Education and Training",
        "Academic Background",
        "Qualifications",
        "Academic Qualifications",
        "Education & Training",
    ),
    "skills": (
        "Skills",
        "Key Skills",
        "Core Competencies",
        "Technical Skills",
        "Areas of Expertise",
        "Skills & Tools",
        "Expertise",
    ),
    "summary": ("Summary", "Profile", "About Me", "Professional Summary", "Objective", "Personal Statement"),
    "contact": ("Contact", "Contact Details", "Personal Details", "Get in Touch"),
}
UNUSUAL_HEADINGS: dict[str, tuple[str, ...]] = {
    "work": ("Where I've been", "What I've done so far", "My journey", "Career path", "Places I have worked"),
    "education": ("Where I studied", "Schooling", "How I learned", "Learning"),
    "skills": ("What I'm good at", "My toolbox", "Things I know", "Strengths"),
    "summary": ("Hello", "Who I am", "In short"),
    "contact": ("Find me", "Say hello", "Reach me"),
}
BULLETS = ("•", "–", "▪", "●", "-", "◦", "*", "‣", "»", "■")
CREDENTIALS = ("RN", "PhD", "CPA", "MBA", "PMP")
LEVELS = ("expert", "advanced", "good", "basic", "5 years", "intermediate")
