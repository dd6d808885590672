"""Counts the types of all acts of a part of the corpus, events and what stands inside them.

python3 examples/corpus/read_corpus.py data/corpus/train
"""

import json
import sys
from collections import Counter
from pathlib import Path


def read_corpus(folder):
    """The items of every file of a folder, in order."""
    for path in sorted(Path(folder).glob("*.jsonl")):
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                yield json.loads(line)


def acts_within(acts):
    """Acts and everything inside them, outermost first. What is absent is empty."""
    for act in acts:
        yield act
        yield from acts_within(act.get("content", []))
        if act.get("consequence"):
            yield from acts_within([act["consequence"]])
        yield from acts_within(act.get("purpose", []))


if __name__ == "__main__":
    counts = Counter()
    for item in read_corpus(sys.argv[1] if len(sys.argv) > 1 else "data/corpus/train"):
        for act in acts_within(item["acts"]):
            span = act["trigger"]
            assert item["text"][span["start"] : span["end"]] == span["text"]
            counts[act["type"]] += 1
    for name, count in sorted(counts.items()):
        print(f"{name}\t{count}")
