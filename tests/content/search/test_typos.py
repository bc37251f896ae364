from content.search.typos import distance, nearest


def test_slips_are_counted_and_short_words_are_left_alone():
    assert [distance("fever", other, 3) for other in ["fever", "fevr", "feevr", "fevre", "liver"]] == [
        0,
        1,
        1,
        1,
        2,
    ]
    assert nearest("fevr", ["fever"]) is None
    assert nearest("levkemia", ["leukemia", "fever"]) == "leukemia"
    assert nearest("xyzzyqq", ["leukemia", "fever"]) is None
