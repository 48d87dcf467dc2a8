"""Carriers from installed packages and from copies of public repositories, by licence.

    python mine.py OUT.jsonl --seed N --each N [--python SITE_PACKAGES] [--node NODE_MODULES] [--git KIND LICENCE GIT_DIR PATTERN]... [--whole]

Docstrings of Python packages, changelogs and longer READMEs of packages from npm, and text files of a bare repository whose
path matches PATTERN. Only packages whose own metadata name MIT, BSD, Apache, ISC, PSF or CC0 are read. Of each source at most
`--each` pieces of 300 to 1,100 characters are kept, as lines `{kind, source, licence, text}`; with `--whole` documents as those
of documents.py.
"""

import argparse
import ast
import json
import random
import re
import subprocess
from importlib.metadata import distributions
from pathlib import Path

import documents

GOOD = re.compile(r"\b(MIT|BSD|Apache|ISC|PSF|Python Software Foundation|CC0)\b", re.I)
BAD = re.compile(r"\b(GPL|LGPL|AGPL|MPL|CC-BY|proprietary)\b", re.I)


whole = False  # set by --whole


def pieces(text: str, rng: random.Random, most: int) -> list[str]:
    """Random runs of whole paragraphs; whole documents, of books from a place in the middle, where those are asked for."""
    if whole:
        count = most if len(text) > 100_000 else 1
        return [piece for piece in (documents.cut(text, rng, count > 1) for _ in range(count)) if piece]
    parts = [p for p in re.split(r"\n\s*\n", text.replace("\r", "")) if p.strip()]
    out = []
    for _ in range(most * 3):
        if not parts or len(out) == most:
            break
        start = rng.randrange(len(parts))
        run = ""
        while start < len(parts) and len(run) + len(parts[start]) < 1100:
            run += parts[start] + "\n\n"
            start += 1
        letters = sum(c.isalpha() for c in run)
        if len(run) >= 300 and letters > 0.55 * len(run):
            out.append(run.strip())
    return out


def licence_of(dist) -> str:
    meta = dist.metadata
    said = " ".join([meta.get("License-Expression") or "", (meta.get("License") or "")[:60], *[c for c in meta.get_all("Classifier") or [] if c.startswith("License")]])
    return said.strip() if GOOD.search(said) and not BAD.search(said) else ""


def docstrings(root: Path):
    for file in sorted(root.rglob("*.py")):
        if "test" in file.as_posix() or file.stat().st_size > 400_000:
            continue
        try:
            tree = ast.parse(file.read_text(encoding="utf-8"))
        except (SyntaxError, UnicodeDecodeError, RecursionError):
            continue
        for node in ast.walk(tree):
            if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef)):
                text = ast.get_docstring(node)
                if text and len(text) > 350:
                    yield text


def from_python(folder: str, rng, each):
    for dist in distributions(path=[folder]):
        licence = licence_of(dist)
        tops = {f.parts[0] for f in dist.files or [] if f.suffix == ".py" and len(f.parts) > 1} if licence else set()
        found = [t for top in sorted(tops) if (Path(folder) / top).is_dir() for t in docstrings(Path(folder) / top)]
        for text in rng.sample(found, min(each, len(found))):
            for piece in pieces(text, rng, 1):
                yield "docstring", f"pip {dist.metadata['Name']}", licence[:40], piece


def from_node(folder: str, rng, each):
    for manifest in sorted([*Path(folder).glob("*/package.json"), *Path(folder).glob("@*/*/package.json")]):
        data = json.loads(manifest.read_text(encoding="utf-8"))
        licence = str(data.get("license", ""))
        if not GOOD.search(licence) or BAD.search(licence):
            continue
        readmes = [f for f in manifest.parent.glob("[Rr][Ee][Aa][Dd][Mm][Ee].[Mm][Dd]")] if whole else []
        for file in [*readmes, *manifest.parent.glob("CHANGELOG.md"), *manifest.parent.glob("HISTORY.md"), *manifest.parent.glob("docs/*.md")]:
            kind = "readme" if file in readmes else "changes" if file.parent == manifest.parent else "manual"
            for piece in pieces(file.read_text(encoding="utf-8", errors="ignore"), rng, min(each, 2)):
                yield kind, f"npm {data['name']}", licence, piece


def from_git(kind: str, licence: str, folder: str, pattern: str, rng, each):
    git = ["git", f"--git-dir={folder}"]
    names = subprocess.run([*git, "ls-tree", "-r", "--name-only", "HEAD"], capture_output=True, text=True, check=True).stdout.split("\n")
    texts = [subprocess.run([*git, "show", f"HEAD:{n}"], capture_output=True, check=True).stdout.decode("utf-8", "ignore") for n in names if re.search(pattern, n)]
    source = Path(folder).parent.name if Path(folder).name == "repo" else Path(folder).parent.parent.name
    found = [p for t in texts for p in pieces(t[len(t) // 20 : -len(t) // 20] if licence == "public domain" else t, rng, each)]
    for piece in rng.sample(found, min(each, len(found))):
        yield kind, source.replace("+", "/", 1), licence, piece


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("out")
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--each", type=int, required=True)
    parser.add_argument("--python", action="append", default=[])
    parser.add_argument("--node", action="append", default=[])
    parser.add_argument("--git", action="append", nargs=4, default=[])
    parser.add_argument("--whole", action="store_true")
    args = parser.parse_args()
    global whole
    whole = args.whole
    rng = random.Random(args.seed)
    rows = [r for f in args.python for r in from_python(f, rng, args.each)] + [r for f in args.node for r in from_node(f, rng, args.each)] + [r for g in args.git for r in from_git(*g, rng, args.each)]
    with open(args.out, "w", encoding="utf-8") as out:
        for kind, source, licence, text in rows:
            out.write(json.dumps({"kind": kind, "source": source, "licence": licence, "text": text}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
