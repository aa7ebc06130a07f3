"""The files that an empty Word document is made of; not the first of them once more, unpacked."""

from PyInstaller.utils.hooks import collect_data_files

datas = collect_data_files("docx", includes=["templates/default*.xml", "templates/default.docx"])
