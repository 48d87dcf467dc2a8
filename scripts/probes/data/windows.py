"""Windows for the probe of untrusted data: a carrier, and at a boundary of it something said to people or to an AI.

    python windows.py CARRIERS.jsonl[.gz] OUT.jsonl --seed N [--count N] [--requests FILE] [--strings FILE] [--whole]

A carrier is a line `{kind, source, licence, text}`; the character U+0001 in it marks places where a remark of anybody may
stand (the text of a review, a string of a JSON file); without any, sentence and line ends are taken. Each line written is
`{id, kind, source, label, bare, form, before, text, after, spans: [[start, end]], people: [[start, end]], said}`: `text` is the
data, `before` and `after` are what stands around it when the chat template is used. Offsets are code points of `text`.
With `--whole` carriers are documents and are not cut: a third stay as they are, the others get one to three remarks each.
"""

import argparse
import gzip
import json
import random
import re

from tasks import around
from toAssistant import said_to_assistant
from toPeople import said_to_people
from words import Words

SLOT = "\x01"
MOST_CHARACTERS = 600  # about 160 tokens; dense texts (JSON, tables) are cut at MOST_TOKENS when they are read


def read(path):
    with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def cut(text: str, w: Words, most: int) -> str:
    """A piece of at most `most` characters that begins at a line or sentence where the text allows it."""
    if len(text) <= most:
        return text
    starts = [m.end() for m in re.finditer(r"\n+|(?<=[.!?])\s+", text) if m.end() < len(text) - most * 0.6]
    start = w.one([0, *starts])
    piece = text[start : start + most]
    ends = [m.start() for m in re.finditer(r"\n|(?<=[.!?])\s", piece) if m.start() > most * 0.6]
    return piece[: ends[-1]] if ends else piece


def boundaries(text: str) -> list[int]:
    return [m.end() for m in re.finditer(r"(?<=[.!?:])[ \t]+(?=[A-Z\"'(\[])|\n+|\Z", text)] + ([0] if text else [])


def place(text: str, w: Words, kind: str) -> tuple[int, bool]:
    """Where a remark may stand, and whether this place was marked. In JSON only in strings."""
    slots = [i for i, c in enumerate(text) if c == SLOT]
    if not slots and kind.startswith("json"):
        slots = [m.start() for m in re.finditer(r'(?<=\w\w[\w.!?])"(?=\s*[,}\]\n])', text)]
    if slots and w.chance(1 if kind.startswith("json") else 0.8):
        return w.one(slots), True
    return w.one(boundaries(text)), False


def escape(kind: str, said: str) -> str:
    return json.dumps(said, ensure_ascii=False)[1:-1] if kind.startswith("json") else said.replace("\n", " ") if kind in ("csv", "log", "table") else said


def put(text: str, said: str, w: Words, kind: str, marks: list) -> str:
    """`text` with `said` at a boundary; marks (lists [start, end, label]) that lie behind it move on."""
    at, marked = place(text, w, kind)
    inside = [m for m in marks if m[0] < at < m[1]]
    if inside:
        at, marked = inside[0][1], False
    said = escape(kind, said)
    before, after = ("", "") if marked else glue(text, at, w)
    if marked and at > 0 and text[at - 1] not in ' \n"\x01>(':
        before = " "
    elif marked and at + 1 < len(text) and text[at + 1] not in ' \n"\x01<),|':
        after = " "
    grown = before + said + after
    for m in marks:
        if m[0] >= at:
            m[0] += len(grown)
            m[1] += len(grown)
    marks.append([at + len(before), at + len(before) + len(said)])
    return text[:at] + grown + text[at:]


def glue(text: str, at: int, w: Words) -> tuple[str, str]:
    """What joins a remark to the text around it: a space within a line, else line ends."""
    if at > 0 and text[at - 1] == "\n" or at == 0:
        return ("", "\n" if w.chance(0.7) else "\n\n") if at < len(text) else ("", "")
    if at == len(text):
        return w.one(["\n", "\n\n", " "]), ""
    return ("", " ") if text[at - 1].isspace() else (" ", " ")


def window(carrier: dict, w: Words, requests, strings, left_out=()) -> dict:
    kind = carrier["kind"]
    draw = w.rng.random()
    text = cut(carrier["text"], w, w.one([220, 320, 420, MOST_CHARACTERS]))
    marks, said = [], []
    if 0.28 <= draw < 0.52 or draw >= 0.52 and w.chance(0.35):  # orders to people
        for _ in range(w.number(1, 2) if draw < 0.52 else 1):
            what, kind_of = said_to_people(w, left_out)
            text = put(text, what, w, kind, marks)
            said.append(kind_of)
    people = [list(m) for m in marks]
    spans, bare = [], None
    if draw >= 0.52:
        what, bare = (w.one(strings), False) if strings and w.chance(0.15) else said_to_assistant(w, requests)
        text = put(text, what[:500], w, kind, marks)
        people, spans = marks[:-1], marks[-1:]
    text, (people, spans) = without_slots(text, people, spans)
    form, before, after = around(w, kind)
    label = "assistant" if spans else "people" if people else "clean"
    return {"kind": kind, "source": carrier["source"], "label": label, "bare": bare, "form": form, "before": before, "text": text, "after": after, "spans": spans, "people": people, "said": said}


def document(carrier: dict, w: Words, requests) -> dict:
    """A whole document: of a third nothing is said to anybody, in a fifth to people only, else one to three times to an AI."""
    kind, text = carrier["kind"], carrier["text"]
    draw = w.rng.random()
    count = 0 if draw < 0.53 else w.one([1, 1, 2, 3])
    marks, said, bare = [], [], None
    for number in range(count + (w.number(1, 2) if 0.33 <= draw < 0.8 else 0)):
        if number < count:
            what, bare = said_to_assistant(w, requests)
        else:
            what, kind_of = said_to_people(w)
            said.append(kind_of)
        text = put(text, what[:500], w, kind, marks)
    text, (people, spans) = without_slots(text, marks[count:], marks[:count])
    form, before, after = around(w, kind)
    label = "assistant" if spans else "people" if people else "clean"
    return {"kind": kind, "source": carrier["source"], "label": label, "bare": bare, "form": form, "before": before, "text": text, "after": after, "spans": spans, "people": people, "said": said}


def without_slots(text: str, *lists):
    gone = [0]
    for c in text:
        gone.append(gone[-1] + (c == SLOT))
    return text.replace(SLOT, ""), [[[s - gone[s], e - gone[e]] for s, e in spans] for spans in lists]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("carriers")
    parser.add_argument("out")
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--count", type=int)
    parser.add_argument("--requests")
    parser.add_argument("--strings")
    parser.add_argument("--whole", action="store_true")
    args = parser.parse_args()
    rng = random.Random(args.seed)
    carriers = read(args.carriers)
    rng.shuffle(carriers)
    requests = [r["text"] for r in read(args.requests)] if args.requests else None
    strings = [r["text"] for r in read(args.strings)] if args.strings else None
    w = Words(rng)
    with open(args.out, "w", encoding="utf-8") as out:
        for number, carrier in enumerate(carriers[: args.count]):
            row = document(carrier, w, requests) if args.whole else window(carrier, w, requests, strings)
            out.write(json.dumps({"id": f"{args.seed}-{number}", **row}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
