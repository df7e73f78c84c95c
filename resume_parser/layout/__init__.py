"""From fragments of text with positions to lines in reading order. Knows nothing of file formats."""
