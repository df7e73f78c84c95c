"""One type of value a file; each `clean` gives the canonical value, or None when the text is not one."""
