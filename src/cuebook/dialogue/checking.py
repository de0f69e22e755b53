"""The check of all dialogues: every fault of every file, found before the call and not on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cuebook.dialogue import asking
from cuebook.dialogue.faults import Fault
from cuebook.dialogue.layout import near
from cuebook.dialogue.loading import Entry, Loaded, Places, load
from cuebook.dialogue.model import Answer, ObjectionClass, Question, Words
from cuebook.dialogue.opening import untold
from cuebook.dialogue.referring import dangling
from cuebook.dialogue.source import Steps
from cuebook.dialogue.trial import sold_of, trial

_SILENT: frozenset[ObjectionClass] = frozenset({"opt-out", "hostile"})
"""Classes of objection that end the call: no answer to them asks anything."""


Further = Callable[[Loaded], Iterable[Fault]]
"""A check that knows more than the dialogue alone: what a call would make of it."""


def check(folders: Sequence[Path], form: asking.FormOf, further: Sequence[Further] = ()) -> tuple[Fault, ...]:
    """Find every fault of the dialogues, sorted by file and place. Never raises for what is in the files.

    `folders` are laid over each other and the first wins; what is covered up is held to its shape all the same.
    `form` tells the form of a question: the same that reads the prospect's lines, handed in by the caller, since
    wording and reading know nothing of each other; so are the `further` checks.
    """
    return faults_of(load([near(folder) for folder in folders]), form, further)


def faults_of(
    loaded: Loaded, form: asking.FormOf, further: Sequence[Further] = (), language: str | None = None
) -> tuple[Fault, ...]:
    """Find every fault of dialogues that were read. `language`: of the wording, look at that language's only."""
    found = [*loaded.faults, *dangling(loaded)]
    for one in further:
        found += one(loaded)
    for each, words in loaded.words.items():
        if language in (None, each):
            found += _Wording(loaded, each, words, loaded.places, form).faults()
    for each, words in loaded.unsound.words.items():
        if language in (None, each):
            found += untold(_Wording(loaded, each, words, loaded.unsound.places, form).faults(), loaded.faults)
    return tuple(sorted(set(found)))


