from __future__ import annotations

import pytest

import contents

WANTED = (
    "PySide6/Qt/plugins/platforms/libqxcb.so",
    "PySide6/Qt/plugins/platforms/libqoffscreen.so",
    "PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so",
    "PySide6/Qt/plugins/wayland-shell-integration/libxdg-shell.so",
    "PySide6/Qt/lib/libQt6Core.so.6",
    "PySide6/Qt/translations/qtbase_zh_CN.qm",
    "PySide6/plugins/platforms/qwindows.dll",
    "PySide6/plugins/styles/qmodernwindowsstyle.dll",
    "PySide6/Qt6Widgets.dll",
    "PySide6/Qt6PrintSupport.dll",
    "PySide6/Qt/plugins/printsupport/libcupsprintersupport.so",
    "resources/library/library.toml",
    "resources/translations/policyviewer_en.qm",
    "numpy-2.4.6.dist-info/METADATA",
    "VCRUNTIME140.dll",
    "shiboken6/MSVCP140.dll",
)
UNWANTED = (
    "PySide6/Qt/plugins/platforms/libqminimal.so",
    "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
    "PySide6/Qt/plugins/imageformats/libqpdf.so",
    "PySide6/Qt/plugins/tls/libqopensslbackend.so",
    "PySide6/Qt/lib/libQt6Network.so.6",
    "PySide6/Qt/translations/qtbase_zh_TW.qm",
    "PySide6/plugins/platforms/qdirect2d.dll",
    "PySide6/plugins/tls/qschannelbackend.dll",
    "PySide6/Qt6Quick.dll",
    "PySide6/opengl32sw.dll",
    "numpy-2.4.6.dist-info/RECORD",
    "numpy-2.4.6.dist-info/direct_url.json",
    "rjieba-0.2.2.dist-info/sboms/rjieba.cyclonedx.json",
    "PySide6/MSVCP140.dll",
    "shiboken6/VCRUNTIME140_1.dll",
    "resources/translations/policyviewer_en.ts",
)
FORBIDDEN = (
    "jieba/lac_small/model_baseline/word_emb",
    "numpy/_core/tests/data/astype_copy.pkl",
    "PySide6/QtQml.abi3.so",
    "libcrypto.so.3",
    "PySide6/QtCore.pyi",
)


@pytest.mark.parametrize("place", WANTED)
def test_what_the_window_needs_is_wanted(place: str):
    assert contents.is_wanted(place)


@pytest.mark.parametrize("place", UNWANTED)
def test_the_rest_of_qt_is_left_out(place: str):
    assert not contents.is_wanted(place)


def test_the_finished_folder_is_searched_for_what_must_not_be_there():
    places = [*WANTED, *UNWANTED, *FORBIDDEN]
    assert contents.unwanted(places) == sorted([*UNWANTED, *FORBIDDEN])


def test_windows_brings_its_chinese_typefaces():
    font = "resources/fonts/PolicyViewerHan-Regular.otf"
    assert contents.is_needed(font, "linux")
    assert not contents.is_needed(font, "win32")
    assert contents.is_needed("resources/library/library.toml", "win32")


def test_a_hooks_entries_are_filtered_by_file_and_folder():
    good = ("/site/PySide6/Qt/plugins/platforms/libqxcb.so", "PySide6/Qt/plugins/platforms")
    bad = (r"C:\site\PySide6\plugins\tls\qschannelbackend.dll", r"PySide6\plugins\tls")
    assert contents.wanted_entries([good, bad]) == [good]


def test_what_is_missing_is_named():
    assert contents.missing(["a", "b"], ["b", "c"]) == ["c"]


def test_a_window_needs_its_platform_and_qts_words():
    assert contents.missing_of_qt(["PySide6/plugins/platforms/qwindows.dll"], "win32") == [
        "Qt6PrintSupport.dll",
        "QtPrintSupport.pyd",
        "qoffscreen.dll",
        "qsvg.dll",
        "qtbase_zh_CN.qm",
    ]


@pytest.mark.parametrize(
    ("place", "part"),
    [
        ("_internal/PySide6/Qt/lib/libicudata.so.73", "ICU, which Qt is linked to"),
        ("_internal/PySide6/Qt/plugins/platforms/libqxcb.so", "PySide6 plug-ins"),
        ("_internal/PySide6/Qt/lib/libQt6Gui.so.6", "PySide6 libQt6Gui.so.6"),
        ("_internal/numpy.libs/libgfortran.so.5", "numpy"),
        ("_internal/libX11.so.6", "system libraries"),
        ("_internal/libpython3.11.so.1.0", "libpython3.11.so.1.0"),
        ("policyviewer", "policyviewer"),
    ],
)
def test_every_file_counts_for_a_part(place: str, part: str):
    assert contents.part_of(place) == part
