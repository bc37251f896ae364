"""What an article's Markdown may become, and what never gets through."""

import re

import pytest

from content.rendering.blocks import PICTURES
from content.rendering.markdown import render
from content.rendering.pictures import with_pictures
from content.rendering.sanitizing import sanitized
from content.rendering.vocabulary import build_vocabulary

NO_WORDS = build_vocabulary([])


def html(body, vocabulary=NO_WORDS):
    return render(body, vocabulary)["html"]


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)><circle/></svg>",
    "<iframe src=//evil.example.org></iframe>",
    "<a href='javascript:alert(1)'>x</a>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](vbscript:msgbox)",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](//evil.example.org/)",
    "[x](/\\evil.example.org/)",
    "![x](data:image/svg+xml;base64,PHN2Zz4=)",
    "![x](data:image/png;base64,iVBORw0KGgo=)",
    "![x](https://evil.example.org/pixel.gif)",
    '[x](https://ok.example.org "t\\" onmouseover=alert(1)")',
    '<https://ok.example.org/"onmouseover=alert(1)>',
    "::: call-now <img src=x onerror=alert(1)>\nx\n:::",
    "## <svg/onload=alert(1)>",
    "`<script>`",
    "| <b>a</b> |\n|---|\n| <style>*{}</style> |",
    "{{picture: ../../settings}}",
    "{{picture: nothing}}",
    '<figure data-picture="phases"></figure>',
    "x\n\n<style>@import '//evil.example.org'</style>",
    '[^A"><script>]',
]


@pytest.mark.parametrize("body", HOSTILE)
def test_nothing_hostile_becomes_markup(body):
    """check: article text is data; only the allow-list of tags, classes and addresses leaves the renderer"""
    result = html(body)
    assert not re.search(r"<(script|img|svg|iframe|style|figure|object|form|input|link|meta)", result, re.I)
    assert not re.search(r"<[^>]*\son\w+\s*=", result, re.I)
    addresses = re.findall(r'href="([^"]*)"', result)
    assert [a for a in addresses if not re.match(r"(#|/(?![/\\])|https?://)", a)] == []


@pytest.mark.parametrize(
    "kept",
    [
        '<p style="color:red">x</p>',
        '<p class="site-head">x</p>',
        '<div role="alert">x</div>',
        '<a href="javascript:alert(1)">x</a>',
        '<a href="/x" target="_blank">x</a>',
        '<a href="/x" rel="opener">x</a>',
        "<script>alert(1)</script>",
        '<svg><a xlink:href="javascript:alert(1)"></a></svg>',
        '<math><mi xlink:href="data:x">x</mi></math>',
    ],
)
def test_text_kept_in_the_database_is_cleaned_once_more_on_its_way_out(kept):
    result = str(with_pictures(kept))
    for bad in [
        "style=",
        "site-head",
        "alert",
        "javascript",
        "_blank",
        "script",
        "<svg",
        'rel="opener"',
        "math",
        "data:",
    ]:
        assert bad not in result


def test_the_sanitizer_leaves_the_guides_own_markup_as_it_is():
    body = (
        "One.[^KKI] See [the hospitals](/hospitals/) or [a source](https://example.org/).\n\n## Two\n\n"
        "::: call-now Now\n- **Fever**\n:::\n\n::: children In children\nX\n:::\n\n| a | b |\n|---|---|\n| c | d |\n"
    )
    result = html(body)
    assert sanitized(result) == result
    for piece in [
        'class="callout callout--call-now"',
        'role="note"',
        'class="audience audience--children"',
        'scope="col"',
    ]:
        assert piece in result


def test_links_out_are_noopener_and_links_within_are_plain():
    result = html("[out](https://example.org/) [in](/hospitals/)")
    assert '<a href="https://example.org/" rel="noopener">out</a>' in result
    assert '<a href="/hospitals/">in</a>' in result


def test_callouts_and_parts_carry_their_title_as_their_name():
    result = html("## H\n\n::: ask-team Ask early\nText.\n:::\n\n::: adults In adults\nMore.\n:::\n")
    assert '<div class="callout callout--ask-team" role="note" aria-labelledby="note-1">' in result
    assert '<p class="callout__title" id="note-1">Ask early</p>' in result
    assert '<section class="audience audience--adults">' in result
    assert '<h3 class="audience__title" id="note-2">In adults</h3>' in result


def test_a_part_before_the_first_heading_does_not_skip_a_level():
    assert '<h2 class="audience__title" id="note-1">In adults</h2>' in html(
        "::: adults In adults\nMore.\n:::\n"
    )


def test_a_block_ends_at_its_fence_and_holds_lists_and_tables():
    result = html("::: good-to-know T\n- one\n- two\n:::\nafter\n")
    assert result.index("</div>") < result.index("after")
    assert result.count("<li>") == 2
    assert ":::" not in result


def test_a_block_that_is_never_closed_ends_with_the_text():
    assert html("::: good-to-know T\nlast\n").strip().endswith("</div>")


def test_headings_are_of_two_levels_each_with_its_own_address():
    rendered = render("# One\n\n## Same\n\n## Same\n\n#### Deep\n\n## Sources\n\n## 引\n", NO_WORDS)
    assert re.findall(r'<(h\d) id="([^"]*)"', rendered["html"]) == [
        ("h2", "one"), ("h2", "same"), ("h2", "same-2"), ("h3", "deep"), ("h2", "sources-2"), ("h2", "引"),
    ]  # fmt: skip
    assert [part["id"] for part in rendered["contents"]] == ["one", "same", "same-2", "sources-2", "引"]


def test_a_heading_never_takes_the_address_of_a_source_or_a_note():
    assert 'id="on-note-1"' in html("## Note 1\n")
    assert 'id="on-source-1"' in html("## Source 1\n")


def test_reading_time_counts_words_and_not_citations():
    assert render("word " * 360 + "[^KKI,PDQ]", NO_WORDS)["minutes"] == 2
    assert render("", NO_WORDS)["minutes"] == 1


def test_the_plain_text_for_search_has_no_markup():
    text = render("## Head\n\n**Bold** [link](/x/).[^KKI]\n\n::: call-now Now\nText\n:::\n", NO_WORDS)["text"]
    assert text == "Head\nBold link.\nNow\nText"


@pytest.mark.parametrize("name", PICTURES)
def test_each_picture_is_drawn_named_and_described_in_words(name):
    drawn = str(with_pictures(html(f"{{{{picture: {name}}}}}")))
    assert drawn.count("<svg") == 1
    named = re.search(r'role="img" aria-labelledby="([\w-]+) ([\w-]+)"', drawn)
    assert f'<title id="{named[1]}">' in drawn and f'<desc id="{named[2]}">' in drawn
    assert len(re.search(r"<desc[^>]*>(.*?)</desc>", drawn)[1]) > 80
    assert "<figcaption>" in drawn
    assert not re.search(r"style=|#[0-9a-f]{3,6}\b(?!\")|<script", drawn)
    assert len(drawn.encode()) < 6000


def test_a_picture_stays_in_its_place_between_the_words():
    drawn = str(with_pictures(html("before\n\n{{picture: lines}}\n\nafter\n")))
    assert drawn.index("before") < drawn.index("<svg") < drawn.index("after")
