#!/usr/bin/env python3
"""The same network in PyTorch on this CPU, for `npm run bench:peers`: what a user would pick instead.

Training: cross-entropy, back-propagation through T steps, clipping by norm, Adam; the best of a hand-written cell and nn.RNN,
each on one and on two threads. Sampling: a plain loop. Prints one JSON object: {"training": {...}, "sampling": {...}, "version": …, "blas": …}.
"""
import ctypes
import json
import sys
import time

import torch

VALUES = 256
LEARNING_RATE, CLIP_NORM = 3e-3, 1.0
SECONDS, ROUND_SECONDS = 1.2, 0.025


def first_weights(hidden):
    generator = torch.Generator().manual_seed(1)
    bound = hidden ** -0.5
    shapes = ((VALUES, hidden), (hidden, hidden), (hidden, VALUES))
    return [torch.nn.Parameter((torch.rand(*shape, generator=generator) * 2 - 1) * bound) for shape in shapes]


def by_hand(hidden, lanes):
    Wxh, Whh, Who = first_weights(hidden)

    def states(x, s):
        inputs, found = Wxh[x], []
        for t in range(x.shape[0]):
            s = torch.tanh(inputs[t] + s @ Whh)
            found.append(s)
        return torch.stack(found), s

    return [Wxh, Whh, Who], states, torch.zeros(lanes, hidden)


def by_module(hidden, lanes):
    Wxh, Whh, Who = first_weights(hidden)
    rnn, one_hot = torch.nn.RNN(VALUES, hidden, bias=False), torch.eye(VALUES)
    with torch.no_grad():
        rnn.weight_ih_l0.copy_(Wxh.T)
        rnn.weight_hh_l0.copy_(Whh.T)
    return [*rnn.parameters(), Who], lambda x, s: rnn(one_hot[x], s), torch.zeros(1, lanes, hidden)


def quickest(act):
    """How often a second `act` can be done: in the quickest round, as ours are measured."""
    best, started = 0, time.perf_counter()
    while time.perf_counter() - started < SECONDS:
        times, begun = 0, time.perf_counter()
        while time.perf_counter() - begun < ROUND_SECONDS:
            act()
            times += 1
        best = max(best, times / (time.perf_counter() - begun))
    return best


def training_rate(make, hidden, lanes, steps):
    parameters, states, s = make(hidden, lanes)
    optimizer = torch.optim.Adam(parameters, lr=LEARNING_RATE)
    x = torch.randint(32, 128, (steps + 1, lanes))

    def update():
        nonlocal s
        optimizer.zero_grad(set_to_none=True)
        found, last = states(x[:-1], s)
        loss = torch.nn.functional.cross_entropy((found @ parameters[-1]).view(-1, VALUES), x[1:].reshape(-1))
        loss.backward()
        torch.nn.utils.clip_grad_norm_(parameters, CLIP_NORM)
        optimizer.step()
        s = last.detach()

    for _ in range(3):
        update()
    return quickest(update) * lanes * steps


def sampling_rate(hidden):
    Wxh, Whh, Who = first_weights(hidden)
    generator = torch.Generator().manual_seed(1)
    s, byte = torch.zeros(1, hidden), 65

    def write():
        nonlocal s, byte
        s = torch.tanh(Wxh[byte] + s @ Whh)
        byte = int(torch.multinomial(torch.softmax(s @ Who, 1), 1, generator=generator))

    with torch.no_grad():
        return quickest(write)


def blas():
    """Which of OpenBLAS' kernels multiply here, by their own account; None where another library does."""
    with open("/proc/self/maps") as maps:
        files = {line.split()[-1] for line in maps if "libopenblas" in line}
    for file in files:
        name = ctypes.CDLL(file).openblas_get_corename
        name.restype = ctypes.c_char_p
        return name().decode()
    return None


def main():
    sizes = json.loads(sys.argv[1])
    training, sampling = {}, {}
    for hidden, lanes, steps in sizes["training"]:
        rates = []
        for threads in (1, 2):
            torch.set_num_threads(threads)
            rates += [training_rate(make, hidden, lanes, steps) for make in (by_hand, by_module)]
        training[f"{hidden} {lanes} {steps}"] = max(rates)
    torch.set_num_threads(1)
    for hidden in sizes["sampling"]:
        sampling[str(hidden)] = sampling_rate(hidden)
    print(json.dumps({"training": training, "sampling": sampling, "version": torch.__version__, "blas": blas()}))


main()
