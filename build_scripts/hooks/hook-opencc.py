"""OpenCC's table of traditional characters; of the package nothing else is read."""

from PyInstaller.utils.hooks import collect_data_files

datas = collect_data_files("opencc", includes=["dictionary/TSCharacters.txt"])
