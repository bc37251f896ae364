"""Saboteurs of our own lints: a lint that finds nothing would keep no vow."""

from tests.saboteurs.saboteur import Saboteur

VOWS = "tests/vows/test_vows.py"

SABOTEURS = (
    Saboteur(
        name="lints that find nothing",
        guarantee="what breaks a vow of the house is seen",
        module="tests.vows.vow",
        old="            if self.breaks(node) and ",
        new="            if False and ",
        notices=(f"{VOWS}::test_it_is_seen_when_broken",),
    ),
    Saboteur(
        name="a lint that looks for nothing",
        guarantee="a state is written by the workflow only",
        module="tests.vows.vows",
        old="    return isinstance(node, ast.Call) and _may_write_a_state(node)\n",
        new="    return False\n",
        notices=(f"{VOWS}::test_it_is_seen_when_broken",),
    ),
    Saboteur(
        name="lints that look nowhere",
        guarantee="every module of ours is looked at",
        module="tests.vows.vow",
        old='.rglob("*.py")',
        new='.glob("*.txt")',
        notices=(f"{VOWS}::test_each_vow_looks_somewhere",),
    ),
    Saboteur(
        name="any word as a reason",
        guarantee="who breaks a vow says why",
        module="tests.vows.vow",
        old="len(found[1].split()) >= LEAST_WORDS",
        new="bool(found[1])",
        notices=(f"{VOWS}::test_a_reason_excuses_a_line_and_a_bare_word_does_not",),
    ),
)
