#!/usr/bin/env python3
"""Reads an exported isnad/1 JSONL as a Python user would, and checks both offset units, the quotes and the digests.

Standard library only. Usage: check_export.py FILE...  Prints one JSON object; exit code 1 where anything is wrong.
"""
import hashlib
import json
import sys


def problems_of(line):
    text = line["document"]["text"]
    utf16 = text.encode("utf-16-le")
    if hashlib.sha256(text.encode("utf-8")).hexdigest() != line["document"]["sha256"]:
        yield "sha256", line["document"]["id"]
    if line["document"]["id"] != line["document"]["sha256"][:16]:
        yield "id", line["document"]["id"]
    ids = {annotation["id"] for annotation in line["annotations"]}
    for annotation in line["annotations"]:
        for span in annotation["spans"]:
            start, end = span["codePoints"]
            if text[start:end] != span["quote"]:
                yield "code points", annotation["id"]
            # Two bytes a unit: the slice must be whole characters, or it does not decode.
            if utf16[2 * span["start"] : 2 * span["end"]].decode("utf-16-le") != span["quote"]:
                yield "utf-16", annotation["id"]
    for relation in line["relations"]:
        if not {relation["from"], relation["to"]} <= ids:
            yield "relation", relation["type"]
    quotes = {a["id"]: " … ".join(s["quote"] for s in a["spans"]) for a in line["annotations"]}
    for claim in line["claims"]:
        if quotes.get(claim["id"]) != claim["quote"]:
            yield "claim", claim["id"]


def main(paths):
    spans, lines, found = 0, 0, []
    for path in paths:
        with open(path, encoding="utf-8", newline="\n") as file:
            for number, raw in enumerate(file, 1):
                line = json.loads(raw)
                lines += 1
                spans += sum(len(annotation["spans"]) for annotation in line["annotations"])
                found += [f"{path}:{number}: {what} {where}" for what, where in problems_of(line)]
    print(json.dumps({"lines": lines, "spans": spans, "problems": found}, ensure_ascii=False))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
