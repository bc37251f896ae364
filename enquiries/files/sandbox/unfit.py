class Unfit(Exception):
    """The file is refused; `reason` is a code of enquiries.files.refusals."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
