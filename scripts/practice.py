"""Tells whether the score of a rehearsal means something.

Each persona is called about each product by the good rep, the one who asks for yes or no, and the one who
presses, over so many seeds. Printed by framework: in how many pairs the good one scores more, how often its
verdict is that of how the prospect really stands, and how many hung up on it.
"""

from argparse import ArgumentParser
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from statistics import mean

from cuebook import paths
from cuebook.conversation.script import script_for
from cuebook.conversation.setup import Setup
from cuebook.dialogue.loading import load
from cuebook.dialogue.personas import load_personas
from cuebook.practice.reps import Rep
from cuebook.practice.simulating import simulate
from cuebook.walks import HELD_AT

REPS = (Rep("good"), Rep("closed"), Rep("pushy"))


def figures(framework: str, seeds: int) -> str:
    """The figures of a framework, in a line."""
    dialogues, personas = load([paths.shipped()]).dialogues, load_personas([paths.shipped()])
    script = script_for(Setup(framework=framework), dialogues)
    products = sorted(dialogues.products)
    scripts = [script_for(replace(script.setup, product=product), dialogues) for product in products]
    calls = range(seeds * len(scripts) * len(personas.worded("en")))
    good, closed, pushy = (simulate(scripts, personas, rep, calls, seed=7, at=HELD_AT) for rep in REPS)
    kept = [outcome for outcome in good if not outcome.broken_off]
    scores = " ".join(f"{mean(outcome.score for outcome in held):.0f}" for held in (good, closed, pushy))
    return (
        f"{framework:<14}{len(calls):>8,} calls  "
        f"more than closed {mean(g.score > c.score for g, c in zip(good, closed, strict=True)):.1%}  "
        f"more than pushy {mean(g.score > p.score for g, p in zip(good, pushy, strict=True)):.1%}  "
        f"right {mean(outcome.right for outcome in kept):.1%}  hung up {1 - len(kept) / len(good):.1%}  "
        f"scores {scores}"
    )


def main() -> Iterator[str]:
    """The figures of the frameworks that are named, or of all."""
    flows = sorted(load([paths.shipped()]).dialogues.flows)
    parser = ArgumentParser(prog="scripts/practice", description=__doc__)
    parser.add_argument("seeds", nargs="?", type=int, default=200, help="default: 200")
    parser.add_argument("frameworks", nargs="*", metavar="FRAMEWORK", help=f"default: all, {', '.join(flows)}")
    given = parser.parse_args()
    unknown = sorted(set(given.frameworks) - set(flows))
    if unknown:
        parser.error(f"there is no framework {unknown[0]!r}")
    names, seeds = given.frameworks or flows, given.seeds
    with ProcessPoolExecutor() as pool:
        yield from pool.map(figures, names, [seeds] * len(names))


if __name__ == "__main__":
    for line in main():
        print(line, flush=True)
