from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest
import yaml

from workflow_expressions import evaluate

ROOT = Path(__file__).parents[2]
ACTION = ROOT / ".github/actions/review/action.yml"
OURS = sorted((ROOT / ".github/workflows").glob("*.yml"))
OF_VAULTS = sorted((ROOT / "src/estiba/writing/workflows").glob("*.yml"))
WORKFLOWS = [*OURS, *OF_VAULTS]
FILES = [ACTION, *WORKFLOWS]


def read(path):
    return yaml.load(path.read_text("utf-8"), yaml.BaseLoader)


def jobs():
    for path in WORKFLOWS:
        for name, job in read(path)["jobs"].items():
            yield pytest.param(job, id=f"{path.parts[-3]}-{path.name}-{name}")


def steps(path):
    if path == ACTION:
        return read(path)["runs"]["steps"]
    return [step for job in read(path)["jobs"].values() for step in job["steps"]]


def tool(name, *words, data=None):
    program = Path(sys.executable).with_name(name)
    return subprocess.run(
        [program, *words], input=data, capture_output=True, text=True, cwd=ROOT, check=False
    )


def test_what_vaults_get_is_all_there():
    assert [path.name for path in OF_VAULTS] == ["comment.yml", "notes.yml", "pages.yml"]


def test_zizmor_finds_nothing():
    ran = tool(
        "zizmor",
        "--offline",
        "--persona=auditor",
        "--no-progress",
        "--strict-collection",
        ".github",
        *OF_VAULTS,
    )
    assert ran.returncode == 0, ran.stdout
    assert "No findings to report" in ran.stdout


@pytest.mark.parametrize(
    ("schema", "files"),
    [("vendor.github-workflows", WORKFLOWS), ("vendor.github-actions", [ACTION])],
    ids=["workflows", "action"],
)
def test_they_pass_their_schemas(schema, files):
    ran = tool("check-jsonschema", "--builtin-schema", schema, *files)
    assert ran.returncode == 0, ran.stdout


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parts[-3]}-{path.name}")
def test_scripts_are_bash_and_hold_no_expression(path):
    for step in steps(path):
        assert ("uses" in step) != ("run" in step)
        if "run" in step:
            assert step["shell"] == "bash"
            assert "${{" not in step["run"]
            ran = subprocess.run(
                ["bash", "-n"], input=step["run"], text=True, capture_output=True, check=False
            )
            assert ran.stderr == ""


def test_each_action_is_pinned_to_one_commit_with_its_version():
    pins = defaultdict(set)
    for path in FILES:
        for line in path.read_text("utf-8").splitlines():
            if (found := re.search(r"uses: (\S+)", line)) and not found[1].startswith("./"):
                pin = re.search(r"uses: ([\w./-]+)@([0-9a-f]{40}) # (v\d+\.\d+\.\d+)$", line)
                assert pin, line
                pins[pin[1]].add((pin[2], pin[3]))
    assert len(pins) == 7
    assert all(len(found) == 1 for found in pins.values()), pins


@pytest.mark.parametrize("job", list(jobs()))
def test_each_job_has_a_limit_and_permissions_of_its_own(job):
    assert int(job["timeout-minutes"]) <= 30
    assert job["permissions"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: f"{path.parts[-3]}-{path.name}")
def test_nothing_is_permitted_beyond_and_no_secret_is_named(path):
    assert read(path)["permissions"] == {}
    assert "secrets" not in re.sub("#.*|import secrets; print.secrets", "", path.read_text("utf-8"))


def test_pull_requests_are_not_given_a_token_that_writes_the_repository():
    for path in WORKFLOWS:
        if "pull_request" in read(path)["on"]:
            written = {
                name
                for job in read(path)["jobs"].values()
                for name, way in job["permissions"].items()
                if way == "write"
            }
            assert written == {"security-events"}


