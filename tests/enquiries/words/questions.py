"""Other answers to the questions than the examples, for tests that change one and look where it shows."""

from enquiries.words.questions import examples, kinds
from enquiries.words.questions.question import Question

OTHER = {
    kinds.PastMonth: "2021-03",
    kinds.ComingMonth: "2027-01",
    kinds.Country: "GE",
    kinds.Language: "ka",
    kinds.Line: "Canary-Other",
    kinds.Story: "Canary-Other",
    kinds.Email: "canary-other@example.org",
    kinds.Phone: "+49 30 901899",
}


def another(question: Question):
    """An answer that a parent may give, and the example is not."""
    example = examples()[question.field]
    if not isinstance(question.kind, kinds.Choice):
        return OTHER[type(question.kind)]
    way = question.way_for("parent")
    codes = [option.value for option in way.options or question.kind.options]
    other = codes[-1] if codes[-1] not in example else codes[0]
    return [other] if isinstance(question.kind, kinds.Many) else other
