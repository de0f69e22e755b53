"""A fault of a dialogue: where it is, its code, and what to do about it; and the table of all codes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass

from cuebook.nearest import nearest

CODES: Mapping[str, str] = {
    # 1xx: the file cannot be read; none of it is used
    "CUE101": "The file or folder cannot be opened.",
    "CUE102": "The file is not text in UTF-8.",
    "CUE103": "A tab, a control character or a hidden sign that turns the writing direction.",
    "CUE104": "The file is too large.",
    "CUE105": "The file is not YAML.",
    "CUE106": "The same key twice in one mapping.",
    "CUE107": "Nested too deeply, or too many values.",
    "CUE108": "A part of YAML that dialogues do not use: tags, keys that are no text.",
    # 2xx: the shape; this entry is not used
    "CUE201": "A key that does not exist here.",
    "CUE202": "A key is missing.",
    "CUE203": "A value of the wrong kind (text for a number, a list for a text).",
    "CUE204": "A value that is none of those allowed.",
    "CUE205": "Too long or too short, too many or too few, too large or too small.",
    "CUE206": "A name that cannot be used.",
    "CUE207": "The file is not called as the thing in it.",
    "CUE208": "The first line does not name the schema, so that editors cannot help.",
    "CUE209": "A file that nothing reads.",
    # 3xx: one part points at another that is not there
    "CUE301": "A criterion without words.",
    "CUE302": "A gate that is no criterion of this framework.",
    "CUE303": "A move from a stage that this framework does not have.",
    "CUE304": "The rule asks for more criteria than there are.",
    "CUE305": "An objection without words.",
    "CUE306": "Words for an objection that is not in objections.yaml.",
    "CUE307": "A product without words.",
    "CUE308": "A stage without words.",
    "CUE309": "A label is missing.",
    "CUE313": "A trait of a buyer profile that no question asks about.",
    "CUE311": "A framework with no rule, or with more than one.",
    "CUE312": "A minimum for what is no criterion of this framework.",
    "CUE310": "A move that is never taken: an earlier one has the same stage and condition.",
    # 4xx: the wording
    "CUE401": "A closed question: it gets a yes or a no.",
    "CUE402": "Two questions in one.",
    "CUE403": "More than 25 words in a question.",
    "CUE404": "A template that cannot be read, or does what templates may not do.",
    "CUE405": "A template asks for a name that does not exist.",
    "CUE406": "A template says nothing, or a value that may be unknown, without asking for it with `if`.",
    "CUE407": "The answers to an objection do not suit its class: an ask too few or too many.",
    "CUE408": "Words that nothing uses.",
    "CUE409": "The first question of a criterion only asks for a fact.",
    "CUE410": "A draft that is not finished: it has a gap.",
    # 5xx: the model calls
    "CUE501": "A model call that does not say its framework, its product or its day.",
    "CUE502": "A line at the head of a model call that does not exist, or says what is not possible.",
    "CUE503": "A line that is neither said, nor a move, nor expected.",
    "CUE504": "A move that does not exist, or is not possible there.",
    "CUE505": "An expectation that cannot be read, or of what is not there.",
    "CUE506": "The call does not go as expected.",
    "CUE507": "A model call that expects nothing.",
    # 6xx: what no call ever comes to
    "CUE601": "A criterion that even the longest call never asks about.",
    "CUE602": "A move that no call ever takes.",
    "CUE603": "A verdict that no call ever comes to.",
    "CUE604": "Nobody can ask not to be called again.",
    "CUE605": "A folder without any dialogue.",
    # 7xx: the personas of rehearsals
    "CUE701": "A persona raises an objection that is not in objections.yaml.",
    "CUE702": "A persona raises an objection that has no words.",
    "CUE703": "A persona without words.",
    "CUE704": "Nothing to say, where something has to be said.",
    "CUE705": "What a persona says is read otherwise than it is meant.",
    "CUE706": "Words that should tell nothing tell something.",
    "CUE707": "The words of the scorecard and its checks are not the same.",
    "CUE708": "A persona raises an objection that tells what is not so.",
    "CUE709": "The days of a persona have bounds that cannot be.",
}
"""What each code means, in one line.

1xx: unreadable; 2xx: shape; 3xx: references; 4xx: wording; 5xx: model calls; 6xx: what no call comes to;
7xx: personas.
"""


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One fault; line and column count from 1. `str()` is `file:line:column: CODE message`."""

    path: str
    line: int
    column: int
    code: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.code} {self.message}"

    def as_json(self) -> dict[str, str | int]:
        """Give the same for other programs."""
        return asdict(self)


MOST_LISTED = 20
"""Names that are listed when none is near; more would bury the message."""


def advice(name: str, known: Iterable[str]) -> str:
    """What follows the message that a name is not known: a blank and the nearest known one, if there are any."""
    names = list(known)
    if not names:
        return ""
    hint = nearest(name, names)
    return f" {hint}" if len(names) <= MOST_LISTED or hint.startswith("Did") else ""
