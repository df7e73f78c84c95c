"""Documents are read in a process of their own, which has no secrets, hardly any rights, and limits that hold.

start()                                       # early: the process takes a second to load
document = read_in_process(content, limits)   # as resume_parser.read_document, and the errors of `reading.errors`

Both are in `reading.process`; nothing is imported here, as the process that reads comes through here too.
"""
