"""A reader that a made file has taken over finds nothing to carry off: it can open no file and reach nobody."""

import subprocess
import sys

from enquiries.files import inspection

TRIES = """
import enquiries.files.sandbox.__main__ as sandbox, enquiries.files.sandbox.pictures.redrawing as images, json, os, sys
def taken_over(data, kind):
    seen = {}
    for path in (sys.argv[-1], "/etc/passwd", f"/proc/{os.getppid()}/environ"):
        try:
            seen[path] = open(path).read()
        except OSError:
            seen[path] = ""
    return "image/png", json.dumps(list(seen.values())).encode()
images.redrawn_image = taken_over
sys.argv = [sys.argv[0], "200", sys.argv[-1]]
import enquiries.files.sandbox.kinds as kinds
kinds.kind_of = lambda data: kinds.PNG
sandbox.main()
"""


def test_a_reader_that_was_taken_over_can_open_no_file_of_ours(tmp_path):
    """Check 30: keys, database and other families' files lie on the same disk."""
    keys = tmp_path / "portal_keys"
    keys.write_text("canary-key")
    ended = subprocess.run(
        [sys.executable, "-s", "-P", "-B", "-c", TRIES, str(keys)],
        input=b"",
        stdout=subprocess.PIPE,
        env={"PYTHONPATH": str(inspection.PROJECT), "LANG": "C.UTF-8"},
        check=False,
    )
    head, _newline, cleaned = ended.stdout.partition(b"\n")
    assert (head, cleaned) == (b'{"content_type": "image/png"}', b'["", "", ""]')
