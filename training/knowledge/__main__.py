"""`python -m training.knowledge`: writes the files below `resume_parser/vocabulary/data` that come from libraries."""

from training.knowledge.months import write_months
from training.knowledge.places import write_places


def main() -> None:
    write_months()
    write_places()


if __name__ == "__main__":
    main()
