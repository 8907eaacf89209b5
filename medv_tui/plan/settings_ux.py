"""The settings of what a user sees and shares, in the order in which they are documented."""

from medv_tui.findings import Source
from medv_tui.plan.setting import WMI_TOPIC, RegistryKey, documented

_UX = RegistryKey("UserExperience", "Ux")

_AUTHENTICATION = "authentication-of-med-v-end-users"
_UNLISTED = "The WMI class has it, the registry table does not (C-33)."

USER_EXPERIENCE = (
    _UX.switch(
        "AppPublishingEnabled",
        True,
        "Whether applications of the guest are published to the host.",
        interactions=("While it is off, no application of the plan reaches the user (inferred).",),
    ),
    _UX.switch("AudioSharingEnabled", True, "Whether the guest shares the host's audio device."),
    _UX.switch("ClipboardSharingEnabled", True, "Whether host and guest share the Clipboard."),
    _UX.number(
        "DialogTimeout",
        300,
        "s",
        "How long the dialog that announces setup stays open.",
        interactions=(
            "It closes the dialog that shows Fts.StartDialogMsg.",
            "What happens when the time is up is not documented (G-11).",
        ),
        source=documented(register=("G-11",)),
    ),
    _UX.number(
        "HideVmTimeout",
        30,
        "min",
        "How long the full-screen window of the guest stays hidden in a long logon.",
        minimum=None,
        maximum=None,
    ),
    _UX.switch(
        "LogonStartEnabled",
        True,
        "Whether the guest starts at logon rather than with the first application.",
        interactions=(
            "While it is on, VM.CloseAction is ignored.",
            "Left unset for the computer, the user decides.",
        ),
        source=documented("create-a-med-v-workspace-package"),
    ),
    _UX.switch(
        "PrinterSharingEnabled",
        True,
        "Whether the host's network printers appear in the guest.",
        interactions=("While it is on, no printer is to be installed by hand in the guest.",),
        contradictions=(
            "Redirection is said to go from guest to host, though printers of the host appear "
            "in the guest (C-27).",
        ),
        source=documented(
            "managing-printers-on-a-med-v-workspace",
            reading="Printers go from host to guest, print jobs from guest to host.",
            register=("C-27",),
        ),
    ),
    _UX.number(
        "RebootAbsoluteDelayTimeout",
        1440,
        "min",
        "How long setup waits for a restart of the computer.",
    ),
    _UX.texts(
        "RedirectUrls",
        "Web addresses that the host's browser hands over to the guest's.",
        interactions=(
            "The Host Agent has to run, and a change takes several seconds.",
            "Only http and https addresses are redirected.",
        ),
        contradictions=(
            "The help of Export-MedvConfiguration writes `-RedirectUrls`, the parameter is "
            "`-UxRedirectUrls`.",
        ),
        source=documented("how-to-test-url-redirection", "create-a-med-v-workspace-package"),
    ),
    _UX.switch(
        "SmartCardLogonEnabled",
        False,
        "Whether users authenticate to MED-V by smart card.",
        interactions=("It wins over CredentialCacheEnabled where both are on.",),
        contradictions=(
            "The registry table gives 0 as default, the WMI class shows TRUE and declares the "
            "property twice, in itself and in its base (C-12).",
        ),
        source=documented(reading="It is off by default.", register=("C-12",)),
    ),
    _UX.switch("SmartCardSharingEnabled", True, "Whether the guest shares the host's smart cards."),
    _UX.switch("USBDeviceSharingEnabled", True, "Whether the guest shares the host's USB devices."),
    _UX.switch(
        "CredentialCacheEnabled",
        False,
        "Whether MED-V may keep the user's credentials for the guest.",
        registry_type="",
        interactions=(
            "SmartCardLogonEnabled wins over it where both are on.",
            "The policy DisablePasswordSaving prevents it where that is enabled.",
        ),
        contradictions=(
            "The packager leaves it `off`, the cmdlet help gives `True` as default (C-13).",
            "The registry table mentions it in another row but has no row for it (C-13).",
            "One topic names the packager's option as the remedy against stolen credentials, "
            "another DisablePasswordSaving (C-13).",
            _UNLISTED,
        ),
        source=Source(
            (WMI_TOPIC, _AUTHENTICATION, "security-best-practices-for-med-v-operations"),
            "It is off by default; keep it off and enable DisablePasswordSaving.",
            ("C-13", "C-33"),
        ),
    ),
    _UX.switch(
        "ShowExit",
        None,
        "Whether the user is shown a command to exit, as inferred from its name alone.",
        registry_type="",
        interactions=("No topic describes it or gives a default.",),
        contradictions=(_UNLISTED,),
        source=Source((WMI_TOPIC,), "Its name is all that is known of it.", ("C-33",)),
    ),
)
