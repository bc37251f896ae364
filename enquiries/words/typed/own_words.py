"""What a person wrote, beside words of ours in one list: a browser that translates the page must leave it alone."""


class OwnWords(str):
    __slots__ = ()
    is_own = True
