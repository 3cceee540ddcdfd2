from __future__ import annotations

import pytest

from estiba.vault.files.mentioned_files import mentioned_files

FILES = {"css/a.css", "css/letras/b.woff2", "foto uno.png", "js/lib.js"}


@pytest.mark.parametrize(
    ("text", "folder", "found"),
    [
        ("src: url('letras/b.woff2?v=1#x') format('woff2')", "css", ["css/letras/b.woff2"]),
        ('import x from "./lib.js";', "js", ["js/lib.js"]),
        ('<img src="/foto%20uno.png">', "js", ["foto uno.png"]),
        ("css/a.css ../css/a.css", "js", ["css/a.css", "css/a.css"]),
        ("lib.js ../../etc/passwd", "css", []),
    ],
)
def test_files_are_found_from_the_folder_and_from_the_root(text, folder, found):
    assert list(mentioned_files(text, folder, FILES)) == found
