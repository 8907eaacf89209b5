"""What a plan says of itself in a word or a figure, for the boxes of the architecture drawing."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from medv_tui.plan.workspace import Workspace
from medv_tui.reports.clean import clean
from medv_tui.review.review import Review
from medv_tui.tui.present import size

_BRIEF = (("System Center ", ""), ("Configuration Manager", "ConfigMgr"), ("Microsoft ", ""))


@dataclass(frozen=True, slots=True)
class Facts:
    """Words by component and by box."""

    names: dict[str, str]
    """What a component is called in this plan; absent where the plan does not say that it is."""
    notes: dict[str, str]
    """A figure to stand beside a component."""
    asides: dict[str, str]
    """A word for the right end of a box's title."""
    remarks: dict[str, str]
    """A row of a box above all others."""


def facts(review: Review) -> Facts:
    """Read what the plan says."""
    workspaces = review.plan.workspaces
    return Facts(
        dict(_given(_names(review))),
        dict(
            _given(
                (
                    ("windows-virtual-pc-image", _sizes(workspaces, lambda w: w.image.vhd_gb)),
                    ("workspace-package", _sizes(workspaces, lambda w: w.package_gb)),
                    ("published-applications", _number(len(w.applications) for w in workspaces)),
                )
            )
        ),
        dict(_given((("host", _only(_systems(review))), ("guest", _only(_guests(review)))))),
        dict(_given((("engine", _engine(review)),))),
    )


def _given(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Leave out what is empty."""
    return ((key, text) for key, text in pairs if text)


def _only(texts: Iterable[str]) -> str:
    """Give the one text that all agree on; nothing where they differ."""
    different = set(texts)
    return clean(different.pop()) if len(different) == 1 else ""


def _names(review: Review) -> Iterator[tuple[str, str]]:
    """Name what the plan gives names to."""
    infrastructure = review.plan.infrastructure
    product = infrastructure.esd or ""
    for long, brief in _BRIEF:
        product = product.replace(long, brief)
    yield "esd-system", clean(product)
    policy = "Group Policy" if infrastructure.group_policy else ""
    yield "registry-management-system", clean(infrastructure.registry_management or policy)
    yield "active-directory-domain", clean(infrastructure.directory_domain or "")
    yield "print-server", "Print server" if infrastructure.print_server else ""
    browsers = {w.image.internet_explorer for w in review.plan.workspaces}
    yield "guest-internet-explorer", _only(f"IE {n}" for n in browsers if n is not None)
    applications = [a.name for w in review.plan.workspaces for a in w.applications]
    yield "published-applications", _only(applications)


def _sizes(workspaces: Iterable[Workspace], size_of: Callable[[Workspace], float | None]) -> str:
    """Write the sizes that all workspaces have, from the least to the most."""
    known = [gb for workspace in workspaces if (gb := size_of(workspace)) is not None]
    if not known:
        return ""
    least, most = size(min(known)), size(max(known))
    return f"{least} GB" if least == most else f"{least} to {most} GB"


def _number(parts: Iterable[int]) -> str:
    """Write a sum; of one or none there is nothing to write."""
    number = sum(parts)
    return f"{number:,}" if number > 1 else ""


def _systems(review: Review) -> Iterator[str]:
    """Give the operating system of every kind of computer."""
    for group in review.hosts.subjects.groups:
        yield group.facts.get("os", "")


def _guests(review: Review) -> Iterator[str]:
    """Give the guest's system of every workspace, `XP SP3`."""
    for known in review.hosts.subjects.workspace_facts:
        system: Any = known.get("workspaces.image.os")
        pack: Any = known.get("workspaces.image.service_pack")
        name = "" if system is None else str(system).removeprefix("Windows ")
        yield f"{name} SP{pack}" if name and pack else name


def _engine(review: Review) -> str:
    """Say how guests reach the network and how much memory they get."""
    mode = "workspaces.settings.VM.NetworkingMode"
    modes = _only(str(known.get(mode) or "") for known in review.hosts.subjects.workspace_facts)
    bands = {id(b): b for b in review.hosts.answers.bands}.values()
    memory = [b.guest_memory.value for b in bands if b.guest_memory.value is not None]
    if not memory:
        return modes
    least, most = f"{min(memory):,.0f}", f"{max(memory):,.0f}"
    amount = f"{most} MB" if least == most else f"{least} to {most} MB"
    return f"{modes}, {amount}" if modes else amount