@dataclass(slots=True)
class _Wording:
    """The check of all the wording of one language (4xx)."""

    loaded: Loaded
    language: str
    words: Words
    places: Places
    form: asking.FormOf

    def faults(self) -> Iterator[Fault]:
        """Find them, file by file."""
        for name in self.words.criteria:
            yield from self._criterion(name)
        for name in self.words.stages:
            yield from self._stage(name)
        for name in self.words.objections:
            yield from self._objection(name)
        for name, product in self.words.products.items():
            for part in ("topic", "purpose", "price", "fact", "review"):
                yield from self._plain(getattr(product, part) or "", ("products", name), (part,))
            for facet, point in product.points.items():
                yield from self._plain(point, ("products", name), ("points", facet))
        for name, outcome in self.words.labels.outcomes.items():
            if outcome.next_step is not None:
                yield from self._template(outcome.next_step, ("labels", "outcomes", name), ("next_step",))

    def _criterion(self, name: str) -> Iterator[Fault]:
        topic, part = self.words.criteria[name], ("criteria", name)
        yield from self._template(topic.why, part, ("why",))
        yield from self._template(topic.listen_for, part, ("listen_for",))
        for number, (question, words) in enumerate(topic.questions.items()):
            at: Steps = ("questions", question)
            yield from self._question(words.say, part, (*at, "say"), first=number == 0)
            yield from self._reason(words, part, at)
            for place, probe in enumerate(words.probes):
                yield from self._question(probe, part, (*at, "probes", place))

    def _stage(self, name: str) -> Iterator[Fault]:
        topic, part = self.words.stages[name], ("stages", name)
        yield from self._template(topic.why, part, ("why",))
        yield from self._template(topic.listen_for, part, ("listen_for",))
        for question, words in topic.questions.items():
            at: Steps = ("questions", question)
            # A greeting asks for leave to go on, and that is a yes or a no.
            yield from self._question(words.say, part, (*at, "say"), long=True, closed=name == "opening")
            yield from self._reason(words, part, at)
            for place, probe in enumerate(words.probes):
                yield from self._question(probe, part, (*at, "probes", place))

    def _reason(self, words: Question, part: Entry, at: Steps) -> Iterator[Fault]:
        for key in ("why", "listen_for"):
            yield from self._template(getattr(words, key) or "", part, (*at, key))

    def _objection(self, name: str) -> Iterator[Fault]:
        part = ("objections", name)
        objection = self.loaded.dialogues.objections.get(name)
        for place, answer in enumerate(self.words.objections[name].answers):
            for key in ("acknowledge", "explain", "ask"):
                yield from self._template(getattr(answer, key) or "", part, ("answers", place, key))
            if objection is not None:
                yield from self._return(answer, objection.class_, part, ("answers", place))

    def _return(self, answer: Answer, class_: ObjectionClass, part: Entry, at: Steps) -> Iterator[Fault]:
        """After an objection the open question is asked again (contract, rule 1); unless the call is over."""
        if class_ in _SILENT and answer.ask is not None:
            said = f"After an objection of the class {class_!r} nothing is asked. Leave `ask` out."
            yield self._fault(part, (*at, "ask"), "CUE407", said)
        if class_ not in _SILENT and answer.ask is None:
            said = f"After an objection of the class {class_!r} the call goes on: `ask` is missing."
            yield self._fault(part, at, "CUE407", said)

    def _question(
        self,
        template: str,
        part: Entry,
        at: Steps,
        *,
        first: bool = False,
        long: bool = False,
        closed: bool = False,
    ) -> Iterator[Fault]:
        """Check a question in all that it can say, each rule once. `long`: only its last sentence is counted."""
        found: dict[str, Fault] = {}
        for text in self._said(template, part, at, found):
            sentences = asking.sentences(text)
            form = self.form(sentences[-1], self.language)
            if form == "closed" and not closed:
                said = f"This gets a yes or a no: {sentences[-1]!r} Begin with what, how or 'walk me through'."
                found.setdefault("CUE401", self._fault(part, at, "CUE401", said))
            if form == "short" and first:
                said = f"The first question must be open, and this asks for one fact: {sentences[-1]!r}"
                found.setdefault("CUE409", self._fault(part, at, "CUE409", said))
            second = asking.doubled(text, self.language)
            if second is not None:
                said = f"Two questions in one; make the second a probe: {second!r}"
                found.setdefault("CUE402", self._fault(part, at, "CUE402", said))
            words = asking.count_words(sentences[-1] if long else text)
            if words > asking.MOST_WORDS:
                said = f"{words} words, and {asking.MOST_WORDS} are the most that one listens to."
                found.setdefault("CUE403", self._fault(part, at, "CUE403", said))
        yield from found.values()

    def _template(self, template: str, part: Entry, at: Steps) -> Iterator[Fault]:
        found: dict[str, Fault] = {}
        self._said(template, part, at, found)
        yield from found.values()

    def _said(self, template: str, part: Entry, at: Steps, found: dict[str, Fault]) -> tuple[str, ...]:
        """Tell all that a template can say, and put what is wrong with it into `found`. Nothing says nothing."""
        if not template:
            return ()
        sold = self.loaded.words[self.language].products if self.language in self.loaded.words else {}
        tried = trial(template, [sold_of(product) for product in sold.values()])
        for complaint in tried.complaints:
            found.setdefault(complaint.code, self._fault(part, at, complaint.code, complaint.message))
        for text in tried.said:
            yet = self._unfinished(text, part, at)
            if yet is not None:
                found.setdefault(yet.code, yet)
        return tried.said

    def _unfinished(self, text: str, part: Entry, at: Steps) -> Fault | None:
        gap = asking.gap(text)
        if gap is None:
            return None
        return self._fault(part, at, "CUE410", f"A draft: put words in the place of {gap!r}.")

    def _plain(self, text: str, part: Entry, at: Steps) -> Iterator[Fault]:
        if "{{" in text or "{%" in text or "{#" in text:
            said = "The words of a product are said as they stand: they can be no template."
            yield self._fault(part, at, "CUE404", said)
        unfinished = self._unfinished(text, part, at)
        if unfinished is not None:
            yield unfinished

    def _fault(self, part: Entry, at: Steps, code: str, message: str) -> Fault:
        return self.places.fault(("words", self.language, *part), at, code, message)
