"""Every rule in one run: a function and a row each."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reportkit.check import (
    agenda,
    agreement,
    amendments,
    arguments,
    attribution,
    attribution_rank,
    derived,
    documents,
    duplicates,
    endings,
    glossary,
    lists,
    manuscripts,
    marks,
    meetings,
    months,
    names,
    overrides,
    people,
    placed,
    placeholders,
    presentations,
    prose_states,
    references,
    titles,
    translations,
    typed,
    untranslated,
)
from reportkit.check.checked import Checked as Checked
from reportkit.problems import Problem, has_errors, in_order

Check = Callable[[Checked], Iterator[Problem]]

# The name of a function is the name of its rule, with hyphens.
CHECKS_OF_NAMES: tuple[Check, ...] = (
    references.no_items,
    references.unknown_ids,
    references.unknown_headings,
    names.unnamed,
    people.members,
    meetings.no_body,
)
CHECKS: tuple[Check, ...] = (
    duplicates.ids_twice,
    duplicates.long_cells,
    titles.titles_missing,
    titles.titles_in_circles,
    marks.faulty_marks,
    arguments.unknown_arguments,
    marks.openings,
    marks.open_marks,
    typed.typed_numbers,
    typed.typed_stops,
    typed.typed_references,
    typed.lead_ins,
    manuscripts.kinds_of_passages,
    manuscripts.unknown_columns,
    manuscripts.chapters,
    placed.unknown_places,
    placed.placed_twice,
    manuscripts.recommendations,
    manuscripts.uncalled_notes,
    placeholders.placeholders,
    meetings.days_of_bodies,
    meetings.adoption,
    documents.no_documents,
    documents.symbols,
    documents.addenda,
    documents.placeless,
    documents.papers,
    people.categories,
    people.without_instrument,
    overrides.unknown_overrides,
    translations.strays,
    translations.missing_translation,
    translations.stale_translation,
    translations.stale_typography,
    translations.amended_translation,
    agreement.marks_agree,
    agreement.figures_agree,
    months.months_agree,
    prose_states.states_agree,
    attribution_rank.ranks_agree,
    endings.endings_agree,
    untranslated.untranslated,
    glossary.terms_twice,
    glossary.terms_agree,
    glossary.forbidden_terms,
    amendments.amendments_twice,
    amendments.proposers,
    amendments.queries,
    amendments.open_queries,
    amendments.pending_amendments,
    amendments.corrected_by_nobody,
    amendments.oral_amendments,
)
# A misspelt name would be told again by each of these, as a gap or a contradiction.
CHECKS_OF_FACTS: tuple[Check, ...] = (
    names.formless,
    names.half_named,
    marks.unsaid_forms,
    manuscripts.summaries,
    placed.unsaid_places,
    meetings.days_of_meetings,
    meetings.numbers_of_meetings,
    meetings.numbers_held,
    meetings.days_held,
    meetings.day_of_adoption,
    agenda.numbers_of_items,
    agenda.adoption_of_agendas,
    agenda.items_not_taken_up,
    agenda.leaders,
    agenda.unsummarized,
    agenda.statements,
    people.speakers,
    people.unlisted,
    attribution.attribution,
    presentations.presentations,
)
# What derives sentences from the facts needs facts without errors.
CHECKS_OF_DERIVED: tuple[Check, ...] = (
    derived.unsaid,
    lists.participants_as_given,
    lists.speakers_as_given,
    lists.marks_as_given,
    overrides.overrides,
)


def find(checked: Checked) -> tuple[Problem, ...]:
    """Everything that is wrong with a session, by place."""
    found = _run(CHECKS_OF_NAMES, checked)
    if not has_errors(found):
        found += _run(CHECKS_OF_FACTS, checked)
    found += _run(CHECKS, checked)
    if not has_errors(found):
        found += _run(CHECKS_OF_DERIVED, checked)
    return in_order(found)


def find_amended(drafted: Checked, amended: Checked) -> tuple[Problem, ...]:
    """Everything that is wrong with a session as amended, and with its draft's words.

    Facts are checked as amended. What both texts say is told once, at the place of
    the draft's words.
    """
    of_words = _run((*CHECKS_OF_NAMES, *CHECKS), drafted)
    known = {(p.place.path, p.place.line, p.message) for p in of_words}
    found = (
        problem
        for problem in find(amended)
        if (problem.place.path, problem.place.line, problem.message) not in known
    )
    return in_order((*of_words, *found))


def _run(checks: tuple[Check, ...], checked: Checked) -> tuple[Problem, ...]:
    return tuple(
        problem._replace(rule=name_of(check))
        for check in checks
        for problem in check(checked)
    )


def name_of(check: Check) -> str:
    """The name of a rule."""
    return check.__name__.replace("_", "-")


RULES_OF_FACTS = frozenset(map(name_of, (*CHECKS_OF_FACTS, *CHECKS_OF_DERIVED)))
