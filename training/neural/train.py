"""Trains the neural sentence analyser: BiLSTM encoder, tag heads, biaffine arcs and labels.

Run with Debian's own python3 and its package python3-torch:

    /usr/bin/python3 training/neural/train.py --data ../shared/data/ud --out FOLDER --seed 1

One thread, fixed seed; writes the running average of the weights, the vocabularies as JSON, and the scores on the development
files. `training/neural/export.py` quantises and packs them.
"""

import argparse
import gzip
import json
import math
import os
import random
import time
from collections import Counter

import torch
import torch.nn as nn
import torch.nn.functional as F

from spelling import NGRAM_BUCKETS, ngrams, normal, shape_of


def read(path):
    """Sentences of a CoNLL-U file: (form, upos, xpos, head, deprel) lists, multiword lines and empty nodes passed over."""
    sentences, rows, doc = [], [], ""
    for line in gzip.open(path, "rt", encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# newdoc id"):
            doc = line.split("=", 1)[1].strip()
        elif line == "":
            if rows:
                sentences.append((rows, doc))
            rows = []
        elif not line.startswith("#"):
            c = line.split("\t")
            if c[0].isdigit():
                rows.append((c[1], c[3], c[4], int(c[6]), c[7]))
    return sentences


class Vocabulary:
    def __init__(self, train):
        counts = Counter(normal(w[0]) for s, _ in train for w in s)
        self.words = ["<unk>", "<root>"] + sorted(w for w, c in counts.items() if c > 1)
        self.index = {w: i for i, w in enumerate(self.words)}
        self.upos = sorted({w[1] for s, _ in train for w in s})
        self.xpos = sorted({w[2] for s, _ in train for w in s})
        self.deprel = sorted({w[4] for s, _ in train for w in s})
        self.cache = {}

    def features(self, form):
        if form not in self.cache:
            self.cache[form] = (self.index.get(normal(form), 0), ngrams(form), shape_of(form))
        return self.cache[form]


class Analyser(nn.Module):
    def __init__(self, v, args):
        super().__init__()
        self.args = args
        self.word = nn.Embedding(len(v.words), args.word)
        self.ngram = nn.EmbeddingBag(NGRAM_BUCKETS, args.ngram, mode="sum")
        self.shape = nn.Embedding(8, 16)
        width = args.word + args.ngram + 16
        h = args.hidden
        self.lstm1 = nn.LSTM(width, h, bidirectional=True, batch_first=True)
        self.lstm2 = nn.LSTM(2 * h, h, bidirectional=True, batch_first=True)
        self.upos = nn.Linear(2 * h, len(v.upos))
        self.xpos = nn.Linear(2 * h, len(v.xpos))
        self.arc_dep = nn.Linear(2 * h, args.arc)
        self.arc_head = nn.Linear(2 * h, args.arc)
        self.label_dep = nn.Linear(2 * h, args.label)
        self.label_head = nn.Linear(2 * h, args.label)
        self.arc = nn.Parameter(torch.zeros(args.arc + 1, args.arc))
        self.label = nn.Parameter(torch.zeros(len(v.deprel), args.label + 1, args.label + 1))
        self.root = nn.Parameter(torch.randn(2 * h) * 0.1)
        nn.init.normal_(self.word.weight, std=0.1)
        nn.init.normal_(self.ngram.weight, std=0.05)
        nn.init.normal_(self.arc, std=0.05)
        nn.init.normal_(self.label, std=0.05)

    def drop(self, x, p):
        """Dropout with one mask for all positions of a sentence."""
        if not self.training:
            return x
        mask = x.new_empty(x.shape[0], 1, x.shape[2]).bernoulli_(1 - p) / (1 - p)
        return x * mask

    def run(self, lstm, x, lengths):
        packed = nn.utils.rnn.pack_padded_sequence(x, lengths, batch_first=True, enforce_sorted=True)
        return nn.utils.rnn.pad_packed_sequence(lstm(packed)[0], batch_first=True)[0]

    def forward(self, words, bags, offsets, shapes, lengths):
        b, n = words.shape
        p = self.args.dropout
        if self.training:
            words = words.masked_fill(torch.rand(words.shape) < self.args.word_dropout, 0)
        grams = self.ngram(bags, offsets).view(b, n, -1)
        x = torch.cat([self.word(words), grams, self.shape(shapes)], -1)
        h1 = self.run(self.lstm1, self.drop(x, p), lengths)
        h2 = self.run(self.lstm2, self.drop(h1, p), lengths)
        tags = self.drop(h2, p)
        upos, xpos = self.upos(tags), self.xpos(tags)
        full = torch.cat([self.root.expand(b, 1, -1), h2], 1)
        dep = self.drop(F.relu(self.arc_dep(self.drop(h2, p))), p)
        head = self.drop(F.relu(self.arc_head(self.drop(full, p))), p)
        ones = dep.new_ones(b, n, 1)
        arcs = torch.cat([dep, ones], -1) @ self.arc @ head.transpose(1, 2)
        ldep = self.drop(F.relu(self.label_dep(self.drop(h2, p))), p)
        lhead = self.drop(F.relu(self.label_head(self.drop(full, p))), p)
        return upos, xpos, arcs, ldep, lhead

    def labels(self, ldep, lhead, heads):
        """Label scores of each word with the given head: b × n × labels."""
        chosen = lhead.gather(1, heads.unsqueeze(-1).expand(-1, -1, lhead.shape[2]))
        ones = ldep.new_ones(*ldep.shape[:2], 1)
        a, c = torch.cat([ldep, ones], -1), torch.cat([chosen, ones], -1)
        return torch.einsum("bni,lij,bnj->bnl", a, self.label, c)


def batches(data, v, size, shuffle):
    order = sorted(range(len(data)), key=lambda i: (len(data[i][0]) + (2 * random.random() if shuffle else 0), i))
    groups, group, words = [], [], 0
    for i in order:
        if group and (len(data[i][0]) + (2 if shuffle else 0)) * (len(group) + 1) > size:
            groups.append(group)
            group = []
        group.append(i)
    groups.append(group)
    if shuffle:
        random.shuffle(groups)
    for group in groups:
        group = sorted(group, key=lambda i: -len(data[i][0]))
        yield group, encode([data[i][0] for i in group], v)


def encode(rows, v):
    b, n = len(rows), len(rows[0])
    words = torch.zeros(b, n, dtype=torch.long)
    shapes = torch.full((b, n), 7, dtype=torch.long)
    heads = torch.full((b, n), -100, dtype=torch.long)
    upos, xpos, label = heads.clone(), heads.clone(), heads.clone()
    bags, offsets = [], []
    for i, row in enumerate(rows):
        for j in range(n):
            offsets.append(len(bags))
            if j >= len(row):
                bags.append(0)
                continue
            form, u, x, h, d = row[j]
            words[i, j], grams, shapes[i, j] = v.features(form)
            bags.extend(grams)
            heads[i, j] = h
            upos[i, j] = v.upos.index(u) if u in v.upos else -100
            xpos[i, j] = v.xpos.index(x) if x in v.xpos else -100
            label[i, j] = v.deprel.index(d) if d in v.deprel else -100
    lengths = torch.tensor([len(r) for r in rows])
    return words, torch.tensor(bags), torch.tensor(offsets), shapes, lengths, heads, upos, xpos, label


def mst(scores):
    """Maximum spanning tree with one root (Chu-Liu-Edmonds, root chosen by best total); scores[d][h], h = 0 the root."""
    n = len(scores)
    roots = sorted(range(n), key=lambda d: -scores[d][0])[:3]
    best, best_total = None, -math.inf
    for r in roots:
        s = [[(-1e9 if h == 0 and d != r else -1e9 if d == r and h != 0 else scores[d][h]) for h in range(n + 1)] for d in range(n)]
        heads = cle([[0.0] * (n + 1)] + s)
        total = sum(scores[d][heads[d + 1]] for d in range(n)) if heads else -math.inf
        if total > best_total:
            best, best_total = heads[1:], total
    return best


def cle(s):
    n = len(s)
    heads = [0] * n
    for d in range(1, n):
        heads[d] = max((h for h in range(n) if h != d), key=lambda h: s[d][h])
    color = [0] * n
    for start in range(1, n):
        path, d = [], start
        while d != 0 and color[d] == 0:
            color[d] = start
            path.append(d)
            d = heads[d]
        if d != 0 and color[d] == start and d in path:
            cycle = path[path.index(d) :]
            return contract(s, heads, cycle)
    return heads


def contract(s, heads, cycle):
    n = len(s)
    inside = set(cycle)
    rest = [i for i in range(n) if i not in inside]
    new = {old: i for i, old in enumerate(rest)}
    c = len(rest)
    t = [[-1e18] * (c + 1) for _ in range(c + 1)]
    enter, leave = {}, {}
    for d in rest:
        for h in rest:
            t[new[d]][new[h]] = s[d][h]
    for h in rest:
        d = max(cycle, key=lambda k: s[k][h] - s[k][heads[k]])
        t[c][new[h]] = s[d][h] - s[d][heads[d]]
        enter[new[h]] = d
    for d in rest:
        h = max(cycle, key=lambda k: s[d][k])
        t[new[d]][c] = s[d][h]
        leave[new[d]] = h
    solved = cle(t)
    out = [0] * n
    for d in cycle:
        out[d] = heads[d]
    for d in rest:
        if d:
            h = solved[new[d]]
            out[d] = leave[new[d]] if h == c else rest[h]
    into = solved[c]
    out[enter[into]] = rest[into]
    return out


@torch.no_grad()
def evaluate(model, data, v, size):
    model.eval()
    total = Counter()
    for group, batch in batches(data, v, size, False):
        words, bags, offsets, shapes, lengths, heads, *_ = batch
        upos, xpos, arcs, ldep, lhead = model(words, bags, offsets, shapes, lengths)
        up, xp = upos.argmax(-1), xpos.argmax(-1)
        guess = torch.zeros_like(heads)
        for i in range(len(group)):
            n = int(lengths[i])
            guess[i, :n] = torch.tensor(mst(arcs[i, :n, : n + 1].tolist()))
        labels = model.labels(ldep, lhead, guess).argmax(-1)
        for i, g in enumerate(group):
            for j, (form, u, x, h, d) in enumerate(data[g][0]):
                total["n"] += 1
                total["upos"] += v.upos[up[i, j]] == u
                total["xpos"] += v.xpos[xp[i, j]] == x
                right = int(guess[i, j]) == h
                total["uas"] += right
                total["las"] += right and v.deprel[labels[i, j]] == d
    model.train()
    return {k: round(100 * total[k] / total["n"], 2) for k in ("upos", "xpos", "uas", "las")}


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--data", default="../shared/data/ud")
    p.add_argument("--out", required=True)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--epochs", type=int, default=26)
    p.add_argument("--stop", type=int, help="end after this many epochs of the schedule")
    p.add_argument("--batch", type=int, default=1250)
    p.add_argument("--word", type=int, default=100)
    p.add_argument("--ngram", type=int, default=100)
    p.add_argument("--hidden", type=int, default=160)
    p.add_argument("--arc", type=int, default=128)
    p.add_argument("--label", type=int, default=64)
    p.add_argument("--dropout", type=float, default=0.33)
    p.add_argument("--word-dropout", type=float, default=0.15)
    p.add_argument("--rate", type=float, default=2.2e-3)
    args = p.parse_args()
    torch.set_num_threads(1)
    os.makedirs(args.out, exist_ok=True)
    random.seed(args.seed)
    torch.manual_seed(args.seed)
    train = read(f"{args.data}/ewt-train.conllu.gz") + read(f"{args.data}/gum-train.conllu.gz")
    ewt, gum = read(f"{args.data}/ewt-dev.conllu.gz"), read(f"{args.data}/gum-dev.conllu.gz")
    news = [s for s in gum if "news" in s[1]]
    seen = {" ".join(w[0] for w in s) for s, _ in ewt + gum if len(s) > 3}
    train = [s for s in train if len(s[0]) <= 120 and " ".join(w[0] for w in s[0]) not in seen]
    v = Vocabulary(train)
    model = Analyser(v, args)
    print(len(train), "sentences", sum(len(s) for s, _ in train), "words", sum(t.numel() for t in model.parameters()), "weights", flush=True)
    optimizer = torch.optim.Adam(model.parameters(), lr=args.rate, betas=(0.9, 0.95), eps=1e-8)
    steps = args.epochs * sum(1 for _ in batches(train, v, args.batch, False))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda i: min(1, (i + 1) / 100) * max(0.02, 0.5 * (1 + math.cos(math.pi * i / steps))))
    best, step = 0, 0
    average = {name: value.detach().clone() for name, value in model.state_dict().items()}
    for epoch in range(args.stop or args.epochs):
        start, loss_sum = time.time(), 0.0
        for _, batch in batches(train, v, args.batch, True):
            words, bags, offsets, shapes, lengths, heads, upos, xpos, label = batch
            u, x, arcs, ldep, lhead = model(words, bags, offsets, shapes, lengths)
            n = words.shape[1]
            mask = torch.arange(n + 1).view(1, 1, -1) > lengths.view(-1, 1, 1)
            arcs = arcs.masked_fill(mask, -1e9)
            loss = F.cross_entropy(arcs.flatten(0, 1), heads.flatten(), ignore_index=-100)
            scores = model.labels(ldep, lhead, heads.clamp(min=0))
            loss = loss + F.cross_entropy(scores.flatten(0, 1), label.flatten(), ignore_index=-100)
            loss = loss + 0.5 * F.cross_entropy(u.flatten(0, 1), upos.flatten(), ignore_index=-100)
            loss = loss + 0.5 * F.cross_entropy(x.flatten(0, 1), xpos.flatten(), ignore_index=-100)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            optimizer.step()
            schedule.step()
            step += 1
            decay = min(0.999, step / (step + 10))
            for name, value in model.state_dict().items():
                average[name].mul_(decay).add_(value, alpha=1 - decay)
            loss_sum += float(loss)
        line = {"epoch": epoch + 1, "loss": round(loss_sum, 1), "seconds": round(time.time() - start)}
        if epoch % 5 == 4 or epoch + 1 == args.epochs:
            trained = {name: value.clone() for name, value in model.state_dict().items()}
            model.load_state_dict(average)
            line |= {"ewt": evaluate(model, ewt, v, args.batch), "gum": evaluate(model, gum, v, args.batch), "news": evaluate(model, news, v, args.batch)}
            score = line["ewt"]["las"] + line["gum"]["las"]
            if score > best:
                best = score
                torch.save(model.state_dict(), f"{args.out}/weights.pt")
                json.dump({"words": v.words, "upos": v.upos, "xpos": v.xpos, "deprel": v.deprel, "args": vars(args), "scores": line}, open(f"{args.out}/model.json", "w"))
            model.load_state_dict(trained)
        print(json.dumps(line), flush=True)


if __name__ == "__main__":
    main()
