"""Run first in both Windows programs: their modules come from one archive beside them.

PyInstaller would put a copy of all of them into each program's file.
"""

import os
import sys

import pyimod01_archive
import pyimod02_importers
import pyimod03_ctypes

place = os.path.join(getattr(sys, "_MEIPASS", ""), "modules.pyz")  # noqa: PTH118  # pathlib is in it
pyimod02_importers.pyz_archive = pyimod01_archive.ZlibArchiveReader(place, check_pymagic=True)
sys.path_importer_cache.clear()  # its finders look into the program's own archive, which is empty
pyimod03_ctypes.install()  # in vain before, as ctypes is in the archive too
