"""jieba's dictionary; not its 12 MB model for another tokenizer, nor its keyword extraction."""

from PyInstaller.utils.hooks import collect_data_files

datas = collect_data_files("jieba", includes=["dict.txt"])
excludedimports = ["jieba.lac_small", "jieba.analyse", "jieba.posseg"]
