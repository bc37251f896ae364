"""How it is now, what the illness is, and what is wished for. "I don't know" is an answer to every medical question."""

from django.utils.translation import gettext_lazy as _

from enquiries.words.choices import Diagnosis, LeukemiaType, PaymentRoute, Treatment, YesNoUnknown
from enquiries.words.questions.kinds import ComingMonth, Many, One, PastMonth, Story
from enquiries.words.questions.parts import Asked, Desk, Sheet
from enquiries.words.questions.question import Question, Reading

STORY_MOST = 1500

NOW = (
    Question(
        field="in_hospital_now",
        section=Asked.NOW,
        kind=One(YesNoUnknown, columns=3),
        label=_("Is the patient in hospital now?"),
        family=Reading(_("In hospital")),
        desk=Reading(_("In hospital"), Desk.NOW),
        hospital=Reading(_("In hospital now"), Sheet.ILLNESS, place=60),
        example=YesNoUnknown.YES,
    ),
    Question(
        field="treatment_started",
        section=Asked.NOW,
        kind=One(YesNoUnknown, columns=3),
        label=_("Has treatment started?"),
        help=_("If the leukemia has come back: has treatment started since then?"),
        family=Reading(_("Treatment started")),
        desk=Reading(_("Treatment started"), Desk.NOW),
        hospital=Reading(_("Treatment started"), Sheet.ILLNESS, place=60),
        example=YesNoUnknown.YES,
    ),
    Question(
        field="fit_to_travel",
        section=Asked.NOW,
        kind=One(YesNoUnknown, columns=3),
        label=_("Does a doctor think that the patient can travel?"),
        family=Reading(_("Can travel, a doctor thinks")),
        desk=Reading(_("Fit to travel, in a doctor's opinion"), Desk.NOW),
        hospital=Reading(_("Fit to travel, in a doctor's opinion"), Sheet.ILLNESS, place=80),
        example=YesNoUnknown.YES,
    ),
)

ILLNESS = (
    Question(
        field="diagnosis",
        section=Asked.ILLNESS,
        kind=One(Diagnosis),
        label=_("What is known about the illness?"),
        required=True,
        family=Reading(_("Diagnosis")),
        desk=Reading(_("Diagnosis"), Desk.ILLNESS),
        hospital=Reading(_("Diagnosis"), Sheet.ILLNESS),
        example=Diagnosis.CONFIRMED,
    ),
    Question(
        field="leukemia_type",
        section=Asked.ILLNESS,
        kind=One(LeukemiaType),
        label=_("Which type of ALL?"),
        family=Reading(_("Type of ALL")),
        desk=Reading(_("Type"), Desk.ILLNESS),
        hospital=Reading(_("Type"), Sheet.ILLNESS),
        example=LeukemiaType.B,
    ),
    Question(
        field="diagnosed_month",
        section=Asked.ILLNESS,
        kind=PastMonth(),
        label=_("When was it found?"),
        help=_("The year alone will do."),
        family=Reading(_("Found in")),
        desk=Reading(_("Month of diagnosis"), Desk.ILLNESS),
        hospital=Reading(_("Month of diagnosis"), Sheet.ILLNESS),
        example="2026-10",
    ),
    Question(
        field="treatments",
        section=Asked.ILLNESS,
        kind=Many(Treatment),
        label=_("Treatment so far"),
        help=_("Tick all that were given, as far as you know."),
        family=Reading(_("Treatment so far")),
        desk=Reading(_("Treatment so far"), Desk.ILLNESS),
        hospital=Reading(_("Treatment so far"), Sheet.ILLNESS),
        example=(Treatment.CHEMOTHERAPY,),
    ),
    Question(
        field="story",
        section=Asked.ILLNESS,
        kind=Story(most=STORY_MOST),
        label=_("What else should the hospitals know?"),
        help=_(
            "In your own words and language, up to 1,500 characters. Test results, other illnesses, what you wish for. "
            "No passport, insurance or bank numbers, please."
        ),
        family=Reading(_("In your words")),
        desk=Reading(_("In the family's words"), Desk.ILLNESS, place=90),
        hospital=Reading(_("In the family's words"), Sheet.ILLNESS, place=90),
        example="The first block ended last week.",
    ),
)

WISHES = (
    Question(
        field="earliest_month",
        section=Asked.WISHES,
        kind=ComingMonth(none=_("As soon as possible")),
        label=_("From when could the patient come?"),
        family=Reading(_("From"), if_blank=_("as soon as possible")),
        desk=Reading(_("Earliest month"), Desk.PATIENT, place=80),
        hospital=Reading(_("Earliest month"), Sheet.WISHES),
        example="2026-12",
    ),
    Question(
        field="payment_route",
        section=Asked.WISHES,
        kind=One(PaymentRoute),
        label=_("Who would pay?"),
        help=_("Not how much. Some hospitals accept no letters of guarantee, so they ask."),
        family=Reading(_("Who would pay")),
        desk=Reading(_("Who would pay"), Desk.PATIENT, place=70),
        hospital=Reading(_("Who would pay"), Sheet.WISHES, place=70),
        example=PaymentRoute.SELF,
    ),
)
