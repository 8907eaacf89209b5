"""What the keys of Textual's own fields and texts do, in the words of the other keys."""

from collections.abc import Mapping
from typing import Final

_SCROLLING = (
    *(f"Scroll {way}" for way in ("Up", "Down", "Left", "Right", "Home", "End")),
    *(f"Page {way}" for way in ("Up", "Down", "Left", "Right")),
)
"""Fields and texts inherit such keys; they have nothing to scroll by them."""

_WORDS: Final[Mapping[str, str]] = {
    "Cursor up": "a line up",
    "Cursor down": "a line down",
    "Cursor left": "a character left",
    "Cursor right": "a character right",
    "Cursor word left": "a word left",
    "Cursor word right": "a word right",
    "Cursor line start": "to the beginning of the line",
    "Cursor line end": "to the end of the line",
    "Cursor page up": "a page up",
    "Cursor page down": "a page down",
    "Cursor up select": "select a line up",
    "Cursor down select": "select a line down",
    "Cursor left select": "select a character left",
    "Cursor right select": "select a character right",
    "Cursor left word select": "select a word left",
    "Cursor right word select": "select a word right",
    "Cursor line start select": "select to the beginning of the line",
    "Cursor line end select": "select to the end of the line",
    "Select line": "select the line",
    "Select all": "select everything",
    "Delete character left": "delete the character before the cursor",
    "Delete character right": "delete the character at the cursor",
    "Delete left to start of word": "delete back to the beginning of the word",
    "Delete right to start of word": "delete up to the next word",
    "Delete line": "delete the line",
    "Delete to line start": "delete to the beginning of the line",
    "Delete to line end": "delete to the end of the line",
    "Undo": "undo the last edit",
    "Redo": "redo the edit that was undone",
    "Cut": "cut what is selected",
    "Copy": "copy what is selected",
    "Paste": "paste what was copied here",
    "Move cursor left": "a character left",
    "Move cursor right or accept the completion suggestion": "a character right",
    "Move cursor left a word": "a word left",
    "Move cursor right a word": "a word right",
    "Move cursor left and select": "select a character left",
    "Move cursor right and select": "select a character right",
    "Move cursor left a word and select": "select a word left",
    "Move cursor right a word and select": "select a word right",
    "Go to start": "to the beginning of the field",
    "Go to end": "to the end of the field",
    "Select line start": "select to the beginning of the field",
    "Select line end": "select to the end of the field",
    "Delete all to the left": "delete to the beginning of the field",
    "Delete all to the right": "delete to the end of the field",
    "Submit": "take what is in the field",
    "Cut selected text": "cut what is selected",
    "Copy selected text": "copy what is selected",
    "Paste text from the clipboard": "paste what was copied here",
    "Focus Next": "next part of the screen",
    "Focus Previous": "part of the screen before",
} | dict.fromkeys(_SCROLLING, "")


def in_our_words(meaning: str) -> str:
    """Give what a key does; empty where it does nothing that is worth a line."""
    return _WORDS.get(meaning, meaning)
