"""The keys by which Compose is told from other YAML.

Source: the Compose specification, top-level elements and the services element.
"""

from __future__ import annotations

OF_SERVICES = frozenset(
    """
    annotations attach blkio_config build cap_add cap_drop cgroup cgroup_parent command configs
    container_name cpu_count cpu_percent cpu_period cpu_quota cpu_shares cpus cpuset credential_spec
    depends_on deploy develop device_cgroup_rules devices dns dns_opt dns_search domainname entrypoint
    env_file environment expose extends external_links extra_hosts gpus group_add healthcheck hostname
    image init ipc isolation label_file labels links logging mac_address mem_limit mem_reservation
    mem_swappiness memswap_limit models network_mode networks oom_kill_disable oom_score_adj pid
    pids_limit platform ports post_start pre_stop privileged profiles provider pull_policy read_only
    restart runtime scale secrets security_opt shm_size stdin_open stop_grace_period stop_signal
    storage_opt sysctls tmpfs tty ulimits use_api_socket user userns_mode uts volumes volumes_from
    working_dir
    """.split()
)
"""Keys of a service."""
TELLING = frozenset(
    """
    cap_add cap_drop container_name depends_on deploy devices env_file environment extra_hosts
    healthcheck image labels logging network_mode networks ports privileged restart security_opt
    shm_size stdin_open stop_grace_period sysctls tmpfs ulimits volumes
    """.split()
)
"""Those of them that hardly any other YAML has, or whose values then tell it apart."""
SOURCES = frozenset({"image", "build", "provider", "extends"})
"""Where a service comes from: a whole one has one of these."""
SECTIONS = frozenset({"volumes", "networks", "configs", "secrets"})
"""What a file declares beside its services."""
TOP_LEVEL = SECTIONS | {"include", "models", "name", "services", "version"}
OF_OTHERS = frozenset({"kind", "pipeline", "stages", "steps"})
"""Top-level keys of what has services too, and is no Compose: pipelines, Kubernetes."""
