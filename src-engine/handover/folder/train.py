#!/usr/bin/env python3
"""Continues a run of Unroll in PyTorch: on one processor or GPU, or with torchrun on many, on one machine or several.

    python3 train.py
    torchrun --standalone --nproc_per_node 8 train.py

It is the same run: the equations, schedules, random numbers and files are those of Unroll, whose docs/equations.md and docs/arithmetic.md say what
stands here. What it writes into run/ is a run folder, which Unroll reads at any time.

From top to bottom: files, random numbers, text, settings, network, optimizer, run folder, processes, training.
Needs PyTorch 1.13 or newer and numpy.
"""
import argparse
import contextlib
import hashlib
import json
import math
import os
import random
import signal
import socket
import sys
import threading
import time
import uuid
from datetime import timedelta

import numpy as np
import torch
import torch.distributed as dist
import torch.nn.functional as F

VALUES = 256
HERE = os.path.dirname(os.path.abspath(__file__))


class Problem(Exception):
    """An error for people: what, which value, what to do, in one sentence."""


def sentence_of(error):
    if isinstance(error, Problem):
        return str(error)
    return f'"{os.path.basename(str(error.filename or "A file"))}" could not be used: {error.strerror or error}. Mend that, then start again.'


# ── Files ────────────────────────────────────────────────────────────────────────────────────────────────────────────

# Whatever else is in a checkpoint's header is one of these, damaged.
METADATA = {"format", "update", "elapsed_ms", "restarts", "kernels", "alphabet", "processes", "checksum"}
KINDS = {"F64": "<f8", "F32": "<f4", "I64": "<i8", "I32": "<i4", "U8": "u1"}
CHECKSUM_KEY, CHECKSUM_DIGITS = b'"checksum":"', 64


def read_safetensors(data, name):
    """8 bytes of header length, a JSON header, the tensors' data. Returns tensors by name, and the metadata."""
    try:
        length = int.from_bytes(data[:8], "little")
        header = json.loads(data[8:8 + length].decode())
        metadata = header.pop("__metadata__", {})
        tensors = {}
        for key, entry in header.items():
            start, end = (8 + length + offset for offset in entry["data_offsets"])
            if not 0 <= start <= end <= len(data):
                raise ValueError(key)
            tensors[key] = np.frombuffer(data[start:end], KINDS[entry["dtype"]]).reshape(entry["shape"])
        return tensors, metadata
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Problem(f'"{name}" is not a complete safetensors file. Choose another file.') from error


def write_safetensors(tensors, metadata):
    """The file's bytes, with its own SHA-256 in the metadata, taken over the file with zeros in the digits' place."""
    kinds = {np.dtype(kind): name for name, kind in KINDS.items()}
    ordered = sorted(tensors.items(), key=lambda entry: -entry[1].dtype.itemsize)
    header, offset = {"__metadata__": {**metadata, "checksum": "0" * CHECKSUM_DIGITS}}, 0
    for name, tensor in ordered:
        header[name] = {"dtype": kinds[tensor.dtype], "shape": list(tensor.shape), "data_offsets": [offset, offset + tensor.nbytes]}
        offset += tensor.nbytes
    plain = json.dumps(header, separators=(",", ":")).encode()
    plain += b" " * (-len(plain) % 8)
    data = bytearray(len(plain).to_bytes(8, "little") + plain)
    for _, tensor in ordered:
        data += np.ascontiguousarray(tensor).tobytes()
    at = data.index(CHECKSUM_KEY) + len(CHECKSUM_KEY)
    data[at:at + CHECKSUM_DIGITS] = hashlib.sha256(data).hexdigest().encode()
    return bytes(data)


def is_intact(data):
    at = data[:2 ** 20].find(CHECKSUM_KEY) + len(CHECKSUM_KEY)
    if at < len(CHECKSUM_KEY):
        return True
    whole = data[:at] + b"0" * CHECKSUM_DIGITS + data[at + CHECKSUM_DIGITS:]
    return hashlib.sha256(whole).hexdigest().encode() == data[at:at + CHECKSUM_DIGITS]


