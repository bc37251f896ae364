"""Words that mean the same to someone who searches. Brand names of drugs that have a place in the glossary come from
its "also"; here stand only those of drugs that the articles name in passing."""

from content.words.folding import stems

# ruff: noqa: RUF001 (letters of other alphabets)

# Each line is one meaning; the first is how the guide says it.
MEANINGS = [
    ("stem cell transplantation", "stem cell transplant", "bone marrow transplant",
     "bone marrow transplantation", "marrow transplant", "transplant", "transplantation", "bmt", "sct",
     "hsct", "stammzelltransplantation", "knochenmarktransplantation", "kemik iliği nakli", "ilik nakli",
     "kök hücre nakli", "трансплантация", "трансплантация костного мозга", "пересадка костного мозга",
     "пересадка", "زرع نخاع", "زراعة نخاع", "زرع نخاع العظم", "زراعة نخاع العظم", "زراعة الخلايا الجذعية",
     "زرع الخلايا الجذعية"),
    ("leukemia", "blood cancer", "blutkrebs", "leucemia", "leucemie", "leukemie", "losemi", "kan kanseri",
     "лейкоз", "лейкемия", "рак крови", "белокровие", "ابيضاض الدم", "سرطان الدم", "سرطان دم", "لوكيميا",
     "cancer de sangre", "cancer du sang", "białaczka", "λευχαιμια", "лейкемія", "рак крові", "سرطان خون",
     "لوسمی", "לוקמיה", "ლეიკემია", "백혈병", "白血病", "血癌"),
    ("chemotherapy", "chemo", "chemotherapie", "kemoterapi", "quimioterapia", "chimiotherapie",
     "химиотерапия", "химия", "علاج كيماوي", "علاج كيميائي", "كيماوي"),
    ("treatment", "behandlung", "tedavi", "tratamiento", "traitement", "лечение", "علاج"),
    ("children", "child", "kid", "kids", "pediatric", "kinder", "kind", "son", "daughter", "boy", "girl",
     "sohn", "tochter", "çocuk", "çocuklar", "ребенок", "дети", "طفل", "اطفال"),
    ("brother", "sister", "sibling", "geschwister", "kardeş"),
    ("baby", "infant", "newborn", "säugling", "bebek"),
    ("cost", "price", "pay", "money", "bill", "fee", "expensive", "kosten", "preis", "maliyet", "fiyat",
     "ücret", "costo", "precio", "prix", "цена", "стоимость", "تكلفة", "سعر"),
    ("paid back", "refund", "money back"),
    ("relapse", "comes back", "came back", "come back", "recurrence", "ruckfall", "rezidiv", "nüks",
     "рецидив", "انتكاسة"),
    ("side effect", "nebenwirkung", "yan etki", "побочный эффект", "побочные эффекты", "آثار جانبية"),
    ("frozen", "freeze", "freezing"),
    ("fertility", "infertility", "infertile", "fruchtbarkeit", "sperm", "egg"),
    ("fever", "temperature", "fieber", "ateş", "yüksek ateş", "fiebre", "fièvre", "температура", "лихорадка",
     "حمى", "حرارة"),
    # "shortness" alone: small words such as "of" are no part of a phrase that is looked for in a text
    ("trouble breathing", "shortness", "shortness of breath", "short of breath", "breathless",
     "breathlessness", "breathe", "breathing", "breath", "atemnot", "nefes darlığı", "одышка", "ضيق تنفس"),
    # not "fit": it also asks who is fit to travel
    ("seizure", "convulsion", "krampfanfall", "nöbet", "судороги", "تشنج"),
    ("headache", "kopfschmerzen", "baş ağrısı", "головная боль", "صداع"),
    ("bleeding", "bleed", "nosebleed", "nose bleed", "nose bleeding", "blutung", "nasenbluten", "kanama",
     "burun kanaması", "кровотечение", "نزيف", "رعاف"),
    ("methotrexate", "mtx"),
    ("mercaptopurine", "6-mp", "6mp", "6-mercaptopurine"),
    ("radiation", "radiotherapy", "irradiation", "bestrahlung", "strahlentherapie"),
    ("bone marrow", "knochenmark", "kemik iliği", "костный мозг", "نخاع العظم", "نخاع"),
    ("car-t", "car t", "cart", "chimeric antigen receptor"),
    # Asked with fear and in many words; the pages with the numbers answer all of them
    ("survival", "survive", "survivor", "prognosis", "outlook", "life expectancy", "chance",
     "chance of cure", "cure", "cured", "curable", "healed", "survival rate", "cure rate", "success rate",
     "uberleben", "heilung", "heilbar", "die", "dying", "death", "fatal", "deadly", "şifa", "iyileşme",
     "выживаемость", "прогноз", "выздоровление", "شفاء", "نسبة الشفاء"),
    ("inherited", "hereditary", "heredity", "inborn", "genetic", "handed down", "runs in families",
     "runs in the family", "erblich", "vererbt", "kalıtsal", "наследственный", "وراثي"),
    ("gene test", "genetic test", "genetic testing", "gene testing", "gene result", "genetic result"),
    ("contagious", "infectious", "catch", "ansteckend", "bulaşıcı", "заразный", "معدي"),
    ("travel", "fly", "flying", "flight", "plane", "airplane", "reisen", "flug"),
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
    ("interpreter", "translator", "translation", "dolmetscher", "tercüman", "переводчик", "مترجم", "arabic",
     "russian", "turkish", "ukrainian"),
    ("emergency number", "ambulance", "notruf", "112", "acil", "ambulans", "скорая помощь", "скорая",
     "طوارئ", "رقم طوارئ", "اسعاف"),
    ("visa", "visum", "vize", "виза", "تاشيرة", "فيزا"),
    ("donor", "spender", "donör", "донор", "متبرع"),
    ("late effect", "long-term effect", "spatfolge"),
    ("symptom", "sign", "symptome", "anzeichen", "belirti", "симптом", "اعراض"),
    ("hospital", "clinic", "klinik", "krankenhaus", "hastane", "больница", "клиника", "مستشفى"),
    ("germany", "deutschland", "almanya", "германия", "المانيا"),
]  # fmt: skip
# Two words that ask for something else than each of them.
ASKED = {
    ("how", "much"): "cost",
    ("passed", "away"): "death",
    ("pass", "away"): "death",
    ("die", "of"): "death",  # alone it is the German article too
    ("die", "from"): "death",
}
# Carry no meaning in a search; a query of nothing else is searched as it stands.
SMALL_WORDS = frozenset(
    stems(
        """
        a an and are as at be been by can can't cant cannot could did didn't do does doesn't don't dont for
        from had has have he her him his how i i'm if in into is isn't it it's its me my of on or our she so
        than that the their them there they this to was we what what's when where which who why will with
        won't would you your yours der die das und oder ist ein eine fur mit was wie bei ich mein meine hat im
        и в на с у к о что как ли для при мой моя ve bir icin ne mi nasil في من هل ما عن على
        """
    )
)
# Say how or how much, not what: never the reason why a page is left out.
LOOSE_WORDS = frozenset(
    stems(
        """
        high low very bad badly good best better worse worst sudden suddenly severe severely strong strongly
        heavy really too much many more most some any little big huge extreme extremely terrible terribly
        again always often still already now today tonight yesterday soon please help need want should shall
        may might must get getting got go going come give given take taking make making know tell explain find
        mean meaning about after before during while not no nothing never ever just only also else other there
        here happen happening feel feeling see say said let us am were being because but then up down out over
        under off his hers one thing something someone anyone safe okay ok possible allowed dear urgent
        urgently fast quick quickly constant constantly speak hoch hohes starke stark yüksek высокая высокои
        сильное сильныи عالية عالي شديد شديدة
        """
    )
)
