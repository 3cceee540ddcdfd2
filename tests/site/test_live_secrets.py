"""What looks like a real credential reaches no reader, no log and no report."""

from __future__ import annotations

import pytest

from estiba.cli.main import main
from fake_secrets import ISSUED, RANDOM

SECRETS = (RANDOM["hexadecimal"], ISSUED["GitHub"], RANDOM["UUID"])
YAML = f"""services:
  a:
    image: a:1
    environment:
      API_TOKEN: {SECRETS[0]}
      # GH_TOKEN={SECRETS[1]}
    {SECRETS[0]}: 1
    restart: API_TOKEN={SECRETS[2]}
"""
FENCES = {
    "plain": f"```yaml\n{YAML}```\n",
    "labelled": f'```{{ .yaml title="a.yml" hl_lines="2" }}\n{YAML}```\n',
    "cannot be read": f"```yaml\n{YAML}    ports: [\n```\n",
    "excerpt": "```yaml excerpt\n" + "".join(line[4:] + "\n" for line in YAML.split("\n")[3:]) + "```\n",
    "in a list": "- paso\n\n" + "".join(f"    {line}\n" for line in f"```yaml\n{YAML}```".split("\n")),
    "in a quote": "".join(f"> {line}\n" for line in f"```yaml\n{YAML}```".split("\n")),
    "in code": "Texto\n\n" + "".join(f"        {line}\n" for line in f"```yaml\n{YAML}```".split("\n")),
    "in a tab": '=== "Uno"\n\n' + "".join(f"    {line}\n" for line in f"```yaml\n{YAML}```".split("\n")),
}


def files_of(site):
    return {path: path.read_bytes() for path in site.root.rglob("*") if path.is_file()}


@pytest.mark.parametrize("kind", [kind for kind in FENCES if kind != "in code"])
def test_no_file_of_the_site_has_it_and_no_line_of_the_log(build_site, caplog, kind):
    site = build_site({"nota.md": f"---\ntitle: Nota\n---\n\n{FENCES[kind]}"})
    for secret in SECRETS:
        assert [path for path, content in files_of(site).items() if secret.encode() in content] == []
        assert secret not in caplog.text
    assert "live-secret" in caplog.text
    assert "•" * len(SECRETS[0]) in site.read("nota/index.html").replace("</span>", "").replace("<span>", "")


def test_silenced_one_is_published_as_it_is(build_site):
    text = YAML.replace(SECRETS[0] + "\n", SECRETS[0] + "  # estiba: allow live-secret -- of a test\n", 1)
    text = text.replace(f"    {SECRETS[0]}: 1\n", "")
    site = build_site({"nota.md": f"---\ntitle: Nota\n---\n\n```yaml\n{text}```\n"})
    assert SECRETS[0] in site.read("nota/compose.yaml")
    assert SECRETS[1] not in site.read("nota/compose.yaml")
    note = f"---\ntitle: Nota\n---\n\n<!-- estiba: allow live-secret -- of a test -->\n```yaml\n{YAML}```\n"
    site = build_site({"nota.md": note})
    assert site.read("nota/compose.yaml") == YAML


def test_other_text_is_left_alone(build_site):
    note = f"---\ntitle: Nota\n---\n\n{FENCES['plain']}\n```env\nAPI_TOKEN={SECRETS[0]}\n```\n"
    site = build_site({"nota.md": note})
    assert SECRETS[0] not in site.read("nota/compose.yaml")
    assert SECRETS[0] in site.read("nota/index.html")


@pytest.mark.parametrize("form", ["text", "json", "github"])
@pytest.mark.parametrize("kind", FENCES)
def test_no_report_has_it(tmp_path, monkeypatch, capsys, form, kind):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "nota.md").write_text(f"# Nota\n\n{FENCES[kind]}", "utf-8")
    (tmp_path / "compose.yaml").write_text(YAML, "utf-8")
    assert main(["check", "--all", "--format", form]) == 1
    out, err = capsys.readouterr()
    assert "live-secret" in out
    assert not any(secret in out + err for secret in SECRETS)
