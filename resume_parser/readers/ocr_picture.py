"""Pictures of pages, turned upright and straight before they are read."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
import pymupdf

RESOLUTION = 200
MAX_PIXELS = 9_000_000
"""Larger pages are read at a lower resolution."""
LEAST_RESOLUTION = 40
POINTS_PER_INCH = 72

_STUDIED_SIDE = 1000
"""Pixels of the longer side when the angle is looked for."""
_MOST_SKEW = 12.0
_LEAST_SKEW = 0.2
"""Degrees; what is less does no harm."""
_COARSE, _FINE = 1.0, 0.1
_DARKER = 12
"""Than their surroundings, in steps of 255, are letters."""
_SIGNAL = 1.15
"""How much clearer than across rows must be along the page to be believed."""

Grey = np.ndarray[Any, np.dtype[np.uint8]]


@dataclass(frozen=True, slots=True)
class Picture:
    """A page in grey, one byte a pixel."""

    pixels: Grey
    resolution: float
    """Pixels an inch."""

    @property
    def width(self) -> float:
        """In points, as the height."""
        return float(self.pixels.shape[1]) * self.points_per_pixel

    @property
    def height(self) -> float:
        return float(self.pixels.shape[0]) * self.points_per_pixel

    @property
    def points_per_pixel(self) -> float:
        return POINTS_PER_INCH / self.resolution


def render(page: Any) -> Picture | None:
    """The page as it is seen, or None when it is too large for that."""
    rect = page.rect
    inches = max(rect.width * rect.height / POINTS_PER_INCH**2, 0.01)
    resolution = int(min(RESOLUTION, (MAX_PIXELS / inches) ** 0.5))
    if resolution < LEAST_RESOLUTION:
        return None
    drawn = page.get_pixmap(dpi=resolution, colorspace=pymupdf.csGRAY, alpha=False)
    pixels = np.frombuffer(drawn.samples, np.uint8).reshape(drawn.height, drawn.stride)[:, : drawn.width]
    return Picture(np.ascontiguousarray(pixels), resolution)


def straighten(picture: Picture, is_upside_down: Callable[[Grey], bool]) -> Picture:
    """The picture with its rows level and the right side up."""
    pixels = picture.pixels
    ink = _ink(pixels)
    level, upright = _best_angle(ink), _best_angle(np.ascontiguousarray(np.rot90(ink)))
    if upright[0] > _SIGNAL * level[0]:
        pixels = np.ascontiguousarray(np.rot90(pixels))
        level = upright
    if abs(level[1]) >= _LEAST_SKEW:
        pixels = _turn(pixels, level[1], border=int(np.median(pixels)))
    if is_upside_down(pixels):
        pixels = np.ascontiguousarray(np.rot90(pixels, 2))
    return Picture(pixels, picture.resolution)


def _ink(pixels: Grey) -> Grey:
    """Where something is written, small; shadows and the ground's colour are none of it."""
    scale = _STUDIED_SIDE / max(pixels.shape)
    small = cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else pixels
    ground = cv2.medianBlur(small, 31)
    return np.asarray(cv2.absdiff(small, ground) > _DARKER, np.uint8)


def _best_angle(ink: Grey) -> tuple[float, float]:
    """How clearly rows stand apart at the best angle, and that angle in degrees (counter-clockwise mends it)."""
    coarse = max((_clearness(ink, angle), angle) for angle in np.arange(-_MOST_SKEW, _MOST_SKEW + _COARSE, _COARSE))
    around = np.arange(coarse[1] - _COARSE, coarse[1] + _COARSE, _FINE)
    clearness, angle = max((_clearness(ink, angle), angle) for angle in around)
    return clearness, float(angle)


def _clearness(ink: Grey, degrees: float) -> float:
    """Of the rows when the page is turned: how steeply the ink of neighbouring ones differs."""
    rows = _turn(ink, degrees, border=0, smooth=False).sum(axis=1, dtype=np.float64)
    return float(np.square(np.diff(rows)).sum())


def _turn(pixels: Grey, degrees: float, *, border: int, smooth: bool = True) -> Grey:
    height, width = pixels.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    how = cv2.INTER_CUBIC if smooth else cv2.INTER_NEAREST
    return np.asarray(cv2.warpAffine(pixels, matrix, (width, height), flags=how, borderValue=border), np.uint8)
