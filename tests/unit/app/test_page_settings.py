from __future__ import annotations

from policyviewer.app.page_settings import BodyFace, LineLength, PageStyle, Spacing
from policyviewer.app.settings import Settings, page_style


def test_a_new_user_has_the_standard_page():
    assert page_style(Settings()) == PageStyle()


def test_the_page_is_set_as_chosen():
    chosen = Settings(
        spacing=Spacing.LOOSE, length=LineLength.SHORT, face=BodyFace.HEI, restored=True
    )
    assert page_style(chosen) == PageStyle(Spacing.LOOSE, LineLength.SHORT, BodyFace.HEI, True)
