"""Decisions on a mail that did not reach its reader."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from enquiries.background import outbox
from enquiries.desk.decisions.row import DeskDecision
from enquiries.desk.decisions.subjects import NOTICE
from enquiries.models import Notice
from enquiries.words.permissions import TRIAGE
from ground.decisions import saying


def whom_it_was_for(notice: Notice) -> list[str]:
    return [_("Whom the mail was for: %(who)s.") % {"who": notice.get_audience_display()}]


RESEND = DeskDecision(
    key="resend",
    on=NOTICE,
    label=gettext_lazy("Send the mail again"),
    button=gettext_lazy("Send it again"),
    done=gettext_lazy("The mail waits to be sent again."),
    permission=TRIAGE,
    will_happen=saying(
        gettext_lazy(
            "The same mail is tried again for three days. Check the address first: a wrong one fails again."
        )
    ),
    told=whom_it_was_for,
    action=lambda notice, typed, by: outbox.resend(notice=notice),
    checks_version=False,  # it touches the mail alone; another may be at work on the enquiry meanwhile
)
SET_ASIDE = DeskDecision(
    key="set-aside",
    on=NOTICE,
    label=gettext_lazy("Told by another way"),
    button=gettext_lazy("No mail is needed any more"),
    done=gettext_lazy("The mail is set aside."),
    permission=TRIAGE,
    will_happen=saying(
        gettext_lazy(
            "For a mail whose reader you have told yourself. It leaves the list of undelivered mail."
        )
    ),
    action=lambda notice, typed, by: outbox.set_aside(notice=notice),
    checks_version=False,  # as above
)
