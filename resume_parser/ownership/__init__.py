"""Whose lines and contact values are whose: letters, forwarded mail, agencies and referees stand in resumes, too."""
