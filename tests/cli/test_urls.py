import pytest

from tests.cli.program import Program

PLAN = """\
# kept as it is
[[workspaces]]
name = "finance"
[workspaces.settings.UserExperience]
RedirectUrls = ["http://ledger.contoso.example/*", "https://intranet/~hr"] # two sites
[[workspaces]]
name = "kiosk"
"""
FINANCE = ("--workspace", "finance")
KIOSK = ("--workspace", "kiosk")


def test_addresses_are_written_one_on_each_line(program: Program) -> None:
    program.write("plan.toml", PLAN)
    done = program.run("urls", "plan.toml", *FINANCE)
    assert (done.code, done.err) == (0, "")
    assert done.out == "http://ledger.contoso.example/*\nhttps://intranet/~hr\n"


def test_a_file_is_written_once_and_never_replaced(program: Program) -> None:
    program.write("plan.toml", PLAN)
    done = program.run("urls", "plan.toml", *FINANCE, "--export", "urls.txt")
    assert done.out == "Wrote 2 addresses of finance to urls.txt.\n"
    data = (program.folder / "urls.txt").read_bytes()
    expected = b"\xef\xbb\xbfhttp://ledger.contoso.example/*\r\nhttps://intranet/~hr\r\n"
    assert data == expected
    again = program.run("urls", "plan.toml", *FINANCE, "--export", "urls.txt")
    assert (again.code, again.err) == (
        2,
        "medv-tui: urls.txt is there already and was not touched.\n",
    )


def test_what_was_exported_is_imported_without_changing_a_byte(program: Program) -> None:
    plan = program.write("plan.toml", PLAN + 'url_file_encoding = "UTF-8"\n')
    program.run("urls", "plan.toml", *FINANCE, "--export", "urls.txt")
    other = plan.read_text("utf-8")
    done = program.run("urls", "plan.toml", *KIOSK, "--import", "urls.txt")
    assert (done.code, done.err) == (0, "")
    written = plan.read_text("utf-8")
    assert written.startswith(other)
    assert program.run("urls", "plan.toml", *KIOSK).out == (
        "http://ledger.contoso.example/*\nhttps://intranet/~hr\n"
    )


def test_an_import_replaces_the_list_and_keeps_everything_else(program: Program) -> None:
    plan = program.write("plan.toml", PLAN)
    program.write("urls.txt", "https://new.contoso.example/\r\n\r\n")
    done = program.run("urls", "plan.toml", *FINANCE, "--import", "urls.txt")
    assert done.out == "Put 1 address of urls.txt into finance of plan.toml.\n"
    assert plan.read_text("utf-8") == PLAN.replace(
        '["http://ledger.contoso.example/*", "https://intranet/~hr"]',
        '["https://new.contoso.example/"]',
    ).replace('name = "finance"\n', 'name = "finance"\nurl_file_encoding = "UTF-8"\n')


def test_a_file_with_an_address_that_is_not_redirected_is_refused_by_its_line(
    program: Program,
) -> None:
    plan = program.write("plan.toml", PLAN)
    program.write("urls.txt", "http://a/\nftp://b\nhttps://c:8443/\n")
    done = program.run("urls", "plan.toml", *KIOSK, "--import", "urls.txt")
    assert (done.code, done.out) == (2, "")
    assert done.err.splitlines() == [
        "medv-tui: urls.txt:2: error: ftp://b is of another protocol.",
        "medv-tui: urls.txt:3: warning: https://c:8443/ names port 8443.",
        "medv-tui: urls.txt holds 1 address that would not be redirected; the plan was not "
        "changed. Correct or delete what is named as an error.",
    ]
    assert plan.read_text("utf-8") == PLAN


def test_an_address_of_an_undocumented_shape_is_imported_with_a_warning(program: Program) -> None:
    program.write("plan.toml", PLAN)
    program.write("urls.txt", "http://a/\nhttps://c:8443/\n")
    done = program.run("urls", "plan.toml", *KIOSK, "--import", "urls.txt")
    warning = "medv-tui: urls.txt:2: warning: https://c:8443/ names port 8443.\n"
    assert (done.code, done.err) == (0, warning)
    assert program.run("urls", "plan.toml", *KIOSK).out == "http://a/\nhttps://c:8443/\n"


def test_standard_input_can_be_imported(program: Program) -> None:
    program.write("plan.toml", PLAN)
    done = program.run("urls", "plan.toml", *KIOSK, "--import", "-", given=b"http://a/\n")
    assert done.out == "Put 1 address of standard input into kiosk of plan.toml.\n"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"http://caf\xe9/\n", "urls.txt is not UTF-8: byte 0xE9"),
        ("http://a/".encode("utf-16"), "urls.txt is UTF-16; save it as UTF-8."),
        (b"\r\n \n", "urls.txt holds no address; the plan was not changed."),
    ],
)
def test_a_file_without_readable_addresses_changes_nothing(
    program: Program, data: bytes, sentence: str
) -> None:
    plan = program.write("plan.toml", PLAN)
    program.write("urls.txt", data)
    done = program.run("urls", "plan.toml", *FINANCE, "--import", "urls.txt")
    assert (done.code, done.out) == (2, "")
    assert sentence in done.err
    assert plan.read_text("utf-8") == PLAN


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("plan.toml",), "several workspaces, finance, kiosk; choose one by --workspace"),
        (("plan.toml", *KIOSK), "The workspace kiosk has no redirected addresses in the plan."),
        (("plan.toml", "--workspace", "hr"), "The plan has no workspace hr"),
        (("-", *KIOSK, "--import", "urls.txt"), "a plan that is a file, not standard input"),
        (("plan.toml", *KIOSK, "--import", "none.txt"), "There is no file none.txt"),
        (("plan.toml", *FINANCE, "--export", "nowhere/urls.txt"), "cannot be written"),
    ],
)
def test_a_wrong_wish_is_one_sentence(
    program: Program, words: tuple[str, ...], sentence: str
) -> None:
    program.write("plan.toml", PLAN)
    done = program.run("urls", *words, given=PLAN.encode())
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert sentence in done.err


def test_a_plan_without_a_workspace_says_so(program: Program) -> None:
    program.write("plan.toml", "")
    assert "no workspace that can be read" in program.run("urls", "plan.toml").err
