"""The page of problem codes."""

from medv_tui.problem_codes import Code
from medv_tui.reference.markdown import prose

_INTRODUCTION = """\
# Problem codes

A problem is text that the model of a plan cannot represent. A table with an error is left out of
the figures and everything else is evaluated; `medv-tui check` then exits with 2. The list is
closed. `medv-tui explain CODE` shows one of these sections in the terminal.
"""


def problems_page() -> str:
    """Give the page of all problem codes in Markdown."""
    return "\n".join([_INTRODUCTION, *map(_section, Code)])


def _section(code: Code) -> str:
    """Write one code's section."""
    meaning = code.value
    said, remedy = prose(f"{meaning.title}. {meaning.why}"), prose(meaning.remedy)
    return f"## {meaning.id}\n\n{said}\n\nWhat to do: {remedy}\n"
