"""What a practice, a problem code or a MED-V setting means, for a person who asks."""

import textwrap
from collections.abc import Iterator
from difflib import get_close_matches

from medv_tui.errors import MedvError
from medv_tui.plan.setting import Setting
from medv_tui.plan.settings import SETTINGS
from medv_tui.planfile.notation import one_line
from medv_tui.practices.catalogue import CATALOGUE
from medv_tui.practices.practice import JUDGED_BY, Practice
from medv_tui.practices.topics.settings_values import find_setting
from medv_tui.problem_codes import Code

_LABEL_WIDTH = 12


def explain(word: str, width: int = 80) -> str:
    """Explain a practice, a problem code or a setting in lines of at most `width` columns.

    Raises MedvError with the nearest names where there is none of them.
    """
    id_ = word.strip().casefold()
    practices = [practice for practice in CATALOGUE if practice.id == id_]
    if practices:
        return "\n".join(_page(_practice_lines(practice), width) for practice in practices)
    for code in Code:
        if code.id == id_:
            return _page(_code_lines(code), width)
    setting = find_setting(word)
    if setting is not None:
        return _page(_setting_lines(setting), width)
    raise MedvError(_unknown(word))


def _page(lines: Iterator[tuple[str, str]], width: int) -> str:
    """Lay labelled texts out, the first without a label as a heading."""
    return "".join(f"{_labelled(label, text, width)}\n" for label, text in lines)


def _labelled(label: str, text: str, width: int) -> str:
    """Wrap one text behind its label."""
    indent = " " * (_LABEL_WIDTH if label else 0)
    return textwrap.fill(
        text,
        width,
        initial_indent=f"{label:<{len(indent)}}",
        subsequent_indent=indent,
        break_on_hyphens=False,
        # The name of a topic is there to be searched for.
        break_long_words=False,
    )


def _practice_lines(practice: Practice) -> Iterator[tuple[str, str]]:
    """Say everything that is known of a practice."""
    yield "", f"{practice.id}: {practice.title}"
    yield "severity", practice.severity.value
    yield "scope", practice.scope.value
    yield "phase", practice.phase.value
    if practice.headline:
        yield "headline", f"◆ number {practice.headline} of the thirteen headline practices"
    yield "checked", practice.asks
    yield "judged by", JUDGED_BY[practice.mode]
    yield "why", practice.otherwise
    yield "what to do", practice.todo
    if practice.facts:
        yield "reads", ", ".join(practice.facts)
    if practice.source.reading:
        yield "reading", practice.source.reading
    if practice.source.register:
        yield "register", ", ".join(practice.source.register)
    if practice.source.external:
        yield "external", f"{practice.source.external} No MED-V topic says so."
    yield "source", ", ".join(practice.source.topics)
    yield "waivable", waivable(practice)


def _code_lines(code: Code) -> Iterator[tuple[str, str]]:
    """Say everything that is known of a problem code."""
    yield "", f"{code.id}: {code.value.title}"
    yield "why", code.value.why
    yield "what to do", code.value.remedy


def _setting_lines(setting: Setting) -> Iterator[tuple[str, str]]:
    """Say everything that is documented of a setting."""
    yield "", f"{setting.key}.{setting.name}: {setting.meaning}"
    yield "value", f"{setting.kind.value} in {setting.unit}" if setting.unit else setting.kind.value
    if setting.choices:
        yield "choices", ", ".join(setting.choices)
    if setting.minimum is not None and setting.maximum is not None:
        yield "range", f"{setting.minimum:,} to {setting.maximum:,}"
    yield "default", "blank" if setting.default is None else one_line(setting.default)
    yield "registry", setting.registry_type or "not there, known to WMI only"
    if setting.property:
        yield "WMI", f"{setting.property} ({setting.property_type})"
    yield from (("interacts", sentence) for sentence in setting.interactions)
    yield from (("disagrees", sentence) for sentence in setting.contradictions)
    if setting.source.reading:
        yield "reading", setting.source.reading
    if setting.source.register:
        yield "register", ", ".join(setting.source.register)
    yield "source", ", ".join(setting.source.topics)


def waivable(practice: Practice) -> str:
    """Say whether a practice can be waived."""
    if practice.waivable:
        return "yes, with a reason"
    return "no; MED-V cannot work without it"


def _unknown(word: str) -> str:
    """Say that there is no such word, and which ones are like it."""
    known = [*(practice.id for practice in CATALOGUE), *(code.id for code in Code)]
    known += [f"{setting.key}.{setting.name}" for setting in SETTINGS]
    near = list(dict.fromkeys(get_close_matches(word, known, 3, 0.5)))
    hint = f"; did you mean {' or '.join(near)}?" if near else "; medv-tui practices lists them."
    return f"There is no practice, problem code or setting {word}{hint}"
