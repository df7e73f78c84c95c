"""One field of the record a file: where its value stands, and how sure that is."""
