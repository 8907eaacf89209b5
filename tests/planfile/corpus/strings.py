"""Text: in double, single and triple quotes."""

from tests.planfile.corpus.case import Broken, Modern, Valid

Q3 = '"""'
S3 = "'''"

VALID = (
    Valid("text may be empty", "a = \"\"\nb = ''\n", {"a": "", "b": ""}),
    Valid("every escape of TOML 1.0", 'a = "\\b\\t\\n\\f\\r\\"\\\\"\n', {"a": '\b\t\n\f\r"\\'}),
    Valid("escapes of four and eight digits", 'a = "\\u00E9\\U0001F600\\u0000"\n', {"a": "é😀\0"}),
    Valid("an escape before a digit ends after its own", 'a = "\\u00e99"\n', {"a": "é9"}),
    Valid(
        "the escapes at the borders of the surrogates",
        'a = "\\uD7FF\\uE000\\U0010FFFF"\n',
        {"a": "\ud7ff\ue000\U0010ffff"},
    ),
    Valid("a tab stands in text", "a = \"x\ty\"\nb = 'x\ty'\n", {"a": "x\ty", "b": "x\ty"}),
    Valid("an escaped backslash before the quote ends the text", 'a = "C:\\\\"\n', {"a": "C:\\"}),
    Valid(
        "single quotes take everything as it is",
        "a = 'C:\\Users\\n\"x\"'\n",
        {"a": 'C:\\Users\\n"x"'},
    ),
    Valid("a backslash before the single quote ends nothing", "a = 'C:\\'\n", {"a": "C:\\"}),
    Valid("other quotes stand freely", "a = \"it's\"\nb = '\"'\n", {"a": "it's", "b": '"'}),
    Valid(
        "text looks like something else",
        "a = 'true'\nb = '1'\nc = '[x]'\n",
        {"a": "true", "b": "1", "c": "[x]"},
    ),
    Valid(
        "triple quotes hold lines",
        f"a = {Q3}x\ny{Q3}\nb = {S3}x\ny{S3}\n",
        {"a": "x\ny", "b": "x\ny"},
    ),
    Valid(
        "a line feed after triple quotes is dropped",
        f"a = {Q3}\nx{Q3}\nb = {S3}\nx{S3}\n",
        {"a": "x", "b": "x"},
    ),
    Valid("only one line feed is dropped", f"a = {Q3}\n\nx\n{Q3}\n", {"a": "\nx\n"}),
    Valid("triple quotes may hold nothing", f"a = {Q3}{Q3}\nb = {S3}{S3}\n", {"a": "", "b": ""}),
    Valid("triple quotes around one line feed hold nothing", f"a = {Q3}\n{Q3}\n", {"a": ""}),
    Valid("triple quotes hold one and two quotes", f'a = {Q3}x"y""z{Q3}\n', {"a": 'x"y""z'}),
    Valid("triple single quotes hold one and two", f"a = {S3}x'y''z{S3}\n", {"a": "x'y''z"}),
    Valid(
        "one more quote at the end belongs to the text",
        f"a = {Q3}\"x\"{Q3}\nb = {S3}'x'{S3}\n",
        {"a": '"x"', "b": "'x'"},
    ),
    Valid(
        "two more quotes at the end belong to the text",
        f"a = {Q3}x\"\"{Q3}\nb = {S3}x''{S3}\n",
        {"a": 'x""', "b": "x''"},
    ),
    Valid(
        "only quotes in triple quotes",
        f"a = {Q3}\"\"{Q3}\nb = {S3}''{S3}\n",
        {"a": '""', "b": "''"},
    ),
    Valid("three quotes with one escaped", f'a = {Q3}x\\"{Q3}\n', {"a": 'x"'}),
    Valid("three escaped quotes", f'a = {Q3}\\"\\"\\"{Q3}\n', {"a": '"""'}),
    Valid(
        "the other triple quotes are text",
        f"a = {Q3}'''{Q3}\nb = {S3}\"\"\"{S3}\n",
        {"a": "'''", "b": '"""'},
    ),
    Valid("a backslash at the end of a line joins it", f"a = {Q3}x \\\n  y{Q3}\n", {"a": "x y"}),
    Valid(
        "blanks after that backslash do not count", f"a = {Q3}x\\  \t\n\n \t y{Q3}\n", {"a": "xy"}
    ),
    Valid(
        "a line may be joined right after the quotes", f"a = {Q3}\\\n  x \\\n  {Q3}\n", {"a": "x "}
    ),
    Valid(
        "an escaped backslash at the end joins nothing", f"a = {Q3}x\\\\\ny{Q3}\n", {"a": "x\\\ny"}
    ),
    Valid("triple single quotes join nothing", f"a = {S3}x\\\ny{S3}\n", {"a": "x\\\ny"}),
    Valid(
        "triple quotes hold what looks like a plan",
        f"a = {S3}\n[b]\nc = 1\n# d\n{S3}\ne = 2\n",
        {"a": "[b]\nc = 1\n# d\n", "e": 2},
    ),
    Valid("escapes in triple quotes", f"a = {Q3}\\t\\u00e9\\\\{Q3}\n", {"a": "\té\\"}),
    Valid("a comment follows triple quotes", f"a = {Q3}\nx{Q3} # {Q3}\n", {"a": "x"}),
    Valid(
        "text in triple quotes stands in lists and inline tables",
        f"a = [{Q3}x\ny{Q3}, {{ b = {S3}\nz{S3} }}]\n",
        {"a": ["x\ny", {"b": "z"}]},
    ),
)

