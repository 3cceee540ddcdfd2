"""Short mounts, by the answers of Docker Compose 2.40.3."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from estiba.compose.formats.fault import FormatFault
from estiba.compose.formats.mounts import Mount, read_mount


@pytest.mark.parametrize(
    ("text", "mount"),
    [
        ("/data", Mount("volume", "", "/data")),
        ("data", Mount("volume", "", "data")),
        ("./x", Mount("volume", "", "x")),
        ("a", Mount("volume", "", "a")),
        ("..", Mount("volume", "", "..")),
        ("::", Mount("volume", "", "::")),
        ("é", Mount("volume", "", "é")),
        ("c:", Mount("volume", "", "c:")),
        ("a:b", Mount("volume", "", "a:b")),
        ("c:/x", Mount("volume", "", "c:/x")),
        ("ñ:/x", Mount("volume", "", "ñ:/x")),
        ("a:/b/../c", Mount("volume", "", "a:/c")),
        ("//a//b", Mount("volume", "", "/a/b")),
        ("data:/x", Mount("volume", "data", "/x")),
        ("foo/bar:/x", Mount("volume", "foo/bar", "/x")),
        ("1:/x", Mount("volume", "1", "/x")),
        ("日本:/x", Mount("volume", "日本", "/x")),
        ("data:/y:nocopy", Mount("volume", "data", "/y", ("nocopy",))),
        ("./a:/b", Mount("bind", "./a", "/b")),
        ("./x//y:/c//d/", Mount("bind", "./x//y", "/c/d")),
        ("/x://y", Mount("bind", "/x", "/y")),
        ("~/x:/y", Mount("bind", "~/x", "/y")),
        ("~:/y", Mount("bind", "~", "/y")),
        (".:/y", Mount("bind", ".", "/y")),
        ("/a:/b:ro,z", Mount("bind", "/a", "/b", ("ro", "z"))),
        ("/a:/b:ro,weird", Mount("bind", "/a", "/b", ("ro", "weird"))),
        ("/a:c:ro", Mount("bind", "/a", "c:ro")),
        ("x::ro", Mount("bind", "x:", "ro")),
        ("c:d:e", Mount("bind", "c:d", "e")),
        ("c:\\x:/y", Mount("bind", "c:\\x", "/y")),
        ("c:\\x:d:\\y:ro", Mount("bind", "c:\\x", "d:\\y", ("ro",))),
        ("日:/x:/y", Mount("bind", "日:/x", "/y")),
        ("\\\\.\\pipe\\docker:/p", Mount("bind", "\\\\.\\pipe\\docker", "/p")),
        ("x${a:b}c:/x", Mount("volume", "x${a:b}c", "/x")),
        ("${a}:b:/x", Mount("volume", "${a}", "b:/x")),
        ("/a:/b:${x", Mount("bind", "/a", "/b")),
    ],
)
def test_accepted(text, mount):
    assert read_mount(text) == mount


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", ("no-target", 0, "")),
        ("data:", ("no-target", 5, "")),
        ("ab:", ("no-target", 3, "")),
        ("c::", ("no-target", 3, "")),
        ("/a:${b", ("no-target", 3, "${b")),
        ("${abc:/x", ("no-target", 0, "${abc:/x")),
        (":/x", ("empty-part", 0, "")),
        ("::a", ("empty-part", 0, "")),
        ("./a::ro", ("empty-part", 4, "")),
        ("/a:/b:", ("empty-part", 6, "")),
        ("/a:/b::", ("empty-part", 6, "")),
        ("/a:/b:ro:x", ("too-many", 9, "x")),
        ("./a:/b:ro:z:y", ("too-many", 10, "z:y")),
    ],
)
def test_refused(text, fault):
    with pytest.raises(FormatFault) as caught:
        read_mount(text)
    assert (caught.value.kind, caught.value.offset, caught.value.detail) == fault


names = st.from_regex(r"\A[a-z0-9][a-z0-9_.-]{1,8}\Z")
options = st.lists(st.sampled_from(["ro", "rw", "z", "Z", "nocopy", "rshared"]), max_size=3).map(tuple)


@given(names, st.sampled_from(["", "./", "/", "~/", "../", "C:\\"]), names, options)
@settings(derandomize=True, deadline=None)
def test_mount_written_from_its_parts_is_read_back(name, before, target, options):
    text = f"{before}{name}:/{target}" + (":" + ",".join(options) if options else "")
    assert read_mount(text) == Mount("bind" if before else "volume", before + name, f"/{target}", options)
