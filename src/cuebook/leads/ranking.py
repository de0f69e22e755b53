"""Who is worth the next call: leads in order, each with the reasons. The weights are the author's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from cuebook.leads.fitting import Fitting
from cuebook.leads.model import Case, Kind

_BY_KIND: Mapping[Kind, tuple[int, str]] = {
    "CQL": (30, "sent a form or asked for a call"),
    "PQL": (25, "uses a trial"),
    "SQL": (20, "ready to buy"),
    "MQL": (10, "fits, was not ready"),
    "unqualified": (0, ""),
}
_DONE: Mapping[str, str] = {
    "disqualified": "not a fit",
    "set_aside": "set aside",
    "wrong_number": "the number is wrong",
    "rerouted": "somebody else decides",
}
"""How the last call was closed, where another call is no use until something else is known."""
_DUE, _LATE, _EVIDENCE, _FIT, _MISFIT, _OPEN, _FRESH, _UNREACHABLE = 50, 10, 30, 20, 10, 10, 15, 10
_REST = timedelta(days=2)
"""So soon after a call without an agreement the next one is a nuisance."""


@dataclass(frozen=True, slots=True)
class Worth:
    """A lead with what a call now is worth; None: nothing. `reasons` are short texts, the weightiest first.

    `product` is the one that they fit best, where enough is known to tell.
    """

    case: Case
    score: int | None
    reasons: tuple[str, ...]
    product: str | None = None


Ranked = tuple[tuple[Worth, ...], tuple[Worth, ...]]
"""Those who are worth a call, the best first, and those who are not."""


@dataclass(slots=True)
class _Sum:
    parts: list[tuple[int, str]] = field(default_factory=list)

    def add(self, points: int, reason: str) -> None:
        self.parts.append((points, reason))


def rank(cases: Iterable[Case], today: date, fits: Mapping[str, Fitting] | None = None) -> Ranked:
    """Those who are worth a call on `today`, the best first, and those who are not, each with why.

    `fits` is the product that each lead is known to fit best, by the lead's id; whoever is outside every buyer
    profile is not worth a call (Q20), nor is whoever asked not to be called.
    """
    judged = [_judge(case, today, (fits or {}).get(case.lead.id or "")) for case in cases]
    worth = [one for one in judged if one.score is not None]
    worth.sort(key=lambda one: (-(one.score or 0), one.case.lead.next_on or date.max))
    return tuple(worth), tuple(one for one in judged if one.score is None)


def _judge(case: Case, today: date, fit: Fitting | None) -> Worth:
    why_not = _why_not(case, today, fit)
    if why_not is not None:
        return Worth(case, None, (why_not,), fit.product if fit else None)
    total = _Sum()
    _agreement(total, case, today)
    points, reason = _BY_KIND[case.lead.kind]
    if points:
        total.add(points, reason)
    if case.confirmed:
        total.add(round(_EVIDENCE * case.confirmed / case.of), f"{case.confirmed} of {case.of} confirmed")
    if fit is not None:
        total.add(round(_FIT * fit.share) if fit.product else -_MISFIT, fit.reason)
    if case.open:
        total.add(_OPEN, "the last call is still open")
    if not case.lead.phone:
        total.add(-_UNREACHABLE, "no telephone number")
    parts = sorted(total.parts, key=lambda part: -abs(part[0]))
    score, reasons = sum(points for points, _ in parts), tuple(reason for _, reason in parts)
    return Worth(case, score, reasons, fit.product if fit else None)


def _why_not(case: Case, today: date, fit: Fitting | None) -> str | None:
    lead = case.lead
    if lead.do_not_call_at is not None or case.disposition == "do_not_call":
        return "asked not to be called"
    if fit is not None and fit.outside:
        return fit.reason
    if case.disposition is not None and case.disposition in _DONE:
        return _DONE[case.disposition]
    if lead.next_on is not None and lead.next_on > today:
        return f"not before {lead.next_on}"
    if lead.next_on is None and not case.open and case.called_on is not None and today - case.called_on < _REST:
        return f"called on {case.called_on}"
    return None


def _agreement(total: _Sum, case: Case, today: date) -> None:
    due = case.lead.next_on
    if due is not None:
        late = (today - due).days
        said = "due today" if not late else f"due since {due}"
        total.add(_DUE + min(_LATE, late), said)
    elif not case.calls:
        total.add(_FRESH, "never called")
