"""`cuebook simulate`: thousands of simulated calls, to try a script before a prospect does."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cuebook.cli.options import dialogues_option, parts_of

if TYPE_CHECKING:
    from cuebook.conversation.setup import Depth
    from cuebook.practice.reps import Help, Manner
    from cuebook.practice.simulating import Comparison, Group, Outcome, Split, Summary

_SURE = 0.05
"""Below this chance a difference between two versions is called one."""

_LOST_BY = 4
"""So many checks are named that the score was lost by."""


@click.command()
@click.option("--framework", default="bant", metavar="F", show_default=True, help="The framework to follow.")
@click.option("--calls", type=click.IntRange(1, 1_000_000), default=1_000, show_default=True, help="How many.")
@click.option("--seed", default=0, show_default=True, help="Another seed, other calls.")
@click.option("--product", "products", multiple=True, metavar="P", help="About this product only.")
@click.option("--depth", type=click.Choice(["cold", "discovery"]), default="discovery", show_default=True)
@click.option("--rep", "manner", type=click.Choice(["good", "closed", "pushy"]), default="good", show_default=True)
@click.option("--sees", type=click.Choice(["script", "hints", "nothing"]), default="script", show_default=True)
@click.option("--slips", type=click.FloatRange(0, 1), default=0.0, show_default=True, help="How often it errs.")
@click.option("--language", default="en", metavar="xx", show_default=True)
@click.option("--against", type=click.Path(path_type=Path), metavar="FOLDER", help="Compare with these laid over.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object with all figures.")
@dialogues_option
def simulate(  # noqa: PLR0913, PLR0917  an option each
    framework: str,
    calls: int,
    seed: int,
    products: tuple[str, ...],
    depth: Depth,
    manner: Manner,
    sees: Help,
    slips: float,
    language: str,
    against: Path | None,
    as_json: bool,
    given: tuple[Path, ...],
) -> int:
    """A scripted rep plays calls against every persona: what a script loses by, with whom, and where calls end.

    The same seed gives the same calls, however many cores hold them. --sees is how much of the script the rep
    sees. With --against the same calls are held with those dialogues laid over too, and compared one by one.

    \b
    Example:  cuebook simulate --framework bant --calls 10000 --seed 1
              cuebook simulate --framework bant --against our-draft
    """
    from time import monotonic

    from cuebook.conversation.setup import Setup
    from cuebook.practice.reps import Rep
    from cuebook.practice.simulating import compare, summary
    from cuebook.simulations import simulations

    setup = Setup(framework=framework, depth=depth, language=language)
    rep = Rep(manner, sees, slips)
    begun, told = monotonic(), _progress(calls, as_json)

    def held(folders: tuple[Path, ...]) -> tuple[Outcome, ...]:
        return simulations(parts_of(folders).folders, setup, products, rep, calls, seed=seed, told=told)

    first = held(given)
    found = summary(first)
    without = compared = None
    if against is not None:
        begun, told = monotonic(), _progress(calls, as_json)
        second = held((against, *given))
        without, compared, found = found.all, compare(first, second), summary(second)
    seconds = monotonic() - begun
    if as_json:
        out = {"framework": framework, "seed": seed, "rep": manner, "sees": sees, **found.as_json()}
        if without is not None and compared is not None:
            out["without"] = without.as_json()
            out["compared"] = {**compared.right.as_json(), "score": compared.score.as_json()}
        click.echo(json.dumps(out, ensure_ascii=False))
    else:
        click.echo(_text(framework, found, seconds))
        if without is not None and compared is not None:
            click.echo(_compared(without, compared))
    return 0


def _progress(calls: int, as_json: bool) -> Callable[[int], None]:
    """What shows how far it is: a bar on a terminal, nothing elsewhere."""
    done = 0

    def told(more: int) -> None:
        nonlocal done
        done += more
        if as_json or not sys.stderr.isatty():
            return
        filled = "#" * (30 * done // calls)
        click.echo(f"\r[{filled:<30}] {done:,} of {calls:,} calls", err=True, nl=done >= calls)

    return told


def _text(framework: str, found: Summary, seconds: float) -> str:
    whole = found.all
    return "\n".join(
        [
            f"{framework}: {whole.calls:,} calls, {whole.calls / max(seconds, 0.001):,.0f} a second",
            f"  verdict right   {whole.right:,} of {whole.finished:,} calls that came to an end "
            f"({whole.accuracy:.1%})",
            f"  broken off      {_part(whole.broken_off, whole.calls)}" + _counts(" at ", found.ended),
            f"  put off         {_part(whole.put_off, whole.calls)} to a day that was agreed",
            f"  to the verdict  {found.questions:.1f} questions; {found.lines:.1f} lines a call",
            f"  score           {whole.score:.1f} of 100",
            *_failed(found),
            *_objections(found),
            *_personas(found.personas),
            "",
            *_confusion(found),
        ]
    )


def _compared(without: Group, compared: Comparison) -> str:
    """What came of it without the folder that is laid over, and whether that is a difference."""
    return "\n".join(
        [
            "",
            f"Without the folder: verdict right {without.accuracy:.1%}, "
            f"broken off {_part(without.broken_off, without.calls)}, score {without.score:.1f}.",
            _split("Came right", compared.right),
            _split("Scored higher", compared.score),
        ]
    )


def _part(count: int, whole: int) -> str:
    return f"{count:,} ({count / (whole or 1):.1%})"


def _split(what: str, split: Split) -> str:
    judged = "a difference" if split.chance < _SURE else "no difference that could not be chance"
    return (
        f"{what} only with it: {split.better:,} calls, only without it: {split.worse:,} "
        f"(chance {split.chance:.3g}): {judged}."
    )


def _failed(found: Summary) -> list[str]:
    """What the score was lost by, the most frequent first."""
    most = sorted(found.failed.items(), key=lambda item: (-item[1], item[0]))[:_LOST_BY]
    lost = ", ".join(f"{name.replace('_', ' ')} in {count / found.all.calls:.1%}" for name, count in most)
    return [f"  lost by         {lost}"] if lost else []


def _objections(found: Summary) -> list[str]:
    """A row for each objection that came up: those that stayed unmet in most calls first."""
    if not found.objections:
        return []
    unmet = {name: count - found.met.get(name, 0) for name, count in found.objections.items()}
    rows = [
        f"{name:<20}{count:>10,}{count - unmet[name]:>10,}{1 - unmet[name] / count:>9.0%}"
        for name, count in sorted(found.objections.items(), key=lambda item: (-unmet[item[0]], item))
    ]
    return ["", f"{'objection':<20}{'raised':>10}{'met':>10}", *rows]


def _personas(groups: Mapping[str, Group]) -> list[str]:
    """A row for each persona: the lowest score first."""
    rows = [
        f"{name:<20}{group.calls:>10,}{group.broken_off / (group.calls or 1):>12.1%}"
        f"{group.put_off / (group.calls or 1):>10.1%}{group.accuracy:>9.0%}{group.score:>8.1f}"
        for name, group in sorted(groups.items(), key=lambda item: (item[1].score, item[0]))
    ]
    return ["", f"{'persona':<20}{'calls':>10}{'broken off':>12}{'put off':>10}{'right':>9}{'score':>8}", *rows]


def _counts(lead: str, counts: Mapping[str, int]) -> str:
    """The counts, the largest first; nothing where there are none."""
    ordered = sorted(counts.items(), key=lambda item: -item[1])
    return lead + ", ".join(f"{name} {n:,}" for name, n in ordered) if ordered else ""


def _confusion(found: Summary) -> list[str]:
    """The verdicts against the truth: a row for each truth, a column for each verdict that came up."""
    columns = sorted({verdict for _, verdict in found.confusion})
    out = ["really          " + "".join(f"{name:>14}" for name in columns)]
    for truth in sorted({truth for truth, _ in found.confusion}):
        counts = (found.confusion.get((truth, name), 0) for name in columns)
        out.append(f"{truth:<16}" + "".join(f"{count:>14,}" for count in counts))
    return out
