"""Writes a trained network as plain numbers: /usr/bin/python3 training/neural/export.py --model FOLDER --out FOLDER

Takes `weights.pt` and `model.json` of train.py and writes `network.bin` (float32, one tensor after the other) and
`network.json` (names, shapes, vocabularies, scores). `training/pack.ts` quantises them.
"""

import argparse
import json

import torch

p = argparse.ArgumentParser()
p.add_argument("--model", required=True)
p.add_argument("--out", required=True)
args = p.parse_args()
state = torch.load(f"{args.model}/weights.pt", map_location="cpu")
described = json.load(open(f"{args.model}/model.json"))
with open(f"{args.out}/network.bin", "wb") as file:
    for value in state.values():
        file.write(value.float().contiguous().numpy().tobytes())
described["shapes"] = {name: list(value.shape) for name, value in state.items()}
json.dump(described, open(f"{args.out}/network.json", "w"))
