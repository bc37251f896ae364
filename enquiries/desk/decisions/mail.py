"""Steps on a mail that did not reach its reader."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from enquiries.background import outbox
from enquiries.desk.decisions.decision import Decision, NoticeDecision
from enquiries.models import Notice
from enquiries.models.notice import UNDELIVERED
from enquiries.rules.workflow import Refused


class Resend(NoticeDecision):
    step = "resend"
    title = gettext_lazy("Send the mail again")
    button = gettext_lazy("Send it again")
    done = gettext_lazy("The mail waits to be sent again.")

    def explain(self) -> list[str]:
        return [
            _(
                "The same mail is tried again for three days. Check the address first: a wrong one fails again."
            )
        ]

    def told(self) -> list[str]:
        return [_("Whom the mail was for: %(who)s.") % {"who": self.subject.get_audience_display()}]

    def act(self, typed: dict) -> None:
        check_undelivered(self.subject)
        outbox.resend(notice=self.subject)


class SetAside(NoticeDecision):
    step = "set-aside"
    title = gettext_lazy("Told by another way")
    button = gettext_lazy("No mail is needed any more")
    done = gettext_lazy("The mail is set aside.")

    def explain(self) -> list[str]:
        return [_("For a mail whose reader you have told yourself. It leaves the list of undelivered mail.")]

    def act(self, typed: dict) -> None:
        check_undelivered(self.subject)
        outbox.set_aside(notice=self.subject)


def check_undelivered(notice: Notice) -> None:
    if not Notice.objects.filter(pk=notice.pk, state__in=UNDELIVERED).exists():
        raise Refused(_("This mail is not among the undelivered ones any more."))


STEPS: tuple[type[Decision], ...] = (Resend, SetAside)
