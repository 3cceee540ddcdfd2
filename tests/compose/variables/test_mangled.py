from __future__ import annotations

import pytest

from estiba.compose.example import read_file
from estiba.compose.project.model import read_model
from estiba.compose.variables.mangled import mangled_values


def mangled(lines):
    text = "services:\n  app:\n    image: a:1\n" + "".join(f"    {line}\n" for line in lines.split("\n"))
    model = read_model(read_file(text).document)
    return [
        (model.values.place(one.path).node.text[one.start :][:6], one.kind) for one in mangled_values(model)
    ]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("labels: ['a.basicauth.users=u:$apr1$Hx$Ig']", [("$apr1$", "hash")]),
        ("environment: {H: $2y$05$abc.def}", [("$2y$05", "hash")]),
        ("environment: {H: '$argon2id$v=19$m=1,t=2$ab$cd'}", [("$argon", "hash")]),
        ("environment: {ADMIN_PASSWORD: pa$word}", [("$word", "word")]),
        ("environment: ['ADMIN_PASSWORD=pa$word']", [("$word", "word")]),
        ("command: [serve, --password=pa$word]", [("$word", "word")]),
        ("environment: {ADMIN_PASSWORD: $PASSWORD}", []),
        ("environment: {ADMIN_PASSWORD: 'pa${WORD}'}", []),
        ("environment: {ADMIN_PASSWORD: pa$$word}", []),
        ("environment: {ADMIN_PASSWORD: pa$5}", []),
        ("environment: {H: $$2y$$05$$abc}", []),
        ("environment: {H: $2y$05$9.5}", []),
        ("environment: {PATH: /bin:$PATH}", []),
        ("command: echo $HOME", []),
        ("labels: ['replacement=https://$1/dav']", []),
    ],
)
def test_dollar_signs_that_compose_takes_for_variables(lines, found):
    assert mangled(lines) == found
