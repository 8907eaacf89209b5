from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medv_tui.assessment.disk import (
    SAVED_STATE_RATIO,
    DiskInputs,
    covers,
    headroom_gb,
    need,
    saved_state,
)
from medv_tui.findings import Figure, Origin

sizes = st.floats(0, 1000)
counts = st.integers(0, 500)


def size(name: str, value: float | None) -> Figure:
    return Figure(name, value, "GB", Origin.UNKNOWN if value is None else Origin.GIVEN)


def memory(mb: int) -> Figure:
    return Figure("guest memory", mb, "MB")


def inputs(
    vhd: float | None = 2.6,
    users: int | None = 3,
    disk: float | None = 1.5,
    state: float | None = 1.0,
    shared: bool | None = False,
) -> DiskInputs:
    return DiskInputs(
        vhd=size("base VHD", vhd),
        users=size("users", users),
        shared=shared,
        differencing_disk=size("differencing disk", disk),
        saved_state=size("saved state", state),
        package=size("package", None),
        local_copy=None,
        esd_copy=None,
        keep_local_copy=True,
        keep_esd_copy=True,
        reserve=size("reserve", 0.0),
    )


def with_copies(plain: DiskInputs, package: float = 1.1) -> DiskInputs:
    return replace(plain, package=size("package", package), local_copy=True, esd_copy=True)


def computed_state(guest_mb: int) -> float:
    figure = saved_state(size("saved state", None), memory(guest_mb))
    assert figure.value is not None
    return figure.value


@pytest.mark.parametrize(
    ("guest_mb", "state_gb"),
    [
        (128, 0.128865),
        (378, 0.380555),
        (512, 0.515461),
        (768, 0.773191),
        (1024, 1.030922),
        (1536, 1.546383),
        (2048, 2.061844),
        (3712, 3.737092),
    ],
)
def test_saved_state_is_a_little_more_than_guest_memory(guest_mb: int, state_gb: float) -> None:
    assert computed_state(guest_mb) == pytest.approx(state_gb, abs=5e-7)


@pytest.mark.parametrize(
    ("vector", "figures", "required_gb"),
    [
        ("D1", inputs(), 10.1),
        ("D2", inputs(state=computed_state(1024)), 10.192766),
        ("D3", inputs(users=12, shared=True), 5.1),
        ("D3 per user", inputs(users=12), 32.6),
        ("D4", inputs(users=0), 2.6),
        ("D4 shared", inputs(users=0, shared=True), 5.1),
        ("D5", inputs(2.0, 1, 2.0, computed_state(512)), 4.515461),
        ("D5 next step", inputs(2.0, 1, 2.0, computed_state(1024)), 5.030922),
        ("D6", inputs(4.0, 2, 3.0, computed_state(2048)), 14.123688),
        ("D7", inputs(3.2, 4, 1.25, computed_state(768)), 11.292766),
        ("D8", inputs(2.6, 1, 1.5, computed_state(378)), 4.480555),
        ("D10", inputs(5.0, 40, 4.0, computed_state(1536), shared=True), 10.546383),
    ],
)
def test_the_formula_gives_the_worked_figures(
    vector: str, figures: DiskInputs, required_gb: float
) -> None:
    assert need(figures).required.value == pytest.approx(required_gb, abs=1e-6), vector


def test_copies_that_stay_are_planned_beside_what_is_required() -> None:
    figures = need(with_copies(inputs(state=computed_state(1024))))
    assert figures.peak.value == pytest.approx(4.8)
    assert figures.planned.value == pytest.approx(12.392766, abs=1e-6)


def test_copies_that_go_count_at_the_peak_only() -> None:
    gone = replace(with_copies(inputs(users=0), 4.0), keep_local_copy=False, keep_esd_copy=False)
    figures = need(gone)
    assert figures.peak.value == pytest.approx(10.6)
    assert figures.planned.value == pytest.approx(10.6)


def test_without_the_copies_the_peak_is_unknown_and_planned_is_required_with_reserve() -> None:
    figures = need(replace(inputs(), reserve=size("reserve", 2.0)))
    assert figures.peak.value is None
    assert figures.planned.value == pytest.approx(12.1)


def test_a_figure_tells_its_formula_in_numbers() -> None:
    required = need(inputs()).required
    assert required.formula == "base VHD + users × (differencing disk + saved state)"
    assert required.in_numbers() == "2.6 + 3 × (1.5 + 1)"


def test_a_second_volume_takes_the_base_vhd_and_the_copies() -> None:
    figures = need(with_copies(replace(inputs(), reserve=size("reserve", 2.0))))
    assert figures.base_volume.value == pytest.approx(4.8)
    assert figures.profile_volume.value == pytest.approx(9.5)
    assert headroom_gb(figures, 10.0, 4.0) == pytest.approx(-0.8)
    assert headroom_gb(figures, 10.0, 40.0) == pytest.approx(0.5)


@given(sizes, counts, counts, sizes, sizes)
def test_more_users_never_need_less(
    vhd: float, one: int, other: int, disk: float, state: float
) -> None:
    few, many = sorted((one, other))
    less = need(inputs(vhd, few, disk, state)).required.value
    more = need(inputs(vhd, many, disk, state)).required.value
    assert less is not None
    assert more is not None
    assert less <= more


@given(sizes, counts, counts, sizes, sizes)
def test_a_shared_workspace_does_not_depend_on_users(
    vhd: float, one: int, other: int, disk: float, state: float
) -> None:
    figures = [need(inputs(vhd, users, disk, state, shared=True)) for users in (one, other)]
    assert figures[0].required.value == figures[1].required.value
    assert need(inputs(vhd, None, disk, state, shared=True)).required.value is not None


@given(sizes, counts, sizes, sizes, sizes)
def test_headroom_and_planned_space_make_up_free_space(
    vhd: float, users: int, disk: float, state: float, free: float
) -> None:
    figures = need(with_copies(inputs(vhd, users, disk, state)))
    headroom = headroom_gb(figures, free)
    assert headroom is not None
    assert figures.planned.value is not None
    assert headroom + figures.planned.value == pytest.approx(free, abs=1e-6)


@pytest.mark.parametrize("unknown", ["vhd", "users", "disk", "state", "shared"])
def test_an_unknown_in_is_an_unknown_out(unknown: str) -> None:
    figures = need(inputs(**{unknown: None}))
    assert figures.required.value is None
    assert figures.planned.value is None
    assert headroom_gb(figures, 60.0) is None


def test_unknown_free_space_is_unknown_headroom() -> None:
    assert headroom_gb(need(inputs()), None) is None


def test_free_space_that_equals_the_need_covers_it_whatever_the_arithmetic() -> None:
    assert covers(0.3, 0.1 + 0.2)
    assert not covers(10.09, 10.1)


def test_the_ratio_is_the_documented_pair() -> None:
    assert pytest.approx(1_081_000) == 1_048_576 * SAVED_STATE_RATIO
