"""An office program that is installed on this computer, asked to save a document as .docx.

LibreOffice runs without a window, with a profile of its own that allows neither macros nor links
to the network, and for a minute at most. WPS and Word are asked through COM, on Windows, when
pywin32 is there.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from policyviewer.importers.pulse import beat

_LONGEST = 60.0
"""Seconds that a conversion may take."""
_BEAT = 5.0
_PROGRAMS = ("KWPS.Application", "Word.Application")
_DOCX = 12
"""wdFormatXMLDocument"""
_NO_MACROS = 3
"""msoAutomationSecurityForceDisable"""
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"
 xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
</oor:items>
"""


def as_docx(data: bytes, suffix: str) -> bytes | None:
    """Give a document as .docx, or None when no installed program can do that.

    ``suffix`` with its dot tells the program what the bytes are.
    """
    with tempfile.TemporaryDirectory(prefix="policyviewer-") as name:
        folder = Path(name)
        source = folder / f"document{suffix}"
        target = folder / "out" / "document.docx"
        target.parent.mkdir()
        source.write_bytes(data)
        if _by_libreoffice(source, target) or _by_automation(source, target):
            return target.read_bytes()
    return None


def libreoffice(environ: Mapping[str, str] | None = None) -> Path | None:
    """Give LibreOffice's program, or None when it is not installed."""
    environ = os.environ if environ is None else environ
    for name in ("soffice", "libreoffice"):
        found = shutil.which(name, path=environ.get("PATH", ""))
        if found is not None:
            return Path(found)
    return next((place for place in _usual_places(environ) if place.is_file()), None)


def _usual_places(environ: Mapping[str, str]) -> Iterator[Path]:
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)"):
        if variable in environ:
            yield Path(environ[variable]) / "LibreOffice" / "program" / "soffice.exe"


def _by_libreoffice(source: Path, target: Path, longest: float = _LONGEST) -> bool:
    program = libreoffice()
    if program is None:
        return False
    profile = source.parent / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
    command = [
        str(program),
        "--headless",
        "--norestore",
        "--nolockcheck",
        f"-env:UserInstallation={profile.as_uri()}",
        "--convert-to",
        "docx",
        "--outdir",
        str(target.parent),
        str(source),
    ]
    return _ends_in_time(command, longest) and target.is_file()


def _ends_in_time(command: list[str], longest: float) -> bool:
    """Run a command; after ``longest`` seconds end it with all that it has started."""
    try:
        process = _start(command)
    except OSError:
        return False
    try:
        return _waited(process, longest) == 0
    finally:
        _end(process)


def _waited(process: subprocess.Popen[bytes], longest: float) -> int | None:
    """Give the exit status, or None after ``longest`` seconds; gives signs of life meanwhile."""
    while longest > 0:
        beat()
        try:
            return process.wait(min(longest, _BEAT))
        except subprocess.TimeoutExpired:
            longest -= _BEAT
    return None


if sys.platform == "win32":

    def _start(command: list[str]) -> subprocess.Popen[bytes]:
        """Start a command without a window of its own."""
        quiet = subprocess.DEVNULL
        flags = subprocess.CREATE_NO_WINDOW
        return subprocess.Popen(
            command, stdin=quiet, stdout=quiet, stderr=quiet, creationflags=flags
        )

    def _end(process: subprocess.Popen[bytes]) -> None:
        if process.poll() is None:
            command = ["taskkill", "/T", "/F", "/PID", str(process.pid)]
            subprocess.run(command, capture_output=True, check=False)
            process.wait()

    def _saves(application: Any, source: Path, target: Path) -> bool:  # noqa: ANN401  # COM
        import pythoncom

        try:
            application.DisplayAlerts = 0
            application.AutomationSecurity = _NO_MACROS
            document = application.Documents.Open(
                FileName=str(source),
                ConfirmConversions=False,
                ReadOnly=True,
                AddToRecentFiles=False,
            )
            document.SaveAs(str(target), _DOCX)
        except (pythoncom.com_error, AttributeError):
            return False
        finally:
            application.Quit(0)
        return target.is_file()

    def _by_automation(source: Path, target: Path) -> bool:
        try:
            import pythoncom
            import win32com.client
        except ImportError:
            return False
        for program in _PROGRAMS:
            try:
                application = win32com.client.DispatchEx(program)
            except pythoncom.com_error:
                continue
            if _saves(application, source, target):
                return True
        return False

else:

    def _start(command: list[str]) -> subprocess.Popen[bytes]:
        """Start a command as the head of a group, which can be ended together."""
        quiet = subprocess.DEVNULL
        return subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, process_group=0)

    def _end(process: subprocess.Popen[bytes]) -> None:
        """End a process and its children, also when it has ended and they have not."""
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            return
        process.wait()

    def _by_automation(_source: Path, _target: Path) -> bool:
        """There is no COM outside Windows."""
        return False
