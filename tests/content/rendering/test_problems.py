import pytest

from content.rendering.problems import find_problems

KEYS = {"KKI"}


@pytest.mark.parametrize(
    ("body", "line", "sentence"),
    [
        ("ok\nBad.[^NOPE]", 2, "Unknown reference NOPE."),
        ("Bad.[^kki]", 1, "A citation is written [^KEY] or [^KEY,KEY], in capital letters."),
        ("{{picture: cat}}", 1, "Unknown picture."),
        ("see {{picture: lines}} here", 1, "Unknown picture."),
        ("::: warning T\nx\n:::", 1, "Unknown block."),
        ("::: call-now\nx\n:::", 1, "The block needs a title."),
        ("a\n\n::: call-now T\nx", 3, "The block is not closed with :::."),
        ("a\n:::", 2, "::: closes a block that was not opened."),
        ("::: call-now T\n::: adults U\n:::\n", 2, "A block can't stand inside another one."),
        ("# One", 1, "Headings are written ## or ###, with a title."),
        ("##", 1, "Headings are written ## or ###, with a title."),
        ("a <b>c</b>", 1, "HTML is not allowed in a text."),
        ("<!-- x -->", 1, "HTML is not allowed in a text."),
        ("![a](/b.png)", 1, "Images are not allowed"),
        ("[a](javascript:x)", 1, "A link must begin with https://, http://, / or #."),
        ("[a](//x)", 1, "A link must begin with https://, http://, / or #."),
    ],
)
def test_each_slip_is_named_with_its_line(body, line, sentence):
    problems = find_problems(body, KEYS)
    assert (problems[0].line, sentence in problems[0].sentence) == (line, True), problems


def test_a_good_text_has_no_problem():
    body = "A.[^KKI] 3 < 5.\n\n## H\n\n::: call-now T\nx [a](/b/)\n:::\n\n{{picture: lines}}\n"
    assert find_problems(body, KEYS) == []
