from content.words.folding import folded, stem


def test_folding_forgets_case_accents_and_british_or_german_letters():
    assert folded("Leukämie, GROẞ, œdème") == "leukamie, gross, oedeme"
    assert [stem(word) for word in ["leukamie", "leukaemia", "leukemia"]] == [
        "leukemie",
        "leukemia",
        "leukemia",
    ]
    assert [stem(w) for w in ["blasts", "therapies", "diagnosis", "haematology", "tumours", "centre", "virus"]] == [
        "blast", "therapy", "diagnosis", "hematology", "tumor", "center", "virus",
    ]  # fmt: skip
