"""The colours of the dashboard, dark and light; nothing else in it names a colour."""

from textual.theme import Theme

DARK = Theme(
    name="medv-dark",
    primary="#7cb7ff",
    accent="#7cb7ff",
    foreground="#d8dce3",
    background="#14171c",
    surface="#1d222a",
    panel="#1d222a",
    success="#5fd7bd",
    warning="#fbcb3a",
    error="#ff7a7a",
    dark=True,
    variables={
        "muted": "#98a1b0",
        "rule": "#39414d",
        "line": "#6a7483",
        "cursor": "#2b3442",
        "value": "#a9c6ea",
        "ready": "#5fd7bd",
        "attention": "#fbcb3a",
        "blocked": "#ff7a7a",
        "unknown": "#a79bfb",
        "diff": "#9bb0cf",
    },
)

LIGHT = Theme(
    name="medv-light",
    primary="#0b57b0",
    accent="#0b57b0",
    foreground="#22262d",
    background="#fbfaf7",
    surface="#f0eee8",
    panel="#f0eee8",
    success="#00695c",
    warning="#866000",
    error="#8e1038",
    dark=False,
    variables={
        "muted": "#59616d",
        "rule": "#cfccc4",
        "line": "#828994",
        "cursor": "#dfe6f2",
        "value": "#2c5a8c",
        "ready": "#00695c",
        "attention": "#866000",
        "blocked": "#8e1038",
        "unknown": "#6130c9",
        "diff": "#48648f",
    },
)
