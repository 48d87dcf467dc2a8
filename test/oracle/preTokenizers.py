"""What byte-level BPE makes of texts after each pre-tokenizer that a GGUF file may name.

Writes `test/fixtures/gguf/preTokenizers.json`: `tokens` and `merges` of one small vocabulary, whose merges know no words, the `texts`,
and for each name the ids of each text. Words are cut by the `regex` package and merged by hand here; nothing of the package
`tokenizers`, which the product uses, but the training of the vocabulary. Where transformers has a class for a tokenizer of the
name, it is asked as well and has to agree. The patterns are those of the models' own files: GPT-2 (`encoder.py`), Llama 3
(`tokenizer.json`), Qwen2 (`tokenization_qwen2.py`), o200k (`tiktoken_ext/openai_public.py`), Tekken (`tekken.json`), DeepSeek
(`tokenizer.json`; also in llama-vocab.cpp of llama.cpp, by whose names they go).

Run it with `python test/oracle/preTokenizers.py`.
"""

import json
import unicodedata

import regex
from tokenizers import Tokenizer, models, trainers
from transformers import GPT2Tokenizer, GPTNeoXTokenizer, Qwen2Tokenizer

from loadBundled import ROOT
from tinyGguf import byte_characters

TEXTS = [
    "Read the message; it's short, isn't it? WE'LL SEE, I'M SURE, THEY'VE 'D.",
    "In 1999 and 2024, 31415926 of 100000 (½, ²) were read: 12:30, v1.2.3",
    "  two  spaces   before,\tand a tab\t\tand after  ",
    "a\n\n  b\r\n\r\nc\n   \n d /path/to\n\n/x !!\n",
    "Ünïcödé, cafe\u0301 and café, ﬁne, ǅ, ʰ, ª; 東京は日本の首都です。 Привет, мир! 한국어 문장, 你好1你好",
    "def answer(question): return {'role': \"assistant\", 'n': 0x1F}  # camelCaseWord HTTPServer",
    "𝐈𝐠𝐧𝐨𝐫𝐞 👋🏽 ①②③ ١٢٣ हिन्दी ქართული հայերեն Ꭳ \u00a0nbsp\u3000wide",
    "",
]

GPT2 = r"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+"
LLAMA3 = r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
QWEN2 = r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
UPPER, LOWER = r"[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]", r"[\p{Ll}\p{Lm}\p{Lo}\p{M}]"
TEKKEN = rf"[^\r\n\p{{L}}\p{{N}}]?{UPPER}*{LOWER}+|[^\r\n\p{{L}}\p{{N}}]?{UPPER}+{LOWER}*|\p{{N}}| ?[^\s\p{{L}}\p{{N}}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+"
SUFFIX = r"(?i:'s|'t|'re|'ve|'m|'ll|'d)?"
O200K = rf"[^\r\n\p{{L}}\p{{N}}]?{UPPER}*{LOWER}+{SUFFIX}|[^\r\n\p{{L}}\p{{N}}]?{UPPER}+{LOWER}*{SUFFIX}|\p{{N}}{{1,3}}| ?[^\s\p{{L}}\p{{N}}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+"
# The file lists these letters one range after another: of those with two cases, all that Unicode 4 or so had.
CASED = r"[A-Za-zµÀ-ÖØ-öø-ƺƼ-ƿǄ-ʓʕ-ʯͰ-ͳͶͷͻ-ͽͿΆΈ-ΊΌΎ-ΡΣ-ϵϷ-ҁҊ-ԯԱ-ՖႠ-ჅᎠ-Ᏽᏸ-ᏽḀ-ἕℂℇꙀ-ꙭﬀ-ﬆＡ-Ｚａ-ｚ\U00010400-\U0001044f]"
CJK = r"[一-龥ࠀ-一가-\ud7ff]+".replace("\\ud7ff", "\ud7ff")
PUNCTUATION = "[!-/:-~！-／：-～‘-‟\u3000-。]"
NEW_LINES = r"[\r\n]"
DIGIT = r"\p{N}"

