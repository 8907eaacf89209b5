"""What somebody wants of hosts, workspaces and settings, turned into edits of the text."""

from collections.abc import Callable

from medv_tui.findings import DuplicateTable, Intent, Path, RemoveKey, SetValue
from medv_tui.plan.settings import SETTINGS, Setting
from medv_tui.planfile import host_tables
from medv_tui.planfile.links import link_at
from medv_tui.planfile.references import workspaces_of
from medv_tui.planfile.rename import places, renamed
from medv_tui.planfile.replacement import apply
from medv_tui.planfile.syntax import Reading
from medv_tui.planfile.together import together
from medv_tui.reference.setting_value import ValueRefusedError, setting_value, wanted
from medv_tui.tui.answers import STALE
from medv_tui.tui.arrangement import Arrangement
from medv_tui.tui.editor import Editor
from medv_tui.tui.panes.hosts import HostsPane
from medv_tui.tui.pick import Choice
from medv_tui.tui.present import count
from medv_tui.tui.preview import carrying_out
from medv_tui.tui.reviewing import Reviewing
from medv_tui.tui.rewriting import Rewriting
from medv_tui.tui.talk import Talk
from medv_tui.tui.working import work_out

NO_HOST = "Put the cursor into the table of a host, below [[hosts]]."
NO_WORKSPACE = "There is no workspace yet. Add a [[workspaces]] table."
NO_ROW = "Put the cursor on a host whose table is in the plan, not in an inventory."
FIRST_NAME = "HOST-0001"


