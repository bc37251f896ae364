"""Names, at the end of a run, each test that took long without the mark `slow`, by which a quick round leaves it out.

It is told, not held against anybody: on a busy machine any test is slow.
"""

SECONDS = 5

unmarked: dict[str, float] = {}


def pytest_runtest_logreport(report) -> None:
    """Without its preparation: what is made once a session would be laid on whoever happens to come first."""
    if report.when == "call" and report.duration > SECONDS and "slow" not in report.keywords:
        unmarked[report.nodeid] = report.duration


def pytest_terminal_summary(terminalreporter) -> None:
    if not unmarked:
        return
    terminalreporter.section(f"longer than {SECONDS} seconds, and not marked slow")
    for name, seconds in sorted(unmarked.items(), key=lambda one: -one[1]):
        terminalreporter.line(f"{seconds:6.1f} s  {name}")