MODERN = (
    Modern("\\e is the escape character", 'a = 1\nb = "\\e[0m"\n', {"a": 1, "b": "\x1b[0m"}, 2),
    Modern("\\x takes two digits", 'a = "\\x41\\xe9"\n', {"a": "Aé"}, 1),
    Modern("\\x in triple quotes", f"a = {Q3}\n\\x41{Q3}\n", {"a": "A"}, 2),
    Modern("\\e in a list", 'a = [\n  "x",\n  "\\e",\n]\n', {"a": ["x", "\x1b"]}, 3),
)

BROKEN = (
    Broken("text is in quotes", "a = Windows 7\n", 1, 'Text needs quotes: write a = "Windows 7".'),
    Broken("text with dots is in quotes", "a = corp.contoso.example\n", 1, "Text needs quotes"),
    Broken("text of another script is in quotes", "a = Büro\n", 1, "Text needs quotes"),
    Broken("text in double quotes is closed", 'a = "x\n', 1, "The text is not closed"),
    Broken("text in single quotes is closed", "a = 'x\n", 1, "The text is not closed"),
    Broken("text is closed by the quotes that opened it", "a = 'x\"\n", 1, "not closed"),
    Broken("text is closed at the end of the file", 'a = "', 1, "not closed"),
    Broken("text does not go over lines", 'a = "x\ny"\n', 1, "ends on its line"),
    Broken("text in single quotes does not go over lines", "a = 'x\ny'\n", 1, "ends on its line"),
    Broken("a backslash joins no lines in simple quotes", 'a = "x\\\ny"\n', 1),
    Broken("text is opened", 'a = x"\n', 1),
    Broken("text is opened in triple quotes", f"a = x{Q3}\n", 1, 'not opened: write a = "x".'),
    Broken("text has one pair of quotes", 'a = "x" "y"\n', 1),
    Broken("quotes inside the same quotes are escaped", 'a = "x "y" z"\n', 1),
    Broken("a single quote does not stand in single quotes", "a = 'it's'\n", 1),
    Broken("curly quotes are not quotes", "a = “x”\n", 1, "Curly quotes"),
    Broken("accents are not quotes", "a = ´x´\n", 1),
    Broken("backticks are not quotes", "a = `x`\n", 1),
    Broken("text with escapes is closed", 'a = "x \\"y\\"\n', 1, "not closed"),
    Broken("an unknown escape", 'a = "\\a"\n', 1, "escape"),
    Broken("another unknown escape", 'a = "\\y"\n', 1, "escape"),
    Broken("an escaped single quote", 'a = "\\\'"\n', 1, "\\"),
    Broken("an escaped blank", 'a = "x\\ y"\n', 1, "escape"),
    Broken("a path in double quotes", 'a = "C:\\Users"\n', 1, "in single quotes"),
    Broken("an escape of too few digits", 'a = "\\u00e"\n', 1, "escape"),
    Broken(
        "a wrong escape is the one that is named", 'a = "\\u00e9\\u12"\n', 1, "The escape \\u12 is"
    ),
    Broken("a correct escape is not the one that is wrong", 'a = "\\u00e9\\q"\n', 1, "single"),
    Broken("an escape of no digits", 'a = "\\u"\n', 1, "escape"),
    Broken("an escape of wrong digits", 'a = "\\u00eg"\n', 1, "escape"),
    Broken("an escape of a surrogate", 'a = "\\uD800"\n', 1, "escape \\uD800 stands for no"),
    Broken("an escape of the last surrogate", 'a = "\\uDFFF"\n', 1, "escape"),
    Broken("an escape beyond Unicode", 'a = "\\U00110000"\n', 1, "stands for no character"),
    Broken("a long escape of too few digits", 'a = "\\U0001F60"\n', 1, "escape"),
    Broken("\\x with one digit", 'a = "\\x4"\n', 1, "escape"),
    Broken(
        "an escape of one digit too few in triple quotes", f"a = {Q3}\n\\u00e{Q3}\n", 2, "too short"
    ),
    Broken("an unknown escape in triple quotes", f"a = {Q3}x\n\\y{Q3}\n", 2, "escape"),
    Broken("a backslash and a word in triple quotes", f"a = {Q3}x \\ y\n{Q3}\n", 1, "escape"),
    Broken("a lone backslash at the end", f"a = {Q3}\\{Q3}\n", 1),
    Broken("a NUL in text", 'a = "\0"\n', 1, "U+0000"),
    Broken("a control character in text", 'a = "\x1f"\n', 1, "U+001F"),
    Broken("a delete character in text", 'a = "\x7f"\n', 1, "U+007F"),
    Broken("a backspace in single quotes", "a = '\x08'\n", 1, "U+0008"),
    Broken("a form feed in single quotes", "a = 'x\x0c'\n", 1, "U+000C"),
    Broken("a lone carriage return in text", 'a = "x\ry"\n', 1, "carriage return"),
    Broken("a NUL in triple quotes", f"a = {Q3}x\ny\0{Q3}\n", 2, "U+0000"),
    Broken("a delete character in triple single quotes", f"a = {S3}x\ny\x7f{S3}\n", 2, "U+007F"),
    Broken("a lone carriage return in triple quotes", f"a = {Q3}x\ry{Q3}\n", 1, "carriage return"),
    Broken(
        "a lone carriage return in triple single quotes",
        f"a = {S3}x\ry{S3}\n",
        1,
        "carriage return",
    ),
    Broken("triple quotes are closed", f"a = {Q3}x\n", 1, "not closed"),
    Broken("triple quotes are closed by three", f'a = {Q3}x""\n', 1, "not closed"),
    Broken("triple single quotes are closed", f"a = {S3}x\n", 1, "not closed"),
    Broken("triple quotes are closed by the same", f"a = {Q3}x{S3}\n", 1, "not closed"),
    Broken("an escaped quote closes nothing", f'a = {Q3}x""\\"\n', 1, "not closed"),
    Broken("six quotes and one are too many", f"a = {Q3}x{Q3}{Q3}\n", 1),
    Broken("six single quotes at the end are too many", f"a = {S3}x{S3}{S3}\n", 1),
    Broken("triple single quotes hold no three", f"a = {S3}x{S3}y{S3}\n", 1),
    Broken("nothing follows triple quotes", f"a = {Q3}\nx{Q3} y\n", 2),
)