class Structuring:
    """Adds, copies, deletes and assigns hosts, sets settings, renames workspaces."""

    def __init__(
        self,
        talk: Talk,
        editor: Editor,
        hosts: HostsPane,
        reviewing: Reviewing,
        arrangement: Arrangement,
        rewriting: Rewriting,
    ) -> None:
        self._talk, self._editor, self._hosts = talk, editor, hosts
        self._reviewing, self._arrangement = reviewing, arrangement
        self._rewriting = rewriting

    def _offer(self, said: str, intent: Intent, there: Path = ()) -> None:
        self._rewriting.offer(said, carrying_out(intent), there)

    def _read_text(self, then: Callable[[Reading], None]) -> None:
        """Read the text, and go on with what it says."""
        text, reader = self._editor.text, self._reviewing.reader
        work_out(self._talk.app, text, lambda: reader.read(text), then)

    def add_host(self) -> None:
        """Ask for the name of another host, and add it."""
        self._read_text(self._add_host)

    def _add_host(self, reading: Reading) -> None:
        data = reading.data
        taken = host_tables.names(data)
        now = host_tables.next_name(taken[-1], taken) if taken and taken[-1] else FIRST_NAME

        def named(name: str) -> None:
            intent = host_tables.new_host(data, name.strip())
            self._offer(f"Add the host {name.strip()}", intent, ("hosts", len(taken), "name"))

        self._talk.ask_text("Name of the new host", named, now, refuse=_free(taken))

    def duplicate_host(self) -> None:
        """Copy the host that is meant under another name."""
        self._read_text(self._duplicate_host)

    def _duplicate_host(self, reading: Reading) -> None:
        number = self._host(reading)
        if number is None:
            return
        taken = host_tables.names(reading.data)
        name = taken[number]

        def named(new: str) -> None:
            intent = DuplicateTable(("hosts", number), (("name", new.strip()),))
            there = ("hosts", number + 1, "name")
            self._offer(f"Copy the host {name} as {new.strip()}", intent, there)

        now = host_tables.next_name(name, taken) if name else FIRST_NAME
        self._talk.ask_text(
            f"Name of the copy of {name or 'this host'}", named, now, refuse=_free(taken)
        )

    def delete_host(self) -> None:
        """Delete the host that is meant with its comment."""
        self._read_text(self._delete_host)

    def _delete_host(self, reading: Reading) -> None:
        number = self._host(reading)
        if number is not None:
            name = host_tables.names(reading.data)[number] or "without a name"
            self._offer(f"Delete the host {name}", RemoveKey(("hosts", number)))

    def _host(self, reading: Reading) -> int | None:
        """Find the host that is meant; say where there is none.

        That is the one under the cursor: of the hosts pane where keys go there, else of the text.
        """
        is_in_pane = self._arrangement.chosen == HostsPane.NUMBER
        if is_in_pane and not self._reviewing.is_reviewed:
            self._talk.tell(STALE)
            return None
        number = self._host_in_pane() if is_in_pane else self._host_in_text(reading)
        if number is not None and number >= len(host_tables.names(reading.data)):
            number = None
        if number is None:
            self._talk.tell(NO_ROW if is_in_pane else NO_HOST)
        return number

    def _host_in_pane(self) -> int | None:
        """Give the index of the table of the computer under the cursor of the hosts pane."""
        listed, selected = self._hosts.listed, self._hosts.selected
        if listed is None or selected is None:
            return None
        return listed.roster.hosts.fleet.places[selected].index

    def _host_in_text(self, reading: Reading) -> int | None:
        """Give the index of the host's table that the cursor of the text is in."""
        line, column = self._editor.cursor_location
        spans = reading.spans
        return host_tables.number_of(spans.path_at(spans.offset(line + 1, column + 1)))

    def assign_hosts(self) -> None:
        """Ask which hosts get which workspace."""
        self._read_text(self._assign_hosts)

    def _assign_hosts(self, reading: Reading) -> None:
        data = reading.data
        names = workspaces_of(data, complete=True).names
        if not names:
            self._talk.tell(NO_WORKSPACE)
            return

        def refuse(patterns: str) -> str:
            if not patterns.strip():
                return "A name or a pattern is wanted, such as FIN-*."
            fits = host_tables.chosen(data, patterns)
            return "" if fits else f"No host in the text is called {patterns}."

        def chosen(patterns: str) -> None:
            hosts = host_tables.chosen(data, patterns)
            title = f"Workspace of {count(len(hosts), 'host')}"
            self._talk.pick(
                title,
                [Choice(name, "workspace") for name in names],
                lambda number: self._assign(hosts, names[number]),
            )

        hint = "names and patterns, FIN-*, LAB-0001"
        self._talk.ask_text("Hosts to assign", chosen, hint=hint, refuse=refuse)

    def _assign(self, hosts: list[int], workspace: str) -> None:
        values = [SetValue(("hosts", number, "workspace"), workspace) for number in hosts]
        said = f"Assign {count(len(hosts), 'host')} to {workspace}"
        self._rewriting.offer(
            said, lambda text, reader: apply(text, together(text, values, reader))
        )

    def set_setting(self) -> None:
        """Pick a workspace and a setting, and ask for its value."""
        self._read_text(self._set_setting)

    def _set_setting(self, reading: Reading) -> None:
        names = workspaces_of(reading.data, complete=True).names
        if not names:
            self._talk.tell(NO_WORKSPACE)
        elif len(names) == 1:
            self._pick_setting(0, names[0])
        else:
            choices = [Choice(name, "workspace") for name in names]
            self._talk.pick("Workspace to set", choices, lambda n: self._pick_setting(n, names[n]))

    def _pick_setting(self, workspace: int, name: str) -> None:
        choices = [Choice(each.name, each.key, wanted(each)[:24]) for each in SETTINGS]
        self._talk.pick(
            f"Setting of {name}",
            choices,
            lambda number: self._ask_value(workspace, SETTINGS[number]),
        )

    def _ask_value(self, workspace: int, setting: Setting) -> None:
        def refuse(text: str) -> str:
            try:
                setting_value(setting, text)
            except ValueRefusedError as refusal:
                return str(refusal)
            return ""

        def said(text: str) -> None:
            path = ("workspaces", workspace, "settings", setting.key, setting.name)
            value = setting_value(setting, text)
            self._offer(f"Set {setting.name}", SetValue(path, value), path)

        self._talk.ask_text(
            f"{setting.name}: {setting.meaning}", said, hint=wanted(setting), refuse=refuse
        )

    def rename_workspace(self) -> None:
        """Rename the workspace at the cursor, or one that is picked, wherever it is named."""
        self._read_text(self._rename_workspace)

    def _rename_workspace(self, reading: Reading) -> None:
        data = reading.data
        names = workspaces_of(data, complete=True).names
        link = link_at(self._editor.document.lines, *self._editor.cursor_location)
        here = [n for n in names if link is not None and n.casefold() == link.name.casefold()]
        if not names:
            self._talk.tell(NO_WORKSPACE)
        elif here or len(names) == 1:
            self._ask_new_name((here or list(names))[0])
        else:
            choices = [
                Choice(name, "", f"named {count(len(places(data, name)), 'time')}")
                for name in names
            ]
            self._talk.pick("Workspace to rename", choices, lambda n: self._ask_new_name(names[n]))

    def _ask_new_name(self, old: str) -> None:
        def named(new: str) -> None:
            said = f"Rename the workspace {old} to {new.strip()}"
            self._rewriting.offer(
                said, lambda text, reader: apply(text, renamed(text, old, new, reader))
            )

        self._talk.ask_text(f"New name of the workspace {old}", named, old)


def _free(taken: list[str]) -> Callable[[str], str]:
    """Refuse a name of a host that is empty or in use."""
    used = {name.casefold() for name in taken}

    def refuse(text: str) -> str:
        name = text.strip()
        if not name:
            return "A host needs a name of at least one character."
        return f"{name} is in use already: choose another name." if name.casefold() in used else ""

    return refuse
