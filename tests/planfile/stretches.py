from medv_tui.planfile.long_text import LongText


def in_stretches(text: str, lines: int, was: LongText) -> LongText:
    """Give a text in stretches of so many lines; what the text before it had is the same object."""
    known = {stretch: stretch for stretch in was.stretches}
    split = text.split("\n")
    rows = range(0, len(split), lines)
    found = ["\n".join([*split[row : row + lines], ""]) for row in rows]
    found[-1] = found[-1][:-1]
    return LongText(tuple(known.get(stretch, stretch) for stretch in found))
