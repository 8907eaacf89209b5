"""A real SSH server on this computer's loopback, with keys and settings of its own."""

import os
import shutil
import socket
import subprocess
from collections.abc import Sequence
from pathlib import Path

_SERVERS = "/usr/local/sbin:/usr/sbin:/sbin"
"""Where servers are installed; the search path of people can leave it out."""
_SEPARATED = Path("/run/sshd")
"""The folder that a server of root wants, which a system without its service has not made."""


def missing() -> str:
    """Say what a server and its client lack here; empty if nothing."""
    names = [name for name in ("sshd", "ssh", "ssh-keygen") if _found(name) is None]
    if names:
        return f"{', '.join(names)} is not installed"
    if os.getuid() == 0:
        try:
            _SEPARATED.mkdir(mode=0o755, exist_ok=True)
        except OSError:
            return f"{_SEPARATED} cannot be made"
    return ""


class Server:
    """Lets its own key in, and nobody else."""

    def __init__(self, folder: Path, *settings: str) -> None:
        """Make keys and start a server with more settings; it listens when this is done."""
        self._folder = folder
        for name in ("host", "client"):
            subprocess.run(
                [_path("ssh-keygen"), "-q", "-t", "ed25519", "-N", "", "-f", folder / name],
                check=True,
            )
        self._port = _free_port()
        lines = (
            f"ListenAddress 127.0.0.1:{self._port}",
            f"HostKey {folder / 'host'}",
            f"AuthorizedKeysFile {folder / 'client.pub'}",
            "PidFile none",
            "StrictModes no",
            "UsePAM no",
            *settings,
        )
        (folder / "sshd_config").write_text("".join(f"{line}\n" for line in lines))
        self._process = subprocess.Popen(
            [_path("sshd"), "-D", "-e", "-f", folder / "sshd_config"],
            stderr=subprocess.PIPE,
            text=True,
        )
        said = "" if self._process.stderr is None else self._process.stderr.readline()
        assert "listening" in said, said

    def command(self, *words: str | Path) -> Sequence[str]:
        """Give the client's command that runs one in a terminal of this server."""
        settings = {
            "BatchMode": "yes",
            "IdentitiesOnly": "yes",
            "StrictHostKeyChecking": "no",
            "UserKnownHostsFile": str(self._folder / "known_hosts"),
        }
        options = [f"-o{name}={value}" for name, value in settings.items()]
        key = ("-i", str(self._folder / "client"), "-p", str(self._port))
        told = ("-F", "none", "-q", "-tt", *key, *options)
        return (_path("ssh"), *told, "127.0.0.1", *(str(word) for word in words))

    def close(self) -> None:
        """End the server; its sessions end with their clients."""
        self._process.terminate()
        self._process.communicate()


def _path(name: str) -> str:
    """Give a program's whole path, without which a server does not start."""
    found = _found(name)
    assert found is not None, f"{name} is not installed"
    return found


def _found(name: str) -> str | None:
    return shutil.which(name, path=f"{os.environ.get('PATH', '')}:{_SERVERS}")


def _free_port() -> int:
    """Find a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
