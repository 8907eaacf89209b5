"""Keys: bare, quoted and dotted."""

from tests.planfile.corpus.case import Broken, Modern, Valid

VALID = (
    Valid("a bare key has letters, digits, _ and -", "a_B-9 = 1\n", {"a_B-9": 1}),
    Valid("a bare key of digits is text", "1234 = 1\n", {"1234": 1}),
    Valid(
        "a bare key may look like a number",
        "-1 = 1\n1e5 = 2\n0x = 3\n",
        {"-1": 1, "1e5": 2, "0x": 3},
    ),
    Valid(
        "a bare key may look like a value",
        "true = 1\ninf = 2\nnan = 3\n",
        {"true": 1, "inf": 2, "nan": 3},
    ),
    Valid("a bare key may look like a date", "2026-11-22 = 1\n", {"2026-11-22": 1}),
    Valid(
        "a bare key may be one dash or line", "- = 1\n_ = 2\n---= 3\n", {"-": 1, "_": 2, "---": 3}
    ),
    Valid("keys are told apart by case", "a = 1\nA = 2\n", {"a": 1, "A": 2}),
    Valid(
        "a quoted key follows the rules of text",
        '"a b" = 1\n\'c "d"\' = 2\n',
        {"a b": 1, 'c "d"': 2},
    ),
    Valid("a quoted key has escapes", '"\\t\\"\\u00e9\\U0001f600" = 1\n', {'\t"é😀': 1}),
    Valid("a key in single quotes has no escapes", "'a\\n' = 1\n", {"a\\n": 1}),
    Valid("a quoted key may be empty", "'' = 1\n[b]\n\"\" = 2\n", {"": 1, "b": {"": 2}}),
    Valid(
        "a quoted key may be of any script",
        "'ключ' = 1\n\"漢字😀\" = 2\n",
        {"ключ": 1, "漢字😀": 2},
    ),
    Valid("a quoted key may hold brackets, # and =", "'[a] # = 1' = 2\n", {"[a] # = 1": 2}),
    Valid("a quoted key may hold a dot", '"a.b" = 1\na."b.c" = 2\n', {"a.b": 1, "a": {"b.c": 2}}),
    Valid(
        "a quoted key names the same as a bare one",
        "'a'.b = 1\na.\"c\" = 2\n",
        {"a": {"b": 1, "c": 2}},
    ),
    Valid(
        "composed and decomposed letters are two keys",
        "'\u00e9' = 1\n'e\u0301' = 2\n",
        {"\u00e9": 1, "e\u0301": 2},
    ),
    Valid(
        "a dotted key makes tables",
        "a.b.c = 1\na.b.d = 2\na.e = 3\n",
        {"a": {"b": {"c": 1, "d": 2}, "e": 3}},
    ),
    Valid("blanks around the dots are ignored", "a . b\t.\tc = 1\n", {"a": {"b": {"c": 1}}}),
    Valid("a dotted key may look like a decimal number", "3.14 = 1\n", {"3": {"14": 1}}),
    Valid(
        "the parts of a dotted key may be quoted",
        "a.'b.c'.\"\".d = 1\n",
        {"a": {"b.c": {"": {"d": 1}}}},
    ),
    Valid(
        "dotted keys need not stand together",
        "a.b = 1\nc.b = 2\na.d = 3\n",
        {"a": {"b": 1, "d": 3}, "c": {"b": 2}},
    ),
    Valid(
        "a dotted key stands below its header",
        "[a]\nb.c = 1\n[a.d]\ne.f = 2\n",
        {"a": {"b": {"c": 1}, "d": {"e": {"f": 2}}}},
    ),
    Valid(
        "a dotted key stands in each table of a list",
        "[[a]]\nb.c = 1\n[[a]]\nb.c = 2\n",
        {"a": [{"b": {"c": 1}}, {"b": {"c": 2}}]},
    ),
    Valid(
        "a table that a header implied takes a dotted key of its parent",
        "[a.b]\nc = 1\n[a]\nd.e = 2\n",
        {"a": {"b": {"c": 1}, "d": {"e": 2}}},
    ),
    Valid("a long key is a key", f"{'k' * 300} = 1\n", {"k" * 300: 1}),
)

MODERN = (
    Modern("a quoted key may use \\e", '"\\e" = 1\n', {"\x1b": 1}, 1),
    Modern("a quoted key may use \\x", 'a = 1\n"\\x41" = 2\n', {"a": 1, "A": 2}, 2),
    Modern("a header may use \\x", '["\\x41".b]\nc = 1\n', {"A": {"b": {"c": 1}}}, 1),
    Modern("a key in an inline table may use \\x", 'a = { "\\x41" = 1 }\n', {"a": {"A": 1}}, 1),
)

