"""Universal time alone, which calendars ask for where the system has no time zones (Windows)."""

from PyInstaller.utils.hooks import collect_data_files

hiddenimports = ["tzdata.zoneinfo"]
datas = collect_data_files("tzdata", includes=["zoneinfo/UTC"])
