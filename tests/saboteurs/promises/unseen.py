"""Saboteurs of quotes that are replaced, chosen or released without having been looked at, or not in full."""

from tests.saboteurs.saboteur import Saboteur

TWO_QUOTES = "tests/enquiries/clinic/test_two_quotes_at_once.py"
QUOTE_READERS = "tests/enquiries/rules/test_quote_readers.py"
DECIDING = "tests/enquiries/family/status/test_decisions.py"

SABOTEURS = (
    Saboteur(
        name="a quote over another",
        guarantee="of two quotes at the same moment none replaces the other unseen",
        module="enquiries.actions.quoting_once",
        old="    made = made_before(quote_request=quote_request, facts=facts, begun_on=begun_on)\n",
        new="    made = None\n",
        notices=(TWO_QUOTES,),
    ),
    Saboteur(
        name="a quote compared without the lock",
        guarantee="of two quotes at the same moment none replaces the other unseen",
        module="enquiries.actions.quoting_once",
        old="    quote_request = workflow.locked_request(quote_request)\n",
        new="    quote_request = QuoteRequest.objects.get(pk=quote_request.pk)\n",
        notices=(TWO_QUOTES,),
        postgres=True,
    ),
    Saboteur(
        name="a quote chosen unread",
        guarantee="a quote that was revised since the family looked is not chosen",
        module="enquiries.actions.deciding",
        old="    if released is not None and released.revision != revision:",
        new="    if False:",
        notices=(f"{DECIDING}::test_a_quote_revised_since_the_family_looked_is_not_chosen_unread",),
    ),
    Saboteur(
        name="a quote released unlooked",
        guarantee="a revision that nobody looked at is not released",
        module="enquiries.actions.releasing",
        old="    if revision != str(quote.revision):",
        new="    if False:",
        notices=(
            "tests/enquiries/desk/test_quotes.py::test_a_revision_that_nobody_looked_at_is_not_released",
        ),
    ),
    Saboteur(
        name="a fact of a quote shown to nobody",
        guarantee="each fact of a quote is read by everybody who reads quotes",
        module="enquiries.rules.quote_points",
        old="        for fact, told in POINTS\n",
        new="        for fact, told in POINTS\n        if fact.field != 'companion'\n",
        notices=(QUOTE_READERS,),
    ),
    Saboteur(
        name="a fact of a quote in a line that leaves it out",
        guarantee="each fact of a quote is read by everybody who reads quotes",
        module="enquiries.words.quote_facts.readings",
        old='    return _("%(low)d to %(high)d weeks") % {"low": low, "high": high}',
        new='    return ngettext("%(weeks)d week", "%(weeks)d weeks", high) % {"weeks": high}',
        notices=(f"{QUOTE_READERS}::test_the_family_compares_each_fact[final_invoice_weeks_low]",),
    ),
    Saboteur(
        name="a fact not read before it is released",
        guarantee="a coordinator reads each fact of a quote before the family does",
        template="admin/enquiries/release_quote.html",
        old='  {% include "admin/enquiries/parts/points.html" %}\n',
        new="",
        notices=(f"{QUOTE_READERS}::test_the_coordinator_reads_each_fact_before_releasing_it",),
    ),
)
