"""Runs a workflow of ours on this computer, as the forge's runner would.

Scripts run as they stand, in an environment that holds what the runner gives and nothing else. Acted are:
`actions/checkout` (a clone of the forge's bare repository), artifacts (copied), Python (the one that runs
the tests), pip (what it is told is kept; this checkout stands for what it would install), code scanning
and GitHub Pages.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from workflow_commands import Command, command_of, lines_of
from workflow_expressions import evaluate, filled_in

_PYTHON = """\
#!/bin/sh
case "$1 $2" in
  "-m venv") mkdir -p "$3/bin" && cp {programs}/python {programs}/estiba "$3/bin" ;;
  "-m pip") shift 2; echo "$@" >> {installed} ;;
  *) exec {python} "$@" ;;
esac
"""
_ESTIBA = """\
#!/bin/sh
exec {python} -P -m estiba "$@"
"""
_REFUSED = set('":<>|*?\r\n')
"""Source: https://github.com/actions/toolkit/blob/main/packages/artifact/src/internal/upload/path-and-artifact-name-validation.ts"""


@dataclass
class JobRun:
    """What a job did."""

    success: bool = True
    outputs: dict[str, str] = field(default_factory=dict)
    log: str = ""
    summary: str = ""
    steps: list[str] = field(default_factory=list)
    """Names of the steps that ran, in order."""

    installed: list[str] = field(default_factory=list)
    """What pip was told."""

    @property
    def commands(self) -> list[Command]:
        """Those that the runner obeys, with what `::stop-commands::` stops left out."""
        obeyed: list[Command] = []
        waiting_for = ""
        for line in lines_of(self.log):
            if (command := command_of(line)) is None:
                continue
            if waiting_for:
                waiting_for = "" if command.name == waiting_for else waiting_for
            elif command.name == "stop-commands":
                waiting_for = command.message
            else:
                obeyed.append(command)
        assert not waiting_for
        return obeyed


class Runner:
    """One run of one workflow."""

    def __init__(self, folder: Path, forge: Path, event: Mapping[str, Any], api: str = "") -> None:
        self.folder = folder
        self.forge = forge
        self.event = event
        self.api = api
        self.artifacts = folder / "artifacts"
        self.scanned: list[Path] = []
        """Files that were uploaded to code scanning."""
        folder.mkdir(parents=True)

    def run(self, workflow: str) -> dict[str, JobRun]:
        """Run the jobs of a workflow, given as text, in order; those that do not run are not among them."""
        jobs: dict[str, JobRun] = {}
        for name, job in yaml.load(workflow, yaml.BaseLoader)["jobs"].items():
            before = [one for one in jobs if one == job.get("needs")]
            needs = {one: {"outputs": jobs[one].outputs} for one in before}
            context = {"github": self._github(), "needs": needs, "vars": {}}
            if evaluate(job["if"], context) if "if" in job else all(jobs[one].success for one in before):
                jobs[name] = _Job(self, name, context).run(job)
        return jobs

    def _github(self) -> dict[str, Any]:
        return {
            "event": self.event,
            "repository": self.event["repository"]["full_name"],
            "repository_owner": self.event["repository"]["full_name"].partition("/")[0],
            "token": "read-only-token",
            "server_url": "https://forge.example",
        }


