"""What is asked first: whether it can wait, who is ill, and by what right somebody writes."""

from django.utils.translation import gettext_lazy as _

from enquiries.words.choices import AUTHORITY_OF, Authority, Writer, YesNoUnknown
from enquiries.words.questions.kinds import Line, One
from enquiries.words.questions.parts import Asked, Desk, Sheet
from enquiries.words.questions.question import Question, Reading, ToParents, Way

EMERGENCY = (
    Question(
        field="emergency_signs",
        section=Asked.EMERGENCY,
        kind=One(YesNoUnknown, columns=3),
        label=_("Fever, bleeding, trouble breathing, chest pain or a seizure right now?"),
        help=_(
            "If yes, or if you are not sure: call the emergency number where you are, or go to a hospital now. "
            "Do not wait for an answer from us."
        ),
        required=True,
        family=Reading(_("Fever, bleeding, trouble breathing, chest pain or a seizure")),
        desk=Reading(_("Fever, bleeding, trouble breathing, chest pain or a seizure"), Desk.NOW),
        hospital=Reading(
            _("Fever, bleeding, trouble breathing, chest pain or a seizure now"), Sheet.ILLNESS, place=70
        ),
        example=YesNoUnknown.NO,
    ),
)

WHO = (
    Question(
        field="writer",
        section=Asked.WHO,
        kind=One(Writer),
        label=_("Who is ill?"),
        label_is_legend=True,
        required=True,
        family=Reading(_("You said")),
        desk=Reading(_("Role"), Desk.CONTACT),
        hospital=Reading(
            _("Role"),
            Sheet.WRITER,
            options={
                Writer.PATIENT: _("the patient"),
                Writer.PARENT: _("a parent or guardian of the patient"),
                Writer.REPRESENTATIVE: _("a representative of the patient"),
                Writer.PROFESSIONAL: _("a doctor or organization"),
            },
        ),
        personal=False,
        clear_because="It fits a quarter of all who write, and the consents that are kept were worded by it.",
        example=Writer.PARENT,
    ),
    Question(
        field="relationship",
        section=Asked.WHO,
        kind=Line(most=60),
        label=_("What are you to the patient?"),
        help=_("Only if you are not the patient: for example mother, husband, treating doctor."),
        missing=_("Please tell us what you are to the patient."),
        to_parents=ToParents(
            label=_("How are you related to the child?"),
            help=_("For example mother, father, grandmother, guardian."),
            missing=_("Please tell us how you are related to the child."),
        ),
        required=True,
        asked_of=(Writer.PARENT, Writer.REPRESENTATIVE, Writer.PROFESSIONAL),
        family=Reading(_("To the patient you are")),
        desk=Reading(_("Relationship"), Desk.CONTACT),
        example="mother",
    ),
    Question(
        field="authority",
        section=Asked.WHO,
        kind=One(Authority, columns=1),
        required=True,
        asked_in=(
            Way(
                "authority_parent",
                of=(Writer.PARENT,),
                label=_("Who holds parental responsibility?"),
                help=_("Only if your child is ill."),
                options=AUTHORITY_OF[Writer.PARENT],
            ),
            Way(
                "authority_adult",
                of=(Writer.REPRESENTATIVE,),
                label=_("What allows you to act for the patient?"),
                help=_(
                    "Only if you act for an adult. We ask for a paper only before anything is passed to a hospital."
                ),
                options=AUTHORITY_OF[Writer.REPRESENTATIVE],
            ),
        ),
        taken_for_granted={Writer.PROFESSIONAL: Authority.PATIENT_AGREES},
        family=Reading(_("You may act because")),
        desk=Reading(_("Authority to act"), Desk.CONTACT),
        example=Authority.JOINT_AGREED,
    ),
)
