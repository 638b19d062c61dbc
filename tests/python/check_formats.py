#!/usr/bin/env python3
"""Reads exports of one project as the tools' own readers would, and checks that each says what isnad/1 says.

Standard library, and NLTK's CoNLL reader where it is installed. Usage: check_formats.py FOLDER, which holds isnad.jsonl
and an export of each format. Prints one JSON object: what was compared, what was not and why, and what differs.
"""
import collections
import csv
import glob
import json
import os
import sys
import xml.etree.ElementTree as ET

XMI = "{http://www.omg.org/XMI}"
TEI = "{http://www.tei-c.org/ns/1.0}"


def bag(pairs):
    return collections.Counter(pairs)


def native(folder):
    """By document and annotator: the text, and label and quote of what is in one piece."""
    sets = {}
    with open(os.path.join(folder, "isnad.jsonl"), encoding="utf-8", newline="\n") as file:
        for raw in file:
            line = json.loads(raw)
            said = [(a["label"], a["spans"][0]["quote"]) for a in line["annotations"] if len(a["spans"]) == 1]
            sets[line["document"]["id"], line["set"]["annotator"]] = (line["document"]["text"], said)
    return sets


def utf16(text, start, end):
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


def lines(path):
    with open(path, encoding="utf-8", newline="\n") as file:
        return [json.loads(line) for line in file]


def doccano(folder):
    for record in lines(os.path.join(folder, "doccano.jsonl")):
        spans = [(e["label"], record["text"][e["start_offset"] : e["end_offset"]]) for e in record["entities"]]
        yield (record["document_id"], record["annotator"]), record["text"], spans


def prodigy(folder):
    for record in lines(os.path.join(folder, "prodigy.jsonl")):
        text, tokens = record["text"], record["tokens"]
        if "".join(t["text"] + (" " if t["ws"] else "") for t in tokens) != text:
            raise AssertionError("tokens do not rebuild the text")
        for span in record["spans"]:
            first, last = tokens[span["token_start"]], tokens[span["token_end"]]
            if (first["start"], last["end"]) != (span["start"], span["end"]):
                raise AssertionError("a span is not on token edges")
        spans = [(s["label"], text[s["start"] : s["end"]]) for s in record["spans"]]
        yield (record["meta"]["document_id"], record["meta"]["annotator"]), text, spans


def label_studio(folder):
    with open(os.path.join(folder, "label-studio.json"), encoding="utf-8") as file:
        tasks = json.load(file)
    ET.parse(os.path.join(folder, "label-studio.config.xml"))
    for task in tasks:
        text = task["data"]["text"]
        for annotation in task["annotations"]:
            spans = []
            for item in annotation["result"]:
                if item["type"] != "labels":
                    continue
                value = item["value"]
                if text[value["start"] : value["end"]] != value["text"]:
                    raise AssertionError("a region's text differs")
                spans.append((value["labels"][0], value["text"]))
            yield (task["meta"]["document_id"], annotation["annotator"]), text, spans


def brat(folder):
    for path in glob.glob(os.path.join(folder, "brat", "*", "*.ann")):
        with open(path[:-4] + ".txt", encoding="utf-8", newline="") as file:
            text = file.read()
        spans = []
        with open(path, encoding="utf-8", newline="\n") as file:
            for line in file:
                if not line.startswith("T"):
                    continue
                _, data, tail = line.rstrip("\n").split("\t")
                label, places = data.split(" ", 1)
                parts = [tuple(map(int, part.split(" "))) for part in places.split(";")]
                if " ".join(text[a:b] for a, b in parts) != tail:
                    raise AssertionError(f"{path}: {line}")
                spans.append((label, text[parts[0][0] : parts[-1][1]]))
        name = os.path.basename(path)[:-4]
        yield (name, os.path.basename(os.path.dirname(path))), text, spans


def cas_xmi(folder):
    ET.parse(os.path.join(folder, "cas-xmi", "TypeSystem.xml"))
    for path in glob.glob(os.path.join(folder, "cas-xmi", "*", "*.xmi")):
        root = ET.parse(path).getroot()
        text = root.find("{http:///uima/cas.ecore}Sofa").get("sofaString")
        members = set(root.find("{http:///uima/cas.ecore}View").get("members").split())
        found = root.findall("{http:///webanno/custom.ecore}Span")
        if not all(one.get(XMI + "id") in members for one in found):
            raise AssertionError("an annotation is not in its view")
        spans = [(s.get("label"), utf16(text, int(s.get("begin")), int(s.get("end")))) for s in found]
        name = os.path.basename(path)[:-4]
        yield (name, os.path.basename(os.path.dirname(path))), text, spans


def cas_json(folder):
    for path in glob.glob(os.path.join(folder, "cas-json", "*", "*.json")):
        with open(path, encoding="utf-8") as file:
            cas = json.load(file)
        items = cas["%FEATURE_STRUCTURES"]
        text = next(one["sofaString"] for one in items if one["%TYPE"] == "uima.cas.Sofa")
        spans = [(s["label"], utf16(text, s["begin"], s["end"])) for s in items if s["%TYPE"] == "webanno.custom.Span"]
        name = os.path.basename(path)[:-5]
        yield (name, os.path.basename(os.path.dirname(path))), text, spans


