from medv_tui.findings import AddTable, SetValue
from medv_tui.reports.explanation import Fact, Place, Sentence, Term, Way
from medv_tui.reports.host_explanation import why_space

from .explained import INVENTORY, everything, fact, line, review, term


def test_the_formula_comes_first_with_every_input_in_it() -> None:
    told = why_space(review(), 0)
    assert told.title == "Why 12.30 GB on FIN-0001?"
    assert everything(told)[0] == Sentence("2.60 + 3 × (1.50 + 1.00) + 2 × 1.10 = 12.30 GB", True)


def test_every_term_says_its_value_its_key_and_its_line() -> None:
    told = why_space(review(), 0)
    assert term(told, "base VHD") == Term(
        "base VHD",
        "2.60 GB",
        "vhd_gb",
        Place(line("vhd_gb = 2.6"), ("workspaces", 0, "image", "vhd_gb")),
    )
    assert term(told, "users") == Term(
        "users",
        "3",
        "each adds a disk and a state",
        Place(line("users = 3"), ("hosts", 0, "users")),
    )
    copies = term(told, "package copies")
    assert (copies.value, copies.origin) == ("2 × 1.10 GB", "local folder and ESD cache")


def test_the_three_sums_stand_in_numbers() -> None:
    told = why_space(review(), 0)
    assert fact(told, "required").text.startswith("2.60 + 3 × (1.50 + 1.00) = 10.10 GB")
    assert fact(told, "peak").text.startswith("2.60 + 2.20 = 4.80 GB")
    assert fact(told, "planned").text.startswith("max(4.80, 12.30) = 12.30 GB")


def test_a_peak_that_is_larger_than_the_rest_is_the_formula() -> None:
    dropped = "esd_cache_copy = true\nkeep_local_copy = false\nkeep_esd_copy = false"
    told = why_space(
        review(("package_gb = 1.1", "package_gb = 9"), ("esd_cache_copy = true", dropped)), 0
    )
    assert everything(told)[0] == Sentence("2.60 + 2 × 9.00 = 20.60 GB", True)


def test_saved_state_from_guest_memory_names_the_memory_and_the_ratio() -> None:
    told = why_space(review(("saved_state_gb = 1.0\n", "")), 0)
    assert term(told, "saved state") == Term(
        "saved state", "1.03 GB", "1,024 MB of guest memory × 1.031"
    )
    assert "C-07" in " ".join(e.text for e in everything(told) if isinstance(e, Fact))


def test_guest_memory_names_the_step_of_the_lookup() -> None:
    told = fact(why_space(review(), 0), "guest memory")
    assert told.text == "host has 4,096 MB; the 4,096 step gives 1,024 MB"
    assert told.place == Place(line("ram_mb = 4096"), ("hosts", 0, "ram_mb"))


def test_guest_memory_without_lookup_is_the_fixed_figure() -> None:
    vm = "[workspaces.settings.VM]\n"
    told = why_space(review((vm, f"{vm}HostMemToGuestMemCalcEnabled = false\nMemory = 768\n")), 0)
    assert fact(told, "guest memory").text == "768 MB, Memory: no lookup"


def test_a_shared_workspace_counts_once_and_says_where_that_stands() -> None:
    vm = "[workspaces.settings.VM]\n"
    told = term(why_space(review((vm, f"{vm}MultiUserEnabled = true\n")), 0), "users")
    assert told.value == "1"
    assert told.place is not None
    assert told.place.path[-1] == "MultiUserEnabled"


def test_copies_that_are_not_known_name_their_keys() -> None:
    told = why_space(review(("package_gb = 1.1\n", ""), ("copy_locally = true\n", "")), 0)
    assert Sentence(
        "Copies of the package are not planned for: there is no package_gb and no copy_locally."
    ) in everything(told)
    assert fact(told, "peak").text.startswith("?")


def test_two_volumes_are_told_apart() -> None:
    told = why_space(
        review(("free_disk_gb = 60", "free_disk_gb = 9\nbase_vhd_free_disk_gb = 4")), 0
    )
    assert term(told, "base VHD's volume").value == "4.80 GB"
    assert term(told, "free there").value == "4.00 GB"
    assert term(told, "profiles' volume").value == "7.50 GB"
    assert term(told, "headroom").value == "−0.80 GB"
    assert term(told, "headroom").is_short


def test_a_host_default_is_named_as_the_origin() -> None:
    told = why_space(
        review(("users = 3\nusers_local", "users_local"), more="\n[host_defaults]\nusers = 3\n"),
        0,
    )
    users = term(told, "users")
    assert users.origin.endswith("host_defaults")
    assert users.place is not None
    assert users.place.path == ("host_defaults", "users")


def test_a_fact_of_an_inventory_names_its_file_and_line() -> None:
    free = term(why_space(review(more=INVENTORY), 1), "free disk")
    assert free.origin == "fleet.csv"
    assert free.place == Place(2, file="fleet.csv")
    assert free.place.words == "fleet.csv line 2"


def test_ways_to_fit_say_what_each_saves_and_whether_that_is_enough() -> None:
    told = why_space(review(("free_disk_gb = 60", "free_disk_gb = 10")), 0)
    ways = [entry for entry in everything(told) if isinstance(entry, Way)]
    assert [(w.text, round(w.saves_gb, 6), w.fits) for w in ways] == [
        ("2 users instead of 3", 2.5, True),
        ("one shared workspace", 5.0, True),
        ("keep no local copy", 1.1, False),
        ("keep no copy of the ESD", 1.1, False),
    ]
    assert ways[0].fix == SetValue(("hosts", 0, "users"), 2)
    assert fact(told, "ways to fit").text == "free 2.30 GB more"


def test_a_way_for_a_computer_of_an_inventory_writes_a_host_that_overrides_it() -> None:
    told = why_space(review(more=INVENTORY), 1)
    ways = [entry for entry in everything(told) if isinstance(entry, Way)]
    wanted = AddTable(("hosts",), (("name", "NEW-1"), ("users", 2)))
    assert [way.fix for way in ways if way.text.startswith("2 users")] == [wanted]


def test_a_computer_that_fits_needs_no_ways() -> None:
    assert not [e for e in everything(why_space(review(), 0)) if isinstance(e, Way)]
