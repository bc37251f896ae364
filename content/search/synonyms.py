"""Words that mean the same to someone who searches. Brand names come from the glossary's "also", not from here."""

# Each line is one meaning; the first is how the guide says it.
MEANINGS = [
    ("stem cell transplantation", "stem cell transplant", "bone marrow transplant", "bone marrow transplantation",
     "marrow transplant", "transplant", "transplantation", "bmt", "sct", "hsct", "stammzelltransplantation",
     "knochenmarktransplantation"),
    ("leukemia", "blood cancer", "blutkrebs", "leucemia", "leucemie", "leukemie"),
    ("chemotherapy", "chemo", "chemotherapie"),
    ("children", "child", "kid", "kids", "pediatric", "kinder", "kind"),
    ("cost", "price", "pay", "money", "kosten", "preis"),
    ("relapse", "comes back", "came back", "recurrence", "ruckfall", "rezidiv"),
    ("side effect", "nebenwirkung"),
    ("fertility", "infertility", "fruchtbarkeit", "sperm", "egg"),
    ("fever", "temperature", "fieber"),
    ("radiation", "radiotherapy", "irradiation", "bestrahlung", "strahlentherapie"),
    ("bone marrow", "knochenmark"),
    ("car-t", "car t", "cart", "chimeric antigen receptor"),
    ("survival", "prognosis", "outlook", "life expectancy", "chance of cure", "uberleben"),
    ("visa", "visum"),
    ("donor", "spender"),
    ("late effect", "long-term effect", "spatfolge"),
    ("symptom", "sign", "symptome", "anzeichen"),
    ("hospital", "clinic", "klinik", "krankenhaus"),
]  # fmt: skip
# Carry no meaning in a search; a query of nothing else is searched as it stands.
SMALL_WORDS = frozenset(
    word
    for line in (
        "a an and are as at be by can do does for from has have how i if in is it me my of on or our that the",
        "their them there this to was we what when where which who why will with you your",
        "der die das und oder ist ein eine fur mit was wie bei",
    )
    for word in line.split()
)
