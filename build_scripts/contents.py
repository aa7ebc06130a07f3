"""What the frozen program holds and what it leaves out: pure functions over file names.

Names are places inside the program folder, with forward slashes, the same on every system but
for Qt's own prefixes and suffixes, which are cut off before comparing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath, PureWindowsPath

EXCLUDED_MODULES = (
    "PySide6.QtNetwork",
    "PySide6.QtOpenGL",
    "PySide6.QtOpenGLWidgets",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "ssl",
    "_ssl",
    "_hashlib",  # brings OpenSSL along; the interpreter has SHA-256 of its own
    "tkinter",
    "unittest",
    "doctest",
    "pdb",
    "pydoc",
    "pip",
    "setuptools",
    "pkg_resources",
    "PIL",
    "fontTools",  # of the developer's; pypdf can do without
    "lxml.html",
    "lxml.isoschematron",
    "lxml.objectify",
    "lxml.sax",
    "xmlrpc",
    "urllib3",  # what python-tuf would fetch with: see policyviewer.app.packs.framework
    "requests",
    "tuf.ngclient.urllib3_fetcher",
    "tuf.ngclient.requests_fetcher",
    "_pydatetime",  # what stands in where the same in C is missing
    "_pydecimal",
    "cffi",  # what compiles; only its backend is called
    "pycparser",
    "lxml.builder",
    "numpy._core._multiarray_tests",
    "zstandard._cffi",  # its other backend, 11 MB on Linux
    "zstandard.backend_cffi",
    "numpy.ctypeslib",
    "numpy.f2py",
    "numpy.fft",
    "numpy.polynomial",
    "numpy.random",
    "numpy.testing",
)
"""Modules that something imports on a path which we never take."""

TOLD_BY_DOCTOR = ("PySide6-Essentials", "whoosh-reloaded", "jieba", "rjieba", "numpy")
"""Distributions whose version ``policyviewer doctor`` tells."""

QT_LIBRARIES = frozenset(
    {"Core", "Gui", "Widgets", "DBus", "Svg", "PrintSupport", "XcbQpa", "WaylandClient"}
)
"""Qt's libraries: DBus because Gui is linked to it, Svg for icons, the last two for windows;
PrintSupport (1 MB, 0.7 MB on Windows) because a county prints."""

QT_PLUGINS: Mapping[str, frozenset[str]] = {
    "platforms": frozenset({"offscreen", "xcb", "wayland", "windows"}),
    "platforminputcontexts": frozenset(  # without them no Chinese is typed
        {"composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"}
    ),
    "platformthemes": frozenset({"xdgdesktopportal"}),
    "wayland-shell-integration": frozenset({"xdg-shell"}),
    "wayland-decoration-client": frozenset({"adwaita", "bradient"}),
    "iconengines": frozenset({"svgicon"}),
    "imageformats": frozenset({"svg", "ico"}),
    "styles": frozenset({"modernwindowsstyle"}),
    "printsupport": frozenset({"cupsprintersupport"}),
}
"""Qt's plug-ins by folder; a folder that is not named is left out."""

TRANSLATION = "qtbase_zh_CN.qm"
_OWN_TRANSLATION = "policyviewer_"

_QT_LIBRARY = re.compile(r"^(?:lib)?Qt6([A-Za-z0-9]+)\.(?:so|dll)")
_PLUGIN = re.compile(r"/plugins/([^/]+)/(?:lib)?q?([^/]+?)\.(?:so|dll)$")
_SOFTWARE_OPENGL = "opengl32sw.dll"
_SOURCES = (".c", ".pxd", ".pxi", ".pyi", ".pyx", ".ts")
"""What some packages carry along of how they were compiled, and we of our translations."""
_BILLS = ".dist-info/sboms/"
"""What packages consist of themselves; for whoever audits, not for those who read."""
_LOADED_ALREADY = re.compile(
    r"(^|/)(PySide6/(MSVCP140|VCRUNTIME140|VCRUNTIME140_1)|shiboken6/(VCRUNTIME140|VCRUNTIME140_1))"
    r"\.dll$"
)
"""Second copies of Microsoft's runtime: Windows loads one library of a name, and CPython's and
shiboken6's are there first.
"""
_INSTALLED = re.compile(r"\.dist-info/(RECORD|INSTALLER|REQUESTED|direct_url\.json)$")
"""What pip goes by, which is never run here; it names folders of whoever built the program."""

_FONTS = "resources/fonts/"
"""The typeface for machines without a Chinese one: every Windows 10 and 11 has Microsoft YaHei."""

_REQUIRED_OF_QT = {
    "linux": frozenset(
        {"libqoffscreen.so", "libqxcb.so", "libqwayland.so", "libqsvg.so"}
        | {"libQt6PrintSupport.so.6", "QtPrintSupport.abi3.so"}
    ),
    "win32": frozenset(
        {"qoffscreen.dll", "qwindows.dll", "qsvg.dll"}
        | {"Qt6PrintSupport.dll", "QtPrintSupport.pyd"}
    ),
}
_FORBIDDEN = re.compile(
    r"QtQml|QtQuick|QtNetwork|Qt/qml/|(^|/)jieba/lac_small/|(^|/)tests?/|\.py$|libssl|libcrypto"
    r"|^pypinyin/.*\.json$"
)


def is_wanted(place: str) -> bool:
    """Say whether a collected file belongs into the program."""
    name = PurePosixPath(place).name
    plugin = _PLUGIN.search(place)
    if plugin:
        return plugin[2] in QT_PLUGINS.get(plugin[1], frozenset())
    library = _QT_LIBRARY.match(name)
    if library:
        return library[1] in QT_LIBRARIES
    if name.endswith(".qm"):
        return name == TRANSLATION or name.startswith(_OWN_TRANSLATION)
    if _BILLS in place or _LOADED_ALREADY.search(place) or _INSTALLED.search(place):
        return False
    return name != _SOFTWARE_OPENGL and not place.endswith(_SOURCES)


def is_needed(place: str, system: str) -> bool:
    """Say whether a wanted file is needed on a system (``sys.platform``) as well."""
    return system != "win32" or not place.startswith(_FONTS)


def wanted_entries(entries: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Give of a hook's pairs (file, folder in the program) those that are wanted."""
    return [
        (source, folder)
        for source, folder in entries
        if is_wanted((PureWindowsPath(folder) / PureWindowsPath(source).name).as_posix())
    ]


def missing(places: Iterable[str], required: Iterable[str]) -> list[str]:
    """Give the required files that are not there."""
    return sorted(set(required) - set(places))


def missing_of_qt(places: Iterable[str], system: str) -> list[str]:
    """Give what the window cannot do without on a system (``sys.platform``) and is not there."""
    names = {PurePosixPath(place).name for place in places}
    return sorted((_REQUIRED_OF_QT.get(system, frozenset()) | {TRANSLATION}) - names)


def unwanted(places: Iterable[str]) -> list[str]:
    """Give the files that are there and must not be."""
    return sorted(place for place in places if not is_wanted(place) or _FORBIDDEN.search(place))


def part_of(place: str) -> str:
    """Name the part of the program that a file belongs to, for the table of sizes."""
    parts = place.removeprefix("_internal/").split("/")
    if "icu" in parts[-1] and parts[0] == "PySide6":
        return "ICU, which Qt is linked to"
    if parts[0] == "PySide6":
        return f"PySide6 {'plug-ins' if 'plugins' in parts else parts[-1]}"
    if parts[0].startswith("numpy"):
        return "numpy"
    if len(parts) == 1 and ".so" in parts[0] and "python" not in parts[0]:
        return "system libraries"
    return parts[0]
