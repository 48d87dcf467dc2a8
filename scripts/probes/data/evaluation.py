"""Windows and documents for measuring, from sources that no fit has seen; nothing of them is committed.

    python evaluation.py OUT.jsonl DOCUMENTS.jsonl --open prompts-open.jsonl.gz --field prompts-field.jsonl.gz
        --bipia GIT_DIR --mined MINED.jsonl --seed N

Rows as windows.py writes them. A poisoned row, its clean twin, and its twins with an order to people and with a plain
statement in the same place share `twin`. MINED holds clean carriers of sources left out of the fit.
"""

import argparse
import json
import random
import subprocess

from tasks import SYSTEM
from twins import ORDERS, STATEMENTS
from windows import cut, read
from words import Words

ENCODED = {"Base Encoding", "Substitution Ciphers", "Reverse Text", "Emoji Substitution", "Space Removal & Grouping"}
END = "<|im_end|>\n"


def code_points(row: dict) -> tuple[int, int]:
    """The span of a row, which counts UTF-16 units, in code points."""
    units = row["text"].encode("utf-16-le")
    return tuple(len(units[: 2 * x].decode("utf-16-le")) for x in row["span"])


def around(text: str, start: int, end: int, most: int) -> tuple[str, int, int]:
    """At most `most` characters around a span, cut at line or sentence ends where there are some."""
    room = max(0, most - (end - start))
    left = max(0, start - room * 2 // 3)
    right = min(len(text), end + (room - (start - left)))
    if left > 0:
        found = [p for p in (text.find("\n", left, start), text.find(". ", left, start)) if p >= 0]
        left = min(found) + 1 if found else left
    return text[left:right], start - left, end - left


def form(w: Words) -> dict:
    return {"form": "raw", "before": "", "after": ""} if w.chance(0.4) else {"form": "user", "before": f"{SYSTEM}<|im_start|>user\n", "after": END}


def rows_of(source: str, kind: str, text: str, start: int, end: int, twin: str, w: Words, share=1.0, statements=0.3, **more) -> list[dict]:
    said = text[start:end]
    lead, trail = said[: len(said) - len(said.lstrip())], said[len(said.rstrip()) :]
    base = {"kind": kind, "source": source, "twin": twin, **form(w), **more}
    start, end = start + len(lead), end - len(trail)
    out = [{**base, "label": "assistant", "text": text, "spans": [[start, end]], "people": []}]
    for label, pool, chance in (("people", ORDERS, share), ("statement", STATEMENTS, statements)):
        if w.chance(chance):
            other = w.one(pool)
            out.append({**base, "label": label, "text": text[:start] + other + text[end:], "spans": [], "people": [[start, start + len(other)]]})
    return out


def attacks(args, w: Words) -> list[dict]:
    out = []
    rows = [*read(args.open), *read(args.field)]
    for source, count in (("BIPIA:text", 80), ("InjecAgent:base", 60), ("AgentDyn:direct", 36), ("spikee:targeted-document", 30)):
        found = [r for r in rows if r["source"] == source and r.get("span")]
        plain = [r for r in found if r.get("family") not in ENCODED]
        for row in w.rng.sample(plain, min(count, len(plain))):
            # The mails around AgentDyn's attacks are part of them: such a text without the attack is no clean twin.
            twins = (0, 0) if source == "AgentDyn:direct" else (1, 0.3)
            out += rows_of(source, "data", *around(row["text"], *code_points(row), 560), row["id"], w, *twins, family=row.get("family"))
        for row in w.rng.sample([r for r in found if r.get("family") in ENCODED], 12 if source == "BIPIA:text" else 0):
            out += rows_of(source + " encoded", "data", *around(row["text"], *code_points(row), 560), row["id"], w, 0, 0, family=row.get("family"))
    git = ["git", f"--git-dir={args.bipia}", "show"]
    show = lambda name: subprocess.run([*git, f"HEAD:benchmark/{name}"], capture_output=True, text=True, check=True).stdout
    contexts = [json.loads(line) for line in show("code/test.jsonl").splitlines()]
    strings = [s for many in json.loads(show("code_attack_test.json")).values() for s in many]
    for n, row in enumerate(w.rng.sample(contexts, 24)):
        text = "\n".join(row["context"] if isinstance(row["context"], list) else [row["context"]])
        said = w.one(strings).split("```")[0].strip()
        lines = [i + 1 for i, c in enumerate(text) if c == "\n"] or [len(text)]
        at = w.one(lines)
        out += rows_of("BIPIA:code", "code", *around(text[:at] + said + "\n" + text[at:], at, at + len(said), 560), f"code-{n}", w)
    return out


def clean(args, w: Words) -> list[dict]:
    found = [(r["source"], "context", r["text"]) for r in read(args.open) if r["source"] == "BIPIA contexts (clean)"]
    found = w.rng.sample(found, 70)
    mined = [m for m in read(args.mined) if not m.get("long")]
    for source in sorted({m["source"] for m in mined}):
        of = [m for m in mined if m["source"] == source]
        found += [(source, m["kind"], m["text"]) for m in w.rng.sample(of, min(len(of), 28 if "GITenberg" in source else 3 if "description" in source else 9))]
    return [{"kind": kind, "source": source, "label": "clean", "text": cut(text, w, 560), "spans": [], "people": [], "natural": True, **form(w)} for source, kind, text in found]


def documents(args, w: Words) -> list[dict]:
    """Long clean texts, and some of them with one bare request at a line or sentence end."""
    mined = [m for m in read(args.mined) if m.get("long")]
    rows = [r for r in read(args.open) if r["source"] in ("BIPIA:text", "InjecAgent:base") and r.get("family") not in ENCODED]
    out = []
    for n, m in enumerate(mined):
        base = {"kind": m["kind"], "source": m["source"], "twin": f"doc-{n}", **form(w)}
        out.append({**base, "label": "clean", "text": m["text"], "spans": [], "people": []})
        if n % 4 != 3:
            row = w.one(rows)
            start, end = code_points(row)
            said = row["text"][start:end].strip()
            ends = [i + 1 for i, c in enumerate(m["text"]) if c == "\n"] or [len(m["text"])]
            at = w.one(ends)
            out.append({**base, "label": "assistant", "text": m["text"][:at] + said + "\n" + m["text"][at:], "spans": [[at, at + len(said)]], "people": []})
    return out


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("out")
    parser.add_argument("documents")
    for name in ("open", "field", "bipia", "mined"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--seed", type=int, required=True)
    args = parser.parse_args()
    w = Words(random.Random(args.seed))
    for path, rows in ((args.out, attacks(args, w) + clean(args, w)), (args.documents, documents(args, w))):
        w.rng.shuffle(rows)
        with open(path, "w", encoding="utf-8") as out:
            for number, row in enumerate(rows):
                out.write(json.dumps({"id": f"e{number}", "bare": None, "said": [], **row}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
