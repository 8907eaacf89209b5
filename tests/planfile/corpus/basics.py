"""Comments, line endings, white space, encoding and statements: the chapters before the keys."""

from tests.planfile.corpus.case import Broken, Valid

VALID = (
    Valid("an empty text is TOML", "", {}),
    Valid("blank lines alone are TOML", "\n \n\t\n", {}),
    Valid("a comment alone is TOML, without a line feed too", "# nothing", {}),
    Valid("a comment goes from # to the end of its line", "a = 1 # x = 2\n# b = 3\n", {"a": 1}),
    Valid("a # in text starts no comment", "a = '#b' # c\nb = \"#\"#d\n", {"a": "#b", "b": "#"}),
    Valid("a comment follows a header", "[a] # b\nc = 1 #\n#\n", {"a": {"c": 1}}),
    Valid("a comment may hold a tab and any other script", "#\tä 漢字 😀\na = 1\n", {"a": 1}),
    Valid("a comment may hold brackets and quotes", "# [a] \"\"\" ''' { =\nb = 1\n", {"b": 1}),
    Valid("the last line needs no line feed", "a = 1", {"a": 1}),
    Valid("the last line needs no line feed after a header", "[a]", {"a": {}}),
    Valid(
        "tabs and blanks around everything are ignored",
        "\t a\t=\t 1 \t\n \t[ b ] \t\n",
        {"a": 1, "b": {}},
    ),
    Valid("nothing need stand around the =", "a=1\nb='x'\n", {"a": 1, "b": "x"}),
    Valid(
        "the line separator of Unicode ends no line",
        "a = '\u2028\u2029\x85'\n",
        {"a": "\u2028\u2029\x85"},
    ),
    Valid("a no-break space in text is a character", "a = '\xa0'\n", {"a": "\xa0"}),
    Valid(
        "all of Unicode but the surrogates is text",
        "a = '\ud7ff\ue000\U0010ffff'\n",
        {"a": "\ud7ff\ue000\U0010ffff"},
    ),
    Valid(
        "statements of all kinds stand together",
        "a = 1\n[b]\nc = 2\n[[d]]\ne = 3\n",
        {"a": 1, "b": {"c": 2}, "d": [{"e": 3}]},
    ),
    Valid("a table without keys is a table", "[a]\n[b]\n\n[c]\n", {"a": {}, "b": {}, "c": {}}),
)

BROKEN = (
    Broken("a comment holds no NUL", "a = 1 # \0\n", 1, "U+0000"),
    Broken("a comment holds no control character", "# \x01\na = 1\n", 1, "U+0001"),
    Broken("a comment holds no escape character", "# \x1b[0m\n", 1, "U+001B"),
    Broken("a comment holds no unit separator", "# \x1f\n", 1, "U+001F"),
    Broken("a comment holds no delete character", "# x\x7f\n", 1, "U+007F"),
    Broken("a comment holds no form feed", "a = 1\n# \x0c\n", 2, "U+000C"),
    Broken("a comment holds no vertical tab", "# a\x0bb\n", 1, "U+000B"),
    Broken("a comment holds no lone carriage return", "# a\rb = 1\n", 1, "carriage return"),
    Broken("a carriage return alone ends no line", "a = 1\rb = 2\n", 1, "carriage return"),
    Broken("a carriage return alone ends no header", "[a]\rb = 1\n", 1, "carriage return"),
    Broken(
        "a carriage return alone is not white space", "a = 1\n\r\rb = 2\n", 2, "carriage return"
    ),
    Broken("a control character after a header", "[a]\x00\n", 1, "U+0000"),
    Broken("a form feed is not white space", "a =\x0c1\n", 1, "U+000C"),
    Broken("a vertical tab is not white space", "\x0ba = 1\n", 1, "U+000B"),
    Broken("a form feed on a line of its own", "a = 1\n\x0c\n", 2, "U+000C"),
    Broken("a no-break space is not white space", "a =\xa01\n", 1, "no-break space"),
    Broken("a zero width space is not white space", "a = 1\u200b\n", 1, "U+200B"),
    Broken("an ideographic space is not white space", "a\u3000= 1\n", 1, "U+3000"),
    Broken("a byte order mark stands only at the beginning", "a = 1\n\ufeffb = 2\n", 2, "U+FEFF"),
    Broken("a comment starts with #", "a = 1\n// b\n", 2, "A comment starts with #"),
    Broken("a semicolon ends no statement", "a = 1;\n", 1, "semicolon"),
    Broken("only a comment follows a value", "a = 1 b\n", 1),
    Broken("a line holds one statement", "a = 1 b = 2\n", 1, "one statement"),
    Broken("a line holds one statement after text", "a = 'x' b = 2\n", 1, "one statement"),
    Broken("only a comment follows a header", "[a] b\n", 1),
    Broken("a statement does not follow a header on its line", "[a] b = 1\n", 1),
    Broken("a header does not follow a header on its line", "[a] [b]\n", 1),
    Broken("a header does not follow a value on its line", "a = 1 [b]\n", 1),
    Broken("a word alone is no statement", "a\n", 1, "has no value"),
    Broken("a value alone is no statement", "'a'\n", 1),
    Broken("text in triple quotes alone is no statement", '"""a\nb = 1\n"""\n', 1),
    Broken("an = alone is no statement", "=\n", 1, "no key before the ="),
    Broken("a closing bracket alone is no statement", "]\n", 1),
    Broken("a comma alone is no statement", ",\n", 1),
)
