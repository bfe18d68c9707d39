"""The rules of CONTRIBUTING.md that a machine can check."""

import ast
import re
import subprocess
from functools import cache
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("flows", "transforms", "warehouse")
MAY_IMPORT = {
    "flows": {"flows", "transforms", "warehouse"},
    "warehouse": {"warehouse", "transforms"},
    "transforms": {"transforms"},
}
# The order in which the stages hand over; a stage imports none that comes after it.
STAGES = ("reading", "cleaning", "annotating", "extracting", "reconciling")
IMPURE = {
    *("prefect", "duckdb", "requests", "httpx", "urllib3", "aiohttp", "socket", "http", "ssl", "ftplib"),
    *(
        "polars",
        "pandas",
        "pandera",
        "time",
        "random",
        "subprocess",
        "threading",
        "asyncio",
        "multiprocessing",
    ),
}
IMPURE_CALLS = {".now", ".utcnow", ".today", ".urlopen", "open", "print", "input", "eval", "exec"}
MODULES = [p for package in PACKAGES for p in sorted((ROOT / package).rglob("*.py"))]
IDS = [str(p.relative_to(ROOT)) for p in MODULES]
LONGEST, MEDIAN = 300, 130


@cache
def tree(path):
    return ast.parse(path.read_text("utf-8"))


@cache
def imports(path):
    """Modules that the file imports, `from a import b` as a.b."""
    out = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            out.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: relative import"
            out.add(node.module)
            out.update(f"{node.module}.{alias.name}" for alias in node.names)
    return out


def tops(path):
    return {name.split(".")[0] for name in imports(path)}


def package(path):
    return path.relative_to(ROOT).parts[0]


def test_no_module_is_long():
    lines = {str(p.relative_to(ROOT)): len(p.read_text("utf-8").splitlines()) for p in MODULES}
    assert {name: n for name, n in lines.items() if n > LONGEST} == {}
    assert median(lines.values()) <= MEDIAN


def shown(path):
    return str(path.relative_to(ROOT))


def test_the_packages_import_one_way():
    wrong = {}
    for path in MODULES:
        beyond = tops(path) & {*PACKAGES, "seeds", "tests"} - MAY_IMPORT[package(path)]
        if beyond:
            wrong[shown(path)] = beyond
    assert wrong == {}


@pytest.mark.parametrize("stage", STAGES)
def test_no_stage_imports_a_later_one(stage):
    later = STAGES[STAGES.index(stage) + 1 :]
    for path in sorted((ROOT / "transforms" / stage).rglob("*.py")):
        found = [i for i in imports(path) if i.startswith(tuple(f"transforms.{name}." for name in later))]
        assert found == [], path.name


def test_modules_import_one_another_in_no_circle():
    names = {
        ".".join(p.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): p for p in MODULES
    }
    needs = {name: {i for i in imports(path) if i in names and i != name} for name, path in names.items()}
    done, path = set(), []

    def visit(name):
        if name in path:
            # A package's __init__ that gathers its modules is no circle: they do not import it by name.
            pytest.fail(" → ".join([*path[path.index(name) :], name]))
        if name not in done:
            path.append(name)
            for other in sorted(needs[name]):
                visit(other)
            path.pop()
            done.add(name)

    for name in sorted(needs):
        visit(name)


def calls(path):
    """Names of the functions and methods that the module calls."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Attribute):
                yield f".{node.func.attr}"
            elif isinstance(node.func, ast.Name):
                yield node.func.id


def test_transforms_know_no_network_no_clock_and_no_orchestrator():
    wrong = {}
    for path in MODULES:
        if package(path) == "transforms":
            found = (tops(path) & IMPURE) | {i for i in imports(path) if i.startswith("urllib.request")}
            found |= {*calls(path)} & IMPURE_CALLS
            if found:
                wrong[shown(path)] = found
    assert wrong == {}


def test_no_module_is_called_utils():
    vague = re.compile(r"(?:^|_)(?:utils?|helpers?|misc|common|tools?|stuff)(?:_|$)")
    assert [i for i in IDS if any(vague.search(part.removesuffix(".py")) for part in Path(i).parts)] == []


def test_everything_public_has_a_docstring():
    bare = [shown(path) for path in MODULES if not ast.get_docstring(tree(path))]
    for path in MODULES:
        for node in tree(path).body:
            if (
                isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
                and node.name[0] != "_"
            ):
                inner = node.body if isinstance(node, ast.ClassDef) else []
                methods = [m for m in inner if isinstance(m, ast.FunctionDef) and m.name[0] != "_"]
                bare += [f"{shown(path)}: {n.name}" for n in (node, *methods) if not ast.get_docstring(n)]
    assert bare == []


def tracked():
    """Files of the repository, as far as it is one; all of them elsewhere."""
    try:
        out = subprocess.run(
            ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True
        ).stdout
        return [ROOT / name for name in out.split("\0") if name]
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no git here: which files belong to the repository is not known")


# Written in two parts, so that this file does not hold what it looks for.
MACHINE = [
    "/" + r"(?:work|home|Users|root|mnt|opt|private)/[\w.\-]+",
    r"[A-Z]:\\" + r"Users",
    r"://[\w.\-]*(?:py" + r"pi|artifactory|nexus|jfrog|devpi|codeartifact|npmjs|registry)\b",
    r"(?i:--|PIP_|UV_)(?i:extra[-_]|default[-_])?(?i:index)" + r"(?i:[-_]url)",
    r"://(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.\d+",
]


@pytest.mark.parametrize("pattern", MACHINE)
def test_no_file_holds_a_path_of_one_machine_or_a_registry_host(pattern):
    found = []
    for path in tracked():
        if not path.is_file():
            continue
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{path.relative_to(ROOT)}: {m.group()}" for m in re.finditer(pattern, text)]
    assert found == []


def test_every_data_file_says_where_it_comes_from():
    """Rule files that are lists open with a comment that names their source."""
    silent = []
    for path in sorted((ROOT / "seeds" / "rules").rglob("*.txt")):
        head = "".join(line for line in path.read_text("utf-8").splitlines()[:6] if line.startswith("#"))
        if not head:
            silent.append(path.name)
    assert silent == []


def test_no_dependency_is_under_the_gpl():
    locked = (ROOT / "requirements.lock").read_text("utf-8").lower()
    assert not re.findall(r"^(jionlp|jiojio|zhconv|hanlp|ltp)==", locked, re.M)


def test_top_level_holds_what_the_design_lists():
    folders = {p.relative_to(ROOT).parts[0] for p in tracked() if len(p.relative_to(ROOT).parts) > 1}
    assert folders <= {*PACKAGES, "seeds", "tests", "docs", ".ci", ".github"}
