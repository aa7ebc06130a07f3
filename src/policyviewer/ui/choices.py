"""What can be chosen in menus, by the fields of Settings, and in which words."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from policyviewer.app.page_settings import BodyFace, LineLength, Spacing
from policyviewer.app.settings import ThemeName
from policyviewer.domain.citations import ItemForm, NameForm, SectionForm
from policyviewer.ui.translation import noop

Choices = Mapping[str, tuple[str, Mapping[StrEnum, str]]]

OF_THE_PAGE: Choices = {
    "spacing": (
        noop("行距"),
        {Spacing.TIGHT: noop("紧"), Spacing.STANDARD: noop("标准"), Spacing.LOOSE: noop("宽")},
    ),
    "length": (
        noop("每行字数"),
        {
            LineLength.SHORT: noop("至多 28 字（公文标准）"),
            LineLength.MIDDLE: noop("至多 34 字"),
            LineLength.LONG: noop("至多 42 字"),
        },
    ),
    "face": (
        noop("正文字体"),
        {
            BodyFace.FANGSONG: noop("仿宋（公文标准）"),
            BodyFace.SONG: noop("宋体"),
            BodyFace.HEI: noop("黑体"),
        },
    ),
    "theme": (
        noop("配色"),
        {
            ThemeName.LIGHT: noop("浅色"),
            ThemeName.DARK: noop("深色"),
            ThemeName.PAPER: noop("纸张"),
            ThemeName.HIGH_CONTRAST: noop("高对比"),
        },
    ),
}
OF_CITATIONS: Choices = {
    "cite_name": (
        noop("文件名称"),
        {
            NameForm.FULL: noop("全称和文号"),
            NameForm.INTRODUCED: noop("全称，并写明以下简称"),
            NameForm.SHORT: noop("只写简称"),
        },
    ),
    "cite_items": (
        noop("法规的项"),
        {ItemForm.PLAIN: noop("第一项"), ItemForm.BRACKETED: noop("第（一）项")},
    ),
    "cite_sections": (
        noop("公文的层次"),
        {SectionForm.PRINTED: noop("“三、（二）”"), SectionForm.WORDED: noop("第三部分第（二）项")},
    ),
}
