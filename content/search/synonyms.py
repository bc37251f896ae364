"""Words that mean the same to someone who searches. Brand names of drugs that have a place in the glossary come from
its "also"; here stand only those of drugs that the articles name in passing."""

# Each line is one meaning; the first is how the guide says it.
MEANINGS = [
    ("stem cell transplantation", "stem cell transplant", "bone marrow transplant", "bone marrow transplantation",
     "marrow transplant", "transplant", "transplantation", "bmt", "sct", "hsct", "stammzelltransplantation",
     "knochenmarktransplantation"),
    ("leukemia", "blood cancer", "blutkrebs", "leucemia", "leucemie", "leukemie", "losemi", "лейкоз", "лейкемия",
     "ابيضاض الدم", "سرطان الدم", "لوكيميا"),
    ("chemotherapy", "chemo", "chemotherapie"),
    ("children", "child", "kid", "kids", "pediatric", "kinder", "kind"),
    ("cost", "price", "pay", "money", "kosten", "preis"),
    ("relapse", "comes back", "came back", "recurrence", "ruckfall", "rezidiv"),
    ("side effect", "nebenwirkung"),
    ("fertility", "infertility", "fruchtbarkeit", "sperm", "egg"),
    ("fever", "temperature", "fieber"),
    # "shortness" alone: small words such as "of" are no part of a phrase that is looked for in a text
    ("trouble breathing", "shortness", "shortness of breath", "short of breath", "breathless", "breathlessness",
     "atemnot"),
    ("seizure", "convulsion", "krampfanfall"),  # not "fit": it also asks who is fit to travel
    ("headache", "kopfschmerzen"),
    ("bleeding", "bleed", "nosebleed", "blutung", "nasenbluten"),
    ("methotrexate", "mtx"),
    ("mercaptopurine", "6-mp", "6mp", "6-mercaptopurine"),
    ("radiation", "radiotherapy", "irradiation", "bestrahlung", "strahlentherapie"),
    ("bone marrow", "knochenmark"),
    ("car-t", "car t", "cart", "chimeric antigen receptor"),
    ("survival", "prognosis", "outlook", "life expectancy", "chance of cure", "uberleben"),
    ("imatinib", "glivec", "gleevec"),
    ("dasatinib", "sprycel"),
    ("ponatinib", "iclusig"),
    ("tisagenlecleucel", "kymriah"),
    ("brexucabtagene autoleucel", "brexucabtagene", "tecartus"),
    ("obecabtagene autoleucel", "obecabtagene", "aucatzyl"),
    ("nelarabine", "atriance", "arranon"),
    ("rituximab", "mabthera"),
    ("asparaginase", "pegaspargase", "oncaspar"),
    ("steroid", "cortisone", "kortison", "dexamethasone", "prednisone", "prednisolone"),
    ("interpreter", "translator", "dolmetscher"),
    ("emergency number", "ambulance", "notruf", "112"),
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