@pytest.mark.parametrize(
    ("more", "protected", "runs"), [("true", "true", True), ("true", "", False), ("false", "true", False)]
)
def test_code_of_a_pull_request_runs_only_where_the_owner_is_asked(more, protected, runs):
    jobs = read(ROOT / ".github/workflows/notes.yml")["jobs"]
    outputs = {"more": more, "protected": protected}
    assert evaluate(jobs["test"]["if"], {"needs": {"review": {"outputs": outputs}}}) is runs
    assert jobs["test"]["environment"]["name"] == "pull-request-code"
    assert [name for name, job in jobs.items() if "head.sha" in str(job["steps"][0])] == ["test"]


@pytest.mark.parametrize(
    ("owner", "author", "private", "runs"),
    [
        ("ana", "ana", False, True),
        ("mallory", "mallory", False, False),
        ("ana", "dependabot[bot]", False, False),
        ("ana", "ana", True, False),
    ],
)
def test_code_scanning_is_told_where_it_may_be(owner, author, private, runs):
    jobs = read(ROOT / ".github/workflows/notes.yml")["jobs"]
    event = {
        "pull_request": {"head": {"repo": {"full_name": f"{owner}/notas"}}, "user": {"login": author}},
        "repository": {"private": private},
    }
    github = {"event": event, "repository": "ana/notas"}
    for status in ("0", "1"):
        needs = {"review": {"outputs": {"status": status}}}
        assert evaluate(jobs["annotate"]["if"], {"github": github, "needs": needs}) is runs


def test_vaults_review_by_the_steps_of_the_action():
    def told(steps):
        return [{key: value for key, value in step.items() if key not in {"env", "with"}} for step in steps]

    own = [step for step in told(steps(ACTION)) if step["name"] != "Install Estiba"]
    job = read(ROOT / "src/estiba/writing/workflows/notes.yml")["jobs"]["review"]
    theirs = [
        step
        for step in told(job["steps"])
        if step["name"] not in {"Install Estiba", "Check out the base branch"}
    ]
    assert theirs == own
    assert job["steps"][0] == read(ROOT / ".github/workflows/notes.yml")["jobs"]["review"]["steps"][0]


def test_vaults_are_published_by_the_same_workflow():
    ours, theirs = (read(folder / "pages.yml") for folder in (OURS[0].parent, OF_VAULTS[0].parent))
    for workflow in (ours, theirs):
        install = workflow["jobs"]["build"]["steps"][2]
        assert install.pop("name") == "Install Estiba"
        assert install.pop("run")
    assert theirs == ours


def test_vaults_comment_by_the_same_workflow():
    ours, theirs = (folder / "comment.yml" for folder in (OURS[0].parent, OF_VAULTS[0].parent))
    assert theirs.read_bytes() == ours.read_bytes()


def test_the_script_in_the_comment_workflow_is_as_good_as_a_file():
    (step,) = steps(ROOT / ".github/workflows/comment.yml")
    script = step["run"].removeprefix("python3 -I - <<'PYTHON'\n").removesuffix("PYTHON\n")
    words = ("-", "--stdin-filename", os.fspath(ROOT / "requirements/comment.py"))
    for ran in (
        tool("ruff", "check", "--ignore=D,ANN,S310", *words, data=script),
        tool("ruff", "format", "--diff", *words, data=script),
    ):
        assert ran.returncode == 0, ran.stdout


def test_what_we_install_is_locked():
    installs = re.findall(r'"\$\{install\[@\]\}" (.*)', ACTION.read_text("utf-8"))
    assert installs[:-1]
    assert all(one.startswith("--require-hashes ") for one in installs[:-1])
    assert installs[-1] == '--no-deps --no-build-isolation "$source"'
    (builder,) = re.findall(
        r"^(\S+)==\S+ \\$", (ROOT / "requirements/build.txt").read_text("utf-8"), re.MULTILINE
    )
    assert builder == "flit-core"
