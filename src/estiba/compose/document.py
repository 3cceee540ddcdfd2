"""The text of a fence -> the YAML mapping that Compose would read, if it is Compose at all.

What a fence holds decides, never its label: `services` as a mapping in which at
least one service has a key of Compose's. Source of the keys: the Compose
specification, top-level elements and the services element.
"""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass

from estiba.yaml_tree import Mapping, Node, Scalar, Sequence, YamlFault, read_documents

MAX_BYTES = 256 * 1024
"""A longer snippet is shown, not analysed."""

_SERVICES = re.compile(r"^[ \t{\ufeff]*(?P<quote>[\"']?)services(?P=quote)[ \t]*:", re.MULTILINE)
_LOOKS_LIKE_SERVICE = re.compile(r"^[ \t]+(?:image|build|container_name|ports|volumes)[ \t]*:", re.MULTILINE)
_MARKDOWN_FENCE = re.compile(r"^[ \t]*(?:`{3}|~{3})", re.MULTILINE)
_FIRST_LINE = re.compile(r"\ufeff?(?:[ \t]*(?:#[^\n]*|---[ \t]*)?\n)*[ \t]*[\w\"'.-]+[ \t]*:(?:[ \t]|\n|\Z)")
_OWN_KEYS = frozenset(
    """
    annotations attach blkio_config build cap_add cap_drop cgroup_parent command configs
    container_name cpus cpu_shares credential_spec depends_on deploy develop device_cgroup_rules
    devices dns dns_opt dns_search domainname entrypoint env_file environment expose extends
    external_links extra_hosts gpus group_add healthcheck hostname image init ipc isolation
    label_file labels links logging mac_address mem_limit mem_reservation memswap_limit models
    network_mode networks oom_score_adj pid pids_limit platform ports post_start pre_stop
    privileged profiles provider pull_policy read_only restart runtime scale secrets security_opt
    shm_size stdin_open stop_grace_period stop_signal storage_opt sysctls tmpfs tty ulimits user
    userns_mode uts volumes volumes_from working_dir
    """.split()
)
_TOP_LEVEL = frozenset(
    """
    configs include models name networks secrets services version volumes
    """.split()
)
_OF_OTHERS = frozenset({"kind", "pipeline", "stages", "steps"})
"""Top-level keys of what has services too, and is no Compose: pipelines, Kubernetes."""


class Reading(enum.StrEnum):
    """How far a snippet could be read."""

    READ = "read"
    UNREADABLE = "unreadable"
    """Compose by its looks, and no valid YAML."""
    TOO_LARGE = "too-large"


@dataclass(frozen=True, slots=True)
class Document:
    """A snippet of Compose. `root` is None unless it was `READ`."""

    reading: Reading
    root: Mapping | None = None
    fault: YamlFault | None = None


def read_document(text: str) -> Document | None:
    """Read `text`; None where it is no Compose file."""
    if not _SERVICES.search(text):
        return None
    if len(text.encode("utf-8", "replace")) > MAX_BYTES:
        return Document(Reading.TOO_LARGE) if _looks_like_compose(text) else None
    try:
        documents = read_documents(text)
    except YamlFault as fault:
        return Document(Reading.UNREADABLE, fault=fault) if _looks_like_compose(text) else None
    for root in documents:
        if isinstance(root, Mapping) and _is_compose(root):
            return Document(Reading.READ, root)
    return None


def read_whole(text: str) -> Document:
    """Read `text` as a Compose file, whatever it holds."""
    if len(text.encode("utf-8", "replace")) > MAX_BYTES:
        return Document(Reading.TOO_LARGE)
    try:
        documents = read_documents(text)
    except YamlFault as fault:
        return Document(Reading.UNREADABLE, fault=fault)
    root = documents[0] if documents else Mapping((), 0, 0)
    if isinstance(root, Mapping):
        return Document(Reading.READ, root)
    return Document(Reading.UNREADABLE, fault=YamlFault("not-a-mapping", root.start))


def _is_compose(root: Mapping) -> bool:
    services = root.get("services")
    if not isinstance(services, Mapping):
        return False
    keys = {key.text for key, _ in root.pairs if isinstance(key, Scalar)}
    if keys & _OF_OTHERS:
        return False
    if not all(key in _TOP_LEVEL or key.startswith("x-") for key in keys):
        return _has_image(services)
    return any(_is_service(value) for _, value in services.pairs)


def _is_service(node: Node) -> bool:
    return isinstance(node, Mapping) and any(
        isinstance(key, Scalar) and key.text in _OWN_KEYS for key, _ in node.pairs
    )


def _has_image(services: Mapping) -> bool:
    """Whether a service names an image, so that a slip at the top level hides nothing."""
    return any(
        isinstance(value, Mapping) and isinstance(value.get("image"), Scalar | Sequence)
        for _, value in services.pairs
    )


def _looks_like_compose(text: str) -> bool:
    found = _SERVICES.search(text)
    return bool(
        found
        and _LOOKS_LIKE_SERVICE.search(text, found.end())
        and _FIRST_LINE.match(text)
        and not _MARKDOWN_FENCE.search(text)
    )
