"""Which question is open next, and how cue and explanation read in the words of the call."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from cuebook.conversation import referring
from cuebook.conversation.call import Call
from cuebook.conversation.record import Cue, Explanation
from cuebook.conversation.script import Script
from cuebook.conversation.setup import Depth
from cuebook.dialogue.context import Context
from cuebook.dialogue.model import Answer
from cuebook.dialogue.wording import render, tidy
from cuebook.qualification.deciding import to_ask


def choose(script: Script, call: Call, stage: str) -> str | None:
    """The question to open at `stage`: the first that was not asked yet; the last again when all were.

    One that was answered in an earlier call comes after those that never were (Q2).
    """
    if stage in ("closed", "do_not_call"):
        return None
    questions = open_traits(script, call) if stage == "profile" else script.questions(stage)
    questions = questions or script.questions(stage)
    fresh = [question for question in questions if question not in call.asked]
    answered = script.setup.known.answered if script.setup.known else ()
    if stage == "closing":
        return _closing(
            script, call, [each for each in fresh if each != referring.QUESTION or each not in answered]
        )
    return next((question for question in fresh if question not in answered), (*fresh, questions[-1])[0])


def _closing(script: Script, call: Call, fresh: Sequence[str]) -> str:
    """The closing's questions in order, a favour last and only where it may be asked; then the next step again."""
    agreed = [each for each in script.questions("closing") if each != referring.QUESTION]
    left_to_ask = [each for each in fresh if each != referring.QUESTION or referring.decent(script, call)]
    return (*left_to_ask, *agreed[-1:], *fresh, referring.QUESTION)[0]


def open_traits(script: Script, call: Call) -> tuple[str, ...]:
    """The questions about the kind of buyer that are to be asked, the most telling first (Q6)."""
    worded = script.words.stages["profile"].questions
    profile = call.ledger.of("profile").standing()
    unknown = to_ask(script.products, script.product, call.ledger.traits, profile)
    return tuple(f"profile.{trait}" for trait in unknown if trait in worded)


def left(script: Script, call: Call) -> int:
    """How many questions the depth still allows (Q3). A question that the rep insists on is never refused."""
    return max(0, script.limit(depth(script, call)) - count_asked(script, call))


def depth(script: Script, call: Call) -> Depth:
    """The depth that stands: the one chosen before the call, until the rep changes it."""
    return call.depth or script.setup.depth


def count_asked(script: Script, call: Call) -> int:
    """How many questions about criteria were put to the prospect; greetings and detours are not counted."""
    return sum(question.partition(".")[0] in script.words.criteria for question in call.asked)


def show(script: Script, call: Call, context: Context) -> Cue | None:
    """The open question in words, with its reason and its follow-ups; the probe in its place when one is shown."""
    if call.question is None:
        return None
    topic, question = script.topic(call.stage), script.question(call.question)
    probes = tuple(render(probe, context) for probe in question.probes)
    return Cue(
        question=call.question,
        say=render(question.say, context) if call.probing is None else probes[call.probing],
        why=render(question.why or topic.why, context),
        listen_for=render(question.listen_for or topic.listen_for, context),
        probes=probes,
        probing=call.probing,
        brings=_brings(script, call, context),
    )


def _brings(script: Script, call: Call, context: Context) -> tuple[str, ...]:
    """What the product brings, of all that they spoke of (Q28): only at the closing, to whoever has a need."""
    if call.stage != "closing" or call.ledger.of("need").standing().standing != "confirmed":
        return ()
    points = script.words.products[script.product.product].points
    return tuple(tidy(point) for facet, point in points.items() if facet == "need" or facet in context.heard)


def explain(script: Script, call: Call, objection: str, *, heard: bool) -> Explanation | None:
    """The scripted reply to an objection: acknowledge, explain, ask; another one at the second try."""
    words = script.words.objections.get(objection)
    if words is None or objection not in script.objections:
        return None
    attempt = call.raised.get(objection, 1)
    answer = words.answers[min(attempt, len(words.answers)) - 1]
    return Explanation(
        objection=objection,
        class_=script.objections[objection].class_,
        say=_in_words(answer, context_of(script, call)),
        attempt=attempt,
        heard=heard,
    )


def context_of(script: Script, call: Call) -> Context:
    """What the templates see of the call: the prospect's own words under each facet, the reason, what is left."""
    ledger = call.ledger
    contract = ledger.contract
    reason = None
    if call.question is not None:
        why = script.question(call.question).why or script.topic(call.stage).why
        reason = render(why, Context(product=script.sold))
    return Context(
        product=script.sold,
        lead=script.setup.lead,
        rep=script.setup.rep,
        source=script.setup.source,
        why=reason,
        left=left(script, call),
        heard={
            facet: held.evidence.quote
            for facet, held in ledger.holdings.items()
            if held.evidence and held.evidence.quote and held.evidence.proves in ("partial", "confirmed")
        },
        decider=ledger.decider,
        contract_end=day_in_words(contract.ends, script.setup.language) if contract and contract.ends else None,
    )


_LOCALES = {"en": "en_GB"}
"""Where the plain language would mean one country's way: 31 December is understood everywhere."""


def day_in_words(day: date, language: str) -> str:
    """A day as it is said in the language of the call."""
    from babel.dates import format_date

    return str(format_date(day, format="long", locale=_LOCALES.get(language, language)))


def _in_words(answer: Answer, context: Context) -> str:
    parts = (answer.acknowledge, answer.explain, answer.ask)
    return " ".join(render(part, context) for part in parts if part is not None)
