"""Which pair to ask next, and on which sides."""

from collections.abc import Collection, Hashable, Sequence
from itertools import combinations

from selkoapp.interests.pairs.asked import Asked, Choice, Layout, Pair
from selkoapp.interests.pairs.habits import heard, layout_for, sides_chosen
from selkoapp.interests.pairs.orders import favoured, net_of, telling

MOST_PAIRS = 6  # in one sitting
EVEN = 1e-9  # figures nearer to each other than this are alike


def next_pair(
    candidates: Sequence[str], history: Sequence[Asked], sitting: Hashable, today: Collection[Hashable] = ()
) -> Pair | None:
    """The pair that tells most about the favourites among two to six candidates; None when enough was asked.

    `history` is everything asked so far, in order. A pair is asked once in a sitting, and in a later one again with its
    sides changed: every second question of a sitting goes to such a pair while there is one, the others to whichever
    tells most. What was asked in the sittings of `today` is asked again only when nothing else is left. A pair that was
    answered both ways is asked a third time. The same history always gives the same pair.
    """
    now = [asked for asked in history if asked.sitting == sitting]
    if len(now) >= MOST_PAIRS:
        return None
    trusted = heard(history)
    waiting, others = _rested(candidates, history, sitting, today)
    first = waiting if len(now) % 2 == 0 and waiting else waiting + others
    if not first:
        return None
    net = net_of(candidates, trusted)
    told = telling(len(candidates), net)
    number = max(first, key=lambda pair: (round(told[pair] / EVEN), -pair))
    one, other = list(combinations(candidates, 2))[number]
    return _on_sides(one, other, favoured(len(candidates), net, number), history, trusted)


def pairs_coming(candidates: Sequence[str], history: Sequence[Asked], sitting: Hashable) -> int:
    """How many pairs this sitting still asks, as far as can be known now."""
    now = [asked for asked in history if asked.sitting == sitting]
    waiting, others = _to_ask(candidates, heard(history), now)
    return min(MOST_PAIRS - len(now), len(waiting) + len(others))


def _rested(
    candidates: Sequence[str], history: Sequence[Asked], sitting: Hashable, today: Collection[Hashable]
) -> tuple[list[int], list[int]]:
    """What can be asked now, without what was asked today; with it, when that is all there is."""
    trusted, known = heard(history), {sitting, *today}
    found = _to_ask(candidates, trusted, [asked for asked in history if asked.sitting in known])
    return found if any(found) else _to_ask(candidates, trusted, [asked for asked in history if asked.sitting == sitting])


def _to_ask(candidates: Sequence[str], trusted: list[Asked], now: list[Asked]) -> tuple[list[int], list[int]]:
    """The numbers of the pairs that wait to be asked again, and of the others that can be asked now."""
    waiting, others = [], []
    for number, (one, other) in enumerate(combinations(candidates, 2)):
        if any(asked.is_about(one, other) for asked in now):
            continue
        before = [asked for asked in trusted if asked.is_about(one, other)]
        if len(before) == 1:
            waiting.append(number)
        elif not before or _is_answered_both_ways(before):
            others.append(number)
    return waiting, others


def _is_answered_both_ways(before: list[Asked]) -> bool:
    return len(before) == 2 and {asked.winner for asked in before} == {before[0].left, before[0].right}


def _on_sides(one: str, other: str, one_favoured: float, history: Sequence[Asked], trusted: list[Asked]) -> Pair:
    """The pair with its sides changed since the last time.

    The first time, the task that is expected to win stands on the side that was chosen less so far: whoever chooses by
    the picture is then soon told from whoever chooses by the side.
    """
    layout = layout_for(history)
    last = next((asked for asked in reversed(trusted) if asked.is_about(one, other)), None)
    if last is not None:
        return Pair(last.right, last.left, layout)
    winner, loser = (one, other) if one_favoured > 0.5 - EVEN else (other, one)
    if _less_chosen(history, layout) == Choice.LEFT:
        return Pair(winner, loser, layout)
    return Pair(loser, winner, layout)


def _less_chosen(history: Sequence[Asked], layout: Layout) -> Choice:
    """The side that was chosen less in this layout; the sides take turns while they are even."""
    sides = sides_chosen(history, layout)
    if sides[Choice.LEFT] == sides[Choice.RIGHT]:
        return Choice.RIGHT if len(history) % 2 else Choice.LEFT
    return min(sides, key=lambda side: sides[side])
