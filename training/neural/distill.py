"""Teaches one network what several know together: the student learns from their averaged distributions.

    /usr/bin/python3 training/neural/distill.py --start FOLDER --teachers FOLDER FOLDER … --out FOLDER

The student starts from a network of `train.py`. Teachers read every sentence as it stands and once more with some of its
open-class words exchanged for others of the same tag, so that they say more than the treebank does; the student sees a part of
the sentences in other case (headlines, capitals). `--plain FILE` adds sentences without trees, one a line, words apart by blanks.
Their answers are asked once, in two processes, and kept in memory (about half a gigabyte); an epoch is half of them.
"""

import argparse
import json
import math
import os
import random
import time
from collections import defaultdict

import torch
import torch.multiprocessing as multiprocessing
import torch.nn as nn
import torch.nn.functional as F

from train import Analyser, Vocabulary, encode, evaluate, read

OPEN = {"NN", "NNS", "NNP", "NNPS", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "JJ", "RB", "CD"}


def load(folder, v):
    """A trained network, its vocabulary checked against that of the data."""
    described = json.load(open(f"{folder}/model.json"))
    if described["words"] != v.words or described["deprel"] != v.deprel or described["xpos"] != v.xpos:
        raise ValueError(f"{folder}: trained on other data than --data holds")
    model = Analyser(v, argparse.Namespace(**described["args"]))
    model.load_state_dict(torch.load(f"{folder}/weights.pt"))
    return model.eval()


def exchanged(rows, pool):
    """The sentence with about a fifth of its open-class words exchanged for others of the same tag."""
    return [(random.choice(pool[x]), u, x, h, d) if x in OPEN and random.random() < 0.2 else (w, u, x, h, d) for w, u, x, h, d in rows]


def recased(rows):
    """The sentence as the student sees it: now and then in capitals, in headline case or in small letters."""
    kind = random.random()
    if kind < 0.02:
        return [(w.upper(), *rest) for w, *rest in rows]
    if kind < 0.035:
        return [(w[:1].upper() + w[1:] if len(w) > 3 else w, *rest) for w, *rest in rows]
    if kind < 0.045:
        return [(w.lower(), *rest) for w, *rest in rows]
    return rows


def groups(data, size):
    """Sentences of like length, about `size` words together, in random order."""
    order = sorted(range(len(data)), key=lambda i: (len(data[i]) + 2 * random.random(), i))
    out, group = [], []
    for i in order:
        if group and (len(data[i]) + 2) * (len(group) + 1) > size:
            out.append(group)
            group = []
        group.append(i)
    out.append(group)
    random.shuffle(out)
    return out


@torch.no_grad()
def taught(teachers, batch):
    """Averaged probabilities of the teachers: tags, fine tags, arcs and, at the given heads, labels."""
    words, bags, offsets, shapes, lengths, heads, *_ = batch
    n = words.shape[1]
    mask = torch.arange(n + 1).view(1, 1, -1) > lengths.view(-1, 1, 1)
    sums = None
    for model in teachers:
        u, x, arcs, ldep, lhead = model(words, bags, offsets, shapes, lengths)
        if sums is None:
            sums = [0, 0, 0]
            arc_list, label_parts = [], []
        arc_list.append(arcs.masked_fill(mask, -1e9).softmax(-1))
        label_parts.append((model, ldep, lhead))
        sums[0] = sums[0] + u.softmax(-1)
        sums[1] = sums[1] + x.softmax(-1)
    arcs = sum(arc_list) / len(teachers)
    known = torch.where(heads >= 0, heads, arcs.argmax(-1))
    labels = sum(model.labels(ldep, lhead, known).softmax(-1) for model, ldep, lhead in label_parts) / len(teachers)
    return sums[0] / len(teachers), sums[1] / len(teachers), arcs, labels, known


def ask(args, data, plain, v, share, shares):
    """Every sentence as it stands, and once more with words exchanged, with the teachers' answers; one share of the batches."""
    torch.set_num_threads(1)
    random.seed(args.seed)
    teachers = [load(folder, v) for folder in args.teachers]
    pool = defaultdict(list)
    for rows in data:
        for w, _, x, _, _ in rows:
            pool[x].append(w)
    unlabelled = [[(w, "", "", -100, "") for w in line] for line in plain]
    seen = data + [exchanged(rows, pool) for rows in data] + unlabelled
    asked = []
    for i, group in enumerate(groups(seen, args.batch)):
        if i % shares != share:
            continue
        rows = sorted((seen[j] for j in group), key=lambda r: -len(r))
        answers = taught(teachers, encode(rows, v))
        asked.append((rows, [t.half().numpy() if t.is_floating_point() else t.numpy() for t in answers]))
    return asked


