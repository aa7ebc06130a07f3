from __future__ import annotations

from policyviewer.domain.annotations import Colour
from policyviewer.storage.tags import TagStore


def test_the_last_colour_of_a_tag_counts(open_database):
    store = TagStore(open_database())
    store.set_colour("急", Colour.PINK)
    store.set_colour("急", Colour.GREEN)
    store.set_colour("交通", Colour.BLUE)
    assert store.colours() == {"急": Colour.GREEN, "交通": Colour.BLUE}
