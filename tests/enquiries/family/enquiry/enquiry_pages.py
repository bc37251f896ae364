"""A family at the enquiry form: reads its pages as a browser would and sends back what stands in them."""

from html.parser import HTMLParser

from django.test import Client

ANSWERS = {
    "writer": ["parent"],
    "relationship": ["mother"],
    "authority_parent": ["joint_agreed"],
    "birth_month_month": ["04"],
    "birth_month_year": ["2020"],
    "country": ["JO"],
    "given_name": ["Amira"],
    "family_name": ["Haddad"],
    "email": ["amira@example.org"],
    "preferred_language": ["ar"],
    "diagnosis": ["confirmed"],
    "emergency_signs": ["no"],
    "treatment_started": ["yes"],
    "p": ["ulm-21"],
}


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
