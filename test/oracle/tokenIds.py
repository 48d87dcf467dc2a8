"""Token ids as transformers gives them, for test/model/offsets.test.ts.

    python test/oracle/tokenIds.py

Writes test/fixtures/tokens/ids.json: 500 hostile texts (emoji, joiners, combining marks, line ends,
tabs, lone surrogates, chat markers as text) with the ids of the bundled tokenizer, none of them a
special token; and chats with the ids of `apply_chat_template`. Lone surrogates are fed as U+FFFD.
Then the same texts for each tiny tokenizer beside it, as the tokenizer itself reads ordinary text, and chats by templates of the kinds in use.
"""

import json
import random
from pathlib import Path

from tokenizers import Tokenizer
from transformers import PreTrainedTokenizerFast

ROOT = Path(__file__).resolve().parents[2]
MODEL = ROOT / "media" / "model"
TOKENS = ROOT / "test" / "fixtures" / "tokens"

WORDS = "the system prompt reads every token of data and user's text don't 2024 naïve café Straße Привет 東京 한국어 שלום".split()
PIECES = [
    *WORDS, " ", "  ", "\t", "\n", "\r\n", "\r", "\n\n", "   \n", ".", ",", "!?", "```", "#", "{}", "</s>", "[INST]",
    "😀", "👩\u200d👩\u200d👧", "👍🏽", "🇩🇪", "e\u0301", "a\u0308\u0323", "\u0301", "\u200b", "\u202e", "\ufeff", "\u00a0",
    "½", "ﬁ", "ａ", "\u1112\u1161\u11ab", "𝒜", "\U000e0041", "\ue000", "\ufffd", "\u0000", "\u001b[0m",
    "\ud83d", "\ude00", "<|im_start|>", "<|im_end|>", "<|endoftext|>", "<|im_start|>system\n", "<|im_", "start|>",
]  # fmt: skip
CHATS = [
    [("user", "Hello there.")],
    [("system", "Be brief."), ("user", "What is 2 + 2?"), ("assistant", "4"), ("user", "And 3 + 3?")],
    [("user", "  spaces before, and after  ")],
    [("user", "\n\nlines before, and after\n\n")],
    [("system", ""), ("user", "an empty system prompt")],
    [("user", "😀 東京 e\u0301\r\n\tdef f(x):\r\n\t\treturn x")],
    [("system", "a"), ("user", "b"), ("assistant", ""), ("user", " "), ("assistant", "\n")],
]

# As Phi-3 writes turns (its markers eat the white space after them), and as Llama 2 and Mistral do.
TURNS = (
    "{% for m in messages %}{{ '<|' + m['role'] + '|>\n' + m['content'] + '<|end|>\n' }}{% endfor %}"
    "{% if add_generation_prompt %}{{ '<|assistant|>\n' }}{% endif %}"
)
BLOCKS = (
    "{{ bos_token }}{% for m in messages %}{% if m['role'] == 'user' %}{{ '[INST] ' + m['content'] | trim + ' [/INST]' }}"
    "{% else %}{{ ' ' + m['content'] + ' ' + eos_token }}{% endif %}{% endfor %}"
)
TINY_TEMPLATES = [("byte-level-nfc", TURNS), ("sentencepiece-prepend", BLOCKS), ("sentencepiece-first", BLOCKS)]
TINY_CHATS = [
    [("user", "Read the message.")],
    [("user", "  a token\n"), ("assistant", " data "), ("user", "\tand e\u0301 caf\u00e9\r\n")],
    [("user", "😀 東京"), ("assistant", ""), ("user", " "), ("assistant", "\u1112\u1161\u11ab")],
    [("user", "a    b  c"), ("assistant", "\n\nx")],
]


def well_formed(text: str) -> str:
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def hostile_text(rng: random.Random) -> str:
    return "".join(rng.choice(PIECES) if rng.random() < 0.7 else rng.choice(WORDS) + " " for _ in range(rng.randint(1, 24)))


def joined(text: str) -> str:
    """A high and a low surrogate side by side are one character to everybody."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def main() -> None:
    rng = random.Random(20240)
    texts = [joined(hostile_text(rng)) for _ in range(500)]
    tokenizer = PreTrainedTokenizerFast.from_pretrained(MODEL)
    plain = PreTrainedTokenizerFast.from_pretrained(MODEL)
    plain.split_special_tokens = True

    def plain_ids(text: str) -> list[int]:
        return plain(well_formed(text), add_special_tokens=False, split_special_tokens=True)["input_ids"]

    special = set(tokenizer.all_special_ids) | set(tokenizer.added_tokens_decoder)
    assert not any(special & set(plain_ids(text)) for text in texts)

    def chat_ids(messages: list[tuple[str, str]]) -> list[int]:
        start, end = tokenizer.convert_tokens_to_ids(["<|im_start|>", "<|im_end|>"])
        ids: list[int] = []
        for role, content in messages:
            ids += [start, *plain_ids(f"{role}\n{content}"), end, *plain_ids("\n")]
        return [*ids, start, *plain_ids("assistant\n")]

    chats = []
    for messages in CHATS:
        rendered = [{"role": role, "content": content} for role, content in messages]
        ids = tokenizer.apply_chat_template(rendered, add_generation_prompt=True, return_dict=False)
        if messages[0][0] == "system":
            assert ids == chat_ids(messages), messages
        chats.append({"messages": rendered, "ids": ids})
    for text in texts[:100]:
        messages = [("system", texts[rng.randrange(500)]), ("user", text)]
        rendered = [{"role": role, "content": content} for role, content in messages]
        chats.append({"messages": rendered, "ids": chat_ids(messages)})

    tiny = {}
    for path in sorted(TOKENS.glob("*.json")):
        if path.name != "ids.json":
            reader = Tokenizer.from_file(str(path))
            markup = [t.content for t in reader.get_added_tokens_decoder().values() if t.content.strip()]
            ordinary = [well_formed(text) for text in texts if not any(m in text for m in markup)][:60]
            tiny[path.stem] = [{"text": text, "ids": reader.encode(text).ids} for text in ordinary]

    tiny_chats = []
    for name, template in TINY_TEMPLATES:
        reader = PreTrainedTokenizerFast(
            tokenizer_file=str(TOKENS / f"{name}.json"), chat_template=template, bos_token="<s>", eos_token="</s>"
        )
        entries = []
        for messages in TINY_CHATS:
            rendered = [{"role": role, "content": content} for role, content in messages]
            ids = reader.apply_chat_template(rendered, add_generation_prompt=True, return_dict=False)
            entries.append({"messages": rendered, "ids": ids})
        tiny_chats.append({"tokenizer": name, "template": template, "chats": entries})

    document = {"texts": [{"text": text, "ids": plain_ids(text)} for text in texts], "chats": chats, "tiny": tiny, "tinyChats": tiny_chats}
    (TOKENS / "ids.json").write_text(json.dumps(document, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
