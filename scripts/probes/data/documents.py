"""Whole documents from what is at hand: lines `{kind, source, text}`, of 200 to 3,000 tokens.

    python documents.py OUT.jsonl --seed N [--descriptions SITE_PACKAGES MOST]... [--git KIND GIT_DIR PATTERN MOST]...
        [--mail GIT_DIR PATTERN MOST]... [--files KIND GLOB MOST]... [--pieces]

For measuring (`npm run eval:evidence`) take sources that no fit has seen: nothing of them is
committed, so any licence will do. For a fit only sources whose licence lets weights ship. Descriptions are those of Python packages
on PyPI; `--mail` takes threads of at most three mails from mails or mbox files in a bare repository; `--files` unpacks `.gz`, takes the
words of HTML and renders manual pages. A document is the beginning of a text, with `--pieces` of those of books a
place in the middle. Three in five have at most some 350 tokens, one in eight more than 650.
"""

import argparse
import email
import glob
import gzip
import html
import json
import random
import re
import subprocess
from email.header import decode_header, make_header
from importlib.metadata import distributions
from pathlib import Path

SHORTEST = 900  # characters, some 200 tokens
LENGTHS = [(0.62, 900, 1_500), (0.25, 1_500, 2_600), (0.1, 2_600, 6_000), (0.03, 6_000, 12_000)]


def length(rng: random.Random) -> int:
    draw = rng.random()
    for share, low, high in LENGTHS:
        draw -= share
        if draw < 0:
            return rng.randrange(low, high)
    return SHORTEST


def cut(text: str, rng: random.Random, middle: bool) -> str | None:
    """The beginning of a text, or a piece of its middle, up to the end of a line."""
    text = re.sub(r"\n{3,}", "\n\n", text.replace("\r", "")).strip()
    most = length(rng)
    if middle and len(text) > 3 * most:
        start = text.index("\n\n", rng.randrange(len(text) // 20, len(text) * 9 // 10 - most)) + 2
        text = text[start:]
    if len(text) > most:
        text = text[: max(text.rfind("\n", 0, most), SHORTEST)]
    letters = sum(c.isalpha() for c in text)
    return text.strip() if len(text) >= SHORTEST and letters > 0.5 * len(text) else None


def git_files(folder: str, pattern: str, rng: random.Random, most: int) -> list[tuple[str, str]]:
    git = ["git", f"--git-dir={folder}"]
    names = subprocess.run([*git, "ls-tree", "-r", "--name-only", "-z", "HEAD"], capture_output=True, text=True, check=True).stdout.split("\0")
    chosen = [n for n in names if re.search(pattern, n)]
    chosen = rng.sample(chosen, min(len(chosen), most))
    return [(n, subprocess.run([*git, "show", f"HEAD:{n}"], capture_output=True, check=True).stdout.decode("utf-8", "ignore")) for n in chosen]


def repository(folder: str) -> str:
    parts = Path(folder).parts
    return next(p for p in reversed(parts) if p not in ("repo", ".git")).replace("+", "/", 1)


def from_git(kind: str, folder: str, pattern: str, most: str, rng, pieces: bool):
    books = pieces and kind == "book"
    files = git_files(folder, pattern, rng, 1 if books else 3 * int(most))
    for _, text in files * (3 * int(most) if books else 1):
        yield kind, repository(folder), cut(text, rng, books)


def from_mail(folder: str, pattern: str, most: str, rng):
    for name, text in git_files(folder, pattern, rng, 2 * int(most)):
        mails = [email.message_from_string(mail) for mail in re.split(r"(?m)^From .*\n", text) if mail.strip()]
        plain = [m for m in mails if not m.is_multipart()]
        for mail in rng.sample(plain, min(2, len(plain))):
            thread = [m for m in plain if str(m["subject"]) in (str(mail["subject"]), f"Re: {mail['subject']}")][:3]
            bodies = [f"From: {make_header(decode_header(str(m['from'])))}\nSubject: {m['subject']}\nDate: {m['date']}\n\n{m.get_payload()}" for m in thread]
            yield "mail", repository(folder), cut("\n\n".join(bodies), rng, False)


def plain_page(text: str) -> str:
    text = re.sub(r"(?is)<(script|style|nav|head)\b.*?</\1>", " ", text)
    text = re.sub(r"(?i)</(p|div|li|h\d|tr|pre|section)>|<br */?>", "\n", text)
    lines = [" ".join(line.split()) for line in html.unescape(re.sub(r"<[^>]+>", "", text)).split("\n")]
    return re.sub(r"\n{2,}", "\n\n", "\n".join(lines))


def from_files(kind: str, pattern: str, most: str, rng):
    names = sorted(glob.glob(pattern, recursive=True))
    for name in rng.sample(names, min(len(names), 3 * int(most))):
        if kind == "manual":
            found = subprocess.run(["man", "-P", "cat", name], capture_output=True, env={"MANWIDTH": "100", "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"})
            text = re.sub(r".\x08", "", found.stdout.decode("utf-8", "ignore"))
        else:
            data = Path(name).read_bytes()
            text = (gzip.decompress(data) if name.endswith(".gz") else data).decode("utf-8", "ignore")
        yield kind, kind, cut(plain_page(text) if name.endswith(".html") else text, rng, False)


def from_descriptions(folder: str, most: str, rng):
    found = [d.metadata.get_payload() or d.metadata.get("Description") or "" for d in distributions(path=[folder])]
    for text in rng.sample(found, len(found)):
        yield "description", "descriptions on PyPI", cut(text, rng, False)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out")
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--descriptions", action="append", nargs=2, default=[])
    parser.add_argument("--git", action="append", nargs=4, default=[])
    parser.add_argument("--mail", action="append", nargs=3, default=[])
    parser.add_argument("--files", action="append", nargs=3, default=[])
    parser.add_argument("--pieces", action="store_true")
    args = parser.parse_args()
    rng = random.Random(args.seed)
    groups = [(int(g[-1]), from_git(*g, rng, args.pieces)) for g in args.git]
    groups += [(int(m[-1]), from_mail(*m, rng)) for m in args.mail]
    groups += [(int(f[-1]), from_files(*f, rng)) for f in args.files]
    groups += [(int(d[-1]), from_descriptions(*d, rng)) for d in args.descriptions]
    rows, seen = [], set()
    for most, found in groups:
        taken = 0
        for kind, source, text in found:
            if taken < most and text and text[:200] not in seen:
                seen.add(text[:200])
                rows.append({"kind": kind, "source": source, "text": text})
                taken += 1
    rng.shuffle(rows)
    Path(args.out).write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


if __name__ == "__main__":
    main()
