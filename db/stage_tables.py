"""The table of what the steps cost, by which every process of the system adds to one sum."""

from sqlalchemy import BigInteger, Double, String
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base


class StageTime(Base):
    """Resumes that a step took so long for, since the installation began."""

    __tablename__ = "stage_times"

    stage: Mapped[str] = mapped_column(String(20), primary_key=True)
    up_to_seconds: Mapped[float] = mapped_column(Double, primary_key=True)
    """The bucket's upper bound; infinite for the last."""
    resumes: Mapped[int] = mapped_column(BigInteger)
    seconds: Mapped[float] = mapped_column(Double)
    """All of these together."""
