from medv_tui.findings import RemoveKey, Severity, Status, Verdict
from medv_tui.reports.explanation import (
    Answer,
    Described,
    Entry,
    Explanation,
    Fact,
    Place,
    Section,
    Sentence,
    Standing,
    Step,
    Term,
    Way,
)
from medv_tui.reports.explanation_text import in_text


def told(*entries: Entry, title: str = "", width: int = 60, colour: bool = False) -> list[str]:
    explanation = Explanation("Why?", (Section(title, entries),))
    return in_text(explanation, width=width, colour=colour).split("\n")[2:-1]


ANSWER = Answer(
    practice="host-ram-minimum",
    title="Host has 2 GB RAM or more",
    is_headline=True,
    severity=Severity.SHOULD,
    status=Status.FAILING,
    message="1,984 MB is seen.",
    subject="kiosk",
    place=Place(7),
)


def test_title_and_sections_stand_apart() -> None:
    parts = (Section("One", (Sentence("First."),)), Section("", (Sentence("Second."),)))
    assert in_text(Explanation("Why?", parts), width=40, colour=False) == (
        "Why?\n\nOne\nFirst.\n\nSecond.\n"
    )


def test_labels_of_a_section_share_one_column() -> None:
    assert told(Fact("mode", "Silent", Place(3)), Term("base VHD in GB", "2.60", "vhd_gb")) == [
        "mode            Silent (line 3)",
        "base VHD in GB  2.60, vhd_gb",
    ]


def test_a_described_value_has_its_text_below() -> None:
    assert told(Described("Mode", '"Silent"', "How much the user sees.")) == [
        'Mode          "Silent"',
        "  How much the user sees.",
    ]


def test_a_label_without_room_stands_alone() -> None:
    name = "N" * 50
    assert told(Fact(name, "text")) == [name, "  text"]


def test_a_step_and_an_answer_have_symbol_and_word() -> None:
    assert told(Step("1. Seal", Status.OPEN, "Pending."), ANSWER) == [
        "□ 1. Seal: open",
        "    Pending.",
        "▲ ◆ Host has 2 GB RAM or more, kiosk: failing",
        "    1,984 MB is seen. (host-ram-minimum, line 7)",
    ]


def test_where_something_stands_and_ways_out_are_told() -> None:
    assert told(Standing(Verdict.BLOCKED, "1 computer"), Standing("missing", "no ESD")) == [
        "× blocked   1 computer",
        "· missing   no ESD",
    ]
    assert told(Way("fewer users", 2.5, True, RemoveKey(()))) == ["  fewer users: saves 2.50 GB"]


def test_colour_adds_nothing_but_colour() -> None:
    plain = told(ANSWER, title="Reasons")
    coloured = told(ANSWER, title="Reasons", colour=True)
    assert coloured != plain
    assert "\x1b[33m▲\x1b[0m" in "\n".join(coloured)


def test_nothing_from_outside_drives_the_terminal() -> None:
    bad = "\x1b[31mred\u202e"
    lines = told(
        Sentence(bad), Fact(bad, bad), Described(bad, bad, bad), Step(bad, Status.MET, bad)
    )
    assert "\x1b" not in "".join(lines)
    assert "\u202e" not in "".join(lines)


def test_no_line_is_wider_than_asked_for() -> None:
    lines = told(ANSWER, Described("label", "value " * 9, "words " * 30), width=30)
    assert max(map(len, lines)) <= 30
