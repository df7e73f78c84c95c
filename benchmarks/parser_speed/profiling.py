"""Where the time goes: own time by module and by function."""

import cProfile
import pstats
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from benchmarks.figures import print_table
from benchmarks.parser_speed.measure import TODAY
from resume_parser import parse, read_document

SHOWN = 25


def profile(files: Sequence[bytes]) -> None:
    profiler = cProfile.Profile()
    with profiler:
        for data in files:
            parse(read_document(data), TODAY)
    stats = pstats.Stats(profiler).get_stats_profile()
    modules: defaultdict[str, float] = defaultdict(float)
    functions: list[tuple[float, str, str]] = []
    for name, one in stats.func_profiles.items():
        module = _module(one.file_name)
        modules[module] += one.tottime
        functions.append((one.tottime, f"{module}: {name}", one.ncalls))
    ranked = sorted(((seconds, module) for module, seconds in modules.items()), reverse=True)
    per_file = 1000 / len(files)
    print_table("own time by module", ("module", "ms a file"), [(m, s * per_file) for s, m in ranked[:SHOWN]])
    rows = [(name, calls, seconds * per_file) for seconds, name, calls in sorted(functions, reverse=True)[:SHOWN]]
    print_table("own time by function", ("function", "calls", "ms a file"), rows)


def _module(file_name: str) -> str:
    path = Path(file_name)
    if "resume_parser" in path.parts:
        return "/".join(path.parts[path.parts.index("resume_parser") :])
    return f"{path.parent.name}/{path.name}" if path.suffix else "built-in"
