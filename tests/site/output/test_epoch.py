from __future__ import annotations

import gzip

from estiba.site.output.epoch import forget_time


def test_the_time_is_taken_out_of_a_packed_file_and_nothing_else(tmp_path):
    packed, plain = tmp_path / "sitemap.xml.gz", tmp_path / "plain.gz"
    packed.write_bytes(gzip.compress(b"text", mtime=1_700_000_000))
    plain.write_bytes(b"not packed")
    before = packed.read_bytes()
    for path in (packed, plain, tmp_path / "missing"):
        forget_time(path)
    assert packed.read_bytes() == before[:4] + bytes(4) + before[8:]
    assert gzip.decompress(packed.read_bytes()) == b"text"
    assert plain.read_bytes() == b"not packed"