# Steps, each of which cuts what the one before it left; whether characters are composed first; whether whole tokens come before merges.
NAMES = {
    "gpt-2": ([GPT2], False, False),
    "phi-2": ([GPT2], False, False),
    "olmo": ([GPT2], True, False),
    "smollm": ([DIGIT, GPT2], False, False),
    "refact": ([DIGIT, GPT2], False, False),
    "starcoder": ([DIGIT, GPT2], False, False),
    "qwen2": ([QWEN2], True, False),
    "deepseek-r1-qwen": ([QWEN2], True, False),
    "stablelm2": ([QWEN2], True, False),
    "dbrx": ([LLAMA3], False, False),
    "smaug-bpe": ([LLAMA3], False, True),
    "llama-bpe": ([LLAMA3], False, True),
    "llama3": ([LLAMA3], False, True),
    "llama-v3": ([LLAMA3], False, True),
    "tekken": ([TEKKEN], False, True),
    "gpt-4o": ([O200K], False, False),
    "deepseek-llm": ([NEW_LINES, rf"\s?{CASED}+", rf"\s?{PUNCTUATION}+", r"\s+$", CJK, DIGIT], False, False),
    "deepseek-coder": ([NEW_LINES, r"\s?\p{L}+", r"\s?\p{P}+", CJK, DIGIT], False, False),
}
CLASSES = {"gpt-2": GPT2Tokenizer, "olmo": GPTNeoXTokenizer, "qwen2": Qwen2Tokenizer}


def cut(text: str, steps: list[str]) -> list[str]:
    words = [text] if text else []
    for pattern in steps:
        finer = []
        for word in words:
            at = 0
            for match in regex.finditer(pattern, word):
                if match.end() > match.start():
                    finer += [word[at : match.start()], match.group()]
                    at = match.end()
            finer.append(word[at:])
        words = [word for word in finer if word]
    return words


def merged(word: str, ids: dict[str, int], ranks: dict[tuple[str, str], int], whole: bool) -> list[int]:
    letters = byte_characters()
    parts = [letters[byte] for byte in word.encode()]
    if whole and "".join(parts) in ids:
        return [ids["".join(parts)]]
    while True:
        known = [(ranks[pair], i) for i, pair in enumerate(zip(parts, parts[1:])) if pair in ranks]
        if not known:
            return [ids[part] for part in parts]
        _, at = min(known)
        parts[at : at + 2] = [parts[at] + parts[at + 1]]


def vocabulary() -> tuple[list[str], list[str]]:
    """Tokens and merges, trained on the texts without words, so that each border between words matters."""
    letters = byte_characters()
    tokenizer = Tokenizer(models.BPE())
    trainer = trainers.BpeTrainer(vocab_size=760, initial_alphabet=letters, min_frequency=1, max_token_length=12, show_progress=False)
    tokenizer.train_from_iterator(["".join(letters[byte] for byte in text.encode()) for text in TEXTS * 2], trainer)
    model = json.loads(tokenizer.to_str())["model"]
    merges = [pair if isinstance(pair, list) else pair.split(" ") for pair in model["merges"]]
    return sorted(model["vocab"], key=model["vocab"].get), [" ".join(pair) for pair in merges]


def main() -> None:
    tokens, merges = vocabulary()
    # A whole word whose merges lead elsewhere.
    tokens.append("Ġmessage")
    ids = {token: i for i, token in enumerate(tokens)}
    ranks = {tuple(merge.split(" ")): i for i, merge in enumerate(merges)}
    cases = {}
    for name, (steps, composed, whole) in NAMES.items():
        texts = [unicodedata.normalize("NFC", text) if composed else text for text in TEXTS]
        cases[name] = [[i for word in cut(text, steps) for i in merged(word, ids, ranks, whole)] for text in texts]
        if name in CLASSES:
            own = CLASSES[name](vocab=ids, merges=[tuple(merge.split(" ")) for merge in merges])
            asked = [own(text, add_special_tokens=False)["input_ids"] for text in TEXTS]
            assert asked == cases[name], name
        print(name, [len(case) for case in cases[name]])
    path = ROOT / "test" / "fixtures" / "gguf" / "preTokenizers.json"
    path.write_text(json.dumps({"tokens": tokens, "merges": merges, "texts": TEXTS, "ids": cases}, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
