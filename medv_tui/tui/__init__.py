"""The dashboard: the plan's text in an editor, beside panes that show its review."""

import os

# Textual draws at most so many times a second, and takes it from here when it is first imported.
# At its own 60, a figure that is known just after a frame waits for as long again as it took.
os.environ.setdefault("TEXTUAL_FPS", "120")
