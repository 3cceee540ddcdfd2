from __future__ import annotations

import json
from pathlib import Path

import pytest

from hostile_change import ODD_NAMES, hostile_files
from odd_repositories import commit_objects, commit_tree, odd_tree
from repositories import Commits
from workflow_runner import Runner

ROOT = Path(__file__).parents[2]
OURS = ROOT / ".github/workflows"
OF_VAULTS = ROOT / "src/estiba/writing/workflows"
PIP = "--disable-pip-version-check install --quiet"
NOTE = "---\ntitle: {0}\ndescription: Qué es {0}.\ndate: 2026-11-01\ntags: [redes]\n---\n\n{1}\n"
COMPOSE = '```yaml\nservices:\n  web:\n    image: caddy:2.10\n    ports:\n      - "{}:80"\n```'
BASE = {
    "mkdocs.yml": (
        "site_name: Notas\nsite_url: !ENV [ESTIBA_SITE_URL, '']\nplugins: [estiba]\nhooks: [hooks/sign.py]\n"
        "theme: {name: material, custom_dir: overrides}\n"
    ),
    "estiba.toml": '[required]\n"" = ["title", "description"]\n',
    "hooks/sign.py": "def on_page_content(html, **_):\n    return html + '<p>Signed by the base</p>'\n",
    "overrides/partials/nothing.html": "",
    "docs/index.md": "---\ndescription: Notas.\n---\n\n# Notas\n\n[Caddy](notas/caddy.md)\n",
    "docs/notas/caddy.md": NOTE.format("Caddy", COMPOSE.format(8080)),
    "docs/notas/unbound.md": NOTE.format("Unbound", "Texto."),
} | {
    path.relative_to(ROOT).as_posix(): path.read_bytes() for path in sorted((ROOT / ".github").rglob("*.yml"))
}


class Forge:
    """A bare repository with the base, and pull requests to it."""

    def __init__(self, folder):
        self.folder = folder
        self.work = Commits(folder / "work")
        self.bare = folder / "forge.git"
        self.base = commit_objects(self.work, BASE)
        self.work.git("init", "--quiet", "--bare", "-b", "main", str(self.bare))
        self.work.git("-C", str(self.bare), "config", "uploadpack.allowAnySHA1InWant", "true")
        self.take(self.base)

    def take(self, base):
        self.base = base
        self.work.git("push", "--quiet", str(self.bare), f"{base}:refs/heads/main")

    def review(self, head, owner="mallory", workflow=OURS):
        """Open a pull request, and run what it sets off; gives the runner and the jobs."""
        self.work.git("push", "--quiet", str(self.bare), f"{head}:refs/pull/7/head")
        event = {
            "repository": {"full_name": "ana/notas", "private": False},
            "pull_request": {
                "number": 7,
                "base": {"sha": self.base},
                "head": {"sha": head, "repo": {"full_name": f"{owner}/notas"}},
            },
        }
        runner = Runner(self.folder / "run", self.bare, event)
        return runner, runner.run((workflow / "notes.yml").read_text("utf-8"))


@pytest.fixture
def forge(tmp_path):
    return Forge(tmp_path)


def problems(job):
    """Give what the pull request shows: level, file, line, check."""
    return [
        (one.name, one.properties["file"], int(one.properties["line"]), one.properties["title"])
        for one in job.commands
        if one.name != "notice"
    ]


def page(runner, path):
    return (runner.artifacts / "estiba-preview" / path / "index.html").read_text("utf-8")


def test_a_good_note(forge):
    head = commit_objects(
        forge.work, {"docs/notas/pihole.md": NOTE.format("Pi-hole", COMPOSE.format(8081))}, forge.base
    )
    forge.take(
        commit_objects(forge.work, {"docs/notas/later.md": NOTE.format("Later", "Texto.")}, forge.base)
    )
    runner, jobs = forge.review(head)
    assert list(jobs) == ["review"]
    assert jobs["review"].success, jobs["review"].log
    assert jobs["review"].outputs == {"status": "0", "more": "false", "protected": ""}
    own = runner.folder / "review/workspace/./.github/actions/review/../../.."
    assert jobs["review"].installed == [
        f"{PIP} --require-hashes -r {own}/requirements/site.txt -r {own}/requirements/build.txt",
        f"{PIP} --no-deps --no-build-isolation {own}",
    ]
    assert problems(jobs["review"]) == []
    assert "Pi-hole" in jobs["review"].summary
    assert "Later" not in jobs["review"].summary
    assert "Signed by the base" in page(runner, "notas/pihole")
    assert page(runner, "notas/later")
    kept = {path.relative_to(runner.artifacts).as_posix() for path in runner.artifacts.glob("estiba-[rc]*/*")}
    assert kept == {
        "estiba-review/review.html",
        "estiba-review/review.md",
        "estiba-review/review.json",
        "estiba-review/review.sarif",
        "estiba-comment/number.txt",
        "estiba-comment/review.md",
    }
    assert (runner.artifacts / "estiba-comment/number.txt").read_text() == "7\n"


