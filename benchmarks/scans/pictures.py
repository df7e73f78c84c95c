"""Documents as scanners and telephones give them: turned, skewed, in shadow, with noise."""

from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import pymupdf

PAPER = 245


@dataclass(frozen=True, slots=True)
class Making:
    """How one document is made a picture; angles in degrees, clockwise."""

    name: str
    dpi: int = 200
    turned: int = 0
    skewed: float = 0.0
    photographed: bool = False


MAKINGS = (
    Making("agency-german-tabular-analyst", 200),
    Making("industriemechaniker-lebenslauf-tabelle-de", 150, skewed=1.5),
    Making("kinds-margin-engineer-de", 300),
    Making("themes-class-embedded-at", 200, turned=90),
    Making("themes-moderncv-casual-cook-de", 200, skewed=-3.0),
    Making("web-flowcv-de", 200, photographed=True),
    Making("word-german-tabular-lebenslauf", 150),
    Making("agency-typst-qa-toolbox", 150),
    Making("data-analyst-gdocs-swiss-ca", 200, turned=180),
    Making("everyday-lawyer-centered", 150, skewed=2.0),
    Making("kinds-linkedin-grouped-hr-us", 300, turned=270),
    Making("latex-jake", 200, photographed=True, skewed=1.0),
    Making("latex-moderncv-banking", 300, skewed=-1.0),
    Making("personal-libreoffice-librarian", 150, turned=90),
    Making("school-secretary-gdocs-serif-us", 200, photographed=True, skewed=-2.0),
    Making("themes-moderncv-banking-lawyer-ie", 200),
    Making("themes-elegant-product-uk", 150, skewed=4.0),
    Making("warehouse-associate-indeed-us", 200, photographed=True, turned=180),
    Making("web-minimal-centred", 150),
    Making("word-google-docs-serif", 300, skewed=0.7),
)
"""Twenty of the gallery's tuned part, in English and German: what is read in them may be looked at."""


def scan_of(document: Path, making: Making, seed: int) -> bytes:
    """A PDF of pictures alone."""
    random = np.random.default_rng(seed)
    with pymupdf.open(document) as typed, pymupdf.open() as scan:
        for page in typed:
            drawn = page.get_pixmap(dpi=making.dpi, colorspace=pymupdf.csGRAY)
            pixels = np.frombuffer(drawn.samples, np.uint8).reshape(drawn.height, drawn.stride)[:, : drawn.width]
            picture = _as_seen(pixels, making, random)
            _, encoded = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, 60 if making.photographed else 80])
            height, width = (side * 72 / making.dpi for side in picture.shape)
            sheet = scan.new_page(width=width, height=height)
            sheet.insert_image(sheet.rect, stream=encoded.tobytes())
        return bytes(scan.tobytes(deflate=True))


def _as_seen(pixels: np.ndarray, making: Making, random: np.random.Generator) -> np.ndarray:
    seen = np.minimum(pixels, PAPER).astype(np.uint8)
    if making.skewed:
        seen = _skew(seen, making.skewed)
    if making.photographed:
        seen = _photograph(seen)
    noise = random.normal(0, 8 if making.photographed else 4, seen.shape)
    seen = np.clip(seen + noise, 0, 255).astype(np.uint8)
    return np.ascontiguousarray(np.rot90(seen, -making.turned // 90))


def _skew(pixels: np.ndarray, degrees: float) -> np.ndarray:
    height, width = pixels.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), -degrees, 1.0)
    return np.asarray(cv2.warpAffine(pixels, matrix, (width, height), flags=cv2.INTER_AREA, borderValue=PAPER))


def _photograph(pixels: np.ndarray) -> np.ndarray:
    """Seen a little from the side, in the shadow of a hand, not quite sharp, on a dark table."""
    height, width = pixels.shape
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    shift = np.array([[0.03, 0.02], [-0.01, 0.03], [-0.03, -0.02], [0.01, -0.01]], np.float32) * [width, height]
    matrix = cv2.getPerspectiveTransform(corners, (corners + shift).astype(np.float32))
    seen = cv2.warpPerspective(pixels, matrix, (width, height), borderValue=70)
    seen = cv2.GaussianBlur(seen, (3, 3), 0.8)
    shadow = np.linspace(1.0, 0.6, width)[None, :] * np.linspace(1.0, 0.85, height)[:, None]
    return np.asarray(seen * shadow)
