"""Tiny vocabularies of SentencePiece (BPE, bytes for what is not in them), as a GGUF file holds them, and what SentencePiece makes of texts.

Writes `test/fixtures/gguf/sentencePiece.json`: for each case tokens, scores, types (as GGUF counts them), whether a space is put
before the text, and the ids of each text. Needs the package `sentencepiece`: `python test/oracle/sentencePieces.py`.
"""

import io
import json
from pathlib import Path

import sentencepiece

from tinyTokenizers import TEXT

OUT = Path(__file__).resolve().parents[1] / "fixtures" / "gguf" / "sentencePiece.json"
TEXTS = [
    "Read the message of the user.",
    "  two  spaces   before, between and after  ",
    "a\n\nb\tc",
    "Ünïcödé, café ½ ﬁne 東京 は Привет 한국어 👋🏽",
    "</s> and <unk> as text <0x41>",
    "",
    "attentionattention tokens' data",
    "def answer(question): return {'role': 0123456789}",
]


def main() -> None:
    cases = {}
    for name, prefix in (("prefix", True), ("bare", False)):
        model = io.BytesIO()
        sentencepiece.SentencePieceTrainer.train(
            sentence_iterator=iter(TEXT * 3),
            model_writer=model,
            model_type="bpe",
            vocab_size=600,
            byte_fallback=True,
            character_coverage=0.98,
            add_dummy_prefix=prefix,
            remove_extra_whitespaces=False,
            normalization_rule_name="identity",
            minloglevel=2,
        )
        sp = sentencepiece.SentencePieceProcessor(model_proto=model.getvalue())

        def kind(i: int) -> int:
            if sp.is_unknown(i):
                return 2
            if sp.is_control(i):
                return 3
            return 6 if sp.is_byte(i) else 1

        ids = range(sp.vocab_size())
        cases[name] = {
            "tokens": [sp.id_to_piece(i) for i in ids],
            "scores": [sp.get_score(i) for i in ids],
            "types": [kind(i) for i in ids],
            "prefix": prefix,
            "texts": [{"text": text, "ids": sp.encode(text)} for text in TEXTS],
        }
    OUT.write_text(json.dumps(cases, ensure_ascii=True, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
