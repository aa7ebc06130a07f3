"""The version resource that Windows shows in the properties of the executable."""

from __future__ import annotations

_TEMPLATE = """\
VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3f, flags=0x0, OS=0x40004,
                    fileType=0x1, subtype=0x0, date=(0, 0)),
  kids=[
    StringFileInfo([StringTable('080404b0', [
      StringStruct('CompanyName', 'PolicyViewer'),
      StringStruct('FileDescription', '政策阅读器'),
      StringStruct('FileVersion', '{version}'),
      StringStruct('InternalName', 'PolicyViewer'),
      StringStruct('OriginalFilename', 'PolicyViewer.exe'),
      StringStruct('ProductName', 'PolicyViewer 政策阅读'),
      StringStruct('ProductVersion', '{version}')])]),
    VarFileInfo([VarStruct('Translation', [0x0804, 1200])])
  ]
)
"""
"""0x0804 is Chinese (China), 1200 (hexadecimal 04b0) is UTF-16."""


def numbers(version: str) -> tuple[int, int, int, int]:
    """Give a version as the four numbers of Windows; raises ValueError unless it is ``x.y.z``."""
    parts = version.split(".")
    if len(parts) != 3:
        raise ValueError(f"version {version!r} is not of the form x.y.z")
    major, minor, patch = map(int, parts)
    return major, minor, patch, 0


def text(version: str) -> str:
    """Give the version file that PyInstaller reads."""
    return _TEMPLATE.format(numbers=numbers(version), version=version)
