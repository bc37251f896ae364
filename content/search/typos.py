"""The nearest word the guide knows, for a word it does not know."""

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str | None:
    """One slip for words of 5 letters, two from 8; swapped neighbors are one slip. Where two are as near, the one
    that `known` names first."""
    allowed = 0 if len(word) < 5 else 1 if len(word) < 8 else 2
    best, best_slips, letters = None, allowed + 1, set(word)
    for candidate in known:
        if abs(len(candidate) - len(word)) >= best_slips or len(candidate) < 4:
            continue
        if len(letters.difference(candidate)) >= best_slips or not begin_alike(word, candidate):
            continue
        slips = distance(word, candidate, best_slips)
        if slips < best_slips:
            best, best_slips = candidate, slips
    return best


def begin_alike(word: str, candidate: str) -> bool:
    """People rarely miss the first letter of a short word: "never" is not "fever"."""
    return len(word) >= 8 or word[0] == candidate[0] or word[1::-1] == candidate[:2]


def distance(one: str, other: str, limit: int) -> int:
    """Insertions, deletions, changes and swaps of neighbors; stops counting at `limit`."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        earlier, before, row = before, row, [i]
        for j, counterpart in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != counterpart))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == counterpart:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
        if min(row) >= limit:
            return limit
    return row[-1]
