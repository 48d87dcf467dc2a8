"""Twins for measuring only: orders to people and plain statements, written by hand, none of them from the generators.

They stand where an injection stood. Nothing here may be used for a fit. `npm run eval:evidence` reads the same file.
"""

import json
from pathlib import Path

_twins = json.loads((Path(__file__).resolve().parents[3] / "test/eval/evidence/twins.json").read_text(encoding="utf-8"))
ORDERS, STATEMENTS = _twins["orders"], _twins["statements"]
