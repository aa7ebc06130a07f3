"""QtPrintSupport with the wanted plug-ins only, so that what the others need stays out too."""

from PyInstaller.utils.hooks.qt import add_qt6_dependencies

import contents

hiddenimports, binaries, datas = add_qt6_dependencies(__file__)
binaries = contents.wanted_entries(binaries)
datas = contents.wanted_entries(datas)
