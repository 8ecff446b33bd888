"""Runs a handover's train.py as often as it is asked to in one process, since PyTorch takes seconds to load.

    drive.py TRAIN.PY   answers each line of its input with a line:
        {"starts": [["--run", …], …]}   each list as its words: [{"code": …, "said": …}, …]
        {"golden": FOLDER}              the worst difference of each case: [{"name": …, "losses": …, "norms": …, "weights": …}, …]
"""
import base64
import contextlib
import glob
import importlib.util
import io
import json
import os
import sys

import numpy as np
import torch


def load(path):
    sys.dont_write_bytecode = True
    spec = importlib.util.spec_from_file_location("train", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def run(train, words):
    said, code = io.StringIO(), None
    sys.argv = ["train.py", *words]
    with contextlib.redirect_stderr(said), contextlib.redirect_stdout(said):
        try:
            train.main()
        except SystemExit as left:
            code = left.code
    return {"code": code or 0, "said": said.getvalue()}


def worst(actual, expected):
    actual, expected = np.asarray(actual, np.float64), np.asarray(expected, np.float64)
    return float(np.abs(actual - expected).max() / np.abs(expected).max())


def golden(train, path):
    """One case, its lanes cut over two networks as over two processes."""
    with open(path) as file:
        facts = json.load(file)
    read = lambda kind: train.read_safetensors(open(path.replace(".json", f".{kind}.safetensors"), "rb").read(), path)[0]
    text, first, expected = np.frombuffer(base64.b64decode(facts["text_base64"]), np.uint8), read("weights"), read("expected")
    lanes, steps, rule = facts["lanes"], facts["steps"], facts["optimizer"]
    settings = {
        "hiddenSize": facts["hidden"], "lanes": lanes, "backprop": facts["mode"], "truncation": facts["truncation"], "steps": steps, "dropout": 0,
        "clipNorm": rule["clip_norm"] if rule else 0, "clipElement": 0, "weightDecay": 0,
    }
    parts = [range(0, lanes // 2), range(lanes // 2, lanes)]
    networks = [train.Network(settings, None, part, torch.device("cpu")) for part in parts if len(part) > 0]
    optimizers = [train.Optimizer(rule["name"] if rule else "sgd", network) for network in networks]
    for network in networks:
        network.weights.copy_(torch.cat([torch.from_numpy(np.array(first[name])).reshape(-1) for name in ("Wxh", "Whh", "Who")]))
    lane_bytes = (len(text) - 1) // lanes
    losses, norms = [], []
    for update in range(facts["updates"]):
        for network in networks:
            rows = [text[lane * lane_bytes + update * steps:][:steps + 1] for lane in network.mine]
            network.x.copy_(torch.from_numpy(np.stack(rows).astype(np.int64).T.copy()))
            network.begins.fill_(update == 0)
            network.differentiate()
        whole = sum(network.gradient for network in networks)
        norm = torch.linalg.vector_norm(whole[:-1], dtype=torch.float64)
        losses.append(whole[-1].item() / (steps * lanes))
        norms.append(norm.item())
        for network, optimizer in zip(networks, optimizers):
            network.gradient.copy_(whole)
            if rule:
                optimizer.step(norm, rule["lr"], update + 1, settings, False)
    found = networks[0].matrices(networks[0].weights if rule else networks[0].gradient)
    return {
        "name": facts["name"], "losses": worst(losses, facts["loss_nats"]), "norms": worst(norms, facts["gradient_norm"]),
        "weights": max(worst(matrix, expected[name]) for matrix, name in zip(found, ("Wxh", "Whh", "Who"))),
    }


def main():
    train = load(sys.argv[1])
    for line in sys.stdin:
        asked = json.loads(line)
        if "golden" in asked:
            answer = [golden(train, path) for path in sorted(glob.glob(os.path.join(asked["golden"], "*.json")))]
        else:
            answer = [run(train, words) for words in asked["starts"]]
        print(json.dumps(answer), flush=True)


main()