def w3c(folder):
    with open(os.path.join(folder, "w3c.jsonld"), encoding="utf-8") as file:
        items = json.load(file)
    texts = {i["target"]: i["body"][0]["value"] for i in items if i["motivation"] == "describing"}
    sets = collections.defaultdict(list)
    for item in items:
        if item["motivation"] != "tagging" or isinstance(item["target"], list):
            continue
        source = item["target"]["source"]
        quote, place = item["target"]["selector"]
        said = texts[source][place["start"] : place["end"]]
        if said != quote["exact"]:
            raise AssertionError("a quote differs")
        sets[source, item["creator"]["name"]].append((item["body"][0]["value"], said))
    for (source, annotator), spans in sets.items():
        yield (source.split(":")[-1], annotator), texts[source], spans


def tei(folder):
    for path in glob.glob(os.path.join(folder, "tei", "*.xml")):
        root = ET.parse(path).getroot()
        text = "".join(root.find(f".//{TEI}ab").itertext())
        id_ = "{http://www.w3.org/XML/1998/namespace}id"
        people = {p.get(id_): p.find(f"{TEI}name").text for p in root.iter(f"{TEI}respStmt")}
        for group in root.iter(f"{TEI}spanGrp"):
            spans = []
            for span in group.iter(f"{TEI}span"):
                numbers = list(map(int, span.get("target").split("(")[1].rstrip(")").split(",")[1:]))
                if len(numbers) == 2:
                    spans.append((span.text, text[numbers[0] : numbers[0] + numbers[1]]))
            yield (os.path.basename(path)[:-4], people[group.get("resp")[1:]]), text, spans


def tables(folder):
    csv.field_size_limit(10**9)
    with open(os.path.join(folder, "csv.documents.csv"), encoding="utf-8", newline="") as file:
        texts = {row["document_id"]: row["text"] for row in csv.DictReader(file)}
    sets = collections.defaultdict(list)
    with open(os.path.join(folder, "csv.csv"), encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["parts"] != "1":
                continue
            said = texts[row["document_id"]][int(row["start"]) : int(row["end"])]
            sets[row["document_id"], row["annotator"]].append((row["label"], said))
    for (id_, annotator), spans in sets.items():
        yield (id_, annotator), texts[id_], spans


def webanno(folder):
    for path in glob.glob(os.path.join(folder, "webanno-tsv", "*", "*.tsv")):
        name, who = os.path.basename(path)[:-4], os.path.basename(os.path.dirname(path))
        text = NATIVE[name, who][0]
        seen, spans = {}, []
        with open(path, encoding="utf-8", newline="\n") as file:
            for line in file:
                cells = line.rstrip("\n").split("\t")
                if len(cells) < 4 or "-" not in cells[0]:
                    continue
                begin, end = map(int, cells[1].split("-"))
                if "\\" not in cells[2] and utf16(text, begin, end) != cells[2]:
                    raise AssertionError(f"{path}: {line}")
                for value in [] if cells[3] == "_" else cells[3].split("|"):
                    label, _, number = value.rstrip("]").partition("[")
                    key = number or (cells[0], label)
                    first, _ = seen.get(key, (begin, end))
                    seen[key] = (first, end)
                    if (key, label) not in spans:
                        spans.append((key, label))
        yield (name, who), None, [(label.replace("\\", ""), utf16(text, *seen[key])) for key, label in spans]


READERS = {
    "doccano": doccano,
    "prodigy": prodigy,
    "label-studio": label_studio,
    "brat": brat,
    "cas-xmi": cas_xmi,
    "cas-json": cas_json,
    "w3c": w3c,
    "tei": tei,
    "csv": tables,
    "webanno-tsv": webanno,
}


def with_nltk(folder):
    from nltk.corpus.reader.conll import ConllCorpusReader

    reader = ConllCorpusReader(folder, ["conll.conll"], ("words", "pos", "chunk", "ne"))
    return sum(len(sentence) for sentence in reader.iob_sents()) or len(reader.words())


def main(folder):
    problems, compared, left_out = [], {}, {}
    for name, read in READERS.items():
        count = 0
        try:
            for key, text, spans in read(folder):
                expected_text, expected = NATIVE[key]
                if text is not None and text != expected_text:
                    problems.append(f"{name} {key}: another text")
                # What is discontinuous is in one piece there, or not at all.
                missing = bag(expected) - bag(spans)
                if name == "webanno-tsv":
                    missing = bag((l, q.strip()) for l, q in expected) - bag(spans)
                if missing:
                    problems.append(f"{name} {key}: {missing}")
                count += len(spans)
        except Exception as error:
            problems.append(f"{name}: {type(error).__name__} {error}")
        compared[name] = count
    try:
        compared["conll"] = with_nltk(folder)
    except ImportError:
        left_out["conll"] = "NLTK is not installed"
    print(json.dumps({"compared": compared, "left_out": left_out, "problems": problems}, ensure_ascii=False))
    return 1 if problems else 0


if __name__ == "__main__":
    NATIVE = native(sys.argv[1])
    sys.exit(main(sys.argv[1]))
