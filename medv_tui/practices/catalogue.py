"""Every practice, by topic in the order of the phases."""

from medv_tui.practices.practice import Practice, Scope
from medv_tui.practices.topics import (
    applications,
    deployment,
    disk_sizing,
    environment,
    esd,
    host_exclusions,
    host_hardware,
    host_profiles,
    host_virtualization,
    host_windows,
    image_base,
    image_browser,
    image_care,
    image_compaction,
    image_policies,
    image_sealing,
    image_software,
    image_updates,
    install_arguments,
    install_order,
    install_run,
    naming,
    naming_collisions,
    network,
    operations,
    packager,
    packaging,
    patching,
    printers,
    published_use,
    publishing,
    removal,
    rollout,
    security,
    settings_ranges,
    settings_values,
    setup_completion,
    setup_mode,
    setup_overrides,
    setup_sysprep,
    sharing,
    upkeep,
    urls,
)

CATALOGUE: tuple[Practice, ...] = (
    *host_windows.PRACTICES,
    *host_hardware.PRACTICES,
    *host_virtualization.PRACTICES,
    *host_profiles.PRACTICES,
    *host_exclusions.PRACTICES,
    *disk_sizing.PRACTICES,
    *environment.PRACTICES,
    *image_base.PRACTICES,
    *image_updates.PRACTICES,
    *image_browser.PRACTICES,
    *image_policies.PRACTICES,
    *image_care.PRACTICES,
    *image_compaction.PRACTICES,
    *image_sealing.PRACTICES,
    *image_software.PRACTICES,
    *setup_mode.PRACTICES,
    *setup_completion.PRACTICES,
    *setup_sysprep.PRACTICES,
    *setup_overrides.PRACTICES,
    *packager.PRACTICES,
    *packaging.PRACTICES,
    *naming.PRACTICES,
    *naming_collisions.PRACTICES,
    *urls.PRACTICES,
    *esd.PRACTICES,
    *install_order.PRACTICES,
    *deployment.PRACTICES,
    *install_arguments.PRACTICES,
    *install_run.PRACTICES,
    *rollout.PRACTICES,
    *removal.PRACTICES,
    *applications.PRACTICES,
    *publishing.PRACTICES,
    *published_use.PRACTICES,
    *operations.PRACTICES,
    *printers.PRACTICES,
    *patching.PRACTICES,
    *network.PRACTICES,
    *settings_values.PRACTICES,
    *settings_ranges.PRACTICES,
    *upkeep.PRACTICES,
    *sharing.PRACTICES,
    *security.PRACTICES,
)

SCOPES: dict[str, frozenset[Scope]] = {
    practice.id: frozenset(other.scope for other in CATALOGUE if other.id == practice.id)
    for practice in CATALOGUE
}
"""The scopes at which each practice is judged."""

UNWAIVABLE: frozenset[str] = frozenset(p.id for p in CATALOGUE if not p.waivable)
"""Practices without which MED-V cannot work."""


def practice(practice_id: str) -> Practice:
    """Give a practice by its id; KeyError if there is none."""
    return _BY_ID[practice_id]


_BY_ID = {entry.id: entry for entry in reversed(CATALOGUE)}
