"""Resumes a second through the whole system, against the bare parser and against the same services under Celery."""
