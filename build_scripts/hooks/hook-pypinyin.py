"""The readings of characters and words."""

from PyInstaller.utils.hooks import collect_data_files

datas = collect_data_files("pypinyin", includes=["*.json"])
