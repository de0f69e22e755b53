"""The command line: what `cuebook` and its commands take. Each command is thin; the work is elsewhere.

Results go to stdout, all else to stderr. Exit codes: 0 done; 1 the answer is no; 2 wrong use; 3 the
surroundings failed. Heavy imports wait until a command needs them.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

import cuebook
from cuebook.cli_app import open_app
from cuebook.cli_check import check
from cuebook.cli_leads import leads
from cuebook.cli_rehearse import rehearse
from cuebook.cli_simulate import simulate
from cuebook.cli_train import coach, train
from cuebook.errors import BlockedError, CuebookError, NothingError, StoreError, UsageError

if TYPE_CHECKING:
    from datetime import date

    from cuebook.conversation.setup import Setup
    from cuebook.parts import Parts
    from cuebook.session import Session

Command = TypeVar("Command", bound=Callable[..., Any])


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run `cuebook`, and turn every known failure into a message and an exit code."""
    try:
        code = cli.main(
            args=list(arguments) if arguments is not None else None, prog_name="cuebook", standalone_mode=False
        )
        sys.stdout.flush()
    except CuebookError as error:
        click.echo(f"cuebook: {error}", err=True)
        code = error.exit_code
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        code = 130
    except BrokenPipeError:  # the reader of a pipe has gone: nobody is left to tell
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except OSError as error:
        click.echo(f"cuebook: {error.filename or 'output'}: {error.strerror}.", err=True)
        code = 3
    sys.exit(code if isinstance(code, int) else 0)


def dialogues_option(command: Command) -> Command:
    """Give a command the option --dialogues."""
    return click.option(
        "--dialogues",
        "given",
        type=click.Path(path_type=Path),
        multiple=True,
        help="A folder laid over the shipped dialogues; the first one given wins.",
    )(command)


def _parts(given: tuple[Path, ...]) -> Parts:
    from cuebook.parts import Parts

    context = click.get_current_context()
    return Parts((*given, *(context.obj or ())))


