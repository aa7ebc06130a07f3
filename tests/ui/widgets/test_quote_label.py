from __future__ import annotations

from policyviewer.ui.widgets.quote_label import QuoteLabel


def test_a_bar_in_the_colour_stands_beside_the_words(qtbot):
    label = QuoteLabel()
    qtbot.addWidget(label)
    label.setText("“村集体经济组织”")
    label.set_bar("#ff0000")
    label.resize(200, 40)
    picture = label.grab().toImage()
    reds = [x for x in range(200) if picture.pixelColor(x, 20).name() == "#ff0000"]
    assert reds == [0, 1, 2, 3]
