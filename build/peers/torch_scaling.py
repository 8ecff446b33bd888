#!/usr/bin/env python3
"""How fast updates of a handover's train.py are, and its all-reduce alone, for `npm run bench:handover`. Under torchrun, or alone.

torch_scaling.py TRAIN.PY JSON    JSON: {"sizes": [[hidden, lanes, steps], …], "reduce": [numbers, …], "seconds": …}
Process 0 prints one JSON object: seconds of an update by size, and of an all-reduce by its count of numbers: the least that was seen.
"""
import importlib.util
import json
import sys
import time

import torch

sys.dont_write_bytecode = True
spec = importlib.util.spec_from_file_location("train", sys.argv[1])
train = importlib.util.module_from_spec(spec)
spec.loader.exec_module(train)


def least(work, seconds, processes):
    """The least of the times of single goes, which all processes make together."""
    work()
    best, began = float("inf"), time.perf_counter()
    while processes.agree([time.perf_counter() - began])[0] < seconds:
        started = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - started)
    return best


def update_of(hidden, lanes, steps, processes):
    settings = {
        "hiddenSize": hidden, "lanes": lanes, "backprop": "segment", "truncation": steps, "steps": 0, "dropout": 0, "clipNorm": 1, "clipElement": 0,
        "weightDecay": 0,
    }
    mine = range(processes.number * lanes // processes.count, (processes.number + 1) * lanes // processes.count)
    network = train.Network(settings, None, mine, processes.device)
    network.weights.uniform_(-(hidden ** -0.5), hidden ** -0.5)
    network.x.random_(32, 128)
    optimizer = train.Optimizer("adam", network)

    def update():
        network.differentiate()
        processes.add_up(network.gradient)
        norm = torch.linalg.vector_norm(network.gradient[:-1], dtype=torch.float64)
        optimizer.step(norm, 1e-5, 100, settings, False)
        norm.item()

    return update


def main():
    asked = json.loads(sys.argv[2])
    processes = train.Processes("auto", 600)
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    found = {"updates": {}, "reduce": {}, "version": torch.__version__, "device": processes.device.type}
    for size in asked["sizes"]:
        found["updates"]["·".join(map(str, size))] = least(update_of(*size, processes), asked["seconds"], processes)
    for count in asked["reduce"] if processes.count > 1 else []:
        numbers = torch.ones(count, device=processes.device)
        found["reduce"][str(count)] = least(lambda: processes.add_up(numbers.fill_(1)), asked["seconds"] / 2, processes)
    # In few flop, and in many: what a second of products gives.
    if processes.leads:
        print(json.dumps(found), flush=True)


main()
