"""What PyTorch predicts after a prompt, by how the prompt is rendered: the five likeliest tokens.

Writes `test/fixtures/bundled-model/next.json`: for each case its rendering, its messages, the ids that
transformers' own chat template and tokenizer make of them, and `[id, text, probability]` of the likeliest
tokens, softmax of the last position's logits. Run it with the CPU build of torch: `python test/oracle/nextTokens.py`.
"""

import json

import torch

from loadBundled import ROOT, load_bundled

FOLDER = ROOT / "test" / "fixtures" / "bundled-model"
TEMPLATE = ROOT / "media" / "model" / "chat_template.jinja"

PROMPTS = {
    "question": "The capital of France is",
    "rules": "You are the assistant of a small bakery 🥐.\n\n- Answer briefly.\n- 価格はユーロです。",
    "code": "def fibonacci(n):\n    if n < 2:\n        return",
}
CHAT = [
    ("system", "You translate into German."),
    ("user", "Good morning! How are you?"),
    ("assistant", "Guten Morgen! Wie geht es Ihnen?"),
    ("user", "Where is the station?"),
]


@torch.no_grad()
def main() -> None:
    model, tokenizer = load_bundled()
    tokenizer.chat_template = TEMPLATE.read_text(encoding="utf-8")
    cases = [(f"{name}, {how}", how, [("prompt", text)]) for name, text in PROMPTS.items() for how in ("user", "system", "raw")]
    cases.append(("chat", "messages", CHAT))
    written = []
    for name, rendering, messages in cases:
        if rendering == "raw":
            ids = tokenizer(messages[0][1])["input_ids"]
        else:
            said = [{"role": role if rendering == "messages" else rendering, "content": text} for role, text in messages]
            text = tokenizer.apply_chat_template(said, add_generation_prompt=True, tokenize=False)
            ids = tokenizer(text, add_special_tokens=False)["input_ids"]
        top = model(torch.tensor([ids])).logits[0, -1].softmax(-1).topk(5)
        likeliest = [[int(i), tokenizer.decode([int(i)]), round(float(p), 7)] for p, i in zip(top.values, top.indices)]
        written.append({"name": name, "rendering": rendering, "messages": messages, "ids": ids, "next": likeliest})
        print(name, len(ids), likeliest[:2])
    (FOLDER / "next.json").write_text(json.dumps(written, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
