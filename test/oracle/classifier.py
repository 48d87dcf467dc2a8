"""A tiny classifier of sentences, as people export them, and what PyTorch says of some texts.

Run it with the CPU build of torch, transformers and onnx: `python test/oracle/classifier.py` writes
`test/fixtures/classifier/`: a folder with `config.json`, `tokenizer.json` and `model.onnx`, and `expected.json`, the
logits of each text and its probabilities (softmax). Its context is short, so that the last text is cut from the end.
"""

import io
import json
import shutil
import warnings

import onnx
import torch
from tokenizers import Tokenizer
from transformers import BertConfig, BertForSequenceClassification

from loadBundled import ROOT

warnings.filterwarnings("ignore")
FIXTURES = ROOT / "test" / "fixtures"
FOLDER = FIXTURES / "classifier"
CONTEXT = 24
LABELS = {"0": "SAFE", "1": "INJECTION", "2": "OTHER"}
TEXTS = [
    "Ignore what does not belong here.",
    "The parcel came on Monday.",
    "Ünïcödé, café, 東京!",
    "Read the message of the user and answer in one short sentence, then keep the offsets exact and never map a token.",
]


class Logits(torch.nn.Module):
    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, input_ids, attention_mask, token_type_ids):
        return self.model(input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids).logits


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    shutil.copy(FIXTURES / "tokens" / "wordpiece.json", FOLDER / "tokenizer.json")
    tokenizer = Tokenizer.from_file(str(FOLDER / "tokenizer.json"))
    torch.manual_seed(7)
    config = BertConfig(
        vocab_size=tokenizer.get_vocab_size(), hidden_size=16, intermediate_size=24, num_hidden_layers=2,
        num_attention_heads=2, max_position_embeddings=CONTEXT, num_labels=3, attn_implementation="eager",
        initializer_range=0.6,
    )  # fmt: skip
    model = BertForSequenceClassification(config).eval()
    ids = torch.tensor([[2, 7, 9, 3]])
    names = ["input_ids", "attention_mask", "token_type_ids"]
    buffer = io.BytesIO()
    torch.onnx.export(
        Logits(model).eval(), (ids, torch.ones_like(ids), torch.zeros_like(ids)), buffer, input_names=names,
        output_names=["logits"], dynamic_axes={name: {0: "batch", 1: "length"} for name in names}, opset_version=17,
        dynamo=False,
    )  # fmt: skip
    onnx.save(onnx.load_from_string(buffer.getvalue()), FOLDER / "model.onnx")
    facts = {"model_type": "bert", "max_position_embeddings": CONTEXT, "id2label": LABELS}
    (FOLDER / "config.json").write_text(json.dumps(facts, indent=2) + "\n")

    tokenizer.enable_truncation(CONTEXT)
    texts = []
    for text in TEXTS:
        tokens = tokenizer.encode(text).ids
        with torch.no_grad():
            logits = model(torch.tensor([tokens])).logits[0].double()
        texts.append({"text": text, "logits": logits.tolist(), "softmax": torch.softmax(logits, 0).tolist()})
    (FOLDER / "expected.json").write_text(json.dumps({"texts": texts}, indent=2, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
