from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from tests.unit.packing import Press

from policyviewer.app.packs.framework import pack_error_behind, updater
from policyviewer.domain.errors import PackError

NETWORK = ("urllib3", "requests", "http.client", "ssl")


def test_nothing_that_speaks_to_a_network_is_loaded():
    code = (
        "import sys; from pathlib import Path; import tempfile\n"
        "from policyviewer.app.packs.framework import updater\n"
        "try: updater(Path(tempfile.mkdtemp()), b'', lambda name: None)\n"
        "except Exception as error: assert type(error).__name__ == 'DeserializationError', error\n"
        f"print([name for name in {NETWORK} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_what_is_fetched_comes_from_the_pack(press: Press, tmp_path: Path):
    asked: list[str] = []
    client = updater(tmp_path, press.publisher.root, asked.append)
    with pytest.raises(Exception, match="timestamp"):
        client.refresh()
    assert asked == ["metadata/2.root.json", "metadata/timestamp.json"]


def test_the_reason_for_which_a_download_failed_is_found():
    told, error = PackError("读不出"), ValueError()
    error.__cause__ = told
    assert pack_error_behind(error) is told
    assert pack_error_behind(ValueError()) is None
