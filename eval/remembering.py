"""An encoder that encodes each text once, for runs that build several indexes over the same articles."""

from collections.abc import Sequence

from clipfile.index.encoder import EncodedText, Encoder


class RememberingEncoder:
    """An encoder that encodes each text once, however many indexes are built with it."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._known: dict[str, EncodedText] = {}
        self.name = encoder.name

    @property
    def fingerprint(self) -> str:
        """That of the encoder inside."""
        return self._encoder.fingerprint

    @property
    def dimension(self) -> int:
        """That of the encoder inside."""
        return self._encoder.dimension

    def encode(self, texts: Sequence[str]) -> list[EncodedText]:
        """One record a text, in order."""
        new = list(dict.fromkeys(text for text in texts if text not in self._known))
        self._known |= zip(new, self._encoder.encode(new), strict=True)
        return [self._known[text] for text in texts]
