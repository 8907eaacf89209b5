import pytest

from medv_tui.findings import Path
from medv_tui.plan.keys import tables
from medv_tui.tui.key_help import KeyHelp, key_help, lines
from medv_tui.tui.line import plain, width

from .plans import DOCUMENTED, host
from .test_headline import review_of


def said(path: Path, text: str | None = None) -> dict[str, str]:
    """Give the labelled statements about a key, the sentence under an empty label."""
    found = key_help(path, None if text is None else review_of(text))
    assert found is not None
    return {"": found.sentence} | {row.label: row.text for row in found.rows}


def test_a_key_says_what_it_is_and_what_its_absence_means() -> None:
    about = said(("workspaces", 0, "image", "kb959209"))
    assert about[""] == "Whether update KB959209 is installed."
    assert about["type"] == "true or false"
    assert about["absent"] == "unknown, never false"


def test_a_key_names_the_strongest_practice_that_reads_it_and_its_source() -> None:
    about = said(("workspaces", 0, "image", "kb959209"))
    assert about["practice"].startswith("must: KB959209 in the image")
    assert about["if not"] == "Applications run into known compatibility problems."
    assert about["source"] == "configure-environment-prerequisites"


def test_the_title_is_the_key_and_its_table() -> None:
    found = key_help(("workspaces", 0, "image", "kb959209"))
    assert found is not None
    assert (found.name, found.table) == ("kb959209", "workspaces.image")


def test_a_setting_says_choices_default_and_its_own_topic() -> None:
    about = said(("workspaces", 1, "settings", "Fts", "Mode"))
    assert about["type"] == "one of Attended, Unattended, Silent"
    assert about["absent"] == '"Unattended"'
    assert about["source"] == "managing-med-v-workspace-configuration-settings"


@pytest.mark.parametrize(
    ("path", "absent"),
    [
        (("budget", "recommended_free_gb"), "10"),
        (("budget", "keep_local_copy"), "true"),
        (
            ("workspaces", 0, "settings", "VM", "HostMemToGuestMem"),
            "[1024, 2048, 4096, 8192, 16384]",
        ),
        (("hosts", 0, "ram_mb"), "unknown, never 0"),
        (("hosts", 0, "name"), "not allowed: its table means nothing without it"),
    ],
)
def test_a_default_is_written_as_in_a_plan(path: Path, absent: str) -> None:
    assert said(path)["absent"] == absent


@pytest.mark.parametrize(
    "path",
    [("plan", "name"), ("attestations", 0, "workspace"), ("workspaces", 0, "saved_state_gb")],
)
def test_what_a_sentence_says_of_an_absent_key_is_not_gainsaid(path: Path) -> None:
    assert "absent" not in said(path)


def test_limits_are_said_where_they_mean_something() -> None:
    steps = said(("workspaces", 0, "settings", "VM", "HostMemToGuestMem"))
    assert steps["type"] == "list of whole numbers in MB, 1024 to 16384"
    assert said(("hosts", 0, "ram_mb"))["type"] == "whole number in MB"


def test_a_default_for_hosts_is_read_by_the_practices_of_hosts() -> None:
    assert said(("host_defaults", "ipsec"))["practice"] == said(("hosts", 2, "ipsec"))["practice"]


def test_a_key_of_the_disk_formula_is_read_by_the_practice_of_the_formula() -> None:
    assert "Free disk" in said(("workspaces", 0, "image", "vhd_gb"))["practice"]


def test_a_table_says_what_it_is_for() -> None:
    assert key_help(("hosts", 3)) == KeyHelp("hosts", "[[hosts]]", "The end-user computers.")


@pytest.mark.parametrize("path", [("hosts", 3, "typo"), ("hosts", 3, "typo", 0, "deeper")])
def test_an_unknown_key_explains_the_table_around_it(path: Path) -> None:
    found = key_help(path)
    assert found is not None
    assert found.table == "[[hosts]]"


def test_an_item_of_a_list_explains_the_list() -> None:
    assert key_help(("deployment", "order", 2)) == key_help(("deployment", "order"))


def test_nothing_is_said_of_no_key_and_of_an_unknown_table() -> None:
    assert key_help(()) is None
    assert key_help(("no_such_table",)) is None


def test_what_is_wrong_with_the_key_now_is_said_with_its_mark() -> None:
    text = DOCUMENTED + host("WEAK", ram_mb=1024)
    found = key_help(("hosts", 1, "ram_mb"), review_of(text))
    assert found is not None
    now = next(row for row in found.rows if row.label == "now")
    assert "1,024 MB" in now.text
    assert now.mark is not None
    assert now.mark.symbol == "×"
    assert said(("hosts", 0, "ram_mb"), text)["now"] == "2 practices met"


def test_a_computer_s_keys_say_what_the_plan_derives_from_them() -> None:
    assert said(("hosts", 0, "ram_mb"), DOCUMENTED)["gives"] == "1,024 MB of memory to the guest"
    assert said(("hosts", 0, "users"), DOCUMENTED)["gives"] == "10.10 GB planned on this computer"
    assert said(("hosts", 0, "free_disk_gb"), DOCUMENTED)["gives"] == "+49.9 GB of headroom"


