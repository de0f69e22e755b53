"""`cuebook coach` and `cuebook train`: practising alone, a question or a drill at a time."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cuebook.cli.app import open_app
from cuebook.cli.options import dialogues_option, parts_of

if TYPE_CHECKING:
    from cuebook.practice.sitting import Sitting


@click.command()
@click.argument("text")
@click.option("--framework", metavar="F", help="Offer its questions first, such as bant.")
@click.option("--product", metavar="P", help="What is sold, such as copier-leasing.")
@click.option("--language", metavar="xx", help="The language of the question, such as en.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object with all that was found.")
@dialogues_option
def coach(
    text: str,
    framework: str | None,
    product: str | None,
    language: str | None,
    as_json: bool,
    given: tuple[Path, ...],
) -> int:
    """What a question of yours is: open, short or closed, what it is about, and how to ask better.

    What is quoted before a remark are the words that show it. The answer is no (1) where it is no good question.

    \b
    Example:  cuebook coach "Do you have a budget?"
    """
    from cuebook.conversation.script import script_for
    from cuebook.harmless import harmless
    from cuebook.practice.coach import as_json as told_as_json
    from cuebook.practice.coach import best_questions, told
    from cuebook.practice.coach import coach as look_at
    from cuebook.trainings import coach_words

    parts = parts_of(given)
    setup = parts.usual_setup(framework=framework, product=product, language=language)
    script = script_for(setup, parts.usable(setup))
    found = look_at(harmless(text), setup.language, best_questions(script))
    words = coach_words(parts.folders, setup.language)
    if as_json:
        click.echo(json.dumps(told_as_json(found, words), ensure_ascii=False))
    else:
        for line in told(found, words):
            click.echo(line)
    return 0 if found.form is not None and not any(finding.bad for finding in found.findings) else 1


@click.command()
@click.argument("drill", required=False)
@click.option("--list", "listed", is_flag=True, help="The drills, with what is due, new and learned.")
@click.option("--plain", is_flag=True, help="Line by line, without a screen.")
@click.option(
    "--new", type=click.IntRange(0, 1_000), default=10, show_default=True, help="New items a day at most."
)
@click.option("--framework", metavar="F", help="Train this framework first, such as bant.")
@click.option("--product", metavar="P", help="Train this product first, such as copier-leasing.")
@click.option("--language", metavar="xx", help="The language to train in, such as en.")
@dialogues_option
def train(
    drill: str | None,
    listed: bool,
    plain: bool,
    new: int,
    given: tuple[Path, ...],
    **chosen: str | None,
) -> None:
    """Drills for who is new to it: asking openly, criteria, objections, answers, verdicts.

    What is asked is made from the dialogues in force. What you know comes back later, what you missed today; ten
    new ones come with each day. DRILL is one of those that --list shows.

    \b
    Example:  cuebook train
              cuebook train make-it-open --plain
              cuebook train --list
    """
    parts = parts_of(given)

    def begin() -> Sitting:
        return parts.sitting(drill, new, **chosen)

    if listed:
        from cuebook.practice.showing import heading, table

        sitting = begin()
        for line in (heading(sitting), *table(sitting.drills(), sitting.words)):
            click.echo(line)
    elif plain:
        from cuebook.lines.protocol import typed
        from cuebook.lines.training import train as ask

        ask(begin(), typed(sys.stdin.buffer, click.echo), click.echo)
    else:
        open_app(parts, begin)