class _Job:
    def __init__(self, runner: Runner, name: str, context: Mapping[str, Any]) -> None:
        self.runner = runner
        self.folder = runner.folder / name
        self.workspace = self.folder / "workspace"
        self.temporary = self.folder / "temporary"
        for folder in (self.workspace, self.temporary, self.folder / "home"):
            folder.mkdir(parents=True)
        self.write_programs()
        self.context = {**context, "runner": {"temp": str(self.temporary)}}
        self.done = JobRun()

    def run(self, job: Mapping[str, Any]) -> JobRun:
        outputs = self.run_steps(job["steps"], {})
        if (installed := self.folder / "installed.txt").exists():
            self.done.installed = installed.read_text("utf-8").splitlines()
        self.done.outputs = {key: filled_in(text, outputs) for key, text in job.get("outputs", {}).items()}
        return self.done

    def write_programs(self) -> None:
        programs = self.folder / "bin"
        programs.mkdir()
        words = {"programs": programs, "installed": self.folder / "installed.txt", "python": sys.executable}
        for name, text in {"python": _PYTHON, "python3": _PYTHON, "estiba": _ESTIBA}.items():
            (programs / name).write_text(text.format_map(words), "utf-8")
            (programs / name).chmod(0o755)

    def run_steps(
        self, steps: list[Any], inputs: Mapping[str, str], action: Path | None = None
    ) -> dict[str, Any]:
        context: dict[str, Any] = {**self.context, "inputs": inputs, "steps": {}}
        for step in steps:
            if not self.done.success:
                break
            assert "if" not in step, step
            self.done.steps.append(step["name"])
            given = {key: filled_in(str(value), context) for key, value in step.get("with", {}).items()}
            if "run" in step:
                outputs = self.run_script(step, context, action)
            else:
                outputs = self.act(step["uses"], given)
                self.done.success = self.done.success or step.get("continue-on-error") == "true"
            context["steps"][step.get("id")] = {"outputs": outputs}
        return context

    def run_script(
        self, step: Mapping[str, Any], context: Mapping[str, Any], action: Path | None
    ) -> dict[str, str]:
        assert step["shell"] == "bash"
        assert "${{" not in step["run"]
        environment = {key: filled_in(str(value), context) for key, value in step.get("env", {}).items()}
        script, output, summary = (self.folder / name for name in ("script.sh", "output.txt", "summary.md"))
        event = self.folder / "event.json"
        event.write_text(json.dumps(self.runner.event), "utf-8")
        script.write_text(step["run"], "utf-8")
        output.write_text("")
        summary.touch()
        given = {
            "CI": "true",
            "GITHUB_ACTIONS": "true",
            "GITHUB_API_URL": self.runner.api,
            "GITHUB_EVENT_PATH": str(event),
            "GITHUB_OUTPUT": str(output),
            "GITHUB_REPOSITORY": self.runner.event["repository"]["full_name"],
            "GITHUB_SERVER_URL": "https://forge.example",
            "GITHUB_STEP_SUMMARY": str(summary),
            "GITHUB_WORKSPACE": str(self.workspace),
            "HOME": str(self.folder / "home"),
            "LANG": "C.UTF-8",
            "PATH": os.pathsep.join((str(self.folder / "bin"), os.defpath)),
            "RUNNER_TEMP": str(self.temporary),
        } | ({"GITHUB_ACTION_PATH": str(action)} if action else {})
        ran = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", script],
            cwd=self.workspace,
            env=given | environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        self.done.log += ran.stdout.decode("utf-8", "replace")
        self.done.summary = summary.read_text("utf-8")
        self.done.success = ran.returncode == 0
        return dict(line.split("=", 1) for line in output.read_text("utf-8").splitlines())

    def act(self, action: str, given: Mapping[str, str]) -> dict[str, str]:
        if action.startswith("./"):
            return self.run_action(self.workspace / action, given)
        name = action.partition("@")[0]
        if name == "actions/checkout":
            assert given["persist-credentials"] == "false"
            self.check_out(given.get("ref", "HEAD"))
        elif name in {"actions/upload-artifact", "actions/upload-pages-artifact"}:
            self.keep(self.workspace / given["path"], given)
        elif name == "actions/download-artifact":
            shutil.copytree(self.runner.artifacts / given["name"], self.workspace / given["path"])
        elif name == "github/codeql-action/upload-sarif":
            self.runner.scanned.append(self.workspace / given["sarif_file"])
        else:
            assert name in {"actions/setup-python", "actions/deploy-pages"}
        return {}

    def keep(self, folder: Path, given: Mapping[str, str]) -> None:
        """Keep an artifact; one that holds a name that some disk refuses fails, as the action has it."""
        if not folder.exists():
            assert given["if-no-files-found"] == "ignore"
        elif any(_REFUSED & set(path.name) for path in folder.rglob("*")):
            self.done.success = False
        else:
            shutil.copytree(folder, self.runner.artifacts / given.get("name", "github-pages"))

    def run_action(self, folder: Path, given: Mapping[str, str]) -> dict[str, str]:
        action = yaml.load((folder / "action.yml").read_text("utf-8"), yaml.BaseLoader)
        inputs = {key: str(one.get("default", "")) for key, one in action["inputs"].items()} | given
        assert (
            not {key for key, one in action["inputs"].items() if one.get("required") == "true"} - given.keys()
        )
        context = self.run_steps(action["runs"]["steps"], inputs, folder)
        return {key: filled_in(one["value"], context) for key, one in action["outputs"].items()}

    def check_out(self, commit: str) -> None:
        for words in (
            ["clone", "--quiet", "--no-local", "--no-checkout", str(self.runner.forge), "."],
            ["checkout", "--quiet", "--detach", commit],
        ):
            subprocess.run(["git", *words], cwd=self.workspace, check=True, capture_output=True)
