"""Every choice an enquiry offers. "I don't know" is a choice wherever a medical fact is asked."""

import unicodedata

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from enquiries.words.countries import COUNTRIES


class Writer(models.TextChoices):
    PATIENT = "patient", _("I am the patient")
    PARENT = "parent", _("My child under 18 is ill")
    REPRESENTATIVE = "representative", _("An adult I act for is ill")
    PROFESSIONAL = "professional", _("I am a doctor or write for an organization")


class Sex(models.TextChoices):
    FEMALE = "female", _("Female")
    MALE = "male", _("Male")
    OTHER = "other", pgettext_lazy("sex", "Another")
    UNDISCLOSED = "undisclosed", _("Prefer not to say")


class Diagnosis(models.TextChoices):
    CONFIRMED = "confirmed", _("ALL is confirmed")
    SUSPECTED = "suspected", _("ALL is suspected, not confirmed yet")
    RELAPSE = "relapse", _("It has come back (relapse)")
    NOT_RESPONDING = "not_responding", _("It does not respond to treatment")
    REMISSION = "remission", _("In remission")
    UNKNOWN = "unknown", _("I don't know")


class LeukemiaType(models.TextChoices):
    B = "b", _("B-cell ALL")
    T = "t", _("T-cell ALL")
    PH_POSITIVE = "ph", _("Ph-positive ALL (Philadelphia chromosome)")
    UNKNOWN = "unknown", _("I don't know")


class Treatment(models.TextChoices):
    STEROIDS = "steroids", _("Cortisone (prednisone, dexamethasone)")
    CHEMOTHERAPY = "chemotherapy", _("Chemotherapy")
    TARGETED = "targeted", _("Targeted tablets (imatinib, dasatinib, ponatinib)")
    ANTIBODY = "antibody", _("Antibody treatment (blinatumomab, inotuzumab, rituximab)")
    CAR_T = "car_t", _("CAR T cells")
    RADIATION = "radiation", _("Radiation")
    TRANSPLANT = "transplant", _("Stem cell transplant")
    OTHER = "other", _("Something else")
    UNKNOWN = "unknown", _("I don't know")


class YesNoUnknown(models.TextChoices):
    YES = "yes", _("Yes")
    NO = "no", _("No")
    UNKNOWN = "unknown", _("I don't know")


class PaymentRoute(models.TextChoices):
    SELF = "self", _("The family itself")
    INSURER = "insurer", _("A health insurer")
    EMBASSY = "embassy", _("An embassy or a ministry")
    CHARITY = "charity", _("A charity")
    UNKNOWN = "unknown", _("I don't know yet")


class Authority(models.TextChoices):
    JOINT_AGREED = "joint_agreed", _("The other person with parental responsibility agrees")
    SOLE = "sole", _("I alone hold parental responsibility")
    JOINT_UNKNOWN = "joint_unknown", _("I don't know whether the other one agrees")
    GUARDIANSHIP = "guardianship", _("I am the guardian, by law or by court order")
    POWER_OF_ATTORNEY = "power_of_attorney", _("I have a power of attorney")
    PATIENT_ASKED = "patient_asked", _("The patient has asked me to; there is no paper yet")
    PATIENT_AGREES = "patient_agrees", _("The patient knows of this enquiry and agrees")


# Which authority fits whom. A professional has no choice: the statement itself is signed with the consents.
AUTHORITY_OF = {
    Writer.PARENT: (Authority.JOINT_AGREED, Authority.SOLE, Authority.GUARDIANSHIP, Authority.JOINT_UNKNOWN),
    Writer.REPRESENTATIVE: (Authority.POWER_OF_ATTORNEY, Authority.GUARDIANSHIP, Authority.PATIENT_ASKED),
    Writer.PROFESSIONAL: (Authority.PATIENT_AGREES,),
}


