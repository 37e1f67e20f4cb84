"""The networks this machine is in, with what each is; nothing is sent and no name is looked up.

Qt's network module is not used anywhere in the program, and the standard library knows addresses but not
kinds: so Linux is asked through its files, Windows through the one call that it documents for this.
"""

import ipaddress
import socket
import struct
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Kind = Literal["wifi", "cable", "hotspot", "other", "self"]
_ORDER: dict[Kind, int] = {"hotspot": 0, "wifi": 1, "cable": 2, "other": 3, "self": 4}
HOTSPOTS = ("10.42.", "192.168.137.")
"""What Linux and Windows give a laptop that is a hotspot itself."""


@dataclass(frozen=True, slots=True)
class Network:
    """One connection: its name in the system, its address, and what it is."""

    name: str
    address: str
    kind: Kind


def networks() -> tuple[Network, ...]:
    """All of them, the likeliest first; this machine alone is always the last."""
    found = _windows() if sys.platform == "win32" else _unix()
    usable = {n.address: n for n in found or _route() if _is_usable(n.address)}
    ordered = sorted(usable.values(), key=lambda n: (_ORDER[n.kind], n.name))
    return (*ordered, Network("", "127.0.0.1", "self"))


def _is_usable(address: str) -> bool:
    known = ipaddress.ip_address(address)
    return not (known.is_loopback or known.is_link_local or known.is_unspecified)


def _kind(address: str, *, wireless: bool, wired: bool) -> Kind:
    if address.startswith(HOTSPOTS):
        return "hotspot"
    return "wifi" if wireless else "cable" if wired else "other"


def _route() -> list[Network]:
    """The address that the system would use; a datagram socket that is connected sends nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
            return [Network("", str(probe.getsockname()[0]), "other")]
        except OSError:  # in no network at all
            return []


def _unix() -> list[Network]:
    found = []
    for _index, name in socket.if_nameindex():
        address = _address_of(name)
        if address is None:
            continue
        place = Path("/sys/class/net") / name
        wireless = (place / "wireless").is_dir() or (place / "phy80211").exists()
        wired = (place / "device").exists() and not wireless
        found.append(Network(name, address, _kind(address, wireless=wireless, wired=wired)))
    return found


def _address_of(name: str) -> str | None:
    if sys.platform == "win32":
        return None
    import fcntl

    ask = 0x8915  # SIOCGIFADDR
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        try:
            told = fcntl.ioctl(asked.fileno(), ask, struct.pack("256s", name.encode()[:15]))
        except OSError:  # one that has no address
            return None
    return socket.inet_ntoa(told[20:24])


def _windows() -> list[Network]:
    """GetAdaptersAddresses: the only place where Windows says which connection is the Wi-Fi."""
    if sys.platform != "win32":
        return []
    import ctypes

    from lessonapp.app.windows_adapters import adapters

    try:
        told = adapters()
    except (OSError, AttributeError, ctypes.ArgumentError):
        return []
    return [
        Network(name, address, _kind(address, wireless=kind == 71, wired=kind == 6))
        for name, kind, address in told
    ]
