"""The guide's texts, read as plain files and taken apart."""

import json
import re
from pathlib import Path

DATA = Path(__file__).resolve().parents[3] / "content" / "data"
SLUGS = [
    "what-is-all",
    "causes-and-risk-factors",
    "symptoms-and-urgent-help",
    "diagnosis-and-risk-groups",
    "treatment-overview",
    "targeted-and-immunotherapy",
    "stem-cell-transplantation",
    "relapsed-refractory",
    "children-vs-adults",
    "after-treatment",
    "coming-to-germany",
]
PATHS = {path.stem.split("-", 1)[1]: path for path in sorted((DATA / "articles").glob("*.md"))}
REFERENCES = {row["id"]: row for row in json.loads((DATA / "references.json").read_text("utf-8"))}
GLOSSARY = json.loads((DATA / "glossary.json").read_text("utf-8"))
QUESTIONS = "Questions to ask your team"
CITATION = re.compile(r"\[\^([^\]]+)\]")
FORBIDDEN = re.compile(
    r"erythromycin|bevacizumab|vdcp|\bbest\b|cure guaranteed|guaranteed? (a )?cure|miracle"
    r"|leukaemi|haemat|paediatr|tumour|anaemi|diarrhoea|\bcentres?\b|\bprogrammes?\b|oesoph",
    re.IGNORECASE,
)
STAY_AS_DAYS = re.compile(r"\b(12|21|25|31|34|57)[ -]days?\b", re.IGNORECASE)

# Sentences that say nothing about the illness, its treatment or a hospital's rules, so need no source:
# definitions of a word, words about this portal or about a number's limits. Everything else must carry one
# (a sentence that only says "Ask ..." or points to another page needs none either).
UNCITED = {
    "This guide does not cover it.",
    "A risk factor is something that makes an illness more likely.",
    "Many parents ask themselves what they did wrong.",
    "Genes are the instructions inside each cell.",
    "Chromosomes are the packages that hold the genes.",
    "We have no checked number for adults.",
    "If the patient has such a condition, tell the doctors early and ask what it means for tests and drugs.",
    "These are two examples.",
    "The programs on this portal give only a length of stay in days.",
    "The number does not stand for any phase on this page.",
    "If the family lives in another country, ask this before anyone travels.",
    "Each of them should be explained to you in a language you understand.",
    "That is a British figure, and your hospital may plan another time.",
    "We have no checked figure for adults.",
    "The programs on this portal give only a length of stay.",
    "No such length stands for a transplant or for any other treatment; only the hospital can say what a stay "
    "contains.",
    "Keep the old reports as well.",
    "Rules differ by country, age and year.",
    "We advise the same for a relapse after a transplant or after CAR-T cells.",
    "This is our own advice.",
    "Yes.",
    "A second opinion means that another experienced doctor looks at the reports.",
    "Palliative care tries to ease pain and other burdens.",
    "You may skip the section with the numbers and come back to it later.",
    "These are American numbers.",
    "They may not be the same where you live.",
    "So they may not show how people do today.",
    "If you or your child is of this age, ask which kind of plan the hospital uses.",
    "It helps a new doctor to see what was given and what to check.",
    "This list is our own advice, built on the sources named here.",
    "This means that it is being studied.",
    "This is our own safety advice, built on the sources named here.",
}


def front_matter(slug):
    head = PATHS[slug].read_text("utf-8").split("---\n", 2)[1]
    return dict(line.split(": ", 1) for line in head.strip().splitlines())


def body(slug):
    return PATHS[slug].read_text("utf-8").split("---\n", 2)[2].strip()


def sections(slug):
    """(title, text) per h2; the opening before the first h2 has the title ''."""
    parts = re.split(r"^## (.+)$", body(slug), flags=re.MULTILINE)
    return [("", parts[0]), *zip(parts[1::2], parts[2::2], strict=True)]


def blocks(text):
    """Paragraphs, list items and table rows; no headings, fences, pictures or table rules."""
    for line in map(str.strip, text.splitlines()):
        if not line or line.startswith((":::", "{{", "#", "|--")):
            continue
        yield re.sub(r"^(- |\d+\. )", "", line)


def sentences(block):
    marked = CITATION.sub("⁂", block)
    return [part for part in re.split(r"(?<=[.!?:⁂])\s+", marked) if part]


def claims_without_source(slug):
    for title, text in sections(slug):
        if title == QUESTIONS:
            continue
        for block in blocks(text):
            if block.startswith("|"):
                header = f"{block}\n|--" in text
                if not header and "⁂" not in CITATION.sub("⁂", block):
                    yield block
                continue
            for sentence in sentences(block):
                request = sentence.startswith("Ask ") or "](/" in sentence
                if not request and not sentence.endswith(("⁂", "?", ":")):
                    yield sentence


def words(slug):
    plain = CITATION.sub("", body(slug))
    plain = re.sub(r"\{\{.*?\}\}|^:::\s*[a-z-]*|\]\([^)]*\)", "", plain, flags=re.MULTILINE)
    return len(re.findall(r"[A-Za-z0-9][\w'.-]*", plain))


def citations(slug):
    return [[key.strip() for key in group.split(",")] for group in CITATION.findall(body(slug))]
