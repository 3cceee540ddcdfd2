"""Fields that Compose reads in a language of their own, beyond what its schema says of them.

Ports and mounts have modules of their own (`publishing`, `mounting`); numbers and truth
values that are cast are read with the tree (`casts`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from estiba.compose.formats.fault import FormatFault
from estiba.compose.project import typed_readers as read
from estiba.compose.project.model import Model
from estiba.compose.project.profiles import is_always_started
from estiba.compose.project.typed_readers import Reader
from estiba.compose.reading.tree import Misread, Path

_Tree = dict[str, Any]
"""Readers under `_SELF`, trees under keys; a fault of the table's shows when it is imported."""
_SELF, _EVERY, _ENTRIES = "", "*", "[]"

_OF_SERVICES: tuple[tuple[Reader, str], ...] = (
    (
        read.size,
        """
        mem_limit mem_reservation mem_swappiness shm_size build.shm_size volumes.[].tmpfs.size
        deploy.resources.limits.memory deploy.resources.reservations.memory
        blkio_config.device_read_bps.[].rate blkio_config.device_write_bps.[].rate
        blkio_config.device_read_iops.[].rate blkio_config.device_write_iops.[].rate
        """,
    ),
    (read.swap, "memswap_limit"),
    (
        read.duration,
        """
        stop_grace_period healthcheck.interval healthcheck.timeout healthcheck.start_period
        healthcheck.start_interval deploy.update_config.delay deploy.update_config.monitor
        deploy.rollback_config.delay deploy.rollback_config.monitor
        deploy.restart_policy.delay deploy.restart_policy.window
        """,
    ),
    (
        read.boolean,
        """
        attach env_file.[].required build.no_cache build.privileged build.pull
        volumes.[].bind.create_host_path depends_on.*.restart
        post_start.[].privileged pre_stop.[].privileged develop.watch.[].exec.privileged
        """,
    ),
    (read.number, "deploy.resources.limits.cpus deploy.resources.reservations.cpus"),
    (
        read.integer,
        """
        deploy.resources.limits.pids
        deploy.resources.reservations.generic_resources.[].discrete_resource_spec.value
        """,
    ),
    (
        read.natural,
        """
        deploy.restart_policy.max_attempts
        deploy.update_config.parallelism deploy.rollback_config.parallelism
        deploy.placement.max_replicas_per_node
        """,
    ),
    (read.not_negative, "healthcheck.retries"),
    (read.weight, "blkio_config.weight blkio_config.weight_device.[].weight"),
    (read.file_mode, "volumes.[].tmpfs.mode"),
    (read.whole, "ulimits.* ulimits.*.soft ulimits.*.hard"),
    (read.unquoted_number, "build.ulimits.* build.ulimits.*.soft build.ulimits.*.hard"),
    (read.exposed, "expose.[]"),
    (read.text, "group_add.[]"),
    (read.storage, "storage_opt.*"),
    (read.mode, "secrets.[].mode configs.[].mode build.secrets.[].mode"),
    (read.count, "gpus.[].count deploy.resources.reservations.devices.[].count"),
    (read.device_request, "gpus.[] deploy.resources.reservations.devices.[]"),
    (
        read.command,
        "command entrypoint post_start.[].command pre_stop.[].command develop.watch.[].exec.command",
    ),
    (
        read.variable,
        """
        environment.[] post_start.[].environment.[] pre_stop.[].environment.[]
        develop.watch.[].exec.environment.[]
        """,
    ),
    (read.argument, "build.args.[]"),
    (read.context, "build.additional_contexts.[]"),
    (read.ssh_key, "build.ssh.[]"),
    (read.watch, "develop.watch.[]"),
)
_OF_STARTED: tuple[tuple[Reader, str], ...] = (
    (read.natural, "scale deploy.replicas"),
    (read.env_file, "env_file.[]"),
)
"""Of services that wait for no profile: in others Compose does not look at them."""
_OF_DECLARED: tuple[tuple[Reader, str], ...] = ((read.text, "driver_opts.*"),)


def misread_values(model: Model) -> Iterator[Misread]:
    """Find what Compose cannot read; the kind of a fault says as what it should be read."""
    for service in model.services.values():
        yield from _misread(_SERVICE, service.body, service.path, model.open)
        if is_always_started(service):
            yield from _misread(_STARTED, service.body, service.path, model.open)
    for section in ("secrets", "configs"):
        for name, body in model.section(section).items():
            yield from _misread(_DECLARED, body, (section, name), model.open)


def _misread(tree: _Tree, value: Any, path: Path, unknown: Collection[Path]) -> Iterator[Misread]:
    reader: Reader | None = tree.get(_SELF)
    if reader is not None and path not in unknown:
        try:
            reader(value)
        except FormatFault as fault:
            yield Misread(path, FormatFault(fault.kind, fault.offset, fault.detail or str(value)))
    if isinstance(value, dict):
        every = tree.get(_EVERY)
        for key, inner in value.items():
            branch = tree.get(key, every) if key else every
            if branch is not None:
                yield from _misread(branch, inner, (*path, key), unknown)
    elif isinstance(value, list) and (branch := tree.get(_ENTRIES)) is not None:
        for index, inner in enumerate(value):
            yield from _misread(branch, inner, (*path, index), unknown)


def _tree(table: tuple[tuple[Reader, str], ...]) -> _Tree:
    root: _Tree = {}
    for reader, patterns in table:
        for pattern in patterns.split():
            node = root
            for step in pattern.split("."):
                node = node.setdefault(step, {})
            node[_SELF] = reader
    return root


_SERVICE, _STARTED, _DECLARED = _tree(_OF_SERVICES), _tree(_OF_STARTED), _tree(_OF_DECLARED)