BROKEN = (
    Broken("a key has a value", "a =\n", 1, "a has no value"),
    Broken("a comment is no value", "a = # b\n", 1, "a has no value"),
    Broken("the value stands on the line of the key", "a =\n1\n", 1, "write a = 1 on one line"),
    Broken("the = stands on the line of the key", "a\n= 1\n", 1),
    Broken("a key and its value are joined by =", "a : 1\n", 1, "Write = instead of :"),
    Broken("there is one =", "a == 1\n", 1),
    Broken("there is one = even before text", "a = = 'x'\n", 1),
    Broken("there is an =", "a 1\n", 1, "no = between"),
    Broken("a bare key is not empty", "= 1\n", 1, "no key before the ="),
    Broken("a bare key has no blank", "a b = 1\n", 1, "needs quotes"),
    Broken("a bare key has no letter beyond ASCII", "größe = 1\n", 1, 'write "größe"'),
    Broken("a bare key of another script", "ключ = 1\n", 1, 'write "ключ"'),
    Broken("a bare key has no superscript", "a² = 1\n", 1, 'write "a²"'),
    Broken("a bare key has no punctuation", "a! = 1\n", 1, 'write "a!"'),
    Broken("a bare key has no plus sign", "a+b = 1\n", 1, 'write "a+b"'),
    Broken("a bare key has no backslash", "a\\b = 1\n", 1),
    Broken("a bare key has no #", "a#b = 1\n", 1),
    Broken("a bare key has no quote", "a'b = 1\n", 1),
    Broken("a bare key has no comma", "a, b = 1\n", 1),
    Broken("a bare key is not closed by a bracket", "a] = 1\n", 1),
    Broken("a bare key does not follow a quoted one", "'a'b = 1\n", 1),
    Broken("a quoted key does not follow a bare one", "a 'b' = 1\n", 1),
    Broken("a bracket opens no key", "[a = 1\n", 1),
    Broken("a brace opens no key", "{a = 1}\n", 1),
    Broken("a quoted key is closed", '"a = 1\n', 1, "not closed"),
    Broken("a quoted key in single quotes is closed", "'a = 1\n", 1, "not closed"),
    Broken("a quoted key stands on one line", '"a\nb" = 1\n', 1),
    Broken("a key is not in triple quotes", '"""a""" = 1\n', 1, "triple quotes"),
    Broken("a key is not in triple single quotes", "'''a''' = 1\n", 1, "triple quotes"),
    Broken("a quoted key has known escapes only", '"\\q" = 1\n', 1),
    Broken("an escape in a quoted key is whole", '"\\u00" = 1\n', 1),
    Broken("a quoted key has no control character", '"\x01" = 1\n', 1, "U+0001"),
    Broken("a quoted key has no tab escape in single quotes", "'\x08' = 1\n", 1, "U+0008"),
    Broken("a dotted key does not start with a dot", ".a = 1\n", 1, "dot"),
    Broken("a dotted key does not end with a dot", "a. = 1\n", 1, "dot"),
    Broken("a dotted key has no two dots in a row", "a..b = 1\n", 1, "dot"),
    Broken("a dotted key stands on one line", "a.\nb = 1\n", 1),
    Broken("a dot alone is no key", ". = 1\n", 1, "dot"),
    Broken("a key is there once", "a = 1\nb = 2\na = 3\n", 3, "a is already there on line"),
    Broken("a quoted key is the same key", "a = 1\n'a' = 2\n", 2, "a is already there on line"),
    Broken("an escaped key is the same key", 'a = 1\n"\\u0061" = 2\n', 2, "already there"),
    Broken("a dotted key is there once", "a.b = 1\na.b = 2\n", 2, "a.b is already there on line"),
    Broken("a value has no keys below it", "a = 1\na.b = 2\n", 2, "a is already a value on line"),
    Broken("a text has no keys below it", "a.b = 'x'\na.b.c = 2\n", 2, "b is already a value"),
    Broken("a list has no keys below it", "a = []\na.b = 2\n", 2, "a is already a value on line"),
    Broken("a table of dotted keys is no value", "a.b = 1\na = 2\n", 2, "a is already there"),
    Broken("a dotted key does not add to an inline table", "a = { b = 1 }\na.c = 2\n", 2, "inline"),
    Broken(
        "a dotted key does not add to a table with a header",
        "[a.b]\nc = 1\n[a]\nb.d = 2\n",
        4,
        "[a.b]",
    ),
    Broken(
        "a dotted key does not go into a list of tables", "[[a.b]]\n[a]\nb.c = 1\n", 3, "[[a.b]]"
    ),
)
