import pytest

from medv_tui.assessment.esd_product import EsdProduct, read_product


@pytest.mark.parametrize(
    "text",
    [
        "Configuration Manager 2007 SP2",
        "System Center Configuration Manager 2007 SP2",
        "Microsoft System Center Configuration Manager 2007 Service Pack 2",
        "Microsoft® System Center Configuration Manager 2007 R2 SP2",
        "ConfigMgr 2007 SP2",
        "configmgr2007sp2",
        "Config Manager 2007, SP 2",
        "SCCM 2007 SP2",
        "SCCM_2007_SP2",
        "sccm 07 sp2",
        "ConfigMgr (SCCM) 2007 SP-2",
        "Configuration-Manager 2007 service pack 2 (4.00.6487)",
    ],
)
def test_every_spelling_of_the_product_that_med_v_names_is_the_same(text: str) -> None:
    assert read_product(text) == EsdProduct(True, 2007, 2)


@pytest.mark.parametrize(
    ("text", "release", "service_pack"),
    [
        ("SCCM 2007", 2007, None),
        ("SCCM 2007 SP1", 2007, 1),
        ("SCCM 2012 R2 SP1", 2012, 1),
        ("Configuration Manager", None, None),
        ("SCCM 4.00.6487.2000", None, None),
    ],
)
def test_what_a_name_does_not_say_stays_unknown(
    text: str, release: int | None, service_pack: int | None
) -> None:
    assert read_product(text) == EsdProduct(True, release, service_pack)


@pytest.mark.parametrize("text", ["", "Altiris 7", "Landesk 2007 SP2", "Group Policy"])
def test_other_products_are_not_configuration_manager(text: str) -> None:
    assert read_product(text) == EsdProduct(False)
