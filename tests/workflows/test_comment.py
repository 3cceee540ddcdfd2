from __future__ import annotations

import io
import json
import threading
import zipfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from workflow_runner import Runner

WORKFLOW = Path(__file__).parents[2] / ".github/workflows/comment.yml"
HEAD = "a" * 40
EVENT = {
    "repository": {"full_name": "ana/notas"},
    "workflow_run": {
        "id": 7,
        "event": "pull_request",
        "head_sha": HEAD,
        "head_repository": {"id": 99},
        "html_url": "https://forge.example/runs/7",
    },
}
PULL = {"state": "open", "head": {"sha": HEAD, "repo": {"id": 99}}}
SIGN = "<!-- estiba: review -->"
FOOT = f"[estiba-review, estiba-preview](https://forge.example/runs/7#artifacts) · {HEAD[:12]}\n"
BOT = "github-actions[bot]"


def zipped(**members):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name.replace("_", "."), text)
    return file.getvalue()


class Api:
    """The few answers of the forge that the workflow asks for; `sent` is what it wrote."""

    def __init__(self, pull, comments, artifact, size):
        self.sent = []
        self.wrong = []
        described = {"id": 3, "expired": False, "size_in_bytes": size or len(artifact)}
        self.answers = {
            "/repos/ana/notas/actions/runs/7/artifacts?name=estiba-comment": {"artifacts": [described]},
            "/repos/ana/notas/pulls/12": pull,
            "/repos/ana/notas/issues/12/comments?per_page=100&page=1": comments[:100],
            "/repos/ana/notas/issues/12/comments?per_page=100&page=2": comments[100:],
            "/store/3": artifact,
        }
        api = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                is_store = self.path.startswith("/store/")
                if (self.headers["Authorization"] is None) != is_store:
                    api.wrong.append(self.path)
                if self.path == "/repos/ana/notas/actions/artifacts/3/zip":
                    self.send_response(302)
                    self.send_header("Location", "/store/3")
                    self.end_headers()
                    return
                self.reply(api.answers.get(self.path))

            def do_POST(self):
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                api.sent.append((self.command, self.path, body["body"]))
                self.reply({})

            do_PATCH = do_POST  # noqa: N815 - the base class's name

            def reply(self, answer):
                if answer is None:
                    api.wrong.append(self.path)
                data = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
                self.send_response(404 if answer is None else 200)
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()


@pytest.fixture
def comment(tmp_path):
    """Run the workflow against a forge; gives what it wrote there, and the run."""
    apis = []

    def run(text="Bien.\n", *, number="12\n", pull=PULL, comments=(), artifact=None, size=0):
        artifact = artifact or zipped(number_txt=number, review_md=text)
        api = Api(pull, list(comments), artifact, size)
        apis.append(api)
        runner = Runner(
            tmp_path / str(len(apis)), tmp_path, EVENT, f"http://127.0.0.1:{api.server.server_port}"
        )
        job = runner.run(WORKFLOW.read_text("utf-8"))["comment"]
        assert api.wrong == [], job.log
        return api.sent, job

    yield run
    for api in apis:
        api.server.shutdown()
        api.server.server_close()


def test_one_comment_that_is_written_anew(comment):
    (sent,), _ = comment()
    body = f"{SIGN}\nBien.\n\n\n{FOOT}"
    assert sent == ("POST", "/repos/ana/notas/issues/12/comments", body)
    others = [{"id": 1, "user": {"login": "mallory"}, "body": body}] * 99
    others.append({"id": 2, "user": {"login": BOT}, "body": f"no {SIGN}"})
    own = {"id": 5, "user": {"login": BOT}, "body": body}
    (sent,), _ = comment(comments=[*others, own])
    assert sent == ("PATCH", "/repos/ana/notas/issues/comments/5", body)


def test_nobody_is_called_and_nothing_is_fetched(comment):
    text = f"{SIGN} @ana @org/team #12 GH-3 ana/notas#4\n![x](http://x.example) <IMG src=x> <A href=x>y</a>\n"
    ((_, _, body),), _ = comment(text)
    assert body.splitlines()[1:3] == [
        "&lt;!-- estiba: review --> @\u200bana @\u200borg/team #\u200b12 GH-\u200b3 ana/notas#\u200b4",
        "!\u200b[x](http://x.example) &lt;IMG src=x> &lt;A href=x>y&lt;/a>",
    ]


def test_a_long_review_is_cut_at_the_end_of_a_line(comment):
    ((_, _, body),), _ = comment("palabra\n" * 100_000)
    assert 59_000 < len(body) < 61_000
    assert body.endswith(f"\npalabra\n\n…\n\n{FOOT}")


@pytest.mark.parametrize(
    "pull",
    [
        PULL | {"state": "closed"},
        PULL | {"head": {"sha": "b" * 40, "repo": {"id": 99}}},
        PULL | {"head": {"sha": HEAD, "repo": {"id": 98}}},
        PULL | {"head": {"sha": HEAD, "repo": None}},
    ],
)
def test_another_pull_request_is_left_alone(comment, pull):
    sent, job = comment(pull=pull)
    assert sent == []
    assert job.success
    assert "nothing is said" in job.log


@pytest.mark.parametrize("number", ["", "0", "-1", "12/../13", "12\n13", "1" * 11, "١٢", "$(touch pwned)"])
def test_what_is_no_number_is_left_alone(comment, number):
    sent, job = comment(number=number)
    assert sent == []
    assert job.success


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"text": "x" * 2_000_000}, "review.md is too large"),
        ({"number": "1" * 30}, "number.txt is too large"),
        ({"size": 2_000_000}, "the artifact is too large"),
        ({"artifact": zipped(number_txt="12")}, "the artifact has no review.md"),
        (
            {"artifact": zipped(number_txt="12", review_md=bytes(1)) + b"x" * 1_100_000, "size": 5},
            "more than 1000000",
        ),
    ],
)
def test_too_much_or_too_little_is_refused(comment, given, said):
    sent, job = comment(**given)
    assert sent == []
    assert not job.success
    assert said in job.log
    assert "Traceback" not in job.log
