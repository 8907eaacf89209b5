import pytest
from hypothesis import given
from hypothesis import strategies as st

from medv_tui.assessment.memory import MemoryRule, guest_memory, guest_memory_mb, step_just_above
from medv_tui.findings import Origin

HOST_STEPS = (1024, 2048, 4096, 8192, 16384)
GUEST_STEPS = (378, 512, 1024, 1536, 2048)
LOOKUP = MemoryRule(True, HOST_STEPS, GUEST_STEPS, 512)


@pytest.mark.parametrize(
    ("ram_mb", "guest_mb"),
    [
        (512, 378),
        (1024, 378),
        (1536, 378),
        (2048, 512),
        (3072, 512),
        (4096, 1024),
        (6144, 1024),
        (8192, 1536),
        (12288, 1536),
        (16384, 2048),
        (32768, 2048),
    ],
)
def test_the_lookup_takes_the_largest_step_not_above_the_host(ram_mb: int, guest_mb: int) -> None:
    assert guest_memory_mb(LOOKUP, ram_mb) == guest_mb


def test_a_fixed_figure_counts_where_the_lookup_is_off() -> None:
    assert guest_memory_mb(MemoryRule(False, HOST_STEPS, GUEST_STEPS, 768), None) == 768


def test_unknown_host_memory_leaves_the_lookup_unknown() -> None:
    figure = guest_memory(LOOKUP, None)
    assert figure.value is None
    assert [term.origin for term in figure.terms] == [Origin.UNKNOWN]


@pytest.mark.parametrize(
    ("host_steps", "guest_steps"),
    [((1024, 2048), (378,)), ((2048, 1024), (378, 512)), ((1024, 1024), (1, 2)), ((), ())],
)
def test_lists_that_cannot_be_paired_give_nothing(
    host_steps: tuple[int, ...], guest_steps: tuple[int, ...]
) -> None:
    assert guest_memory_mb(MemoryRule(True, host_steps, guest_steps, 512), 4096) is None


@pytest.mark.parametrize(
    ("ram_mb", "next_mb"),
    [(4095, 1024), (3892, 1024), (3891, None), (4096, None), (2000, 512), (20000, None)],
)
def test_a_host_less_than_five_percent_under_a_step_is_noticed(
    ram_mb: int, next_mb: int | None
) -> None:
    assert step_just_above(LOOKUP, ram_mb) == next_mb


@given(st.integers(0, 70_000), st.integers(0, 70_000))
def test_more_host_memory_never_gives_less_guest_memory(one: int, other: int) -> None:
    less, more = sorted((one, other))
    assert (guest_memory_mb(LOOKUP, less) or 0) <= (guest_memory_mb(LOOKUP, more) or 0)
