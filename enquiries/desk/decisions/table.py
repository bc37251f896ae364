"""Every decision a coordinator can take, in the order in which a page offers them."""

from typing import Any

from enquiries.desk.decisions.row import DeskDecision
from enquiries.desk.decisions.rows.answer import ENTER_DECLINE, ENTER_QUOTE, RELEASE_QUOTE
from enquiries.desk.decisions.rows.ending import CLOSE, REOPEN, REOPEN_REQUEST, WITHDRAW
from enquiries.desk.decisions.rows.enquiry import CONFIRM_ADDRESS, NOTE, TAKE, URGENT, WRITE
from enquiries.desk.decisions.rows.exchange import HANDLED, PASS_ANSWER, PASS_DOCUMENTS, PASS_QUESTION
from enquiries.desk.decisions.rows.mail import RESEND, SET_ASIDE
from enquiries.desk.decisions.rows.sending import COPY_SHEET, HAND_OVER, RELEASE

DECISIONS: tuple[DeskDecision[Any], ...] = (
    # about the enquiry
    NOTE,
    TAKE,
    WRITE,
    URGENT,
    CONFIRM_ADDRESS,
    CLOSE,
    REOPEN,
    # about one hospital's request
    HAND_OVER,
    COPY_SHEET,
    RELEASE_QUOTE,
    PASS_DOCUMENTS,
    RELEASE,
    PASS_ANSWER,
    REOPEN_REQUEST,
    ENTER_QUOTE,
    ENTER_DECLINE,
    WITHDRAW,
    # about one message
    PASS_QUESTION,
    HANDLED,
    # about one mail
    RESEND,
    SET_ASIDE,
)
