"""Where every line of the document went, and what looks as if it belonged into the record and is not there."""

from resume_parser.accounting.account import account_for

__all__ = ["account_for"]
