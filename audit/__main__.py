"""Known vulnerabilities, the code's own weaknesses, licences and the bill of materials.

    python -m audit [FOLDER]        writes into FOLDER, `build/audit` by default

Exit code 1 where a vulnerability or a weakness was found. What could not be asked for is said, and is no failure.
"""

import json
import subprocess
import sys
from pathlib import Path

from audit.licences import ELSEWHERE, UNKNOWN, as_markdown, read_licences

ROOT = Path(__file__).resolve().parents[1]
REQUIREMENTS = ROOT / "requirements.txt"
CODE = (
    *("api", "audit", "config", "db", "flows", "main.py", "migrations", "models", "quality"),
    *("reading", "resume_parser", "services", "stack", "tasks", "worker"),
)


def main(folder: Path) -> bool:
    """Whether nothing was found."""
    folder.mkdir(parents=True, exist_ok=True)
    write_licences(folder / "licences.md")
    write_bill(folder / "sbom.cdx.json")
    return all([find_weaknesses(), find_vulnerabilities(folder / "vulnerabilities.json")])


def write_licences(target: Path) -> None:
    licences = read_licences(REQUIREMENTS)
    target.write_text(as_markdown(licences))
    untold = [each.package for each in licences if each.licence == UNKNOWN]
    elsewhere = sum(each.licence == ELSEWHERE for each in licences)
    print(
        f"licences: {len(licences)} packages, {len(untold)} without one told {untold}, {elsewhere} of other platforms"
    )


def write_bill(target: Path) -> None:
    """CycloneDX, the same whenever it is made from the same lock file."""
    options = ("--output-reproducible", "--output-format", "JSON", "--output-file", str(target))
    run("cyclonedx_py", "requirements", *options, str(REQUIREMENTS)).check_returncode()
    print(f"bill of materials: {len(json.loads(target.read_text())['components'])} components in {target}")


def find_weaknesses() -> bool:
    done = run("bandit", "--quiet", "--recursive", "--configfile", "pyproject.toml", *CODE)
    print(f"bandit: {'nothing found' if done.returncode == 0 else done.stdout + done.stderr}")
    return done.returncode == 0


def find_vulnerabilities(target: Path) -> bool:
    options = ("--requirement", str(REQUIREMENTS), "--disable-pip", "--require-hashes", "--format", "json")
    done = run("pip_audit", *options, "--progress-spinner", "off")
    try:
        packages = json.loads(done.stdout)["dependencies"]
    except ValueError:
        print(f"pip-audit: COULD NOT ASK for known vulnerabilities: {done.stderr.strip().rpartition(chr(10))[2]}")
        return True
    target.write_text(done.stdout)
    return tell_vulnerabilities(packages)


def tell_vulnerabilities(packages: list[dict[str, object]]) -> bool:
    """What pip-audit said of each package; whether none is vulnerable."""
    skipped = [each for each in packages if "skip_reason" in each]
    vulnerable = [each for each in packages if each.get("vulns")]
    asked = len(packages) - len(skipped)
    if skipped:
        print(
            f"pip-audit: COULD NOT ASK about {len(skipped)} of {len(packages)} packages; the index does not know them"
        )
    print(f"pip-audit: {asked} packages asked about, {len(vulnerable)} vulnerable")
    for each in vulnerable:
        print(f"  {each['name']} {each['version']}: {json.dumps(each['vulns'])}")
    return not vulnerable


def run(module: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", module, *arguments], cwd=ROOT, capture_output=True, text=True)


if __name__ == "__main__":
    sys.exit(not main(Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "build" / "audit")))
