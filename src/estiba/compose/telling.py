"""Which keys tell that YAML is the inside of a Compose service, by what stands under them.

Some keys are other tools' too: `labels` of Kubernetes and Prometheus, `image` of GitLab CI or
front matter, `environment` of Ansible. Their values tell these apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from estiba.compose.vocabulary import TELLING
from estiba.yaml_tree import Mapping, Node, Scalar, Sequence

_RESTART = re.compile(r"always|unless-stopped|no|on-failure(?::[0-9]+)?")


def tells(service: Mapping) -> bool:
    """Whether some key of `service`, with its value, is hardly anything else than Compose's."""
    named = {key.text: value for key, value in service.pairs if isinstance(key, Scalar)}
    alone = sum(not name.startswith("x-") for name in named) == 1
    return any(
        not (name == "image" and alone) and _VALUES.get(name, _anything)(value)
        for name, value in named.items()
        if name in TELLING
    )


def _anything(_: Node) -> bool:
    return True


def _texts(node: Node) -> Iterator[str]:
    """Give the entries of a list that are texts, the keys of a mapping."""
    found = node.items if isinstance(node, Sequence) else ()
    for one in (key for key, _ in node.pairs) if isinstance(node, Mapping) else found:
        if isinstance(one, Scalar):
            yield one.text


def _entries_like(pattern: str) -> Callable[[Node], bool]:
    """Make the test whether each entry begins with `pattern`, mappings in a list being let through."""
    begins = re.compile(pattern)
    return lambda node: isinstance(node, Scalar) or all(begins.match(text) for text in _texts(node))


def _some_name_like(pattern: str) -> Callable[[Node], bool]:
    """Make the test whether the name of some entry (`name=value` in a list) is all `pattern`."""
    name = re.compile(pattern)
    return lambda node: any(name.fullmatch(text.partition("=")[0]) for text in _texts(node))


def _has(*keys: str) -> Callable[[Node], bool]:
    """Make the test for a mapping with one of `keys`."""
    return lambda node: isinstance(node, Mapping) and any(node.get(key) is not None for key in keys)


def _is_restart(node: Node) -> bool:
    return isinstance(node, Scalar) and (bool(_RESTART.fullmatch(node.text)) or "$" in node.text)


_VALUES: dict[str, Callable[[Node], bool]] = {
    "deploy": _has("labels", "mode", "placement", "replicas", "resources", "restart_policy", "update_config"),
    "devices": _entries_like(r"/|\$|[\w.-]+/[\w.-]+="),
    "environment": _some_name_like(r"[A-Z_][A-Z0-9_]*"),
    "labels": _some_name_like(r"[^\s/.]+\.[^\s/]+"),
    "logging": _has("driver"),
    "networks": _entries_like(r"[\w.$-][\w.${}:-]*$"),
    "ports": _entries_like(r"[^A-Za-z]*[0-9$]|\$"),
    "restart": _is_restart,
}
