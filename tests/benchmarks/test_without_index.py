import shutil

from speed.programs import INDEXING, MAIN

from sites import build_folder


def tree(root):
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


def test_the_site_is_the_same_but_for_the_index(tmp_path, caplog):
    for name, program in (("whole", INDEXING[0]), ("without", MAIN[0])):
        program.set_up(tmp_path / name, 3)
        shutil.rmtree(tmp_path / name / "site", ignore_errors=True)
    whole = tree(build_folder(tmp_path / "whole", caplog).root)
    without = tree(build_folder(tmp_path / "without", caplog).root)
    index = {name for name in whole if name.startswith("pagefind/")}
    assert "pagefind/pagefind-entry.json" in index
    assert without == {name: data for name, data in whole.items() if name not in index}
