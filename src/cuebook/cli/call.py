"""`cuebook call`: a live call, in the app, line by line, or as a protocol for programs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cuebook.cli.app import open_app
from cuebook.cli.options import dialogues_option, parts_of
from cuebook.errors import BlockedError, StoreError, UsageError

if TYPE_CHECKING:
    from cuebook.conversation.setup import Setup
    from cuebook.parts import Parts
    from cuebook.session import Session


@click.command()
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
    parts = parts_of(given)
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

        from cuebook.setups import someone

        name, _, company = lead.partition(",")
        return replace(setup, lead=someone(name, company))


def _call_by_protocol(parts: Parts, setup: Setup, resume: str | None) -> int:
    from cuebook.lines.protocol import converse

    session = _saved_session(parts, setup, resume)
    return converse(session, sys.stdin.buffer, sys.stdout.buffer)


def _saved_session(parts: Parts, setup: Setup, resume: str | None) -> Session:
    if resume:
        return parts.resume(resume)
    session = parts.new_call(setup)
    session.attach(parts.journal())
    return session


def _call_in_lines(parts: Parts, setup: Setup, resume: str | None, *, watch: bool) -> None:
    from cuebook.lines.call import Talk
    from cuebook.lines.protocol import typed

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
