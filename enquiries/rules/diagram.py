"""The state diagram of a quote request, drawn from the transition table (Mermaid)."""

from enquiries.rules.workflow import TRANSITIONS
from enquiries.words.actors import ActorKind
from enquiries.words.states import RequestState

BEGIN, END = "<!-- state diagram: begin -->", "<!-- state diagram: end -->"


def state_diagram() -> str:
    lines = ["```mermaid", "stateDiagram-v2", f"    [*] --> {RequestState.PENDING.value}: family"]
    for row in TRANSITIONS:
        who = ", ".join(kind.value for kind in ActorKind if kind in row.who)
        lines += [f"    {source.value} --> {row.target.value}: {who}" for source in row.sources]
    return "\n".join([*lines, "```"])


def with_diagram(readme: str) -> str:
    """The README's text with the drawn diagram between its two marks; ValueError when a mark is missing."""
    before, _begin, rest = readme.partition(BEGIN)
    _old, end, after = rest.partition(END)
    if not end:
        raise ValueError("the README has no place marked for the state diagram")
    return f"{before}{BEGIN}\n{state_diagram()}\n{END}{after}"
