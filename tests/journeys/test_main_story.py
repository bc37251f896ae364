"""The main job from the first tick to the choice, in real browsers, with the mail read from a real SMTP server."""

import pytest

from tests.journeys.story import Story

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def portal(live_server, settings, sink, catalog):
    """The portal with the shipped catalog, at an address that its mails link to."""
    settings.SITE_URL = live_server.url
    settings.ENQUIRY_LEAST_SECONDS = 0  # a browser that is driven types faster than people
    return live_server.url


@pytest.mark.slow
def test_a_family_asks_three_hospitals_and_chooses_among_their_answers(new_context, portal, sink, axe):
    story = Story(new_context, portal, sink, axe)
    story.the_family_sends_one_enquiry_to_three_hospitals()
    story.the_code_in_the_mail_confirms_the_address_and_the_link_alone_does_nothing()
    story.a_coordinator_takes_it_and_releases_it_to_each_hospital_after_a_preview()
    story.each_hospital_opens_its_own_request_and_learns_of_no_other()
    story.one_quotes_one_asks_and_one_declines()
    story.the_question_goes_to_the_family_and_its_answer_back()
    story.the_quotes_are_checked_and_released()
    story.the_family_compares_and_chooses()
    story.the_chosen_hospital_may_reach_the_family_and_the_others_are_told()
    story.no_mail_holds_anything_personal()
