from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
import zipfile
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path

import pytest

import claimx

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def run_python(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def wheel_names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    folder = tmp_path_factory.mktemp("wheel")
    built = run_python("-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder))
    assert built.returncode == 0, built.stderr
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as file:
        return set(file.namelist())


def test_wheel_carries_code_data_model_and_licence(wheel_names: set[str]) -> None:
    package = ROOT / "src" / "claimx"
    code = {path.relative_to(package.parent).as_posix() for path in package.rglob("*") if path.is_file()}
    models = ROOT / "models"
    code |= {
        f"claimx/model/{path.relative_to(models).as_posix()}"
        for name in ("en_claimx", "second_reader")
        for path in (models / name).rglob("*")
        if path.is_file()
    }
    expected = {name for name in code if "__pycache__" not in name}
    assert {name for name in wheel_names if ".dist-info/" not in name} == expected
    information = f"claimx-{claimx.__version__}.dist-info"
    assert {f"{information}/licenses/LICENSE", f"{information}/licenses/NOTICE"} <= wheel_names


def test_version_is_said_once() -> None:
    assert PROJECT["project"]["version"] == claimx.__version__


def test_lock_pins_every_direct_dependency() -> None:
    lines = (ROOT / "requirements.lock").read_text("utf-8").splitlines()
    pinned = {line.split("==")[0] for line in lines}
    project = PROJECT["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    names = {requirement_name(line) for line in wanted}
    assert names - pinned == set()


def test_lock_names_no_host() -> None:
    assert [line for line in (ROOT / "requirements.lock").read_text("utf-8").splitlines() if "/" in line] == []


def test_generated_pages_are_fresh() -> None:
    done = run_python("docs/generate.py", "--check")
    assert (done.stdout, done.returncode) == ("", 0)


PAGES = sorted(path for path in ROOT.glob("**/*.md") if not {".venv", "corpus", "out", "tests"} & {*path.parts})


@pytest.mark.parametrize("page", PAGES, ids=[path.relative_to(ROOT).as_posix() for path in PAGES])
def test_links_of_a_page_lead_to_files(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_readme_example_runs() -> None:
    _, _, code = (ROOT / "README.md").read_text("utf-8").partition("```python\n")
    scope: dict[str, object] = {}
    exec(code.partition("```")[0], scope)
    frame = scope["frame"]
    columns = ["nutrient_name", "relation", "object", "certainty", "polarity", "sent_start", "sent_end"]
    assert frame[columns].values.tolist() == [  # type: ignore[index]
        ["magnesium", "TREATS", "muscle cramps", "possible", "affirmed", 0, 33]
    ]


def test_import_loads_nothing_heavy() -> None:
    heavy = ("numpy", "pandas", "pyarrow", "rich", "spacy", "typer", "yaml")
    done = run_python("-c", f"import claimx, sys; print([n for n in {heavy!r} if n in sys.modules])")
    assert done.stdout == "[]\n"


@pytest.mark.parametrize(
    ("library", "allowed"),
    [
        (
            "spacy",
            {
                "factories",
                "ops",
                "parse",
                "annotate",
                "split",
                "decode",
                "vectors",
                "pipeline",
                "segment",
                "tag",
                "abbreviations",
            },
        ),
        ("pandas", {"export", "table"}),
        ("rich", {"console", "lexicon_cli", "terminal"}),
    ],
)
def test_library_is_imported_only_where_it_belongs(library: str, allowed: set[str]) -> None:
    assert {module for module, names in imports_by_module().items() if library in names} - allowed == set()


def test_every_import_is_a_declared_dependency() -> None:
    imported = set().union(*imports_by_module().values()) - set(sys.stdlib_module_names) - {"claimx"}
    declared = {requirement_name(line) for line in PROJECT["project"]["dependencies"]}
    assert {MODULE_OF.get(name, name) for name in imported} - declared == set()


@pytest.mark.parametrize("folder", ["docs", "models", "tests"])
def test_every_import_of_the_tools_is_a_declared_dependency(folder: str) -> None:
    paths = sorted((ROOT / folder).rglob("*.py"))
    own = {path.stem for name in ("benchmarks", "models", "tests") for path in (ROOT / name).rglob("*.py")}
    imported = set().union(*map(imports_of, paths)) - set(sys.stdlib_module_names) - own - {"_pytest", "claimx"}
    project = PROJECT["project"]
    lines = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    # the teacher of the language model runs in an environment of its own
    teacher = (
        (ROOT / "models" / "requirements-teacher.txt").read_text("utf-8").splitlines() if folder == "models" else []
    )
    lines += [line.replace("==", ">") for line in teacher if not line.startswith("#")]
    declared = {requirement_name(line) for line in lines}
    assert {MODULE_OF.get(name, name) for name in imported} - declared == set()


# imported under another name than the package's
MODULE_OF = {
    "pytest_regressions": "pytest-regressions",
    "sklearn": "scikit-learn",
    "vl_convert": "vl-convert-python",
    "yaml": "pyyaml",
}


def requirement_name(line: str) -> str:
    return line.replace("<", ">").split(">")[0].lower()


@cache
def imports_by_module() -> dict[str, set[str]]:
    """The top-level libraries that each module or package right under claimx imports."""
    package = ROOT / "src" / "claimx"
    found: dict[str, set[str]] = {}
    for path in package.rglob("*.py"):
        module = path.relative_to(package).parts[0].removesuffix(".py")
        found.setdefault(module, set()).update(imports_of(path))
    return found


def imports_of(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.split(".")[0])
    return names


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; from typer.testing import CliRunner; import claimx.cli as c; "
        "r = CliRunner().invoke(c.app, ['--help']); "
        "print(r.exit_code, [n for n in ('numpy', 'pandas', 'pyarrow', 'spacy', 'scispacy') if n in sys.modules])"
    )
    assert run_python("-c", code).stdout == "0 []\n"


def test_unknown_attribute_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = claimx.nothing
    assert set(claimx.__all__) <= set(dir(claimx))
    assert [name for name in claimx.__all__ if not hasattr(claimx, name)] == []


def test_entry_points_are_installed() -> None:
    found = {(e.group, e.name, e.value) for e in entry_points().select(name="claimx")}
    assert found == {
        ("console_scripts", "claimx", "claimx.cli:main"),
        ("spacy_factories", "claimx", "claimx.factories:make_claimx"),
    }
