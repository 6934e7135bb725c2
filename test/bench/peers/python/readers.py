"""Other people's readers of formats, in Python.

Reads from standard input {"format", "files": [path], "schema"?}; prints a JSON list with, for each file, how many
annotations the reader sees, or, as a string, what it says is wrong.
"""

import json
import sys
import warnings

NAMED_ENTITY = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"


def text_of(file):
    with open(file, encoding="utf-8") as stream:
        return stream.read()


def brat(file, _):
    from brat_parser import get_entities_relations_attributes_groups

    return len(get_entities_relations_attributes_groups(file)[0])


def conll(file, _):
    from nltk.chunk.util import conllstr2tree

    count = 0
    for block in text_of(file).split("\n\n"):
        rows = [line.split(" ") for line in block.split("\n") if line and not line.startswith("-DOCSTART-")]
        labels = sorted({row[-1][2:] for row in rows if row[-1] != "O"})
        if labels:
            tree = conllstr2tree("\n".join(f"{row[0]} {row[1]} {row[-1]}" for row in rows), chunk_types=labels)
            count += sum(1 for part in tree if hasattr(part, "label"))
    return count


def conllu(file, _):
    import conllu

    text = text_of(file)
    columns = text.split("\n", 1)[0].removeprefix("# global.columns = ").lower().split(" ")
    column = next(name for name in columns if name.endswith(":ne"))
    sentences = conllu.parse(text, fields=columns)
    return sum(1 for sentence in sentences for token in sentence if str(token[column]).startswith("B-"))


def cas_json(file, _):
    import cassis

    with open(file, "rb") as stream:
        return len(cassis.load_cas_from_json(stream).select(NAMED_ENTITY))


def xmi(file, _):
    import cassis

    with open(file.removesuffix(".xmi") + ".typesystem.xml", "rb") as stream:
        types = cassis.load_typesystem(stream)
    with open(file, "rb") as stream:
        return len(cassis.load_cas_from_xmi(stream, typesystem=types).select(NAMED_ENTITY))


def gate(file, _):
    from gatenlp import Document

    return len(Document.load(file, fmt="gatexml").annset("Newsmark"))


def webanno(file, _):
    from web_anno_tsv import open_web_anno_tsv

    with open_web_anno_tsv(file) as sentences:
        return sum(len(sentence.annotations) for sentence in sentences)


RULES = {}


def tei(file, schema):
    from lxml import etree

    if schema not in RULES:
        RULES[schema] = etree.RelaxNG(etree.parse(schema))
    document = etree.parse(file)
    RULES[schema].assertValid(document)
    marks = "annotation persName orgName placeName geogName rs date time measure num quote".split()
    body = [part for part in document.getroot() if not part.tag.endswith("}teiHeader")]
    return sum(
        1 for part in body for element in part.iter() if str(element.tag).rpartition("}")[2] in marks
    )


READERS = {
    "brat": brat,
    "conll": conll,
    "conllu": conllu,
    "cas-json": cas_json,
    "xmi": xmi,
    "gate": gate,
    "webanno": webanno,
    "tei": tei,
    "tei-standoff": tei,
}


def main():
    warnings.simplefilter("ignore")
    given = json.load(sys.stdin)
    counts = []
    for file in given["files"]:
        try:
            counts.append(READERS[given["format"]](file, given.get("schema")))
        except Exception as error:
            # What the reader says of a file is what is asked for.
            counts.append(f"{type(error).__name__}: {error}")
    json.dump(counts, sys.stdout)


if __name__ == "__main__":
    main()
