"""A hostile crowd beside honest resumes, sent to the whole system together; and scans while the machine is busy."""
