"""Records of an earlier parser are read as they were kept, while their documents read as they did."""

from benchmarks.accuracy.gallery import load_gallery
from training.earlier_records import read_earlier_records


def test_each_record_has_values_with_evidence_in_its_document() -> None:
    records = list(read_earlier_records({one.name: one for one in load_gallery("gallery_tune")}))

    assert len(records) >= 30
    for _, document, record in records:
        found = [entry.degree for entry in record.education] + [entry.company for entry in record.work_experience]
        assert all(0 <= line < len(document.lines) for one in found if one for line in one.lines)
    assert any(record.skills for _, _, record in records)