def loss_of(model, batch, answers, weight):
    """Cross-entropy with the treebank, and with the teachers' distributions."""
    words, bags, offsets, shapes, lengths, heads, upos, xpos, label = batch
    soft_u, soft_x, soft_arcs, soft_labels, known = answers
    u, x, arcs, ldep, lhead = model(words, bags, offsets, shapes, lengths)
    n = words.shape[1]
    real = torch.arange(n).view(1, -1) < lengths.view(-1, 1)
    arcs = arcs.masked_fill(torch.arange(n + 1).view(1, 1, -1) > lengths.view(-1, 1, 1), -1e9)
    labels = model.labels(ldep, lhead, known)
    count = real.sum()

    def soft(scores, target):
        return -(target * scores.log_softmax(-1)).sum(-1)[real].sum() / count

    def hard(scores, target):
        total = F.cross_entropy(scores.flatten(0, 1), target.flatten(), ignore_index=-100, reduction="sum")
        return total / count

    taught_loss = soft(arcs, soft_arcs) + soft(labels, soft_labels) + 0.5 * soft(u, soft_u) + 0.5 * soft(x, soft_x)
    given = hard(arcs, heads) + hard(labels, label) + 0.5 * hard(u, upos) + 0.5 * hard(x, xpos)
    return weight * taught_loss + (1 - weight) * given


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--data", default="../shared/data/ud")
    p.add_argument("--start", required=True)
    p.add_argument("--teachers", nargs="+", required=True)
    p.add_argument("--plain")
    p.add_argument("--out", required=True)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--epochs", type=int, default=9)
    p.add_argument("--batch", type=int, default=1250)
    p.add_argument("--rate", type=float, default=8e-4)
    p.add_argument("--dropout", type=float, default=0.25)
    p.add_argument("--word-dropout", type=float, default=0.1)
    p.add_argument("--weight", type=float, default=0.7, help="share of the teachers in the loss")
    args = p.parse_args()
    torch.set_num_threads(1)
    os.makedirs(args.out, exist_ok=True)
    torch.manual_seed(args.seed)
    train = read(f"{args.data}/ewt-train.conllu.gz") + read(f"{args.data}/gum-train.conllu.gz")
    ewt, gum = read(f"{args.data}/ewt-dev.conllu.gz"), read(f"{args.data}/gum-dev.conllu.gz")
    news = [s for s in gum if "news" in s[1]]
    seen = {" ".join(w[0] for w in s) for s, _ in ewt + gum if len(s) > 3}
    train = [s for s in train if len(s[0]) <= 120 and " ".join(w[0] for w in s[0]) not in seen]
    v = Vocabulary(train)
    data = [s for s, _ in train]
    plain = [line.split() for line in open(args.plain, encoding="utf-8")] if args.plain else []
    plain = [line for line in plain if 2 < len(line) <= 120]
    model = load(args.start, v).train()
    model.args.dropout, model.args.word_dropout = args.dropout, args.word_dropout
    start = time.time()
    with multiprocessing.get_context("spawn").Pool(2) as workers:
        asked = [item for part in workers.starmap(ask, [(args, data, plain, v, share, 2) for share in range(2)]) for item in part]
    print(json.dumps({"batches": len(asked), "seconds": round(time.time() - start)}), flush=True)
    random.seed(args.seed)
    optimizer = torch.optim.Adam(model.parameters(), lr=args.rate, betas=(0.9, 0.95), eps=1e-8)
    half = len(asked) // 2
    steps = args.epochs * half
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda i: min(1, (i + 1) / 100) * max(0.02, 0.5 * (1 + math.cos(math.pi * min(1, i / steps)))))
    average = {name: value.detach().clone() for name, value in model.state_dict().items()}
    best, step = 0, 0
    for epoch in range(args.epochs):
        start, loss_sum = time.time(), 0.0
        if epoch % 2 == 0:
            random.shuffle(asked)
        for rows, given in asked[:half] if epoch % 2 == 0 else asked[half:]:
            batch = encode([recased(r) for r in rows], v)
            answers = [torch.from_numpy(t).float() if t.dtype == "float16" else torch.from_numpy(t) for t in given]
            loss = loss_of(model, batch, answers, args.weight)
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
        if epoch % 3 == 2 or epoch + 1 == args.epochs:
            trained = {name: value.clone() for name, value in model.state_dict().items()}
            model.load_state_dict(average)
            line |= {"ewt": evaluate(model, ewt, v, args.batch), "gum": evaluate(model, gum, v, args.batch), "news": evaluate(model, news, v, args.batch)}
            score = line["ewt"]["las"] + line["gum"]["las"]
            if score > best:
                best = score
                torch.save(model.state_dict(), f"{args.out}/weights.pt")
                described = json.load(open(f"{args.start}/model.json"))
                described["args"] |= {"out": args.out}
                described |= {"distilled": vars(args), "scores": line}
                json.dump(described, open(f"{args.out}/model.json", "w"))
            model.load_state_dict(trained)
        print(json.dumps(line), flush=True)


if __name__ == "__main__":
    main()
