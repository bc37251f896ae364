"""A family at the enquiry form: reads its pages as a browser would and sends back what stands in them."""

from html.parser import HTMLParser

from django.test import Client

from enquiries.models import Enquiry
from enquiries.words.questions import QUESTIONS, examples, kinds
from enquiries.words.questions.question import Question


def posted(question: Question, stored) -> dict[str, list[str]]:
    """A stored answer as a parent's form posts it."""
    way = question.way_for("parent")
    if type(question.kind) is kinds.PastMonth:
        year, _dash, month = stored.partition("-")
        return {f"{way.name}_month": [month], f"{way.name}_year": [year]}
    return {way.name: list(stored) if isinstance(question.kind, kinds.Many) else [stored]}


# A family in a hurry: what it must answer, and little more.
ANSWERS = {"p": ["ulm-21"]}
for _question in QUESTIONS:
    if _question.required or _question.field in {"given_name", "treatment_started"}:
        ANSWERS |= posted(_question, examples()[_question.field])
ANSWERS |= {"family_name": ["Haddad"]}
# What a keyboard can do to a text: lines, indents, two directions, markup, joined signs.
STORY = (
    "line one\n  line two\n\nالحمد لله \u202eabc\u202c <script>window.__xss=1</script> 👩\u200d👩\u200d👧 é"
)


def the_enquiry() -> Enquiry:
    return Enquiry.objects.get()


class Inputs(HTMLParser):
    """The forms of a page: action -> name -> values as they would be sent, ticked boxes and all."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.forms: dict[str, dict[str, list[str]]] = {}
        self.unticked: list[str] = []
        self.text = ""
        self._now: dict[str, list[str]] = {}
        self._area = self._select = ""
        self._hide = False
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        at = dict(attrs)
        if tag == "form":
            self._now = self.forms.setdefault(at["action"], {})
        elif tag == "input":
            box = at.get("type") in ("checkbox", "radio")
            if box and "checked" not in at:
                self.unticked.append(at["name"])
            else:
                self._now.setdefault(at["name"], []).append(at.get("value") or ("on" if box else ""))
        elif tag == "textarea":
            self._area = at["name"]
            self._now.setdefault(self._area, []).append("")
        elif tag == "select":
            self._select = at["name"]
        elif tag == "option" and "selected" in at:
            self._now.setdefault(self._select, []).append(at.get("value") or "")

    def handle_endtag(self, tag):
        if tag == "textarea":
            self._area = ""
        elif tag == "form":
            self._now = {}

    def handle_data(self, data):
        if self._area:
            # HTML drops the first line end of a text area.
            self._now[self._area][-1] += data.removeprefix("\n") if not self._now[self._area][-1] else data
        self.text += data


class Family:
    def __init__(self, client: Client) -> None:
        self.client = client

    def key(self) -> str:
        return Inputs(self.client.get("/enquiry/").text).forms["/enquiry/check/"]["form_key"][0]

    def check(self, *, without=(), **changed):
        """The answers, some of them changed, pressed on to the check page."""
        typed = ANSWERS | {"form_key": [self.key()]}
        typed |= {name: value if isinstance(value, list) else [value] for name, value in changed.items()}
        return self.client.post("/enquiry/check/", {k: v for k, v in typed.items() if k not in without})

    def ready(self, *, tick=True, **changed) -> dict[str, list[str]]:
        """What the check page would send, with every box ticked or none."""
        response = self.check(**changed)
        page = Inputs(response.text)
        assert response.status_code == 200, page.text
        boxes = [name for name in page.unticked if name.startswith("consent_")]
        return page.forms["/enquiry/send/"] | ({name: ["on"] for name in boxes} if tick else {})

    def send(self, **changed):
        return self.client.post("/enquiry/send/", self.ready(**changed))
