"""`cuebook rehearse`: a call in which a simulated prospect answers, with a scorecard at the end."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cuebook.cli.app import open_app
from cuebook.cli.options import dialogues_option, parts_of
from cuebook.errors import CuebookError, NothingError, UsageError

if TYPE_CHECKING:
    from cuebook.conversation.setup import Setup
    from cuebook.journal.rows import RehearsalRow
    from cuebook.parts import Parts
    from cuebook.practice.reps import Help
    from cuebook.practice.room import Room, Wish

LARGEST_SEED = 2**31 - 1


@click.command()
@click.option("--persona", metavar="P", help="Who answers, such as hurried; without it, whom the seed draws.")
@click.option("--framework", metavar="F", help="The qualification framework, such as bant.")
@click.option("--product", metavar="P", help="What is sold, such as copier-leasing.")
@click.option("--depth", type=click.Choice(["cold", "discovery"]), help="A few questions, or all that are needed.")
@click.option("--language", metavar="xx", help="The language of the call, such as en.")
@click.option("--seed", type=click.IntRange(0, LARGEST_SEED), help="The same seed, the same prospect.")
@click.option(
    "--help-level",
    "help_",
    type=click.Choice(["script", "hints", "nothing"]),
    help="How much of the cue is shown: the script, in a sparring nothing, unless said here.",
)
@click.option("--sparring", is_flag=True, help="Only objections, one after another, each judged at once.")
@click.option(
    "--rounds", type=click.IntRange(1, 200), default=8, show_default=True, help="Objections of a sparring."
)
@click.option(
    "--voice", "voiced", is_flag=True, help="They find words of their own: see `model` in settings.toml."
)
@click.option("--plain", is_flag=True, help="Line by line, without a screen.")
@click.option("--jsonl", is_flag=True, help="One move a line in, one turn a line out, as JSON.")
@click.option("--watch", is_flag=True, help="For who writes dialogues: it follows every change of their files.")
@click.option("--history", is_flag=True, help="Your last rehearsals, how every check goes, what to practise next.")
@click.option("--show", metavar="N", help="What was said in a rehearsal of the history, and its scorecard.")
@click.option("--json", "as_json", is_flag=True, help="With --history or --show: one JSON object.")
@dialogues_option
def rehearse(  # noqa: PLR0913, PLR0917  an option each
    given: tuple[Path, ...],
    persona: str | None,
    seed: int | None,
    help_: Help | None,
    sparring: bool,
    rounds: int,
    voiced: bool,
    plain: bool,
    jsonl: bool,
    watch: bool,
    history: bool,
    show: str | None,
    as_json: bool,
    **chosen: str | None,
) -> int:
    """A simulated prospect answers what you type; a scorecard tells how it went.

    With --plain an empty line says what is shown. The same seed and the same lines give the same call and score.
    What is said is on disk before it is answered, so that a rehearsal that was broken off is in the history too.

    --history --json has "rehearsals", "checks" and "objections" (each with "held" of the last "of" times, "lately"
    and "course"), "read_out" and what is "next"; --show N --json has a rehearsal with its "scorecard" and "lines".
    With --voice a language model (the extra 'llm') puts their answers into words of its own; what they say, what
    it proves and the score stay as they are.

    \b
    Example:  cuebook rehearse --persona hurried --help-level hints
              cuebook rehearse --plain --seed 7
              cuebook rehearse --sparring --rounds 12
              cuebook rehearse --history --json
    """
    from cuebook.practice.room import Wish

    if sum((plain, jsonl, history, show is not None)) > 1:
        raise UsageError(
            "--plain, --jsonl, --history and --show are four different things.", "Choose one of them."
        )
    if watch and (jsonl or sparring):
        raise UsageError("--watch goes with a whole call in the app or with --plain.", "Leave it out.")
    if as_json and not history and show is None:
        raise UsageError("--json goes with --history or --show N.", "For a rehearsal as JSON, use --jsonl.")
    if voiced and sparring:
        raise UsageError("--voice goes with a whole call, not with a sparring.", "Leave it out.")
    parts = parts_of(given)
    if history or show is not None:
        _look_back(parts, show, as_json=as_json)
        return 0
    wish = Wish(
        setup=_setup(parts, chosen),
        persona=persona,
        seed=seed,
        help=help_ or ("nothing" if sparring else "script"),
        rounds=rounds if sparring else 0,
        voiced=voiced,
    )
    if sparring and (plain or jsonl):
        return _spar(parts, wish, jsonl=jsonl)
    if jsonl:
        return _by_protocol(parts, parts.rehearsals.begin(wish))
    if plain:
        return _in_lines(parts, parts.rehearsals.begin(wish), watch=watch)
    open_app(parts, lambda: _possible(parts, wish), watch=watch)
    return 0


def _setup(parts: Parts, chosen: dict[str, Any]) -> Setup:
    """The choices of the call; what was not said is as in the rep's settings, as far as one can rehearse so."""
    setup = parts.usual_setup(**chosen)
    if chosen.get("language") is None:
        from dataclasses import replace

        setup = replace(setup, language=parts.rehearsals.language(setup.language))
    return setup


