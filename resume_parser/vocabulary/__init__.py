"""What the parser knows by heart: skills, titles, degrees, schools, companies, places, names, languages.

The data are plain text files beside this module, one item a line; each is read once, on first use.
"""

from resume_parser.vocabulary.companies import company_cues, has_company_cue, has_company_suffix, strip_company_suffix
from resume_parser.vocabulary.education import (
    begins_with_degree,
    degree_level,
    find_degree,
    find_degrees,
    find_other_studies,
    has_degree_word,
    has_school_cue,
    is_degree,
    is_field_of_study,
    name_words,
)
from resume_parser.vocabulary.languages import is_language, is_language_level, match_language
from resume_parser.vocabulary.names import first_names, is_first_name, is_surname, looks_like_name, surnames
from resume_parser.vocabulary.places import (
    are_in_one_country,
    countries_of,
    country_code,
    is_country,
    is_place,
    is_us_state,
    looks_like_location,
    split_trailing_location,
)
from resume_parser.vocabulary.skills import is_soft_skill, match_skill, skill_group, skill_names
from resume_parser.vocabulary.titles import has_title_modifier, has_title_word, names_several, title_heads

__all__ = [
    "are_in_one_country",
    "begins_with_degree",
    "company_cues",
    "countries_of",
    "country_code",
    "degree_level",
    "find_degree",
    "find_degrees",
    "find_other_studies",
    "first_names",
    "has_company_cue",
    "has_company_suffix",
    "has_degree_word",
    "has_school_cue",
    "has_title_modifier",
    "has_title_word",
    "is_country",
    "is_degree",
    "is_field_of_study",
    "is_first_name",
    "is_language",
    "is_language_level",
    "is_place",
    "is_soft_skill",
    "is_surname",
    "is_us_state",
    "looks_like_location",
    "looks_like_name",
    "match_language",
    "match_skill",
    "name_words",
    "names_several",
    "skill_group",
    "skill_names",
    "split_trailing_location",
    "strip_company_suffix",
    "surnames",
    "title_heads",
]