@click.group(
    invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(cuebook.__version__, prog_name="cuebook")
@dialogues_option
@click.option("--watch", is_flag=True, help="In the app, follow every change of the dialogues' files.")
@click.pass_context
def cli(context: click.Context, given: tuple[Path, ...], watch: bool) -> None:
    """What to ask on a sales call, why, and what the answers prove.

    Without a command, the app opens at its start screen.

    \b
    Example:  cuebook call --lead "Anna Berg, Nordvik AS"
    """
    context.obj = given
    if context.invoked_subcommand is None:
        open_app(_parts(()), None, watch=watch)
    elif watch:
        raise UsageError("--watch stands after the command.", "Write it as: cuebook call --watch")


@cli.command()
@click.option("--framework", metavar="F", help="The qualification framework, such as bant.")
@click.option("--product", metavar="P", help="What is sold, such as copier-leasing.")
@click.option("--lead", metavar="L", help='Who is called: "Anna Berg, Nordvik AS", or the number of a lead.')
@click.option("--language", metavar="xx", help="The language of the call, such as en.")
@click.option(
    "--depth", type=click.Choice(["cold", "discovery"]), help="Two or three questions, or all that are needed."
)
@click.option("--resume", metavar="CALL", help="Go on with a call that was left open.")
@click.option("--plain", is_flag=True, help="Line by line, without a screen.")
@click.option("--jsonl", is_flag=True, help="One move a line in, one turn a line out, as JSON.")
@click.option(
    "--watch", is_flag=True, help="For who writes dialogues: the call follows every change of their files."
)
@dialogues_option
def call(
    given: tuple[Path, ...],
    lead: str | None,
    resume: str | None,
    plain: bool,
    jsonl: bool,
    watch: bool,
    **chosen: str | None,
) -> None:
    """A live call: the next question, the reason for it, and how the lead stands.

    \b
    Example:  cuebook call --framework bant --lead "Anna Berg, Nordvik AS"
              cuebook call --resume 12 --plain
              cuebook call --watch --dialogues our-dialogues
    """
    if plain and jsonl:
        raise UsageError("--plain and --jsonl are two different ways to hold a call.", "Choose one of them.")
    if watch and jsonl:
        raise UsageError(
            "--watch goes with the app and with --plain, not with --jsonl.",
            "There each line answers a move; stop the call and go on with --resume to take changed dialogues.",
        )
    parts = _parts(given)
    setup = parts.usual_setup(**chosen)
    if lead is not None and not resume:
        setup = _called(parts, setup, lead, must_know=jsonl or lead.strip().isdecimal())
    if jsonl:
        sys.exit(_call_by_protocol(parts, setup, resume))
    if plain:
        _call_in_lines(parts, setup, resume, watch=watch)
        return
    open_app(parts, lambda: parts.resume(resume) if resume else parts.new_call(setup), watch=watch)


def _called(parts: Parts, setup: Setup, lead: str, *, must_know: bool) -> Setup:
    """The choices with the lead and what is known of them; without the store the call is held all the same."""
    try:
        return parts.for_lead(setup, lead)
    except StoreError:
        if must_know:
            raise
        from dataclasses import replace

        from cuebook.desk import someone

        name, _, company = lead.partition(",")
        return replace(setup, lead=someone(name, company))


def _call_by_protocol(parts: Parts, setup: Setup, resume: str | None) -> int:
    from cuebook.protocol import converse

    session = _saved_session(parts, setup, resume)
    return converse(session, sys.stdin.buffer, sys.stdout.buffer)


def _saved_session(parts: Parts, setup: Setup, resume: str | None) -> Session:
    if resume:
        return parts.resume(resume)
    session = parts.new_call(setup)
    session.attach(parts.journal())
    return session


def _call_in_lines(parts: Parts, setup: Setup, resume: str | None, *, watch: bool) -> None:
    from cuebook.plain import Talk
    from cuebook.protocol import typed

    session = parts.resume(resume) if resume else parts.new_call(setup)
    if not resume:
        try:
            session.attach(parts.journal())
        except BlockedError:
            raise
        except StoreError as error:
            click.echo(f"NOT SAVED: {error}\nThe call goes on in memory; /summary FILE writes it to a file.")
    if session.changed:
        click.echo("The dialogues have changed since this call was begun; it is shown by those of today.")
    talk = Talk(
        session,
        session.words,
        lambda: parts.summary_of(session, "text"),
        click.echo,
        parts.watch(session.setup.language) if watch else None,
        parts.likeness.likeliest if parts.likeness else None,
    )
    talk.hold(typed(sys.stdin.buffer, click.echo))


@cli.command()
@click.argument("framework")
@click.option("--format", "form", type=click.Choice(["mermaid", "svg"]), default="mermaid", show_default=True)
@dialogues_option
def graph(given: tuple[Path, ...], framework: str, form: str) -> None:
    """The machine of a framework, drawn: as Mermaid text or as a picture.

    \b
    Example:  cuebook graph bant --format svg > bant.svg
    """
    from cuebook.conversation.graph import mermaid, svg
    from cuebook.nearest import nearest

    flows = _parts(given).dialogues.flows
    if framework not in flows:
        raise UsageError(f"There is no framework {framework!r}.", nearest(framework, flows))
    click.echo((mermaid if form == "mermaid" else svg)(flows[framework]))


@cli.command()
@click.argument("text", required=False)
@click.option("--language", metavar="xx", default="en", show_default=True, help="The language of the line.")
@click.option("--jsonl", is_flag=True, help="Read JSON objects from stdin, one a line, and answer each on a line.")
def read(text: str | None, language: str, jsonl: bool) -> None:
    """What is understood of a line: money, times, people, stance, objections, facets.

    Where no objection is and the extra 'semantic' is installed, the two that the line is most like are told on
    stderr, as the guess that they are.

    \b
    Example:  cuebook read "about 50k, by the end of next quarter"
              cuebook read --jsonl < lines.jsonl
    """
    import json

    from cuebook.clock import clock_from_environment
    from cuebook.dialogue.naming import language_name
    from cuebook.harmless import harmless
    from cuebook.understanding.read import read as understand

    today = clock_from_environment()().date()
    if jsonl:
        _read_by_protocol(today)
        return
    if text is None:
        raise UsageError("There is no text to read.", 'For example: cuebook read "about 50k".')
    reading = understand(harmless(text), language, today=today)
    if reading.elsewhere is not None:
        click.echo(f"This looks {language_name(reading.elsewhere)}: try --language {reading.elsewhere}.", err=True)
    click.echo(json.dumps(reading.as_json(), ensure_ascii=False, indent=2))
    if not reading.objections:
        _guess(reading.text, language)


def _guess(text: str, language: str) -> None:
    """Tell on stderr which objections a line is most like, if any, and if there is what it takes to say so."""
    from cuebook.understanding.likeness import UNASKED

    likeness = _parts(()).likeness
    likely = likeness.likeliest(text, language, UNASKED) if likeness else ()
    if likely:
        click.echo(f"≈ A guess, by likeness alone: {' or '.join(likely)}.", err=True)


def _read_by_protocol(today: date) -> None:
    from cuebook.protocol import read_lines
    from cuebook.understanding.protocol import answer

    for line in read_lines(sys.stdin.buffer):
        given = line.message if isinstance(line, CuebookError) else line.decode("utf-8", errors="replace")
        click.echo(answer(given, today))


cli.add_command(leads)
cli.add_command(check)
cli.add_command(rehearse)
cli.add_command(simulate)
cli.add_command(coach)
cli.add_command(train)


@cli.group()
def calls() -> None:
    """Past calls: list them, show one, export them all, put a next step into the calendar, see what was misread.

    \b
    Example:  cuebook calls show 12 --format markdown
    """


@calls.command("list")
@click.option("--all", "everything", is_flag=True, help="Not only the last fifty.")
def list_calls(everything: bool) -> None:
    """The last calls, the newest first.

    \b
    Example:  cuebook calls list
    """
    from cuebook.reports.listing import lines

    rows = _parts(()).journal().calls(None if everything else 50)
    if not rows:
        raise NothingError("There are no calls yet.", "`cuebook call` begins one.")
    for line in lines(rows):
        click.echo(line)


@calls.command()
@click.argument("call")
@click.option(
    "--format", "form", type=click.Choice(["text", "markdown", "json"]), default="text", show_default=True
)
@dialogues_option
def show(given: tuple[Path, ...], call: str, form: Any) -> None:
    """The summary of a call: verdict and why, standings with quotes, objections, people, next step.

    \b
    Example:  cuebook calls show 12 --format markdown > 12.md
    """
    click.echo(_parts(given).summary(call, form))


@calls.command()
@click.argument("file", type=click.Path(path_type=Path))
def export(file: Path) -> None:
    """All calls into a file, .csv for a spreadsheet or .jsonl with all that was noted.

    \b
    Example:  cuebook calls export calls.csv
    """
    count = _parts(()).export(file)
    click.echo(f"{count} calls written to {file}.", err=True)


@calls.command()
@click.argument("call")
@click.argument("file", type=click.Path(path_type=Path), required=False)
def ics(call: str, file: Path | None) -> None:
    """The next step that was agreed on, as a calendar file: into FILE, or on stdout.

    \b
    Example:  cuebook calls ics 12 next.ics
    """
    from cuebook.files import write_whole
    from cuebook.reports.calendar import as_calendar

    text = as_calendar(_parts(()).journal().detail(call).call)
    if file is None:
        sys.stdout.buffer.write(text.encode("utf-8"))  # line ends as the format wants them, on every system
    else:
        write_whole(file, text)
        click.echo(f"Written to {file}.", err=True)


@calls.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON object a reading.")
def denied(as_json: bool) -> None:
    """What was read in lines and then denied or corrected by the reps, the most frequent first.

    \b
    Example:  cuebook calls denied
    """
    import json

    from cuebook.reports.denied import lines, most_denied

    found = most_denied(_parts(()).journal().denials())
    if not found:
        raise NothingError("Nothing that was read was denied yet.", "In a call, Alt+X does that, or /deny.")
    for line in (json.dumps(one.as_json(), ensure_ascii=False) for one in found) if as_json else lines(found):
        click.echo(line)
