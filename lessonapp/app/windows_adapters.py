"""Windows: the adapters that are up, by its documented call GetAdaptersAddresses."""

import ctypes
import socket
from typing import Any

UP = 1
IPV4 = 2
BUFFER_OVERFLOW = 111
SKIP = 0x0002 | 0x0004 | 0x0008  # any-cast and multicast addresses, name servers


class _SockAddress(ctypes.Structure):
    _fields_ = (("family", ctypes.c_ushort), ("port", ctypes.c_ushort), ("address", ctypes.c_ubyte * 4))


class _SocketAddress(ctypes.Structure):
    _fields_ = (("sockaddr", ctypes.POINTER(_SockAddress)), ("length", ctypes.c_int))


class _Unicast(ctypes.Structure):
    pass


_Unicast._fields_ = (
    ("length", ctypes.c_uint32),
    ("flags", ctypes.c_uint32),
    ("next", ctypes.POINTER(_Unicast)),
    ("address", _SocketAddress),
)


class _Adapter(ctypes.Structure):
    pass


# The beginning of IP_ADAPTER_ADDRESSES; nothing behind it is read.
_Adapter._fields_ = (
    ("length", ctypes.c_uint32),
    ("index", ctypes.c_uint32),
    ("next", ctypes.POINTER(_Adapter)),
    ("adapter_name", ctypes.c_char_p),
    ("first_unicast", ctypes.POINTER(_Unicast)),
    ("first_anycast", ctypes.c_void_p),
    ("first_multicast", ctypes.c_void_p),
    ("first_dns", ctypes.c_void_p),
    ("dns_suffix", ctypes.c_wchar_p),
    ("description", ctypes.c_wchar_p),
    ("friendly_name", ctypes.c_wchar_p),
    ("physical_address", ctypes.c_ubyte * 8),
    ("physical_length", ctypes.c_uint32),
    ("adapter_flags", ctypes.c_uint32),
    ("mtu", ctypes.c_uint32),
    ("kind", ctypes.c_uint32),
    ("status", ctypes.c_int),
)


def adapters() -> list[tuple[str, int, str]]:
    """Name, kind (71 Wi-Fi, 6 Ethernet) and address of every adapter that is up; OSError when refused."""
    call: Any = ctypes.windll.iphlpapi.GetAdaptersAddresses  # type: ignore[attr-defined,unused-ignore]
    size = ctypes.c_ulong(16 * 1024)
    buffer = ctypes.create_string_buffer(size.value)
    failed = call(IPV4, SKIP, None, buffer, ctypes.byref(size))
    if failed == BUFFER_OVERFLOW:  # `size` says now how much it takes
        buffer = ctypes.create_string_buffer(size.value)
        failed = call(IPV4, SKIP, None, buffer, ctypes.byref(size))
    if failed:
        raise OSError(failed, "GetAdaptersAddresses")
    return _walk(ctypes.cast(buffer, ctypes.POINTER(_Adapter)))


def _walk(first: Any) -> list[tuple[str, int, str]]:
    found: list[tuple[str, int, str]] = []
    while first:
        adapter = first.contents
        unicast = adapter.first_unicast
        while unicast and adapter.status == UP:
            told = unicast.contents.address.sockaddr
            if told and told.contents.family == IPV4:
                address = socket.inet_ntoa(bytes(told.contents.address))
                found.append((adapter.friendly_name or "", adapter.kind, address))
            unicast = unicast.contents.next
        first = adapter.next
    return found
