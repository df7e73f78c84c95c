"""Recognition by RapidOCR: PaddleOCR's small models, which its wheel brings, run by ONNX Runtime."""

import logging
from functools import cache
from typing import Any

import cv2
import numpy as np

from resume_parser.readers.ocr_line import RecognisedLine
from resume_parser.readers.ocr_picture import Grey, Picture

LEAST_SCORE = 0.5
DETECTION_SIDE = 1_600
"""Pixels of the longer side when lines are looked for, which takes most of the memory; they are read in full size."""
LETTERS_OF_BOX = 0.72
"""Share of a box's height that is the font's size: the detection leaves a margin around the letters."""
_ASKED = 12
"""Pieces of text that are asked which way up they are."""
_STUDIED_HEIGHT, _STUDIED_WIDTH = 48, 192


@cache
def _engine() -> Any:
    """Loaded when it is first needed, within the process that reads: its threads would not outlive a fork."""
    import onnxruntime

    onnxruntime.set_default_logger_severity(4)
    from rapidocr import RapidOCR

    logging.getLogger("RapidOCR").setLevel(logging.CRITICAL)
    return RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.text_score": LEAST_SCORE,
            "Global.max_side_len": 4_000,
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
            "Det.limit_type": "max",
            "Det.limit_side_len": DETECTION_SIDE,
            "Rec.rec_batch_num": 1,
            "Cls.cls_batch_num": 1,
        }
    )


def read_lines(picture: Picture) -> list[RecognisedLine]:
    """The lines of an upright picture."""
    cv2.setNumThreads(1)
    found = _engine()(cv2.cvtColor(picture.pixels, cv2.COLOR_GRAY2BGR), use_det=True, use_cls=False, use_rec=True)
    if found.boxes is None or found.txts is None:
        return []
    scale = picture.points_per_pixel
    lines = []
    for corners, text in zip(found.boxes, found.txts, strict=True):
        (x0, y0), (x1, y1) = corners.min(axis=0) * scale, corners.max(axis=0) * scale
        height = float(np.linalg.norm(corners[3] - corners[0]) * scale)
        box = (float(x0), float(y0), float(x1), float(y1))
        lines.append(RecognisedLine(text.strip(), box, height * LETTERS_OF_BOX))
    return lines


def is_upside_down(pixels: Grey) -> bool:
    """Whether most of the page's rows stand on their heads."""
    pieces = _pieces(pixels)
    if not pieces:
        return False
    classify = _engine()._load_cls_model()
    turned = [score if label == "180" else -score for label, score in classify(pieces).cls_res]
    return bool(sum(turned) > 0)


def _pieces(pixels: Grey) -> list[Any]:
    """Beginnings of the rows with the most ink."""
    _, ink = cv2.threshold(pixels, 0, 1, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    joined = cv2.dilate(ink, np.ones((3, max(9, pixels.shape[1] // 60)), np.uint8))
    _, _, areas, _ = cv2.connectedComponentsWithStats(joined)
    lines = [area for area in areas[1:] if 8 <= area[3] <= max(pixels.shape) // 12 and area[2] > 4 * area[3]]
    lines.sort(key=lambda area: -area[4])
    cut = [pixels[y : y + height, x : x + 4 * height] for x, y, _, height, _ in lines[:_ASKED]]
    return [cv2.cvtColor(piece, cv2.COLOR_GRAY2BGR) for piece in cut]
