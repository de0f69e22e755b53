"""The check of everything: shape, wording, flows, model calls, personas, the coach; all at once, or watched."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from cuebook import paths
from cuebook.dialogue.faults import Fault
from cuebook.dialogue.model import Dialogues
from cuebook.dialogue.shelf import load_fast

if TYPE_CHECKING:
    from cuebook.dialogue.watching import Watch
    from cuebook.understanding.reading import QuestionForm


def faults_of(folders: Sequence[Path]) -> tuple[Fault, ...]:
    """Every fault of the dialogues in `folders`, of which the first wins, of their model calls and personas."""
    from cuebook.conversation.exploring import explore
    from cuebook.dialogue.checking import check
    from cuebook.dialogue.coaching import load_coaching
    from cuebook.dialogue.layout import near
    from cuebook.practice.proofreading import proofread

    coaching = load_coaching([near(folder) for folder in folders]).faults
    checked = check(folders, question_form, [explore])
    return tuple(sorted({*checked, *misplayed(folders), *coaching, *proofread(folders)}))


def notes_of(folders: Sequence[Path]) -> tuple[Fault, ...]:
    """What authors should know of the dialogues in `folders`, though it is no fault."""
    from cuebook.conversation.exploring import notes
    from cuebook.dialogue.layout import near
    from cuebook.dialogue.loading import load

    return tuple(notes(load([near(folder) for folder in folders])))


def misplayed(folders: Sequence[Path]) -> Iterator[Fault]:
    """The faults of the model calls: what cannot be read, and what does not go as expected.

    A call is played with the folder that it lies in and those below: it proves what it came with, and says nothing
    of what is laid over that. Dialogues that cannot all be read are mended first; then their calls are played.
    """
    from cuebook.conversation import model_call
    from cuebook.dialogue import layout, source

    for number, folder in enumerate(folders):
        try:
            found = layout.calls(folder)
        except OSError:
            continue  # the check of the dialogues tells it
        if found:
            dialogues, faults = load_fast(folders[number:], paths.cache())
        for path in found:
            shown = layout.near(path)
            text = source.text_of(shown)
            if not isinstance(text, str):
                yield from text
                continue
            call = model_call.parse(text, str(shown))
            yield from call.faults if faults else model_call.play(call, dialogues)


def question_form(sentence: str, language: str) -> QuestionForm | None:
    """The form of a question in a dialogue, as the reader sees it; None for a language that it cannot read."""
    from cuebook.understanding import languages, questions
    from cuebook.understanding.line import Line

    if language not in languages.languages():
        return None
    return questions.form(Line(sentence, language, date.min))


def watch(folders: Sequence[Path], language: str) -> Watch:
    """A look-out over the files in `folders`, for a call in `language`.

    It has to be quick: the wording of other languages is not tried out at every change, nor are calls played.
    """
    from cuebook.dialogue import checking, layout, loading
    from cuebook.dialogue.watching import Watch

    near = [layout.near(folder) for folder in folders]

    def read() -> tuple[Dialogues, tuple[Fault, ...]]:
        loaded = loading.load(near)
        return loaded.dialogues, checking.faults_of(loaded, question_form, language=language)

    return Watch(near, read)
