"""Saboteurs of sealing and of keeping no longer than promised."""

from tests.saboteurs.saboteur import Saboteur

CLEAR = "tests/enquiries/sealing/test_nothing_in_clear.py::test_no_table_holds_a_word_that_somebody_wrote"
SEALING = "tests/enquiries/sealing/test_sealing.py"
ERASURE = "tests/enquiries/background/test_erasure.py"
NO_ROW = f"{ERASURE}::test_no_row_that_tells_of_people_outlives_an_enquiry"
BLANK = (
    "tests/enquiries/sealing/test_declared.py::"
    "test_after_anonymizing_nothing_is_left_in_a_field_that_is_to_be_blank"
)
FINDING = "tests/enquiries/desk/test_finding_people.py"
PRIVACY = "tests/enquiries/background/test_privacy.py"
ROWS = "(enquiry.messages, enquiry.notes, enquiry.codes, enquiry.notices, enquiry.access_log)"


def _in_clear(model: str, field: str) -> Saboteur:
    return Saboteur(
        name=f"{model}.{field} in clear",
        guarantee="what people wrote stands nowhere in clear",
        module=f"enquiries.models.{model}",
        old=f"    {field} = EncryptedTextField(",
        new=f"    {field} = models.TextField(",
        notices=(CLEAR,),
    )


def _kept(rows: str, model: str) -> Saboteur:
    return Saboteur(
        name=f"{rows} kept for ever",
        guarantee="of an enquiry past its time no row is left that tells of people",
        module="enquiries.background.privacy",
        old=ROWS,
        new=ROWS.replace(f"enquiry.{rows}", "enquiry.notes"),
        notices=(f"{NO_ROW}[{model}]",),
    )


SABOTEURS = (
    _in_clear("message", "text"),
    Saboteur(
        name="a hospital's words in clear",
        guarantee="what people wrote stands nowhere in clear",
        module="enquiries.models.quote_facts",
        old='            return EncryptedTextField(blank=True, default="")',
        new='            return models.TextField(blank=True, default="")',
        notices=(CLEAR,),
    ),
    _in_clear("quote_request", "decline_text"),
    _in_clear("document", "name"),
    Saboteur(
        name="nothing sealed",
        guarantee="what tells who is ill, or of what, is ciphertext in the database",
        module="enquiries.sealing.fields",
        old=(
            "        return Ciphertext("
            "encrypt(self.to_text(value).encode(), bound_to=self.bound_to(model_instance)))"
        ),
        new="        return Ciphertext(self.to_text(value))",
        notices=(f"{SEALING}::test_nothing_personal_stands_in_the_database_in_clear",),
    ),
    Saboteur(
        name="sealed for any row",
        guarantee="a value copied to another row does not decrypt",
        module="enquiries.sealing.fields",
        old="/{instance.uid}",
        new="",
        notices=(f"{SEALING}::test_a_value_copied_to_another_row_does_not_decrypt",),
    ),
    Saboteur(
        name="sealed for any column",
        guarantee="a value copied to another column does not decrypt",
        module="enquiries.sealing.fields",
        old=".{self.attname}/",
        new="/",
        notices=(f"{SEALING}::test_a_value_copied_to_another_column_does_not_decrypt",),
    ),
    Saboteur(
        name="an index anybody can make",
        guarantee="without the key nobody can tell whether an address is known to us",
        module="enquiries.sealing.blind_index",
        old='hmac.new(key_for(f"index/{purpose}", key_id), folded.encode(), hashlib.sha256)',
        new="hashlib.sha256(folded.encode())",
        notices=(f"{SEALING}::test_an_index_needs_the_key",),
    ),
    _kept("messages", "Message"),
    _kept("codes", "AccessCode"),
    _kept("notices", "Notice"),
    _kept("access_log", "AccessLogEntry"),
    Saboteur(
        name="words of names kept for ever",
        guarantee="an enquiry past its time is found by no word of its name and by no number",
        module="enquiries.background.privacy",
        old="    enquiry.finding_words.all().delete()\n",
        new="",
        notices=(f"{NO_ROW}[FindingWord]",),
    ),
    Saboteur(
        name="one key for names and numbers",
        guarantee="each kind of index has a key of its own",
        module="enquiries.sealing.blind_index",
        old='key_for(f"index/{purpose}", key_id)',
        new='key_for("index", key_id)',
        notices=(f"{FINDING}::test_each_kind_of_index_has_a_key_of_its_own",),
    ),
    Saboteur(
        name="documents kept for ever",
        guarantee="of an enquiry past its time no document is left",
        module="enquiries.background.privacy",
        old="    delete_documents(enquiry)\n",
        new="",
        notices=(f"{NO_ROW}[Document]",),
    ),
    Saboteur(
        name="digests kept for ever",
        guarantee="an enquiry past its time is found by no name and no address",
        module="enquiries.background.privacy",
        old="        if declared.blanked:",
        new='        if declared.blanked and not name.endswith("_index"):',
        notices=(f"{ERASURE}::test_no_digest_by_which_it_was_found_outlives_it", BLANK),
    ),
    Saboteur(
        name="one answer kept for ever",
        guarantee="of an enquiry past its time no sealed answer is left",
        module="enquiries.background.privacy",
        old="        if declared.blanked:",
        new='        if declared.blanked and name != "sex":',
        notices=(BLANK, f"{PRIVACY}::test_no_ciphertext_of_it_is_left_in_any_table"),
    ),
    Saboteur(
        name="answers kept for ever",
        guarantee="of an enquiry past its time no answer is left",
        module="enquiries.background.privacy",
        old="    _blank(enquiry)\n",
        new="",
        notices=(f"{PRIVACY}::test_no_ciphertext_of_it_is_left_in_any_table",),
    ),
    Saboteur(
        name="an open enquiry erased",
        guarantee="what was reopened is not erased by a pass that had listed it",
        module="enquiries.background.privacy",
        old="    if enquiry.state != EnquiryState.CLOSED:\n        return False\n",
        new="",
        notices=(
            f"{PRIVACY}::test_a_reopened_enquiry_is_not_anonymized_by_a_pass_that_had_already_listed_it",
        ),
    ),
    Saboteur(
        name="unsent mail thrown away",
        guarantee="a mail that still waits is not thrown away",
        module="enquiries.background.privacy",
        old="Notice.objects.exclude(state=Notice.State.QUEUED).filter(",
        new="Notice.objects.filter(",
        notices=(f"{PRIVACY}::test_mail_records_go_after_thirty_days_but_never_one_that_still_waits",),
    ),
    Saboteur(
        name="the log of who read kept for ever",
        guarantee="the log of who read ends after twelve months",
        module="enquiries.background.privacy",
        old="            readings.delete()[0],\n",
        new="            0,\n",
        notices=(f"{ERASURE}::test_the_log_of_who_read_ends_after_twelve_months",),
    ),
    Saboteur(
        name="visits kept for ever",
        guarantee="a visit that is over is forgotten",
        module="enquiries.background.privacy",
        old="            sessions.delete()[0],\n",
        new="            0,\n",
        notices=(f"{ERASURE}::test_a_visit_that_is_over_is_forgotten",),
    ),
    Saboteur(
        name="a look that is not noted",
        guarantee="who opens an enquiry at the desk is on record",
        module="enquiries.desk.page.view",
        old='        record_access(enquiry=enquiry, by=Actor.coordinator(request.user), what="enquiry")\n',
        new="",
        notices=("tests/enquiries/desk/test_page.py::test_each_opening_is_on_record_once_with_who_and_what",),
    ),
)