class PreferredLanguage(models.TextChoices):
    ALBANIAN = "sq", _("Albanian")
    AMHARIC = "am", _("Amharic")
    ARABIC = "ar", _("Arabic")
    ARMENIAN = "hy", _("Armenian")
    AZERBAIJANI = "az", _("Azerbaijani")
    BENGALI = "bn", _("Bengali")
    BOSNIAN_CROATIAN_SERBIAN = "sh", _("Bosnian, Croatian or Serbian")
    BULGARIAN = "bg", _("Bulgarian")
    CHINESE = "zh", _("Chinese")
    CZECH = "cs", _("Czech")
    DUTCH = "nl", _("Dutch")
    ENGLISH = "en", _("English")
    FRENCH = "fr", _("French")
    GEORGIAN = "ka", _("Georgian")
    GERMAN = "de", _("German")
    GREEK = "el", _("Greek")
    HEBREW = "he", _("Hebrew")
    HINDI = "hi", _("Hindi")
    HUNGARIAN = "hu", _("Hungarian")
    INDONESIAN = "id", _("Indonesian")
    ITALIAN = "it", _("Italian")
    JAPANESE = "ja", _("Japanese")
    KAZAKH = "kk", _("Kazakh")
    KOREAN = "ko", _("Korean")
    KURDISH = "ku", _("Kurdish")
    KYRGYZ = "ky", _("Kyrgyz")
    MACEDONIAN = "mk", _("Macedonian")
    MONGOLIAN = "mn", _("Mongolian")
    PASHTO = "ps", _("Pashto")
    PERSIAN = "fa", _("Persian or Dari")
    POLISH = "pl", _("Polish")
    PORTUGUESE = "pt", _("Portuguese")
    ROMANIAN = "ro", _("Romanian")
    RUSSIAN = "ru", _("Russian")
    SLOVAK = "sk", _("Slovak")
    SPANISH = "es", _("Spanish")
    SWAHILI = "sw", _("Swahili")
    TAJIK = "tg", _("Tajik")
    THAI = "th", _("Thai")
    TURKISH = "tr", _("Turkish")
    TURKMEN = "tk", _("Turkmen")
    UKRAINIAN = "uk", _("Ukrainian")
    URDU = "ur", _("Urdu")
    UZBEK = "uz", _("Uzbek")
    VIETNAMESE = "vi", _("Vietnamese")
    OTHER = "other", _("Another language")


# How each language calls itself, so that it is found by whoever reads no English. No translation wanted.
OWN_NAMES = {
    "sq": "shqip", "am": "አማርኛ", "ar": "العربية", "hy": "հայերեն", "az": "azərbaycanca", "bn": "বাংলা",
    "sh": "bosanski, hrvatski, srpski", "bg": "български", "zh": "中文", "cs": "čeština", "nl": "Nederlands",
    "en": "English", "fr": "français", "ka": "ქართული", "de": "Deutsch", "el": "ελληνικά", "he": "עברית",
    "hi": "हिन्दी", "hu": "magyar", "id": "Bahasa Indonesia", "it": "italiano", "ja": "日本語", "kk": "қазақша",
    "ko": "한국어", "ku": "kurdî", "ky": "кыргызча", "mk": "македонски", "mn": "монгол", "ps": "پښتو",
    "fa": "فارسی", "pl": "polski", "pt": "português", "ro": "română", "ru": "русский", "sk": "slovenčina",
    "es": "español", "sw": "Kiswahili", "tg": "тоҷикӣ", "th": "ไทย", "tr": "Türkçe", "tk": "türkmençe",
    "uk": "українська", "ur": "اردو", "uz": "o'zbekcha", "vi": "Tiếng Việt",
}  # fmt: skip


def label(choices: type[models.TextChoices], code: str) -> str:
    """The words for a stored code in the language in use; "" for an empty or unknown one."""
    return str(choices(code).label) if code in choices.values else ""


def country_name(alpha2: str) -> str:
    return str(COUNTRIES.get(alpha2, ""))


def language_name(code: str) -> str:
    return label(PreferredLanguage, code)


def country_choices() -> list[tuple[str, str]]:
    """All countries in the alphabet of the language in use, accents aside."""
    return sorted(((code, str(name)) for code, name in COUNTRIES.items()), key=lambda pair: _plain(pair[1]))


def language_choices() -> list[tuple[str, str]]:
    """`Arabic · العربية`; "Another language" comes last."""
    named = [(code, f"{language_name(code)} · {own}") for code, own in OWN_NAMES.items() if code != "en"]
    named = sorted(named, key=lambda pair: _plain(pair[1]))
    other = PreferredLanguage.OTHER
    return [("en", language_name("en")), *named, (other.value, str(other.label))]


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(char for char in decomposed if not unicodedata.combining(char)).casefold()
