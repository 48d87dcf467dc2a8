"""Times transformers' eager forward with `output_attentions` on the bundled model, for inference.ts.

Reads one line of JSON with token ids, then answers each further line with the ms of one forward.
"""

import json
import sys
import time
from pathlib import Path

import torch

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "oracle"))
from loadBundled import load_model  # noqa: E402

model = load_model()
ids = torch.tensor([json.loads(sys.stdin.readline())])
print(f"{torch.__version__}, {torch.get_num_threads()} threads", flush=True)
with torch.inference_mode():
    for _ in sys.stdin:
        start = time.perf_counter()
        out = model(ids, output_attentions=True, logits_to_keep=1)
        # What the other side gives too: the mean over heads of each layer.
        means = [attention.mean(1) for attention in out.attentions]
        print((time.perf_counter() - start) * 1000, flush=True)
