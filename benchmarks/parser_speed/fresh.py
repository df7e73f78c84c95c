"""Load time and peak memory of a process that has done nothing else.

`python -m benchmarks.parser_speed.fresh FOLDER` parses the folder's PDFs once and prints one JSON object.
"""

import json
import resource
import sys
import time
from pathlib import Path


def main() -> None:
    started, cpu_started = time.perf_counter(), time.process_time()
    import resume_parser
    from benchmarks.parser_speed.measure import TODAY

    resume_parser.load()
    loaded, cpu_loaded = time.perf_counter(), time.process_time()
    paths = sorted(Path(sys.argv[1]).glob("*.pdf"))
    resume_parser.parse(resume_parser.read_document(paths[0].read_bytes()), TODAY)
    first = time.perf_counter()
    for path in paths:
        resume_parser.parse(resume_parser.read_document(path.read_bytes()), TODAY)
    peak_kb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    figures = {
        "load_s": loaded - started,
        "load_cpu_s": cpu_loaded - cpu_started,
        "first_ms": (first - loaded) * 1000,
        "peak_mb": peak_kb / 1024,
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
