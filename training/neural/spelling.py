"""What the network sees of a word's form: the same definition as `src/parse/spelling.ts`, and a test that the two agree.

Needs no more than Python. `python3 training/neural/spelling.py` reads forms, one a line, and writes what it makes of each as JSON.
"""

import json
import sys

NGRAM_BUCKETS = 1 << 15
QUOTES = str.maketrans({"\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-", "\u2014": "-"})


def fnv(text):
    """32-bit FNV-1a over UTF-16 code units, as `src/parse/spelling.ts` has it."""
    h = 0x811C9DC5
    data = text.encode("utf-16-le")
    for i in range(0, len(data), 2):
        h = ((h ^ (data[i] | data[i + 1] << 8)) * 0x01000193) & 0xFFFFFFFF
    return h


def normal(form):
    """A form as the embeddings see it: lower case, digits 0, straight quotes and hyphens."""
    return "".join("0" if ch.isdigit() else ch for ch in form.translate(QUOTES).lower())


def shape_of(form):
    """Which of seven ways a form is written in."""
    if form.isupper():
        return 1 if len(form) > 1 else 2
    if form[:1].isupper():
        return 3
    if any(ch.isupper() for ch in form):
        return 4
    if form[:1].isdigit():
        return 5
    return 0 if form.isalpha() else 6


def ngrams(form):
    """Hashed character sequences of two to five of the normal form, its ends marked."""
    word = "^" + normal(form)[:24] + "$"
    found = set()
    for n in range(2, 6):
        for i in range(len(word) - n + 1):
            found.add(fnv(word[i : i + n]) % NGRAM_BUCKETS)
    return sorted(found)[:64] or [0]


if __name__ == "__main__":
    for line in sys.stdin.buffer:
        form = line.decode("utf-8").rstrip("\n")
        word = normal(form)
        print(json.dumps({"form": form, "word": fnv(word), "pieces": ngrams(form), "shape": shape_of(form)}))
