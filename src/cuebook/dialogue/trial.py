"""Every way in which a template can turn out: with each thing it asks for known and not known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cache
from itertools import product as combinations

from cuebook.dialogue import templates
from cuebook.dialogue.context import Context, Sold, Someone
from cuebook.dialogue.model import ProductWords
from cuebook.dialogue.templates import Complaint
from cuebook.dialogue.wording import render
from cuebook.errors import DialogueError

_MOST_WAYS = 256
"""Ways that are tried; a template with more names is tried with each of them alone unknown and alone known."""

_STAND_IN = Sold(
    name="the product",
    topic="the topic",
    purpose="we have something for you",
    price="It depends.",
    fact="It is so.",
)
_SAMPLE: Mapping[str, str] = {
    "lead.name": "Anna Berg",
    "lead.first_name": "Anna",
    "lead.company": "Nordvik",
    "rep.name": "Kim Lund",
    "rep.first_name": "Kim",
    "rep.company": "Copy Co",
    "why": "So that I do not waste your time.",
    "source": "the trade fair",
    "decider": "Per Dahl",
    "contract_end": "31 March 2027",
    "product.review": "look at it with you",
}
_HEARD = "it stops every week"

_Known = str | int | None


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of a template: what is wrong with it, and all that it can say, without doubles."""

    complaints: tuple[Complaint, ...]
    said: tuple[str, ...]


def sold_of(words: ProductWords) -> Sold:
    """Give the product as templates see it."""
    return Sold(**{field.name: getattr(words, field.name) for field in fields(Sold)})


def trial(template: str, sold: Sequence[Sold] = ()) -> Trial:
    """Try a template in every way, with each of the products (a stand-in if there are none)."""
    if "{" not in template:
        return Trial((), (render(template, Context(product=_STAND_IN)),))
    complaints = templates.complaints_of(template)
    if complaints:
        return Trial(complaints, ())
    names = templates.names_of(template)
    products = sold if any(name.startswith("product.") for name in names) and sold else (_STAND_IN,)
    said: dict[str, None] = {}
    for known in _ways([name for name in names if name not in _required()]):
        for each in products:
            try:
                text = render(template, _context(known, each))
            except DialogueError as error:
                return Trial((Complaint("CUE406", _when(known, _reason(error))),), tuple(said))
            if not text:
                return Trial((Complaint("CUE406", _when(known, "It says nothing at all.")),), tuple(said))
            said[text] = None
    return Trial((), tuple(said))


def _ways(names: Sequence[str]) -> Iterator[dict[str, _Known]]:
    choices = [_choices(name) for name in names]
    ways = 1
    for each in choices:
        ways *= len(each)
    if ways <= _MOST_WAYS:
        for values in combinations(*choices):
            yield dict(zip(names, values, strict=True))
        return
    everything = {name: each[0] for name, each in zip(names, choices, strict=True)}
    nothing = {name: each[-1] for name, each in zip(names, choices, strict=True)}
    yield from (everything, nothing)
    for name in names:
        yield everything | {name: nothing[name]}
        yield nothing | {name: everything[name]}


def _choices(name: str) -> tuple[_Known, ...]:
    if name == "left":
        return (3, 1, 0)
    return (_SAMPLE.get(name, _HEARD), None)


@cache
def _required() -> frozenset[str]:
    """Tell the names that always have a value."""
    return frozenset(f"product.{field.name}" for field in fields(Sold)) - {"product.review"}


def _context(known: Mapping[str, _Known], sold: Sold) -> Context:
    def person(who: str) -> Someone:
        return Someone(**{f.name: _text(known.get(f"{who}.{f.name}")) for f in fields(Someone)})

    review = known.get("product.review")
    return Context(
        product=replace(sold, review=_text(review)) if "product.review" in known else sold,
        lead=person("lead"),
        rep=person("rep"),
        why=_text(known.get("why")),
        left=int(known.get("left") or 0),
        source=_text(known.get("source")),
        heard={
            name.removeprefix("heard."): str(value) for name, value in known.items() if _was_heard(name, value)
        },
        decider=_text(known.get("decider")),
        contract_end=_text(known.get("contract_end")),
    )


def _was_heard(name: str, value: _Known) -> bool:
    return name.startswith("heard.") and value is not None


def _text(value: _Known) -> str | None:
    return None if value is None else str(value)


def _when(known: Mapping[str, _Known], said: str) -> str:
    missing = [name for name, value in known.items() if value is None]
    if not missing:
        return said
    verb = "is" if len(missing) == 1 else "are"
    return f"While {' and '.join(missing)} {verb} not known, {templates.lower_first(said)}"


def _reason(error: DialogueError) -> str:
    return str(error.__cause__) if error.__cause__ else error.message
