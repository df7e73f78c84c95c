"""Sections to entries: where each begins, and which of its header's parts is the title, the employer, the place."""