def test_a_size_of_a_workspace_says_what_all_its_computers_need() -> None:
    text = DOCUMENTED + host("SECOND")
    about = said(("workspaces", 0, "differencing_disk_gb"), text)
    assert about["gives"] == "20.2 GB planned on 2 computers"


def test_a_key_of_a_computer_that_cannot_be_read_derives_nothing() -> None:
    text = DOCUMENTED.replace('name = "DESK-01"', "name = 7") + host("SECOND")
    assert "gives" not in said(("hosts", 0, "ram_mb"), text)
    assert said(("hosts", 1, "ram_mb"), text)["gives"] == "1,024 MB of memory to the guest"


@pytest.mark.parametrize("height", [1, 3, 5, 8, 20])
@pytest.mark.parametrize("cells", [30, 52])
def test_it_takes_no_more_room_than_there_is(height: int, cells: int) -> None:
    for path in (("hosts", 0, "ram_mb"), ("workspaces", 0, "image", "vhd_gb")):
        found = key_help(path, review_of(DOCUMENTED))
        assert found is not None
        drawn = lines(found, cells, height)
        assert len(drawn) <= height
        assert all(width(line) <= cells for line in drawn)


def test_labels_stand_in_a_column_of_their_own() -> None:
    found = key_help(("workspaces", 0, "image", "kb959209"))
    assert found is not None
    assert [plain(line) for line in lines(found, 52, 8)] == [
        "Whether update KB959209 is installed.",
        "",
        "type      true or false",
        "absent    unknown, never false",
        "practice  must: KB959209 in the image",
        "if not    Applications run into known compatibility",
        "          problems.",
        "source    configure-environment-prerequisites",
    ]


def test_the_sentence_is_whole_even_where_other_rows_have_no_room() -> None:
    found = key_help(("workspaces", 0, "image", "vhd_gb"))
    assert found is not None
    drawn = [plain(line) for line in lines(found, 40, 5)]
    assert drawn[:2] == ["Size in GB of the expanded base VHD,", "never of the compressed .medv."]
    assert [line[:8].rstrip() for line in drawn[3:]] == ["type", "if not"]


def test_a_key_of_a_workspace_or_the_plan_says_how_its_practices_stand() -> None:
    text = DOCUMENTED.replace("[workspaces.image]", "[workspaces.image]\nkb959209 = true")
    assert said(("workspaces", 0, "image", "kb959209"), text)["now"] == "1 practice met"
    text = f"{DOCUMENTED}[deployment]\nsilent = true\n"
    assert said(("deployment", "silent"), text)["now"].startswith("1 practice")


def test_a_table_says_what_its_computer_workspace_or_attestation_comes_to() -> None:
    text = DOCUMENTED + host("WEAK", ram_mb=1024)
    text += "[[attestations]]\npractice = 'image-backup-before-seal'\nstatus = 'done'\n"
    assert said(("hosts", 1), text)["now"].startswith("WEAK is blocked: 1,024 MB of RAM")
    assert said(("hosts", 0), text)["now"].startswith("DESK-01 is ")
    short = said(("hosts", 0), text.replace("free_disk_gb = 60", "free_disk_gb = 9.8"))["now"]
    assert short.startswith(("DESK-01 wants attention: ", "DESK-01 is blocked: "))
    silent = said(("hosts", 0), text.replace("users = 3\n", "", 1))["now"]
    assert silent == "DESK-01 is unknown: the plan does not give users."
    assert said(("workspaces", 0), text)["gives"].endswith("planned on 2 computers")
    unknown = text.replace("vhd_gb = 2.6\n", "")
    gives = said(("workspaces", 0), unknown)["gives"]
    assert gives == "2 computers, whose disk space is not known"
    assert said(("attestations", 0), text)["now"].endswith(": met")
    assert said(("attestations", 0, "practice"), text)["now"].endswith(": met")
    assert "now" not in said(("attestations", 7), text)


@pytest.mark.parametrize(
    ("path", "brief"),
    [
        (
            ("hosts", 1, "ram_mb"),
            "whole number in MB  unknown if absent  378 MB of memory to the guest  × 1",
        ),
        (("hosts", 0, "name"), "text  required"),
        (
            ("workspaces", 0, "settings", "Fts", "Mode"),
            'one of Attended, Unattended, Silent  "Unattended" if absent',
        ),
        (("plan",), ""),
    ],
)
def test_two_rows_have_the_meaning_and_all_the_rest_in_few_words(path: Path, brief: str) -> None:
    found = key_help(path, review_of(DOCUMENTED + host("WEAK", ram_mb=1024)))
    assert found is not None
    meaning, *rest = (plain(line) for line in lines(found, 80, 2))
    assert meaning.startswith(found.sentence[:78])
    assert "".join(rest).startswith(brief)
    assert all(width(line) <= 80 for line in lines(found, 80, 2))


def test_every_key_says_what_it_means_in_one_row_of_a_small_terminal() -> None:
    assert [key.path for table in tables() for key in table.keys if len(key.description) > 78] == []
