"""The one way a step is refused, whatever room it is refused in."""


class Refused(Exception):
    """A step that can't be taken; the text is a sentence fit for the person who tried."""
