"""Which connection is which."""

import ctypes
import socket

import pytest

from lessonapp.app import networks as module
from lessonapp.app.networks import Network, networks
from lessonapp.app.windows_adapters import (
    IPV4,
    UP,
    _Adapter,
    _SockAddress,
    _SocketAddress,
    _Unicast,
    _walk,
)

WIFI, CABLE, TUNNEL = 71, 6, 131


def test_windows_adapters_are_walked_and_those_that_are_down_left_out() -> None:
    keep: list[object] = []
    first = ctypes.POINTER(_Adapter)()
    for name, kind, status, address in (
        ("Ethernet", CABLE, UP, "10.0.0.5"),
        ("Teredo", TUNNEL, UP, None),
        ("Bluetooth", CABLE, 2, "10.9.9.9"),
        ("Wi-Fi", WIFI, UP, "192.168.1.10"),
    ):
        adapter = _Adapter(friendly_name=name, kind=kind, status=status, next=first)
        if address is not None:
            place = _SockAddress(family=IPV4, address=(ctypes.c_ubyte * 4)(*socket.inet_aton(address)))
            unicast = _Unicast(address=_SocketAddress(sockaddr=ctypes.pointer(place)))
            adapter.first_unicast = ctypes.pointer(unicast)
            keep += [place, unicast]
        keep.append(adapter)
        first = ctypes.pointer(adapter)
    assert _walk(first) == [("Wi-Fi", WIFI, "192.168.1.10"), ("Ethernet", CABLE, "10.0.0.5")]


def test_the_likeliest_comes_first_and_what_leads_nowhere_is_left_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = [
        Network("tun0", "10.8.0.2", "other"),
        Network("eth0", "10.0.0.5", "cable"),
        Network("wlan0", "192.168.1.10", "wifi"),
        Network("wlan1", "10.42.0.1", module._kind("10.42.0.1", wireless=True, wired=False)),
        Network("eth1", "169.254.3.4", "cable"),
        Network("lo", "127.0.0.1", "other"),
    ]
    monkeypatch.setattr(module, "_unix", lambda: found)
    monkeypatch.setattr(module, "_windows", lambda: found)
    assert [n.address for n in networks()] == [
        "10.42.0.1",
        "192.168.1.10",
        "10.0.0.5",
        "10.8.0.2",
        "127.0.0.1",
    ]


def test_in_no_network_there_is_still_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("_unix", "_windows", "_route"):
        monkeypatch.setattr(module, name, list)
    assert networks() == (Network("", "127.0.0.1", "self"),)
