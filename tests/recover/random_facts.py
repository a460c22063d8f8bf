"""Sessions made up at random, all facts and no prose; for tests.

A number gives a session, always the same, in the names of `sessions_in_text`.
"""

from __future__ import annotations

import json
from datetime import date, timedelta
from random import Random
from typing import Any

from reportkit.languages.states import state_names
from reportkit.model.session import Session
from tests.sessions_in_text import session_in

BODIES = ("group", "panel")
PERSONS = ("ames", "roux", "petit", "lind")
ORGANIZATIONS = ("office", "union", "institute")
# Titles with words that mean something in the sentences around them.
TITLES = (
    "Adoption of the report",
    "Meetings held jointly with other bodies",
    "Statements made by representatives of States parties, including presentations",
    "Rivers “of use”, lakes and item 4 of the plan",
    "Other matters",
    "Election of officers: Chair and Rapporteur",
    "Documents considered on the morning of 3 May 2001",
)
PARTS = ("morning", "afternoon", "evening", "")
OF_STATES = ("signatories", "non_signatories", "other_entities")
OF_ORGANIZATIONS = ("united_nations", "specialized_agencies", "intergovernmental")


def random_session(number: int) -> Session:
    """The session of a number."""
    files = _Facts(Random(number)).files()
    return session_in(
        "".join(f"--- {path}\n{json.dumps(each)}\n" for path, each in files.items())
    )


class _Facts:
    """The facts of one session."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.bodies = BODIES[: random.randint(1, 2)]
        self.first = date(random.randint(2015, 2021), random.randint(1, 12), 25)
        self.first += timedelta(random.randint(0, 9))
        self.days = [self.first + timedelta(n) for n in range(random.randint(2, 9))]
        known = state_names("en", self.first)
        self.states = sorted(set(known) - {"EUE"})
        self.treaty = random.random() < 0.5
        self.items = self._items()
        self.meetings = self._meetings()

    def files(self) -> dict[str, Any]:
        titles = {str(item["id"]): TITLES[n] for n, item in enumerate(self.items)}
        adopted = {
            body: next(id for id, m in self.meetings.items() if body in m["of"])
            for body in self.bodies
        }
        agenda = {"items": self.items, "adopted_at": adopted}
        return {
            "session.yaml": self._session(),
            "agenda.yaml": agenda,
            "participants.yaml": self._participants(),
            "statements.yaml": self._statements(),
            "en/titles.yaml": {"titles": titles},
            "fr/titles.yaml": {id: {"text": each} for id, each in titles.items()},
        }

    def _items(self) -> list[dict[str, Any]]:
        count = dict.fromkeys(self.bodies, 0)
        made = []
        for n in range(self.random.randint(3, len(TITLES))):
            some = [(body,) for body in self.bodies]
            own = self.random.choice((self.bodies, *some))
            count |= {body: count[body] + 1 for body in own}
            item = {"id": f"i{n}", "number": {body: count[body] for body in own}}
            made.append(item | self._led())
        return made

    def _led(self) -> dict[str, Any]:
        if self._chance(0.5):
            return {}
        if self._chance(0.3):
            shown = {"presentation": self._chance(0.5)}
            return {"led_by": [{"representative_of": "secretariat", **shown}]}
        own = {"as": "expert"} if self._chance(0.5) else {}
        return {"led_by": [{"persons": self._some(PERSONS, 3), **own}]}

    def _meetings(self) -> dict[str, Any]:
        """Each body's own meetings, then joint ones; an item at one or two of them."""
        made: dict[str, Any] = {}
        count = dict.fromkeys(self.bodies, 0)
        groups = [*((body,) for body in self.bodies), self.bodies]
        for day in self.days:
            for own in groups:
                if self._chance(0.6) or not all(count[body] for body in own):
                    count |= {body: count[body] + 1 for body in own}
                    of = {body: count[body] for body in own}
                    fit = [i["id"] for i in self.items if set(i["number"]) == set(own)]
                    items = self._some(fit, 2) if fit and self._chance(0.8) else []
                    meeting = {"of": of, "on": str(day), "items": items}
                    part = self.random.choice(PARTS)
                    made[f"m{len(made) + 1}"] = meeting | (
                        {"part": part} if part else {}
                    )
        return made

    def _session(self) -> dict[str, Any]:
        days = {"from": str(self.days[0]), "to": str(self.days[-1])}
        how = self.random.choice(("as-drafted", "orally-amended"))
        return {
            "original": "en",
            "written_in": "en",
            "bodies": dict.fromkeys(self.bodies, days),
            "meetings": self.meetings,
            "officers": list(self._officers()),
            "adopted": {"on": str(self.days[-1]), "as": how},
            "documents": {"final": {"kind": "report", "date": str(self.days[-1])}},
        } | ({"instrument": "treaty"} if self.treaty else {})

    def _officers(self) -> Any:
        persons = self.random.sample(PERSONS, 4)
        for role, person in zip(
            ("chair", "vice-chair", "rapporteur"), persons, strict=False
        ):
            of = [self.random.choice(self.bodies)] if self._chance(0.3) else []
            yield {"role": role, "person": person} | ({"of": of} if of else {})

    def _participants(self) -> dict[str, Any]:
        states = self.random.sample(self.states, self.random.randint(2, 90))
        made: dict[str, Any] = {"states_parties" if self.treaty else "states": states}
        left = [state for state in self.states if state not in states]
        for category in OF_STATES if self.treaty else OF_STATES[2:]:
            if self._chance(0.5):
                taken = self._some(left, 3)
                left = [state for state in left if state not in taken]
                made[category] = taken
        if self.treaty and self._chance(0.5):
            made["integration_organizations"] = ["EUE"]
        for category, one in zip(OF_ORGANIZATIONS, ORGANIZATIONS, strict=True):
            if self._chance(0.3):
                made[category] = [one]
        if not self._chance(0.5):
            made["order"] = "as-given"
        self.present = [e for key, each in made.items() if key != "order" for e in each]
        return made

    def _statements(self) -> dict[str, Any]:
        made = []
        for id, meeting in self.meetings.items():
            for item in meeting["items"]:
                by = self._some(self.present, 12)
                made.append({"meeting": id, "item": item, "by": by})
                if self._chance(0.3):
                    own = {"meeting": id, "item": item, "by": ["secretariat"]}
                    made.append(own | {"kind": "presentation"})
        order = self.random.choice(("sorted", "as-given"))
        return {"statements": made, "order": order}

    def _some(self, of: Any, most: int) -> list[Any]:
        return self.random.sample(list(of), self.random.randint(1, min(most, len(of))))

    def _chance(self, share: float) -> bool:
        return self.random.random() < share
