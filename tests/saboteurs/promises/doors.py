"""Saboteurs of codes, limits and logs."""

from tests.saboteurs.saboteur import Saboteur

CODES = "tests/enquiries/test_codes.py"
OTHER_DOOR = "tests/enquiries/entry/test_other_door.py"
LIMITS = "tests/enquiries/entry/test_limits.py"
ENTRY = "tests/enquiries/family/status/test_entry.py"
VISITS = "tests/enquiries/entry/test_visits.py"
LOGS = "tests/enquiries/entry/test_log_lines.py"

SABOTEURS = (
    Saboteur(
        name="a code for any purpose",
        guarantee="a family's code opens nothing of a hospital, and the other way round",
        module="enquiries.codes",
        old="codes.filter(purpose=purpose, digest__in=digests(typed))",
        new="codes.filter(digest__in=digests(typed))",
        notices=(f"{CODES}::test_a_code_of_one_purpose_opens_nothing_of_the_other",),
    ),
    Saboteur(
        name="a revoked code",
        guarantee="a code that was replaced or taken back opens nothing",
        module="enquiries.models.access_code",
        old="return self.filter(revoked_at__isnull=True).filter(",
        new="return self.filter(",
        notices=(f"{CODES}::test_a_renewed_code_ends_the_one_before",),
    ),
    Saboteur(
        name="an old code",
        guarantee="a hospital's code ends after its time",
        module="enquiries.models.access_code",
        old=".filter(Q(expires_at__isnull=True) | Q(expires_at__gt=now))",
        new="",
        notices=(f"{CODES}::test_a_hospital_s_code_ends_after_thirty_days_and_a_family_s_does_not",),
    ),
    Saboteur(
        name="many codes at once",
        guarantee="a new code ends the one before",
        module="enquiries.codes",
        old="    ).update(revoked_at=timezone.now())\n    return _make(",
        new="    )\n    return _make(",
        notices=(f"{CODES}::test_a_renewed_code_ends_the_one_before",),
    ),
    Saboteur(
        name="a code that needs no key",
        guarantee="whoever has the database alone has no code",
        module="enquiries.codes",
        old='hmac.new(key_for("access-codes", code.key_id), message, hashlib.sha256)',
        new="hashlib.sha256(message)",
        notices=(f"{CODES}::test_the_database_holds_nothing_that_opens_an_enquiry",),
    ),
    Saboteur(
        name="limits not counted",
        guarantee="whoever tries too often has to wait",
        module="enquiries.entry.limits",
        old="        return any(_take(place, mine, window_seconds) for place in places if place not in taken)",
        new="        return True",
        notices=(f"{LIMITS}::test_after_the_limit_one_waits_until_the_first_place_is_free",),
    ),
    Saboteur(
        name="one limit for all senders",
        guarantee="one sender's limit is not another's",
        module="enquiries.entry.limits",
        old='key.encode(errors="replace"), hashlib.sha256).hexdigest()\n    return [',
        new='b"", hashlib.sha256).hexdigest()\n    return [',
        notices=(f"{LIMITS}::test_one_senders_limit_is_not_anothers",),
    ),
    Saboteur(
        name="a sender's own word for its address",
        guarantee="the sender's address cannot be forged",
        module="enquiries.entry.limits",
        old="address = forwarded[-proxies]",
        new="address = forwarded[0]",
        notices=(f"{LIMITS}::test_the_senders_address_cannot_be_forged",),
    ),
    Saboteur(
        name="guessing codes for ever",
        guarantee="whoever tries many codes has to wait",
        module="enquiries.entry.code_entry",
        old="purpose) if within else TOO_MANY)\n    return Entry(form, status=200 if within else 429)",
        new="purpose))\n    return Entry(form)",
        notices=(f"{ENTRY}::test_after_ten_bad_codes_the_answer_is_to_wait_and_a_good_code_still_opens",),
    ),
    Saboteur(
        name="a door that tells why a code has ended",
        guarantee="only who holds a good code learns whose door is its own",
        module="enquiries.entry.code_entry",
        old="    if any(codes.redeem(typed=typed, purpose=other) for other in others):",
        new="    if AccessCode.objects.filter(purpose__in=others, digest__in=codes.digests(typed)).exists():",
        notices=(f"{OTHER_DOOR}::test_a_code_that_has_ended_is_told_no_more_than_a_wrong_one",),
    ),
    Saboteur(
        name="a code in a log line",
        guarantee="no log line holds a code",
        module="enquiries.background.worker",
        old='        log.info("notice %s: %s", claim.notice.pk, outbox.deliver(claim))',
        new=(
            "        from enquiries.codes import code_text\n"
            '        log.info("notice %s: %s", code_text(claim.notice.code), outbox.deliver(claim))'
        ),
        notices=(LOGS,),
    ),
    Saboteur(
        name="a typed code in a log line",
        guarantee="no log line holds what was typed as a code",
        module="enquiries.codes",
        old="    codes = AccessCode.objects.usable()",
        new=(
            '    __import__("logging").getLogger(__name__).debug("code %s", typed)\n'
            "    codes = AccessCode.objects.usable()"
        ),
        notices=(LOGS,),
    ),
    Saboteur(
        name="an address in a log line",
        guarantee="no log line holds an address",
        module="enquiries.background.outbox",
        old='    return _finish(claim, "failed", state=Notice.State.FAILED',
        new='    return log.info("refused %s", error) or _finish(claim, "failed", state=Notice.State.FAILED',
        notices=(LOGS,),
    ),
)