def _possible(parts: Parts, wish: Wish) -> Wish:
    """The wish, with its seed, where it can be had: what is wrong is told before there is a screen."""
    from dataclasses import replace

    chosen = parts.rehearsals.begin(wish).chosen
    return replace(wish, persona=chosen.persona, seed=chosen.seed)


def _spar(parts: Parts, wish: Wish, *, jsonl: bool) -> int:
    from cuebook.lines.sparring import converse, spar

    ring = parts.rehearsals.spar(wish)
    if jsonl:
        return converse(ring, sys.stdin.buffer, sys.stdout.buffer)
    return spar(ring, _typed(), click.echo)


def _by_protocol(parts: Parts, room: Room) -> int:
    from cuebook.lines.rehearsal_protocol import converse
    from cuebook.reports.rehearsal import as_json

    return converse(room, lambda: as_json(parts.rehearsals.row(room)), sys.stdin.buffer, sys.stdout.buffer)


def _in_lines(parts: Parts, room: Room, *, watch: bool) -> int:
    from cuebook.lines.rehearsal import RehearsalTalk
    from cuebook.reports.rehearsal import scorecard

    rehearsals = parts.rehearsals
    words = rehearsals.check_words(room.setup.language)
    seen = parts.watch(room.setup.language) if watch else None
    talk = RehearsalTalk(room, lambda: scorecard(rehearsals.row(room), words), click.echo, seen)
    with suppress(KeyboardInterrupt):  # whoever breaks off sees how far it came
        talk.hold(_typed())
    if not room.rehearsal.exchanges:
        click.echo("Nothing was said, so there is nothing to score.")
        return 0
    room.keep()
    row = rehearsals.row(room)
    earlier: Sequence[RehearsalRow] = ()
    with suppress(CuebookError):  # a store that fails is told of below
        earlier = rehearsals.before(row)
    kept = room.keeping.notice or f"Kept as rehearsal {room.keeping.number}."
    for line in (*scorecard(row, words, earlier), kept):
        click.echo(line)
    return room.keeping.exit_code


def _typed() -> Iterator[str]:
    """What is typed, a line at a time, blank ones too: they say what is shown."""
    from cuebook.lines.protocol import read_lines

    for line in read_lines(sys.stdin.buffer, blank=True):
        if isinstance(line, CuebookError):
            click.echo(f"Not possible: {line.message} {line.hint}")
        else:
            yield line.decode("utf-8", errors="replace")


def _look_back(parts: Parts, show: str | None, *, as_json: bool) -> None:
    """A rehearsal that was kept, or all of them; as one JSON object, or in words."""
    from cuebook.reports.progress import history, history_as_json, rehearsal_as_json
    from cuebook.reports.rehearsal import scorecard, transcript

    rehearsals = parts.rehearsals
    if show is not None:
        row = rehearsals.kept(show)
        if as_json:
            _print_json(rehearsal_as_json(row))
            return
        for line in (*transcript(row), *scorecard(row, rehearsals.check_words(row.language))):
            click.echo(line)
        return
    found = rehearsals.look_back()
    if found.empty:
        raise NothingError("There are no rehearsals yet.", "`cuebook rehearse` begins one.")
    if as_json:
        _print_json(history_as_json(found))
        return
    for line in history(found, rehearsals.wording(parts.dialogues, parts.settings.call.language)):
        click.echo(line)


def _print_json(told: dict[str, Any]) -> None:
    from cuebook.lines.protocol import write

    write(sys.stdout.buffer, told)
