"""Of QtAwesome only the icon font that policyviewer.ui.icons loads; its code is never run."""

from PyInstaller.utils.hooks import collect_data_files

datas = collect_data_files("qtawesome", includes=["fonts/remixicon-*"])
excludedimports = ["qtpy"]