def sync_folder(path):
    with contextlib.suppress(OSError):
        folder = os.open(path, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def write_whole(path, data):
    """After any crash the file is the old one or the new one, whole."""
    temporary = f"{path}.{random.randrange(10 ** 9, 10 ** 10)}"
    try:
        with open(temporary, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except OSError:
        with contextlib.suppress(OSError):
            os.remove(temporary)
        raise
    sync_folder(os.path.dirname(path))


# ── Random numbers: xoshiro128** for restarts, a counter for dropout ─────────────────────────────────────────────────

PHI, WORD = 0x9E3779B9, 2 ** 32 - 1


def mixed(counter):
    """splitmix32, of whole numbers and of tensors of them."""
    z = counter & WORD
    z = ((z ^ (z >> 16)) * 0x21F0AAAD) & WORD
    z = ((z ^ (z >> 15)) * 0x735A2D97) & WORD
    return z ^ (z >> 15)


def hash_of(name):
    """FNV-1a."""
    value = 0x811C9DC5
    for byte in name.encode():
        value = ((value ^ byte) * 0x01000193) & WORD
    return value


def dropout_key(seed, update):
    return mixed(mixed(seed ^ mixed(hash_of("dropout"))) + update * PHI)


def dropout_mask(key, rows, units, dropout):
    """m (rows,H): 0 for the units that are left out, else what keeps the mean. `key` and `rows` are int64 tensors, rows counted over all lanes."""
    threshold = round(dropout * 2 ** 24)
    drawn = mixed(mixed(key + rows * PHI)[:, None] + torch.arange(units, device=rows.device) * PHI) >> 8
    return (drawn >= threshold).float() * (2 ** 24 / (2 ** 24 - threshold))


def rotated(words, bits):
    return (words << np.uint32(bits)) | (words >> np.uint32(32 - bits))


def xoshiro(state):
    """One step of each column of (4,K) words, in place; the K results."""
    result = rotated(state[1] * np.uint32(5), 7) * np.uint32(9)
    shifted = state[1] << np.uint32(9)
    state[2] ^= state[0]
    state[3] ^= state[1]
    state[1] ^= state[2]
    state[0] ^= state[3]
    state[2] ^= shifted
    state[3] = rotated(state[3], 11)
    return result


def as_bits(words):
    return np.unpackbits(np.ascontiguousarray(words.T).view(np.uint8), axis=1, bitorder="little").T


def as_words(bits):
    return np.ascontiguousarray(np.packbits(bits.T, axis=1, bitorder="little")).view(np.uint32).T.copy()


class Restarts:
    """Which lanes restart: one draw a lane and update, in order. Many stretches of the sequence are drawn side by side, since the
    generator's step is a matrix of bits, whose powers leap ahead."""

    STRETCH = 64

    def __init__(self, state):
        self.state = np.array(state, np.uint32).reshape(4, 1)
        step = as_words(np.eye(128, dtype=np.uint8))
        xoshiro(step)
        self.leap = as_bits(step).astype(np.float32)
        for _ in range(int(math.log2(self.STRETCH))):
            self.leap = (self.leap @ self.leap) % 2

    def draw(self, updates, lanes, share):
        """(updates, lanes), true where a lane restarts."""
        if share <= 0:
            return np.zeros((updates, lanes), bool)
        count = updates * lanes
        last, rest = divmod(count, self.STRETCH)
        starts, leap = as_bits(self.state).astype(np.float32), self.leap
        while starts.shape[1] <= last:
            starts = np.concatenate([starts, (leap @ starts) % 2], axis=1)
            leap = (leap @ leap) % 2
        states = as_words(starts[:, :last + 1].astype(np.uint8))
        drawn = np.empty((self.STRETCH, last + 1), np.uint32)
        for step in range(self.STRETCH):
            if step == rest:
                self.state = states[:, last:last + 1].copy()
            drawn[step] = xoshiro(states)
        return (drawn.T.reshape(-1)[:count].reshape(updates, lanes) >> np.uint32(8)) / 2 ** 24 < share


# ── Text: files one after another as one, read where they lie ────────────────────────────────────────────────────────

MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
PROBE_BYTES = 256 * 1024


class Text:
    """The stretches of one text: memory-mapped files, and what stands between two of them."""

    def __init__(self, paths, between):
        self.name, self.parts, self.bytes = os.path.basename(paths[0]), [], 0
        for path in paths:
            size = os.path.getsize(path)
            if size == 0:
                continue
            data = np.memmap(path, np.uint8, "r")
            if self.bytes > 0 and between:
                self.add(np.frombuffer(between, np.uint8))
                beginning = data[:3].tobytes()
                data = data[max((len(mark) for mark in MARKS if beginning.startswith(mark)), default=0):]
            self.add(data)
        self.starts = np.cumsum([0] + [len(part) for part in self.parts])

    def add(self, part):
        if len(part) > 0:
            self.parts.append(part)
            self.bytes += len(part)

    def read(self, offset, count):
        """A copy of text[offset … offset+count-1]."""
        into, done = np.empty(count, np.uint8), 0
        index = int(np.searchsorted(self.starts, offset, "right")) - 1
        while done < count:
            at = offset + done - self.starts[index]
            piece = self.parts[index][at:at + count - done]
            into[done:done + len(piece)] = piece
            done, index = done + len(piece), index + 1
        return into

    def fingerprint(self):
        digest, length = hashlib.sha256(f"{self.bytes}\n".encode()), min(PROBE_BYTES, self.bytes)
        for offset in (0, (self.bytes - length) // 2, self.bytes - length):
            digest.update(self.read(offset, length).tobytes())
        return digest.hexdigest()


def line_end(encoding):
    return {"utf-16le": b"\n\0", "utf-16be": b"\0\n"}.get(encoding, b"\n")


def bytes_between(settings, encoding):
    return line_end(encoding) * {"nothing": 0, "line-end": 1, "two-line-ends": 2}[settings["betweenFiles"]]


def moved_paths(known, given):
    """The run's files at other places: each named, or all below one folder that is named."""
    if len(given) != 1 or not os.path.isdir(given[0]):
        return given
    found = []
    for path in known:
        parts = path.replace("\\", "/").split("/")
        places = [os.path.join(given[0], *parts[start:]) for start in range(len(parts))]
        found.append(next((place for place in places if os.path.isfile(place)), places[-1]))
    return found


def open_text(record, given):
    """The run's own text and no other: named, beside this file, or where the run says it was."""
    known = record["text"]
    copy = os.path.join(HERE, "text", "text.txt")
    paths = moved_paths(known["paths"], given) if given else [copy] if os.path.exists(copy) else known["paths"]
    for path in paths:
        if not os.path.isfile(path):
            raise Problem(f'The text "{known["name"]}" is not on {socket.gethostname()}: there is no file {path}. Say where it lies with --text.')
    whole = len(paths) == 1 and len(known["paths"]) > 1
    text = Text(paths, b"" if whole else bytes_between(record["settings"], known["encoding"]))
    if text.bytes != known["bytes"]:
        raise Problem(f'"{text.name}" on {socket.gethostname()} has {text.bytes:,} bytes, and the run needs {known["bytes"]:,}. Choose the original text with --text.')
    if text.fingerprint() != known["fingerprint"]:
        raise Problem(f'"{text.name}" on {socket.gethostname()} is not the text of this run: its checksum differs. Choose the original text with --text.')
    return text


class Feed:
    """The bytes of a process's lanes: lane b of B reads text[b·L … (b+1)·L]."""

    def __init__(self, text, lane_bytes, mine, steps):
        self.text, self.lane_bytes, self.mine, self.steps, self.known = text, lane_bytes, mine, steps, (0, 0, None)

    def take(self, first, updates):
        """(lanes, updates·T + 1) from update `first` of an epoch on."""
        known_first, known_updates, rows = self.known
        if rows is None or first != known_first or updates > known_updates:
            count = updates * self.steps + 1
            rows = np.stack([self.text.read(lane * self.lane_bytes + first * self.steps, count) for lane in self.mine])
            self.known = (first, updates, rows)
        return rows[:, :updates * self.steps + 1]


# ── Settings: those the run began with, what was changed since, and what follows from them ───────────────────────────

# What may change during a run: from, to, and whether it is a whole number.
LIVE = {
    "learningRate": (1e-7, 10, False),
    "clipNorm": (0, 1e6, False),
    "clipElement": (0, 1e6, False),
    "weightDecay": (0, 10, False),
    "patience": (0, 1000, True),
    "validationEvery": (0, 1e9, True),
    "sampleEvery": (0, 1e9, True),
    "checkpointEvery": (1, 1e9, True),
    "checkpointSeconds": (0, 86400, True),
}


def settings_at(settings, changes, update):
    """A change journalled at update n counts for the updates after the n-th."""
    current = dict(settings)
    for change in changes:
        if change["update"] <= update:
            current[change["name"]] = change["value"]
    return current


def steps_per_update(settings):
    if settings["backprop"] == "segment":
        return settings["truncation"]
    return settings["steps"] or max(1, settings["truncation"])


def held_out(text_bytes, share):
    held = math.floor(text_bytes * share)
    return held if held >= 2 else 0


def total_updates(settings, per_epoch, update, elapsed_ms):
    """0 where the length is unlimited; an estimate where it is counted in minutes."""
    length, unit = settings["length"], settings["lengthUnit"]
    if unit == "updates":
        return max(1, math.floor(length + 0.5))
    if unit == "epochs":
        return max(1, math.ceil(length * per_epoch))
    if unit == "minutes":
        return max(update, math.ceil(update * length * 60_000 / elapsed_ms)) if elapsed_ms > 0 else max(1, update)
    return 0


def share_done(settings, per_epoch, update, elapsed_ms):
    if settings["lengthUnit"] == "told":
        return 0.0
    if settings["lengthUnit"] == "minutes":
        return min(1.0, elapsed_ms / (settings["length"] * 60_000))
    return min(1.0, update / total_updates(settings, per_epoch, update, elapsed_ms))


def since_best(validations):
    """Validations since the best one, at each."""
    best, since, found = math.inf, 0, []
    for point in validations:
        since = 0 if point["bitsPerByte"] < best else since + 1
        best = min(best, point["bitsPerByte"])
        found.append(since)
    return found


def plateaus_before(validations, update):
    return sum(since > 0 and since % 3 == 0 for since in since_best([point for point in validations if point["update"] <= update]))


def scheduled_rate(schedule, rate, done, plateaus):
    done = min(1.0, done)
    if schedule == "cosine":
        if done < 0.02:
            return rate * max(done / 0.02, 0.01)
        return rate * (0.02 + 0.98 * (1 + math.cos(math.pi * (done - 0.02) / 0.98)) / 2)
    if schedule == "step":
        return rate / 2 ** min(7, math.floor(done * 8))
    return rate / 2 ** plateaus if schedule == "plateau" else rate


# ── Network ──────────────────────────────────────────────────────────────────────────────────────────────────────────


class Network:
    """The weights as one vector, and the gradients of an update of this process's lanes as another.

    Wxh (256,H), Whh (H,H), Who (H,A): s_t = tanh(Wxh[x_t] + s_{t-1}·Whh), o_t = s_t·Who. The gradients are of the mean over all lanes, those of
    other processes included: the sum over the processes is the gradient of the whole update. Behind them stands the sum of the losses.
    """

    def __init__(self, settings, alphabet, mine, device, precision="f32"):
        self.hidden, self.lanes, self.mine, self.device = settings["hiddenSize"], settings["lanes"], mine, device
        self.sliding, self.truncation, self.steps = settings["backprop"] == "sliding", settings["truncation"], steps_per_update(settings)
        self.past, self.dropout = (self.truncation + 1 if self.sliding else 1), settings["dropout"]
        self.outputs = len(alphabet) if alphabet else VALUES
        self.sizes = ((VALUES, self.hidden), (self.hidden, self.hidden), (self.hidden, self.outputs))
        self.parameters = sum(rows * columns for rows, columns in self.sizes)
        self.weights = torch.zeros(self.parameters, device=device)
        self.gradient = torch.zeros(self.parameters + 1, device=device)
        columns = torch.full((VALUES,), -1, dtype=torch.int64)
        columns[torch.tensor(alphabet or list(range(VALUES)))] = torch.arange(self.outputs)
        self.column_of = columns.to(device)
        self.kind = torch.bfloat16 if precision == "bf16" else torch.float32
        # The module holds the weights as cuDNN wants them; they are copied into it before each update.
        self.rnn = torch.nn.RNN(VALUES, self.hidden, bias=False).to(device, self.kind)
        self.one_hot = torch.eye(VALUES, device=device).to(self.kind)
        here = len(mine)
        self.states = torch.zeros(self.past, here, self.hidden, device=device)
        self.bytes = torch.zeros(self.past, here, dtype=torch.int64, device=device)
        self.reach = torch.zeros(here, dtype=torch.int64, device=device)
        steps = torch.arange(self.steps, device=device)
        self.rows = (steps[:, None] * self.lanes + torch.tensor(list(mine), device=device)[None]).reshape(-1)
        # What an update is told, always at the same place, so that a CUDA graph can be replayed.
        self.x = torch.zeros(self.steps + 1, here, dtype=torch.int64, device=device)
        self.begins = torch.zeros(here, dtype=torch.bool, device=device)
        self.key = torch.zeros((), dtype=torch.int64, device=device)

    def matrices(self, vector):
        """Views of a vector of all parameters, as Wxh, Whh and Who."""
        parts = torch.split(vector[:self.parameters], [rows * columns for rows, columns in self.sizes])
        return [part.view(size) for part, size in zip(parts, self.sizes)]

    def load(self, vector=None):
        Wxh, Whh, _ = self.matrices(self.weights if vector is None else vector)
        with torch.no_grad():
            self.rnn.weight_ih_l0.copy_(Wxh.t())
            self.rnn.weight_hh_l0.copy_(Whh.t())

    def read(self, x, state):
        """s of each step and lane (T,B,H) from the state before (B,H)."""
        return self.rnn(self.one_hot[x], state[None].to(self.kind))[0]

    def predictions(self, states, Who):
        """Whole segments at once: (rows,H)·(H,A)."""
        return (states @ Who.to(states.dtype)).float()

    def differentiate(self):
        """Gradients and losses of the update in `x`, `begins` and `key`; the lanes then stand at its end."""
        self.load()
        self.reach.masked_fill_(self.begins, 0)
        self.states[-1].masked_fill_(self.begins[:, None], 0)
        mask = None
        if self.dropout > 0:
            mask = dropout_mask(self.key, self.rows, self.hidden, self.dropout)
        states = self.differentiate_sliding(mask) if self.sliding else self.differentiate_segment(mask)
        self.states.copy_(torch.cat([self.states, states])[-self.past:])
        self.bytes.copy_(torch.cat([self.bytes, self.x[:-1]])[-self.past:])
        self.reach.add_(self.steps).clamp_(max=self.truncation)

    def differentiate_segment(self, mask):
        Who = self.matrices(self.weights)[2].detach().requires_grad_()
        states = self.read(self.x[:-1], self.states[-1])
        seen = states.reshape(-1, self.hidden)
        if mask is not None:
            seen = seen * mask.to(seen.dtype)
        targets = self.column_of[self.x[1:]].reshape(-1)
        loss = F.cross_entropy(self.predictions(seen, Who), targets, reduction="sum")
        leaves = [self.rnn.weight_ih_l0, self.rnn.weight_hh_l0, Who]
        found = torch.autograd.grad(loss / (self.steps * self.lanes), leaves)
        for into, gradient in zip(self.matrices(self.gradient), (found[0].t(), found[1].t(), found[2])):
            into.copy_(gradient)
        self.gradient[-1] = loss.detach()
        return states.detach().float()

    @torch.no_grad()
    def differentiate_sliding(self, mask):
        """Every error flows back through exactly k applications of Whh: D_j[i] = (D_{j-1}[i+1]·Whhᵀ)∘(1 - s_i∘s_i), one product a level."""
        k, u, here, hidden = self.truncation, self.steps, len(self.mine), self.hidden
        _, Whh, Who = self.matrices(self.weights)
        dWxh, dWhh, dWho = self.matrices(self.gradient)
        states = self.read(self.x[:-1], self.states[-1]).float()
        whole = torch.cat([self.states, states])
        seen = states.reshape(-1, hidden)
        if mask is not None:
            seen = seen * mask
        logits = self.predictions(seen.to(self.kind), Who)
        targets = self.column_of[self.x[1:]].reshape(-1)
        self.gradient[-1] = F.cross_entropy(logits, targets, reduction="sum")
        errors = torch.softmax(logits, 1)
        errors.scatter_add_(1, targets[:, None], torch.full_like(errors[:, :1], -1))
        errors /= u * self.lanes
        dWho.copy_(seen.t() @ errors)
        delta = errors @ Who.t()
        if mask is not None:
            delta = delta * mask
        delta = delta.view(u, here, hidden)
        sums = torch.zeros(k + u, here, hidden, device=self.device)
        step = torch.arange(u, device=self.device)[:, None]
        for level in range(k + 1):
            if level > 0:
                delta = (delta.reshape(-1, hidden) @ Whh.t()).view(u, here, hidden)
            s = whole[self.past - level:self.past - level + u]
            delta = delta * (1 - s * s)
            # A window stops where its lane's state began.
            delta = delta.masked_fill((step - level < -self.reach)[:, :, None], 0)
            sums[k - level:k - level + u] += delta
        met = torch.cat([self.bytes, self.x[:-1]])[1:k + u + 1].reshape(-1)
        flat = sums.reshape(-1, hidden)
        dWhh.copy_(whole[:k + u].reshape(-1, hidden).t() @ flat)
        dWxh.copy_(self.one_hot.float()[met].t() @ flat)
        return states

    @torch.no_grad()
    def losses(self, bytes_, state, model):
        """Nats of each byte but the first, read as one stream; the state after it."""
        x = torch.from_numpy(bytes_).to(self.device, torch.int64)[:, None]
        targets = self.column_of[x[1:, 0]]
        if bool((targets < 0).any()):
            raise Problem("The held-out text contains a byte that this network never predicts. Choose the original text with --text.")
        states = self.read(x[:-1], state)
        logits = self.predictions(states[:, 0], self.matrices(model)[2])
        return F.cross_entropy(logits, targets, reduction="none").double().sum().item(), states[-1].float()

    def flop_per_byte(self):
        H, A = self.hidden, self.outputs
        if not self.sliding:
            return 6 * (H * H + A * H)
        rows = (self.truncation + self.steps) / self.steps
        return 2 * (H * H + A * H) + 2 * A * H + 2 * self.truncation * H * H + 2 * (A * H + rows * H * H)


# ── Optimizer ────────────────────────────────────────────────────────────────────────────────────────────────────────

MOMENTS_OF = {
    "sgd": (), "momentum": ("firstMoments",), "rmsprop": ("secondMoments",), "adagrad": ("secondMoments",),
    "adam": ("firstMoments", "secondMoments"), "adamw": ("firstMoments", "secondMoments"),
}
FADED = 2.0 ** -100


class Optimizer:
    """The rules of torch.optim with its constants, on the vector of all parameters."""

    def __init__(self, name, network):
        self.name, self.network = name, network
        self.moments = {kind: torch.zeros_like(network.weights) for kind in MOMENTS_OF[name]}

    @torch.no_grad()
    def step(self, norm, rate, t, settings, drops_faded):
        """`norm` is that of the gradient, before clipping; t counts updates from 1."""
        w, g = self.network.weights, self.network.gradient[:-1]
        if settings["clipNorm"] > 0:
            g.mul_((settings["clipNorm"] / norm).clamp(max=1).float())
        if settings["clipElement"] > 0:
            g.clamp_(-settings["clipElement"], settings["clipElement"])
        m, v = self.moments.get("firstMoments"), self.moments.get("secondMoments")
        if self.name == "sgd":
            w.sub_(g, alpha=rate)
        elif self.name == "momentum":
            m.mul_(0.9).add_(g)
            w.sub_(g.add_(m, alpha=0.9), alpha=rate)
        elif self.name in ("rmsprop", "adagrad"):
            kept, epsilon = (0.99, 1e-8) if self.name == "rmsprop" else (1, 1e-10)
            v.mul_(kept).addcmul_(g, g, value=1 - 0.99 if self.name == "rmsprop" else 1)
            w.addcdiv_(g, v.sqrt().add_(epsilon), value=-rate)
        else:
            m.mul_(0.9).add_(g, alpha=1 - 0.9)
            v.mul_(0.999).addcmul_(g, g, value=1 - 0.999)
            if self.name == "adamw":
                w.mul_(1 - rate * settings["weightDecay"])
            w.addcdiv_(m, v.sqrt().mul_(1 / math.sqrt(1 - 0.999 ** t)).add_(1e-8), value=-rate / (1 - 0.9 ** t))
        if drops_faded:
            for moments in self.moments.values():
                moments.masked_fill_(moments.abs() < FADED, 0)


# ── Run folder: what Unroll reads ────────────────────────────────────────────────────────────────────────────────────

# Whoever holds a lock shows every 2 s that it lives; one that was not touched for 10 s is a crash's.
BEAT_SECONDS, WATCH_SECONDS = 2, 10


def small_file(path):
    with contextlib.suppress(OSError):
        with open(path) as file:
            return file.read().strip()
    return ""


def process_facts(number):
    """State and start of a process, as the system counts it."""
    fields = small_file(f"/proc/{number}/stat").rpartition(")")[2].split()
    return (fields[0], fields[19]) if len(fields) > 19 else (None, None)


def place():
    """This machine, its start and its numbering of processes."""
    numbering = ""
    with contextlib.suppress(OSError):
        numbering = os.readlink("/proc/self/ns/pid")
    return " ".join(part for part in (socket.gethostname(), small_file("/proc/sys/kernel/random/boot_id"), numbering) if part)


class Lock:
    """One writer at a time, as Unroll has it: run.lock-N with who holds it."""

    def __init__(self, folder):
        self.folder, self.token = folder, str(uuid.uuid4())
        holder = {
            "token": self.token, "program": "train.py", "host": socket.gethostname(), "place": place(), "processId": os.getpid(),
            "processStart": process_facts(os.getpid())[1], "inode": str(os.stat(folder).st_ino),
        }
        held = self.locks()
        for name in held:
            other = self.holder_of(os.path.join(folder, name), holder)
            if other:
                raise self.refusal(other)
        number = 1 + max((int(name[9:]) for name in held), default=0)
        self.path = os.path.join(folder, f"run.lock-{number}")
        write_whole(self.path, json.dumps(holder).encode())
        for name in held:
            os.remove(os.path.join(folder, name))
        self.done = threading.Event()
        threading.Thread(target=self.beat, daemon=True).start()

    def locks(self):
        return [name for name in os.listdir(self.folder) if name.startswith("run.lock-") and name[9:].isdigit()]

    @staticmethod
    def refusal(other):
        return Problem(f'The run is open in {other.get("program")} (process {other.get("processId")} on {other.get("host")}). Close it there, then try again.')

    def check(self):
        """Before a writing: another process may have taken over what did not answer."""
        for name in self.locks():
            try:
                other = json.loads(small_file(os.path.join(self.folder, name)))
            except ValueError:
                continue
            if other.get("token") != self.token:
                raise self.refusal(other)

    @staticmethod
    def holder_of(path, me):
        """Who holds it; None where nobody lives who does."""
        try:
            other = json.loads(small_file(path))
        except ValueError:
            return None
        if other.get("place") == me["place"]:
            state, start = process_facts(other.get("processId"))
            lives = state not in (None, "Z", "X") and start == other.get("processStart")
            return other if lives and other.get("inode") == me["inode"] else None
        before = os.path.getmtime(path)
        for _ in range(2 * WATCH_SECONDS):
            time.sleep(0.5)
            if not os.path.exists(path):
                return None
            if os.path.getmtime(path) != before:
                return other
        return None

    def beat(self):
        while not self.done.wait(BEAT_SECONDS):
            with contextlib.suppress(OSError):
                os.utime(self.path)

    def release(self):
        self.done.set()
        with contextlib.suppress(OSError):
            os.remove(self.path)


class Log:
    """One JSON object a line; opened at an update, it forgets what came after."""

    def __init__(self, path, update=None):
        self.path, entries = path, []
        data = b""
        if os.path.exists(path):
            with open(path, "rb") as file:
                data = file.read()
        kept = []
        for line in data.split(b"\n"):
            try:
                entry = json.loads(line)
                if update is None or entry["update"] <= update:
                    kept.append(line + b"\n")
                    entries.append(entry)
            except (ValueError, KeyError, TypeError):
                continue
        if b"".join(kept) != data:
            write_whole(path, b"".join(kept))
        self.entries, self.waiting = entries, []

    def append(self, entry):
        self.waiting.append(json.dumps(entry, separators=(",", ":"), ensure_ascii=False))

    def flush(self, durable=False):
        if not self.waiting:
            return
        with open(self.path, "a", encoding="utf-8", errors="surrogatepass") as file:
            file.write("".join(line + "\n" for line in self.waiting))
            self.waiting = []
            if durable:
                file.flush()
                os.fsync(file.fileno())


class Sparkline:
    """At most 60 means of equally many losses, oldest first."""

    def __init__(self, losses):
        self.each, self.sums = max(1, math.ceil(len(losses) / 60)), []
        for loss in losses:
            self.add(loss)

    def add(self, loss):
        if self.sums and self.sums[-1][1] < self.each:
            self.sums[-1] = (self.sums[-1][0] + loss, self.sums[-1][1] + 1)
        else:
            self.sums.append((loss, 1))
        if len(self.sums) > 60:
            pairs = [self.sums[at:at + 2] for at in range(0, len(self.sums), 2)]
            self.sums, self.each = [tuple(map(sum, zip(*pair))) for pair in pairs], 2 * self.each

    def values(self):
        return [total / count for total, count in self.sums]


class Run:
    """The run's folder, which only process 0 opens."""

    def __init__(self, path):
        self.path, self.name = path, os.path.basename(path)
        try:
            with open(os.path.join(path, "run.json"), encoding="utf-8") as file:
                self.record = json.load(file)
        except OSError as error:
            raise Problem(f'"{path}" is not a run: it has no run.json. Name the run folder with --run.') from error
        except ValueError as error:
            raise Problem(f'The run.json of "{self.name}" is damaged. Hand the run over again.') from error
        if self.record.get("format") != "unroll-run" or self.record.get("version") != 1:
            raise Problem(f'"{self.name}" was made by another version of Unroll. Hand the run over again with this one.')
        self.checkpoints = os.path.join(path, "checkpoints")
        self.lock = Lock(path)

    def updates(self):
        return sorted(int(name[:-12]) for name in os.listdir(self.checkpoints) if name.endswith(".safetensors") and name[:-12].isdigit())

    def open(self):
        """The newest checkpoint that is whole, and the logs cut back to it."""
        self.notices, damaged, newest = [], [], None
        for update in reversed(self.updates()):
            path = os.path.join(self.checkpoints, f"{update}.safetensors")
            with open(path, "rb") as file:
                data = file.read()
            try:
                newest = self.checkpoint(data, f"{update}.safetensors", update)
                break
            except Problem as damage:
                self.notices.append(str(damage))
                damaged.append(path)
        if newest is None:
            raise Problem(" ".join(self.notices) or f'The run in "{self.name}" has no checkpoint. Hand it over again.')
        for path in damaged:
            os.replace(path, f"{path}.damaged")
        update = newest["update"]
        log = lambda name, at=update: Log(os.path.join(self.path, f"{name}.jsonl"), at)
        self.metrics, self.validations, self.samples, self.marks, self.changes = log("metrics"), log("validations"), log("samples"), log("marks"), log("changes", None)
        losses = [point["lossNats"] for point in self.metrics.entries]
        self.start_nats, self.sparkline = (losses[0] if losses else None), Sparkline(losses)
        self.sampled = self.samples.entries[-1]["update"] if self.samples.entries else -1
        # Counted anew as the logs grow.
        self.metrics.entries = self.samples.entries = None
        best = min(self.validations.entries, key=lambda point: point["bitsPerByte"], default=None)
        self.record["best"] = best and {key: best[key] for key in ("update", "bitsPerByte")}
        self.record["sentence"] = None
        return newest

    def checkpoint(self, data, name, update):
        if not is_intact(data):
            raise Problem(f'"{name}" is damaged: its checksum is wrong.')
        tensors, metadata = read_safetensors(data, name)
        try:
            if not METADATA.issuperset(metadata):
                raise KeyError(name)
            found = {
                "update": int(metadata["update"]), "elapsedMs": float(metadata["elapsed_ms"]), "restarts": json.loads(metadata["restarts"]),
                "kernels": metadata["kernels"], "processes": int(metadata.get("processes", 0)), "tensors": tensors,
            }
            shape = tensors["lanes.states"].shape
            settings = self.record["settings"]
            if found["update"] != update or tensors["Whh"].shape[0] != settings["hiddenSize"] or shape[1] != settings["lanes"]:
                raise KeyError(name)
            return found
        except (KeyError, ValueError) as error:
            raise Problem(f'"{name}" is not a checkpoint of this run.') from error

    def journal(self, change):
        self.changes.append(change)
        self.changes.flush(durable=True)
        self.changes.entries.append(change)

    def save(self, data, standing, loss):
        """Logs first, then the checkpoint, then the record: a crash between leaves a run that goes on from the one before."""
        self.lock.check()
        for log in (self.metrics, self.validations, self.samples):
            log.flush(durable=True)
        write_whole(os.path.join(self.checkpoints, f"{standing['update']}.safetensors"), data)
        for update in set(self.updates()) - self.kept():
            os.remove(os.path.join(self.checkpoints, f"{update}.safetensors"))
        self.record.update(standing, lossNats=loss, sparkline=self.sparkline.values())
        self.write_record()

    def kept(self):
        """The newest two, the best, those with a note, and of the others one in each doubling of the run's length."""
        updates, doublings = self.updates(), {}
        for update in updates:
            doublings.setdefault(int(math.log2(update + 1)), update)
        notes = []
        with contextlib.suppress(ValueError, OSError):
            with open(os.path.join(self.path, "checkpoint-notes.json"), encoding="utf-8") as file:
                notes = [int(update) for update in json.load(file)]
        best = self.record["best"]
        return {*updates[-2:], *doublings.values(), *notes, *([best["update"]] if best else [])}

    def set_state(self, state, sentence=None):
        self.lock.check()
        self.record.update(state=state, sentence=sentence)
        self.write_record()

    def write_record(self):
        write_whole(os.path.join(self.path, "run.json"), (json.dumps(self.record, indent=2) + "\n").encode())

    def close(self):
        self.lock.release()


# ── Processes ────────────────────────────────────────────────────────────────────────────────────────────────────────


class Processes:
    """Those that torchrun started, or this one alone."""

    def __init__(self, device, timeout):
        self.number, self.count = int(os.environ.get("RANK", 0)), int(os.environ.get("WORLD_SIZE", 1))
        self.here, self.count_here = int(os.environ.get("LOCAL_RANK", 0)), int(os.environ.get("LOCAL_WORLD_SIZE", 1))
        if device == "auto":
            device = "cuda" if torch.cuda.is_available() else "cpu"
        if device == "cuda":
            if self.here >= torch.cuda.device_count():
                raise Problem(f"{socket.gethostname()} has {torch.cuda.device_count()} GPUs, too few for {self.count_here} processes. Start fewer with --nproc_per_node.")
            torch.cuda.set_device(self.here)
        self.device = torch.device(device, self.here) if device == "cuda" else torch.device(device)
        self.control = None
        if self.count > 1:
            # A process that no longer answers ends all after this time, and torchrun starts them again.
            os.environ.setdefault("NCCL_ASYNC_ERROR_HANDLING", "1")
            wait = timedelta(seconds=timeout)
            dist.init_process_group("nccl" if device == "cuda" else "gloo", timeout=wait)
            self.control = dist.new_group(backend="gloo", timeout=wait)

    @property
    def leads(self):
        return self.number == 0

    def share(self, value):
        """What process 0 has, of any kind."""
        if self.count == 1:
            return value
        box = [value]
        dist.broadcast_object_list(box, 0, group=self.control)
        return box[0]

    def collect(self, value):
        """What each has, in their order, at process 0."""
        if self.count == 1:
            return [value]
        found = [None] * self.count if self.leads else None
        dist.gather_object(value, found, 0, group=self.control)
        return found

    def agree(self, numbers):
        """The greatest of each number over all processes."""
        if self.count == 1:
            return list(numbers)
        tensor = torch.tensor(numbers, dtype=torch.float64)
        dist.all_reduce(tensor, dist.ReduceOp.MAX, group=self.control)
        return tensor.tolist()

    def add_up(self, tensor):
        if self.count > 1:
            dist.all_reduce(tensor)
        return tensor

    def spread(self, tensor):
        """Makes a tensor what it is at process 0."""
        if self.count > 1:
            dist.broadcast(tensor, 0)

    def together(self, work):
        """Does something that may be refused: whoever refuses, all end, and process 0 says why."""
        problem, result = None, None
        try:
            result = work()
        except (Problem, OSError) as refused:
            problem = sentence_of(refused)
        if self.count == 1:
            problems = [problem]
        else:
            problems = [None] * self.count
            dist.all_gather_object(problems, problem, group=self.control)
        said = list(dict.fromkeys(found for found in problems if found))
        if said:
            raise Problem(" ".join(said))
        return result


# ── Training ─────────────────────────────────────────────────────────────────────────────────────────────────────────

TRAIN, VALIDATE, SAVE, SAMPLE, END = range(5)
# How long the processes train before they meet to see what is due.
ORDER_SECONDS = 0.25
EVALUATION_STEPS = 4096
SAMPLE_BYTES = 200
FIRST_SAMPLES = (0, 10, 30, 100, 300)


class Recorder:
    """The updates' losses and norms as the points that are kept: each one at first, then about 20 a second."""

    def __init__(self, bytes_, elapsed_ms):
        self.allowance, self.allowed_ms, self.last, self.speed = 100.0, elapsed_ms, (bytes_, elapsed_ms), 0.0
        self.since = []

    def rest(self):
        if not self.since:
            return None
        losses, norms = [entry["loss"] for entry in self.since], [entry["norm"] for entry in self.since]
        end, self.since = self.since[-1], []
        bytes_, elapsed = end["bytes"], end["elapsed"]
        if elapsed > self.last[1]:
            self.speed, self.last = (bytes_ - self.last[0]) * 1000 / (elapsed - self.last[1]), (bytes_, elapsed)
        return {
            "update": end["update"], "bytes": bytes_, "elapsedMs": elapsed, "lossNats": sum(losses) / len(losses), "leastLossNats": min(losses),
            "greatestLossNats": max(losses), "gradientNorm": sum(norms) / len(norms), "learningRate": end["rate"], "bytesPerSecond": self.speed,
        }

    def record(self, **entry):
        self.since.append(entry)
        self.allowance = min(100.0, self.allowance + (entry["elapsed"] - self.allowed_ms) * 20 / 1000)
        self.allowed_ms = entry["elapsed"]
        if self.allowance < 1:
            return None
        self.allowance -= 1
        return self.rest()


class Training:
    def __init__(self, options, processes):
        self.options, self.processes, self.stopping, self.run, self.begun = options, processes, False, None, False

    def prepare(self):
        """Opens the run and its text; refuses before anything is written."""
        options, processes = self.options, self.processes
        shared = processes.together(self.open_run)
        self.record, self.changes, start = processes.share(shared)
        settings = self.settings = self.record["settings"]
        lanes, self.steps = settings["lanes"], steps_per_update(settings)
        if processes.count > lanes:
            raise Problem(f"{processes.count} processes cannot share {lanes} lanes. Start at most {lanes}, or hand the run over with more lanes.")
        self.text = processes.together(lambda: open_text(self.record, options.text))
        if self.run:
            self.begin_run(start)
        first, end = processes.number * lanes // processes.count, (processes.number + 1) * lanes // processes.count
        self.trained_bytes = self.text.bytes - held_out(self.text.bytes, settings["validationShare"])
        lane_bytes = (self.trained_bytes - 1) // lanes
        self.per_epoch = lane_bytes // self.steps
        self.feed = Feed(self.text, lane_bytes, range(first, end), self.steps)
        self.network = Network(settings, self.record["alphabet"], range(first, end), processes.device, options.precision)
        self.optimizer = Optimizer(settings["optimizer"], self.network)
        self.average = torch.zeros_like(self.network.weights) if settings["averaging"] > 0 else None
        self.update, self.elapsed_ms = start["update"], start["elapsedMs"]
        self.restarts = Restarts(start["restarts"])
        self.kernels = start["kernels"]
        self.restore(start)
        self.graph = None
        self.results, self.seconds_an_update = None, ORDER_SECONDS
        origin = self.record["origin"] or {"updates": 0, "shareDone": 0, "plateaus": 0}
        self.steps_before, self.share_before, self.plateaus_before = origin["updates"], origin["shareDone"], origin["plateaus"]

    def open_run(self):
        """Process 0 reads the folder; the others hear of it."""
        if not self.processes.leads:
            return None
        options = self.options
        self.run = Run(options.run)
        start = self.run.open()
        record, update = self.run.record, start["update"]
        settings = record["settings"]
        for unit in ("updates", "epochs"):
            if getattr(options, unit) is not None:
                settings.update(length=getattr(options, unit), lengthUnit=unit)
        if settings["lengthUnit"] == "updates" and settings["length"] < update:
            raise Problem(f"The run has done {update:,} updates already, more than {settings['length']:,}. Choose a larger total.")
        known = settings_at(settings, self.run.changes.entries, update)
        self.wanted = [{"update": update, "name": name, "value": value} for name, value in options.set if known[name] != value]
        return record, self.run.changes.entries + self.wanted, start

    def begin_run(self, start):
        """Nothing has refused: from here on the folder is written to."""
        self.begun = True
        for change in self.wanted:
            self.run.journal(change)
        if start["update"] > 0:
            self.run.marks.append({"update": start["update"], "kind": "resumed", "from": None})
            self.run.marks.flush()
        before, now = start["processes"], self.processes.count
        if before not in (0, now):
            self.run.notices.append(f"Trained by {before} {'process' if before == 1 else 'processes'} before, by {now} now: sums have another order, so results may differ in the last bits.")
        for notice in self.run.notices:
            say(notice)
        self.run.set_state("training", " ".join(self.run.notices) or None)

    def restore(self, start):
        network, tensors = self.network, start["tensors"]
        alphabet = torch.tensor(self.record["alphabet"] or list(range(VALUES)))

        def vector(prefix):
            Wxh, Whh, Who = (torch.from_numpy(np.array(tensors[prefix + name], np.float32)) for name in ("Wxh", "Whh", "Who"))
            return torch.cat([Wxh.reshape(-1), Whh.reshape(-1), Who[:, alphabet].reshape(-1)]).to(network.device)

        network.weights.copy_(vector("trained." if self.average is not None else ""))
        if self.average is not None:
            self.average.copy_(vector(""))
        for kind, moments in self.optimizer.moments.items():
            moments.copy_(vector(f"{kind}."))
        here = slice(network.mine.start, network.mine.stop)
        network.states.copy_(torch.from_numpy(np.array(tensors["lanes.states"][:, here])))
        network.bytes.copy_(torch.from_numpy(np.array(tensors["lanes.bytes"][:, here])))
        network.reach.copy_(torch.from_numpy(np.array(tensors["lanes.reach"][here])))

    @property
    def model(self):
        return self.network.weights if self.average is None else self.average

    @property
    def bytes(self):
        return self.update * self.settings["lanes"] * self.steps

    def at(self, update):
        return settings_at(self.settings, self.changes, update)

    @property
    def total(self):
        return total_updates(self.settings, self.per_epoch, self.update, self.elapsed_ms)

    # What all processes do.

    def train(self, count, plateaus):
        """The next updates; their losses and norms, and how long they took."""
        started, network, settings = time.perf_counter(), self.network, self.settings
        first = self.update % self.per_epoch
        rows = torch.from_numpy(np.ascontiguousarray(self.feed.take(first, count).T))
        feed = rows.to(network.device, torch.int64)
        begins = torch.from_numpy(self.restarts.draw(count, settings["lanes"], settings["restartShare"])[:, network.mine.start:network.mine.stop])
        if first == 0:
            begins[0] = True
        begins, rates = begins.to(network.device), []
        results = torch.zeros(count, 2, dtype=torch.float64, device=network.device)
        for index in range(count):
            update = self.update + index
            current = self.at(update)
            own = share_done(settings, self.per_epoch, update, self.elapsed_ms)
            done = self.share_before + (1 - self.share_before) * own
            rates.append(scheduled_rate(current["schedule"], current["learningRate"], done, self.plateaus_before + plateaus))
            network.x.copy_(feed[index * self.steps:(index + 1) * self.steps + 1])
            network.begins.copy_(begins[index])
            network.key.fill_(dropout_key(settings["seed"], update))
            self.differentiate()
            self.processes.add_up(network.gradient)
            norm = torch.linalg.vector_norm(network.gradient[:-1], dtype=torch.float64)
            results[index, 0], results[index, 1] = network.gradient[-1] / (self.steps * settings["lanes"]), norm
            self.optimizer.step(norm, rates[-1], self.steps_before + update + 1, current, update % 64 == 0)
            if self.average is not None:
                self.average.lerp_(network.weights, 1 / max(1, min(settings["averaging"], update + 1)))
        ahead = (first + count) % self.per_epoch
        if network.device.type == "cuda" and ahead + count <= self.per_epoch:
            # While the GPU works on what it was given.
            self.feed.take(ahead, count)
        self.update += count
        losses = results.tolist()
        return losses, rates, time.perf_counter() - started

    def differentiate(self):
        if self.graph:
            self.graph.replay()
        else:
            self.network.differentiate()

    def capture(self):
        """Repeats the work of an update as one CUDA graph, where that gives the same gradient."""
        network = self.network
        kept = [tensor.clone() for tensor in (network.states, network.bytes, network.reach)]

        def again():
            for tensor, before in zip((network.states, network.bytes, network.reach), kept):
                tensor.copy_(before)

        stream = torch.cuda.Stream()
        stream.wait_stream(torch.cuda.current_stream())
        with torch.cuda.stream(stream):
            for _ in range(3):
                again()
                network.differentiate()
        torch.cuda.current_stream().wait_stream(stream)
        expected = network.gradient.clone()
        graph = torch.cuda.CUDAGraph()
        with torch.cuda.graph(graph):
            network.differentiate()
        again()
        network.gradient.zero_()
        graph.replay()
        difference = (network.gradient - expected).abs().max() / expected.abs().max()
        again()
        if not difference < 1e-4:
            raise RuntimeError(f"its gradient differs by {difference:.1e}")
        self.graph = graph

    def validate(self):
        """Bits a byte of the held-out text, read as one stream by process 0; None elsewhere, or where it was broken off."""
        processes, started, sum_ = self.processes, time.perf_counter(), 0.0
        if not processes.leads:
            while processes.agree([0, 1 if self.stopping else 0])[0]:
                pass
            return None
        network, end = self.network, self.text.bytes
        network.load(self.model)
        state, told, stopped, at = torch.zeros(1, network.hidden, device=network.device), started, False, self.trained_bytes
        while at < end - 1 and not stopped:
            count = min(EVALUATION_STEPS, end - 1 - at)
            nats, state = network.losses(self.text.read(at, count + 1), state, self.model)
            sum_, at, stopped = sum_ + nats, at + count, self.stopping
            # The others wait no longer than they have patience for.
            if time.perf_counter() - told > 5:
                told, stopped = time.perf_counter(), bool(processes.agree([1, 1 if stopped else 0])[1])
        processes.agree([0, 0])
        return None if stopped else sum_ / (end - 1 - self.trained_bytes) / math.log(2)

    def encoded(self):
        """The run as it stands, as a checkpoint's bytes; None but at process 0."""
        network = self.network
        for vector in (network.weights, self.average, *self.optimizer.moments.values()):
            # The same everywhere, also where the machines' arithmetic differs in its last bits.
            if vector is not None:
                self.processes.spread(vector)
        parts = self.processes.collect([tensor.cpu().numpy() for tensor in (network.states, network.bytes, network.reach)])
        if not self.processes.leads:
            return None
        states, bytes_, reach = (np.concatenate([part[at] for part in parts], axis=axis) for at, axis in ((0, 1), (1, 1), (2, 0)))
        alphabet = self.record["alphabet"]

        def matrices(prefix, vector):
            Wxh, Whh, Who = (matrix.cpu().numpy() for matrix in network.matrices(vector))
            whole = Who
            if alphabet:
                whole = np.zeros((network.hidden, VALUES), np.float32)
                whole[:, alphabet] = Who
            return {f"{prefix}Wxh": Wxh, f"{prefix}Whh": Whh, f"{prefix}Who": whole}

        tensors = matrices("", self.model)
        if self.average is not None:
            tensors.update(matrices("trained.", network.weights))
        for kind, moments in self.optimizer.moments.items():
            tensors.update(matrices(f"{kind}.", moments))
        tensors.update({"lanes.states": states, "lanes.bytes": bytes_.astype(np.uint8), "lanes.reach": reach.astype("<i4")})
        metadata = {
            "format": "unroll-checkpoint", "update": str(self.update), "elapsed_ms": repr(float(self.elapsed_ms)),
            "restarts": str([int(word) for word in self.restarts.state[:, 0]]).replace(" ", ""), "kernels": self.kernels, "processes": str(self.processes.count),
        }
        if alphabet:
            metadata["alphabet"] = bytes(alphabet).hex()
        return write_safetensors(tensors, metadata)

    # What process 0 decides.

    def count_ahead(self):
        """Updates until something may be due, as many as fit the time."""
        current = self.at(self.update)
        until = lambda every: every - self.update % every if every > 0 else math.inf
        sample = until(current["sampleEvery"])
        if current["sampleEvery"] == 0:
            sample = next((first for first in FIRST_SAMPLES if first > self.update), math.inf) - self.update
        counted = self.settings["lengthUnit"] in ("updates", "epochs")
        return int(min(
            1024, max(1, ORDER_SECONDS / self.seconds_an_update), until(self.per_epoch), until(current["checkpointEvery"]), until(current["validationEvery"]),
            sample, self.total - self.update if counted else math.inf, self.options.stop_after - self.update,
        ))

    @property
    def finished(self):
        current, known = self.at(self.update), self.run.validations.entries
        patience = current["patience"]
        if patience > 0 and known and since_best(known)[-1] >= patience:
            return True
        return share_done(self.settings, self.per_epoch, self.update, self.elapsed_ms) >= 1

    def conduct(self):
        """What is to be done, one thing after another; what comes of each is sent back."""
        self.saved_at, self.saving_rest, self.saved_update = time.perf_counter(), 0.0, -1
        self.recorder, self.recent, self.sampled_ms, self.sampled_update = Recorder(self.bytes, self.elapsed_ms), [], self.elapsed_ms, self.run.sampled
        if self.update == 0:
            yield from self.save()
            yield from self.sample_if_due()
        while not self.stopping and not self.finished and self.update < self.options.stop_after:
            started = time.perf_counter()
            count, before = self.count_ahead(), self.elapsed_ms
            results, rates, seconds = yield TRAIN, count, plateaus_before(self.run.validations.entries, self.update)
            self.seconds_an_update = seconds / count
            self.note(results, rates, before, seconds)
            yield from self.sample_if_due()
            current, is_best = self.at(self.update), False
            if current["validationEvery"] > 0 and self.update % current["validationEvery"] == 0:
                is_best = yield from self.validation()
            seconds_due = current["checkpointSeconds"]
            timed = seconds_due > 0 and time.perf_counter() - self.saved_at >= max(seconds_due, self.saving_rest)
            if is_best or timed or self.update % current["checkpointEvery"] == 0:
                yield from self.save()
            self.run.metrics.flush()
            self.elapsed_ms = before + (time.perf_counter() - started) * 1000
        point = self.recorder.rest()
        if point:
            self.run.metrics.append(point)
        if self.finished:
            yield from self.sample()
            yield from self.validation()
        yield from self.save()
        yield END, 0, 0

    def note(self, results, rates, before, seconds):
        bytes_an_update = self.settings["lanes"] * self.steps
        first = self.update - len(results) + 1
        for index, ((loss, norm), rate) in enumerate(zip(results, rates)):
            update = first + index
            elapsed = before + (index + 1) * seconds * 1000 / len(results)
            point = self.recorder.record(update=update, loss=loss, norm=norm, rate=rate, bytes=update * bytes_an_update, elapsed=elapsed)
            if point:
                self.run.sparkline.add(point["lossNats"])
                self.run.metrics.append(point)
            if self.run.start_nats is None:
                self.run.start_nats = loss
            self.recent = (self.recent + [loss])[-50:]
            self.loss = loss
            if not (math.isfinite(loss) and math.isfinite(norm)):
                raise Problem(f"Training diverged at update {update:,}: the loss became NaN. Go back to an earlier checkpoint with a learning rate below {rate:g}.")
        mean = sum(self.recent) / len(self.recent)
        if len(self.recent) == 50 and mean > 1.5 * max(self.run.start_nats, math.log(VALUES)):
            raise Problem(f"Training diverged at update {self.update:,}: the loss rose to {mean / math.log(2):.1f} bits/byte. Go back to an earlier checkpoint with a learning rate below {rates[-1]:g}.")
        self.elapsed_ms = before + seconds * 1000
        self.line.tell(self, len(results) * bytes_an_update, seconds)

    def save(self):
        if self.saved_update == self.update:
            return
        started = time.perf_counter()
        data = yield SAVE, 0, 0
        standing = {"update": self.update, "totalUpdates": self.total, "elapsedMs": self.elapsed_ms}
        self.run.save(data, standing, getattr(self, "loss", self.record["lossNats"]))
        self.saved_at, self.saved_update = time.perf_counter(), self.update
        # Saving never takes more than a twentieth of the time.
        self.saving_rest = 19 * (self.saved_at - started)

    def validation(self):
        """True when it is the best so far."""
        known = self.run.validations.entries
        if self.trained_bytes == self.text.bytes or known and known[-1]["update"] == self.update:
            return False
        bits = yield VALIDATE, 0, 0
        if bits is None:
            return False
        if not math.isfinite(bits):
            raise Problem("On the held-out text the network's loss is not a finite number. Go back to an earlier checkpoint.")
        point = {"update": self.update, "bytes": self.bytes, "elapsedMs": self.elapsed_ms, "bitsPerByte": bits}
        self.run.validations.append(point)
        self.run.validations.flush()
        known.append(point)
        say(f"Update {self.update:,}: {bits:.4f} bits/byte on the held-out text.")
        best = self.run.record["best"]
        if best and bits >= best["bitsPerByte"]:
            return False
        self.run.record["best"] = {"update": self.update, "bitsPerByte": bits}
        return True

    def sample_if_due(self):
        every = self.at(self.update)["sampleEvery"]
        if every > 0:
            due = self.update > 0 and self.update % every == 0
        else:
            due = self.update in FIRST_SAMPLES or self.elapsed_ms - self.sampled_ms >= max(4000, 0.05 * self.elapsed_ms)
            self.sampled_ms = self.elapsed_ms if due else self.sampled_ms
        if due:
            yield from self.sample()

    def sample(self):
        if self.sampled_update == self.update:
            return
        self.sampled_update = self.update
        text = yield SAMPLE, 0, 0
        self.run.samples.append({"update": self.update, "text": text})
        self.run.samples.flush()

    def write_sample(self):
        """A few words, at temperature 0.8; only process 0 writes."""
        if not self.processes.leads:
            return None
        Wxh, Whh, Who = (matrix.cpu().numpy() for matrix in self.network.matrices(self.model))
        alphabet, draws = np.array(self.record["alphabet"] or range(VALUES)), np.random.RandomState(self.update % 2 ** 32)
        encoding, made, state = self.record["text"]["encoding"], bytearray(), np.zeros(self.network.hidden, np.float32)
        # As after a line end: the zero state itself predicts nothing.
        for byte in line_end(encoding):
            state = np.tanh(Wxh[byte] + state @ Whh)
        for _ in range(SAMPLE_BYTES):
            logits = (state @ Who).astype(np.float64) / 0.8
            sums = np.exp(logits - logits.max()).cumsum()
            index = min(int(np.searchsorted(sums, draws.random_sample() * sums[-1])), len(alphabet) - 1)
            made.append(alphabet[index])
            state = np.tanh(Wxh[alphabet[index]] + state @ Whh)
        try:
            return made.decode(encoding, "replace")
        except LookupError:
            return made.decode("latin-1")

    def go(self):
        """All processes do the same things, which process 0 decides."""
        plan, first = self.conduct() if self.processes.leads else None, self.update
        if self.processes.leads:
            self.line = Line(self.network.flop_per_byte(), self.peak())
        else:
            self.peak()
        result, begun, failed = None, False, None
        while True:
            action = (-1, 0, 0)
            if plan:
                try:
                    action = plan.send(result) if begun else next(plan)
                except (Problem, OSError) as error:
                    # The others end too, instead of waiting.
                    action, failed = (END, 1, 0), error
                begun = True
            *action, stop = self.processes.agree([*action, int(self.stopping)])
            self.stopping = self.stopping or stop > 0
            kind, count, plateaus = map(int, action)
            if failed:
                raise failed
            if kind == END:
                if count:
                    sys.exit(1)
                break
            result = self.act(kind, count, plateaus)
        if plan:
            done = self.finished
            self.run.set_state("finished" if done else "paused")
            more = " Give it more with --updates or --epochs." if done and self.update == first else ""
            say(f"The run {'is finished' if done else 'rests'} at update {self.update:,}.{more}")

    def act(self, kind, count, plateaus):
        if kind == TRAIN:
            if self.options.graph and self.network.device.type == "cuda" and self.graph is None and self.network.x.any():
                self.options.graph = False
                try:
                    self.capture()
                except RuntimeError as error:
                    say(f"No CUDA graph: {str(error).splitlines()[0]}")
            return self.train(count, plateaus)
        if kind == VALIDATE:
            return self.validate()
        return self.encoded() if kind == SAVE else self.write_sample()

    def peak(self):
        """Multiplications and additions a second of all processes together, in one great product."""
        device = self.processes.device
        size = 4096 if device.type == "cuda" else 768
        a = torch.ones(size, size, device=device, dtype=self.network.kind)
        done, seconds = 0, 0.0
        while seconds < 0.2 and done < 200:
            if device.type == "cuda":
                torch.cuda.synchronize()
            started = time.perf_counter()
            for _ in range(4):
                a @ a
            if device.type == "cuda":
                torch.cuda.synchronize()
            # The first are for warming up.
            seconds, done = (seconds + time.perf_counter() - started, done + 4) if done else (0.0, 4)
        rate = torch.tensor([2.0 * size ** 3 * (done - 4) / max(seconds, 1e-9)], device=device)
        return self.processes.add_up(rate).item()

    def fail(self, sentence):
        if self.run:
            with contextlib.suppress(OSError, Problem):
                self.run.metrics.flush()
                self.run.set_state("failed", sentence)

    def close(self):
        if self.run:
            self.run.close()


class Line:
    """Where the run is, how fast, which share of the device's peak, how long still: one line, about once a second."""

    def __init__(self, flop_per_byte, peak):
        self.flop_per_byte, self.peak, self.bytes, self.seconds, self.told = flop_per_byte, peak, 0, 0.0, time.perf_counter()
        self.first = True

    def tell(self, training, bytes_, seconds):
        # The first order also warms up.
        if self.first:
            self.first = False
            return
        self.bytes, self.seconds = self.bytes + bytes_, self.seconds + seconds
        pause = 1 if sys.stderr.isatty() else 10
        if time.perf_counter() - self.told < pause or self.seconds <= 0:
            return
        speed, total = self.bytes / self.seconds, training.total
        self.bytes, self.seconds, self.told = 0, 0.0, time.perf_counter()
        parts = [
            f"update {training.update:,}" + (f" of {total:,}" if total else ""), f"{training.loss / math.log(2):.3f} bits/byte",
            f"{speed / 1000:,.1f} kB/s", f"{100 * speed * self.flop_per_byte / self.peak:.0f}% of peak",
        ]
        if total:
            left = (total - training.update) * training.steps * training.settings["lanes"] / speed
            parts.append(f"{left / 3600:,.1f} h left" if left >= 5400 else f"{left / 60:.0f} min left" if left >= 90 else f"{left:.0f} s left")
        say(" · ".join(parts))


def say(sentence):
    print(sentence, file=sys.stderr, flush=True)


def cores():
    """Those that this process may use; not every system can say."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def setting_change(text):
    name, _, value = text.partition("=")
    if name not in LIVE:
        raise argparse.ArgumentTypeError(f"{name} can't change during a run; these can: {', '.join(LIVE)}")
    least, most, whole = LIVE[name]
    try:
        number = float(value)
    except ValueError:
        number = math.nan
    if not least <= number <= most or whole and number != int(number):
        raise argparse.ArgumentTypeError(f"{name} is a {'whole number' if whole else 'number'} from {least:g} to {most:g}")
    return name, int(number) if number == int(number) else number


def options():
    parser = argparse.ArgumentParser(description="Continues a run of Unroll in PyTorch. Under torchrun each process trains its share of the lanes.")
    parser.add_argument("--run", default=os.path.join(HERE, "run"), help="the run folder (default: run, beside this file)")
    parser.add_argument("--text", nargs="+", default=[], help="where the text lies here: its files, or a folder that holds them")
    parser.add_argument("--updates", type=int, help="the new total number of updates")
    parser.add_argument("--epochs", type=float, help="the new total of passes over the text")
    parser.add_argument("--stop-after", type=int, default=2 ** 53, help="pause at this update")
    parser.add_argument("--set", type=setting_change, nargs="+", default=[], metavar="NAME=VALUE", help="change a setting from here on, for example learningRate=0.001")
    parser.add_argument("--device", choices=("auto", "cpu", "cuda"), default="auto")
    parser.add_argument("--precision", choices=("f32", "tf32", "bf16"), default="f32", help="of products; f32 is exact, the others are faster on GPUs")
    parser.add_argument("--graph", action="store_true", help="repeat an update as one CUDA graph")
    parser.add_argument("--threads", type=int, help="of the processor, for each process (default: an equal share)")
    parser.add_argument("--timeout", type=float, default=600, help="seconds after which a process that does not answer counts as dead")
    return parser.parse_args()


def main():
    chosen = options()
    torch.backends.cuda.matmul.allow_tf32 = torch.backends.cudnn.allow_tf32 = chosen.precision == "tf32"
    torch.set_flush_denormal(True)
    training, code = None, 0
    try:
        processes = Processes(chosen.device, chosen.timeout)
        torch.set_num_threads(chosen.threads or max(1, cores() // processes.count_here))
        training = Training(chosen, processes)
        training.prepare()

        def stop(*_):
            training.stopping = True

        signal.signal(signal.SIGINT, stop)
        signal.signal(signal.SIGTERM, stop)
        training.go()
    except (Problem, OSError) as error:
        if int(os.environ.get("RANK", 0)) == 0:
            say(sentence_of(error))
        if training and training.begun:
            training.fail(sentence_of(error))
        code = 1
    finally:
        if training:
            training.close()
    sys.exit(code)


if __name__ == "__main__":
    main()
