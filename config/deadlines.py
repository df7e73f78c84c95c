"""How long what may take, from the shortest to the longest; the settings are refused where they would turn the order.

    a step of the reader's   <   a process's silence   <   a lease, as much of it as is always left   <   a flow run

A step is the reading of a document's text, or of one page by OCR; it is ended by the one who waits for it. So a process
falls silent only when it hangs itself, and when it is ended for that, its resumes are still known to be in its hands.
"""

QUICK_STEP_SECONDS = 15.0
"""In a run that others wait behind; what takes longer is set aside."""
STEP_SECONDS = 70.0
"""For a reader that waits. One that works is ended by the processor's clock, which a busy machine does not make quicker."""

SIGN_SECONDS = 15.0
"""How often a flow run that works on one document after another says that it lives."""
SILENCE_SECONDS = 75.0
"""After so much silence a flow run's process is ended. `prefect.yaml` names the same."""

LEASE_SECONDS = 120.0
EXTENSION_SECONDS = 15.0
"""How often the leases of what a flow run has in hand are extended."""

RUN_SECONDS = 3600.0
"""After so long a flow run is stopped, however lively. `prefect.yaml` names the same."""
