"""Comments at the margin: questions on passages, or the reason of a proposal."""

from __future__ import annotations

from collections.abc import Sequence

from reportkit.intake.edited import Remark
from reportkit.intake.proposals import Asked, Proposal, Pulled, Sources, Untaken
from reportkit.intake.stood import Stood, shown
from reportkit.opc.word_file import Comment, WordFile
from reportkit.revise.likeness import folded, words_of

COMPARED = "compared-with"


def with_remarks(word: WordFile, stood: Stood, pulled: Pulled) -> Pulled:
    """What was pulled, with the comments of the file.

    A comment that an author put on words of one change of their own is its reason;
    any other is a question. Comments that the toolkit wrote itself are left.
    """
    comments = {each.id: each for each in word.comments}
    compared = COMPARED in word.properties
    own = {
        id
        for id, each in comments.items()
        if _is_query(each, stood.sources) or (compared and not _day(each))
    }
    proposals = list(pulled.proposals)
    asked: list[Asked] = []
    done = set(own)  # those that need nothing more
    for place, edited in enumerate(stood.paragraphs):
        for remark in edited.remarks:
            comment = comments.get(remark.comment)
            if comment is None or comment.id in done:
                continue
            found = _reason_for(remark, comment, edited.number, proposals)
            if found is not None:
                text = _said(comment, proposals[found])
                proposals[found] = proposals[found]._replace(comment=text)
                done.add(comment.id)
            elif question := _asked(stood, place, remark, comment):
                asked.append(question)
                done.add(comment.id)
    left = (each for id, each in comments.items() if id not in done)
    untaken = (*pulled.untaken, *(_untaken(c) for c in left if _text(c)))
    return pulled._replace(
        proposals=tuple(proposals), asked=tuple(asked), untaken=untaken
    )


def _day(comment: Comment) -> str:
    """The day of a comment; those that the toolkit writes have none."""
    return comment.date.strip("0-:TZ. ")


def _is_query(comment: Comment, sources: Sources) -> bool:
    """Whether a comment is a query of the sources, as working copies have them."""
    texts = {folded(str(each.text)) for each in sources.queries}
    quoted = {folded(f"“{each.quote}”: {each.text}") for each in sources.queries}
    by = {str(each.by) for each in sources.queries}
    return folded(comment.text) in quoted | texts and comment.author in by


def _said(comment: Comment, proposal: Proposal) -> str:
    """A comment, with whose it is where the change is someone else's."""
    by = comment.author if comment.author != proposal.by.name else ""
    text = f"{by}: {_text(comment)}" if by else _text(comment)
    return " ".join(filter(None, (proposal.comment, text)))


def _text(comment: Comment) -> str:
    return " ".join(comment.text.split())


def _reason_for(
    remark: Remark, comment: Comment, number: int, proposals: Sequence[Proposal]
) -> int | None:
    """The one change of the comment's author that stands in the words commented on."""
    words = set(words_of(remark.quote))
    arrived = [
        place
        for place, each in enumerate(proposals)
        if each.paragraph == number and each.fields["action"] == "insert"
    ]
    if arrived:
        return arrived[0]
    found = [
        place
        for place, each in enumerate(proposals)
        if each.paragraph == number
        and each.by.name == comment.author
        and not each.comment
        and (not words or words & _words(each))
    ]
    return found[0] if len(found) == 1 else None


def _words(proposal: Proposal) -> set[str]:
    fields = proposal.fields
    if fields["action"] == "insert":
        return set(words_of(fields.get("new", "")))
    return set(words_of(fields.get("old", fields.get("new", ""))))


def _asked(stood: Stood, place: int, remark: Remark, comment: Comment) -> Asked | None:
    line, number = stood.line_of(place), stood.paragraphs[place].number
    if line is None or line.id not in stood.sources.known or not _text(comment):
        return None
    quote = "" if folded(remark.quote) == folded(line.text) else remark.quote
    return Asked(line.id, quote, _text(comment), comment.author, number)


def _untaken(comment: Comment) -> Untaken:
    said = shown(_text(comment))
    message = f"the comment of {comment.author} is on no passage: {said}"
    return Untaken(0, message, "put it into queries.yaml, if it is still open")
