from typing import Any

import pytest

from benchmarks.accuracy.scoring.calibration import errors_by_area, expected_calibration_error, sure_and_wrong
from benchmarks.accuracy.scoring.prediction import Entry, Guess, Prediction
from benchmarks.accuracy.scoring.score import Outcome, Scores, compare_document

TRUTH: dict[str, Any] = {
    "full_name": ["Ana Silva"],
    "email": "ana@example.com",
    "phone_number": "+5511987654321",
    "linkedin_url": None,
    "education": [{"institution": ["Unisinos"], "degree": ["BSc, Physics"], "end_date": ["2015"]}],
    "work_experience": [
        {"company": ["Oak Nine"], "job_title": ["Engineer"], "start_date": ["2019-03"], "end_date": ["present"]},
        {"company": ["Qubitry"], "job_title": ["Developer"], "start_date": ["2016"], "end_date": ["2019-02"]},
    ],
    "skills": ["Python", "SQL"],
}


def entry(**values: str) -> Entry:
    return {name: Guess(value, 0.9) for name, value in values.items()}


def prediction(**changes: Any) -> Prediction:
    perfect = {
        "contact": entry(full_name="Ana Silva", email="ANA@example.com", phone_number="+5511987654321"),
        "education": [entry(institution="Unisinos", degree="BSc Physics", end_date="2015")],
        "work": [
            entry(company="Qubitry", job_title="Developer", start_date="2016", end_date="2019-02"),
            entry(company="Oak Nine", job_title="Engineer", start_date="2019-03", end_date="present"),
        ],
        "skills": [Guess("sql", 0.9), Guess("Python", 0.9)],
    }
    return Prediction(**{**perfect, **changes})


def scores(guessed: Prediction) -> Scores:
    return Scores.of(compare_document(guessed, TRUTH))


def test_everything_right_scores_one_whatever_the_order() -> None:
    assert scores(prediction()).macro == 1.0


def test_nothing_found_scores_zero() -> None:
    assert scores(Prediction(contact={}, education=[], work=[], skills=[])).macro == 0.0


def test_an_invented_value_costs_precision() -> None:
    invented = prediction(contact={**prediction().contact, "linkedin_url": Guess("https://www.linkedin.com/in/x", 0.5)})
    assert scores(invented).by_field["linkedin_url"].f1 == 0.0
    assert scores(invented).macro < 1.0


def test_a_missed_job_costs_recall_of_its_fields_only() -> None:
    work = scores(prediction(work=prediction().work[:1])).by_field["work_experience.company"]
    assert (work.precision, work.recall) == (1.0, 0.5)


def test_entries_are_paired_by_best_total_likeness() -> None:
    swapped = [
        entry(company="Qubitry", job_title="Engineer", start_date="2019-03", end_date="present"),
        entry(company="Oak Nine", job_title="Developer", start_date="2016", end_date="2019-02"),
    ]
    by_field = scores(prediction(work=swapped)).by_field
    assert by_field["work_experience.company"].right == 0
    assert by_field["work_experience.job_title"].right == 2


def test_dates_count_at_the_precision_shown() -> None:
    vague = [*prediction().work[:1], entry(company="Oak Nine", job_title="Engineer", start_date="2019")]
    assert scores(prediction(work=vague)).by_field["work_experience.start_date"].right == 1


def test_calibration_error_is_the_distance_of_confidence_and_truth() -> None:
    outcomes = [Outcome("skills", "x", "x", right, 0.85) for right in (True, True, False, False)]
    assert expected_calibration_error(outcomes) == pytest.approx(0.35)
    assert expected_calibration_error([Outcome("skills", None, "x", False)]) == 0.0


def test_calibration_error_by_area_keeps_areas_apart() -> None:
    outcomes = [Outcome("skills", "x", "x", right=False, confidence=0.8), Outcome("email", "x", "x", True, 1.0)]
    errors = errors_by_area(outcomes)
    assert (errors["skills"], errors["contact"], errors["work"]) == pytest.approx((0.8, 0.0, 0.0))


def test_of_the_sure_values_the_wrong_are_counted() -> None:
    outcomes = [
        Outcome("email", "x", "x", True, 0.95),
        Outcome("email", "x", "y", False, 0.9),
        Outcome("email", "x", "y", False, 0.89),
        Outcome("email", None, "y", False),
    ]
    assert sure_and_wrong(outcomes) == (2, 1)
