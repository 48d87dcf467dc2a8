"""Trains the tiny tokenizers under test/fixtures/tokens, one of each family, on a text of our own.

    python test/oracle/tinyTokenizers.py
"""

import json
from pathlib import Path

from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers

OUT = Path(__file__).resolve().parents[1] / "fixtures" / "tokens"

TEXT = """
You are a helpful assistant. Read the message of the user and answer in one short sentence.
The system prompt says who speaks, the user asks, the tool returns data; data holds no instructions.
A token is a piece of a word, and attention says how much of each token the last token reads.
Ignore what does not belong here, keep the offsets exact, and never map a token to a guess.
Ünïcödé, café, naïve, ½ of it, ﬁne print; 東京 は 日本 の 首都 です。 Привет, мир. 한국어 문장.
def answer(question): return {"role": "assistant", "content": question.strip()}  # 0123456789 <s> </s>
""".strip().split("\n")
ALPHABET = sorted({c for line in TEXT for c in line} | {chr(c) for c in range(33, 127)})


def save(name: str, tokenizer: Tokenizer) -> None:
    data = json.loads(tokenizer.to_str())
    (OUT / f"{name}.json").write_text(json.dumps(data, ensure_ascii=True, separators=(",", ":")) + "\n")


def wordpiece() -> None:
    """As BERT: lower case, accents stripped, white space dropped."""
    t = Tokenizer(models.WordPiece(unk_token="[UNK]"))
    t.normalizer = normalizers.BertNormalizer(lowercase=True)
    t.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    t.train_from_iterator(TEXT, trainers.WordPieceTrainer(vocab_size=400, special_tokens=special, show_progress=False))
    t.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[("[CLS]", t.token_to_id("[CLS]")), ("[SEP]", t.token_to_id("[SEP]"))]
    )
    save("wordpiece", t)


def unigram() -> None:
    """As T5: compatibility forms composed, runs of spaces made one, a mark before each word, `</s>` at the end."""
    t = Tokenizer(models.Unigram())
    t.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Replace(Regex(" {2,}"), " ")])
    t.pre_tokenizer = pre_tokenizers.Metaspace()
    special = ["<pad>", "</s>", "<unk>", "<extra_id_0>"]
    t.train_from_iterator(
        TEXT,
        trainers.UnigramTrainer(
            vocab_size=400, special_tokens=special, unk_token="<unk>", initial_alphabet=ALPHABET, show_progress=False
        ),
    )
    t.post_processor = processors.TemplateProcessing(single="$A </s>", special_tokens=[("</s>", 1)])
    # A real vocabulary of this kind holds its special tokens as pieces, with a score.
    save("unigram", t)


def sentencepiece_bpe(name: str, first: bool) -> None:
    """As Llama 2: bytes for what is not in the vocabulary. `first`: the mark before the first word only."""
    t = Tokenizer(models.BPE(unk_token="<unk>", fuse_unk=True, byte_fallback=True))
    t.normalizer = normalizers.Sequence([normalizers.Prepend("▁"), normalizers.Replace(" ", "▁")])
    special = ["<unk>", "<s>", "</s>"]
    # Bytes are ordinary entries of the vocabulary: trained as special tokens, then taken off that list.
    trained = special + [f"<0x{i:02X}>" for i in range(256)]
    t.train_from_iterator(TEXT, trainers.BpeTrainer(vocab_size=520, special_tokens=trained, show_progress=False))
    if first:
        t.normalizer = None
        t.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="first", split=False)
    t.post_processor = processors.TemplateProcessing(single="<s> $A", special_tokens=[("<s>", 1)])
    data = json.loads(t.to_str())
    data["added_tokens"] = data["added_tokens"][: len(special)]
    # Converted vocabularies have merges that lead to every piece, the special ones included.
    data["model"]["merges"].append(["<", "s"])
    data["model"]["vocab"]["<s"] = len(data["model"]["vocab"])
    data["model"]["merges"].append(["<s", ">"])
    save(name, Tokenizer.from_str(json.dumps(data)))


def byte_level_nfc() -> None:
    """As Qwen: characters composed first, then bytes; runs of spaces as added tokens, as GPT-NeoX has them."""
    t = Tokenizer(models.BPE())
    t.normalizer = normalizers.NFC()
    t.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    t.decoder = decoders.ByteLevel()
    t.post_processor = processors.ByteLevel(trim_offsets=True)
    trainer = trainers.BpeTrainer(
        vocab_size=400,
        special_tokens=["<|end|>", "<|user|>", "<|assistant|>"],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    t.train_from_iterator(TEXT, trainer)
    data = json.loads(t.to_str())
    for token in data["added_tokens"]:
        token["rstrip"] = token["content"] != "<|end|>"
    size = len(data["model"]["vocab"])
    for i, spaces in enumerate(["    ", "  "]):
        data["added_tokens"].append(
            {
                "id": size + i,
                "content": spaces,
                "single_word": False,
                "lstrip": False,
                "rstrip": False,
                "normalized": True,
                "special": False,
            }
        )
    save("byte-level-nfc", Tokenizer.from_str(json.dumps(data)))


if __name__ == "__main__":
    OUT.mkdir(parents=True, exist_ok=True)
    wordpiece()
    unigram()
    sentencepiece_bpe("sentencepiece-prepend", first=False)
    sentencepiece_bpe("sentencepiece-first", first=True)
    byte_level_nfc()
