from __future__ import annotations

from policyviewer.ui.widgets.message_strip import MessageStrip


def test_a_sentence_is_shown(qtbot):
    strip = MessageStrip()
    qtbot.addWidget(strip)
    strip.show_message("已保存。")
    assert (strip.isVisible(), strip.text) == (True, "已保存。")


def test_the_offer_is_taken_once(qtbot):
    strip = MessageStrip()
    qtbot.addWidget(strip)
    taken: list[int] = []
    strip.show_message("已删除。", "撤销", lambda: taken.append(1))
    strip.act()
    strip.act()
    assert (taken, strip.isVisible()) == ([1], False)
