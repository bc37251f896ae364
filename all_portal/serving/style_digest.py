import base64
import hashlib


def style_digest(rules: str) -> str:
    """How a content policy names a style that stands in a page."""
    return "sha256-" + base64.b64encode(hashlib.sha256(rules.encode()).digest()).decode()
