"""Writes carriers of our own, as lines `{kind, source, licence, text}`: `python carriers.py OUT.jsonl --seed N --each N [--whole]`.

With `--whole` a carrier is a document: two to six texts of one kind, one behind the other.
"""

import argparse
import json
import random

import carriersMachine
import carriersMail
import carriersPage
from words import Words

KINDS = [*carriersMail.KINDS, *carriersPage.KINDS, *carriersMachine.KINDS]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("out")
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--each", type=int, required=True, help="carriers of each kind")
    parser.add_argument("--whole", action="store_true")
    args = parser.parse_args()
    w = Words(random.Random(args.seed))
    with open(args.out, "w", encoding="utf-8") as out:
        for kind in KINDS:
            for _ in range(args.each):
                text = "\n\n".join(kind(w) for _ in range(w.number(2, 6))) if args.whole else kind(w)
                out.write(json.dumps({"kind": kind.__name__, "source": "own", "licence": "own text", "text": text}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