def test_a_bad_note_of_our_own_branch(forge):
    bad = "---\ntitle: Pi-hole\n---\n\n" + COMPOSE.format(99999) + "\n"
    head = commit_objects(forge.work, {"docs/notas/pihole.md": bad}, forge.base)
    runner, jobs = forge.review(head, owner="ana")
    assert list(jobs) == ["review", "annotate"]
    assert not jobs["review"].success
    assert jobs["review"].steps[-1] == "Give the verdict"
    assert jobs["review"].outputs == {"status": "1", "more": "false", "protected": ""}
    assert problems(jobs["review"]) == [
        ("warning", "docs/notas/pihole.md", 1, "missing-field"),
        ("error", "docs/notas/pihole.md", 10, "bad-port"),
    ]
    assert "Signed by the base" in page(runner, "notas/pihole")
    (scanned,) = runner.scanned
    results = json.loads(scanned.read_text("utf-8"))["runs"][0]["results"]
    assert {result["ruleId"] for result in results} == {"missing-field", "bad-port"}


def test_a_note_that_goes_and_leaves_a_link_behind(forge):
    _, jobs = forge.review(commit_objects(forge.work, {"docs/notas/caddy.md": None}, forge.base))
    assert not jobs["review"].success
    assert problems(jobs["review"]) == [("warning", "docs/index.md", 7, "broken-link")]


def test_a_note_that_is_renamed_by_the_workflow_of_vaults(forge):
    change = {"docs/notas/unbound.md": None, "docs/notas/dns.md": BASE["docs/notas/unbound.md"]}
    runner, jobs = forge.review(commit_objects(forge.work, change, forge.base), workflow=OF_VAULTS)
    assert list(jobs) == ["review"]
    assert jobs["review"].success, jobs["review"].log
    assert jobs["review"].outputs == {"status": "0"}
    assert jobs["review"].installed == [f"{PIP} -r requirements.txt"]
    assert problems(jobs["review"]) == []
    assert "notas/dns.md" in jobs["review"].summary
    assert page(runner, "notas/dns")


def test_what_is_taken_is_published(forge):
    event = {"repository": {"full_name": "ana/notas", "name": "notas"}}
    runner = Runner(forge.folder / "run", forge.bare, event)
    jobs = runner.run((OF_VAULTS / "pages.yml").read_text("utf-8"))
    assert jobs["build"].success, jobs["build"].log
    assert list(jobs) == ["build", "deploy"]
    site = runner.artifacts / "github-pages"
    assert "<loc>https://ana.github.io/notas/notas/caddy/</loc>" in (site / "sitemap.xml").read_text("utf-8")


def test_nothing_of_a_hostile_change_runs(forge, tmp_path):
    canary = tmp_path / "canary"
    files = hostile_files(canary)
    runner, jobs = forge.review(commit_objects(forge.work, files, forge.base))
    assert not list(tmp_path.rglob(canary.name))
    assert list(jobs) == ["review"]
    job = jobs["review"]
    assert job.outputs == {"status": "1", "more": "true", "protected": ""}
    assert job.steps[-1] == "Give the verdict"
    assert not [
        path
        for path in tmp_path.rglob("canary*")
        if ".git" not in path.parts and path.is_file() and not path.stat().st_size
    ]
    assert not canary.exists()
    # the runner is told what was found, and nothing else
    assert {one.name for one in job.commands} == {"warning", "notice"}
    titles = {(one.name, one.properties["title"]) for one in job.commands}
    assert {title for name, title in titles if name == "warning"} == {
        "broken-link",
        "file-include",
        "odd-name",
    }
    assert ("notice", "More than notes") in titles
    others = json.loads((runner.artifacts / "estiba-review/review.json").read_text("utf-8"))["others"]
    contributed = {"docs/notas/title.md", *(f"docs/notas/{name}.md" for name in ODD_NAMES)}
    assert {one["path"] for one in others} == files.keys() - contributed
    # the site is there, by the base's code, though its names keep it from being an artifact
    site = runner.folder / "review/temporary/preview"
    assert "Signed by the base" in (site / "notas/title/index.html").read_text("utf-8")
    assert not (site / "app.js").exists()
    assert sorted(one.name for one in runner.artifacts.iterdir()) == ["estiba-comment", "estiba-review"]
    secret = Path("/etc/passwd").read_bytes().splitlines()[0]
    assert secret.decode() not in job.log + job.summary
    for path in [*runner.artifacts.rglob("*"), *site.rglob("*")]:
        assert not path.is_symlink()
        assert path.is_dir() or secret not in path.read_bytes(), path


def test_a_tree_that_leads_out_of_the_repository_is_not_even_fetched(forge, tmp_path):
    blob = forge.work.git("hash-object", "-w", "--stdin", data=b"evil")
    inner = odd_tree(forge.work, "x.md", blob, "100644")
    runner, jobs = forge.review(commit_tree(forge.work, odd_tree(forge.work, "..", inner), forge.base))
    assert jobs["review"].steps[-1] == "Fetch the change"
    assert not jobs["review"].success
    assert not runner.artifacts.exists()
    assert not list(tmp_path.rglob("x.md"))
