"""`cuebook coach`: what a question is, and a better wording."""

from __future__ import annotations

import json
from pathlib import Path

import click


@click.command()
@click.argument("text")
@click.option("--framework", metavar="F", help="Offer its questions first, such as bant.")
@click.option("--product", metavar="P", help="What is sold, such as copier-leasing.")
@click.option("--language", metavar="xx", help="The language of the question, such as en.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object with all that was found.")
@click.option("--dialogues", "given", type=click.Path(path_type=Path), multiple=True, help="A folder laid over.")
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
    from cuebook.parts import Parts
    from cuebook.practice.coach import as_json as told_as_json
    from cuebook.practice.coach import best_questions, told
    from cuebook.practice.coach import coach as look_at
    from cuebook.trainings import coach_words

    parts = Parts((*given, *(click.get_current_context().obj or ())))
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
