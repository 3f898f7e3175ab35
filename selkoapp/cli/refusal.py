"""What a command says when it cannot do what was asked."""


class Refusal(Exception):
    """Cannot be done now. The text is one plain sentence: why, and what mends it."""
