from hypothesis import given
from hypothesis import strategies as st

from medv_tui.assessment.arguments import having, read, value, without

SAMPLE = r"/l* %temp%\medv-workspace-install.log /qn SUPPRESSMEDVLAUNCH=1 OVERWRITEVHD=1"


def test_the_documented_sample_has_two_switches_a_file_and_two_properties() -> None:
    words = [(argument.name, argument.value) for argument in read(SAMPLE)]
    assert words == [
        ("", "/l*"),
        ("", r"%temp%\medv-workspace-install.log"),
        ("", "/qn"),
        ("SUPPRESSMEDVLAUNCH", "1"),
        ("OVERWRITEVHD", "1"),
    ]


def test_a_property_is_found_in_any_case() -> None:
    assert value("/qn overwriteVhd=1", "OVERWRITEVHD") == "1"
    assert value("/qn OVERWRITEVHD=1", "overwritevhd") == "1"


def test_the_last_of_several_settings_counts() -> None:
    assert value("OVERWRITEVHD=0 OVERWRITEVHD=1", "OVERWRITEVHD") == "1"


def test_a_property_that_is_set_to_nothing_is_not_absent() -> None:
    assert value('/qn ALLUSERS=""', "ALLUSERS") == ""
    assert value("/qn ALLUSERS=", "ALLUSERS") == ""
    assert value("/qn", "ALLUSERS") is None


def test_quotation_marks_keep_blanks_together_and_are_no_part_of_the_value() -> None:
    text = r'INSTALLDIR="D:\Program Data\MED-V" REBOOT="ReallySuppress"'
    assert value(text, "INSTALLDIR") == r"D:\Program Data\MED-V"
    assert value(text, "REBOOT") == "ReallySuppress"
    assert value('"INSTALLDIR=D:\\My MED-V" /qn', "INSTALLDIR") == r"D:\My MED-V"


def test_what_stands_inside_quotation_marks_is_no_property_of_its_own() -> None:
    assert value('INSTALLDIR="D:\\ OVERWRITEVHD=1"', "OVERWRITEVHD") is None


def test_a_quotation_mark_that_is_never_closed_holds_the_rest() -> None:
    assert value('/qn INSTALLDIR="D:\\MED-V OVERWRITEVHD=1', "INSTALLDIR") == (
        "D:\\MED-V OVERWRITEVHD=1"
    )


def test_the_misprint_with_a_blank_sets_nothing_of_that_name() -> None:
    assert value("OVERWRITE VHD=1", "OVERWRITEVHD") is None


def test_an_equals_sign_in_a_switch_or_a_path_names_no_property() -> None:
    assert [argument.name for argument in read(r"/v=1 C:\a=b =1")] == ["", "", ""]


def test_taking_a_property_out_leaves_all_other_words_as_they_are() -> None:
    text = r'/qn  ALLUSERS="" INSTALLDIR="D:\My  Data" allusers='
    assert without(text, "ALLUSERS") == r'/qn INSTALLDIR="D:\My  Data"'
    assert without("/qn", "ALLUSERS") == "/qn"


def test_setting_a_property_replaces_what_it_was() -> None:
    assert having("/qn OVERWRITEVHD=0 /l* x.log", "OVERWRITEVHD", "1") == (
        "/qn /l* x.log OVERWRITEVHD=1"
    )
    assert having("", "REBOOT", '"ReallySuppress"') == 'REBOOT="ReallySuppress"'


@given(st.text(alphabet='aB=/" \t\n1', max_size=40))
def test_any_text_is_read_and_words_stand_in_order_where_they_say(text: str) -> None:
    end = 0
    for argument in read(text):
        assert end <= argument.start < argument.end <= len(text)
        assert not text[argument.start].isspace()
        end = argument.end
    assert value(without(text, "B"), "B") is None
