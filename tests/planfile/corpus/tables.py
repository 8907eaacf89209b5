"""Tables and arrays of tables."""

from tests.planfile.corpus.case import Broken, Valid

VALID = (
    Valid("a header opens a table", "[a]\nb = 1\n[c]\nd = 2\n", {"a": {"b": 1}, "c": {"d": 2}}),
    Valid("a header has dots", "[a.b.c]\nd = 1\n", {"a": {"b": {"c": {"d": 1}}}}),
    Valid(
        "blanks in a header are ignored",
        "[ a . b\t]\n[ \"c\" .'d' ]\n",
        {"a": {"b": {}}, "c": {"d": {}}},
    ),
    Valid("a header has quoted parts", "['a.b'.\"c]d\"]\ne = 1\n", {"a.b": {"c]d": {"e": 1}}}),
    Valid("a header has an empty part", "['']\na = 1\n['b'.'']\n", {"": {"a": 1}, "b": {"": {}}}),
    Valid("a header of digits", "[1.2]\na = 1\n", {"1": {"2": {"a": 1}}}),
    Valid(
        "a header that looks like a value",
        "[true]\n[inf]\n[1e5]\n",
        {"true": {}, "inf": {}, "1e5": {}},
    ),
    Valid(
        "the table above need not be there",
        "[a.b]\nc = 1\n[a]\nd = 2\n",
        {"a": {"b": {"c": 1}, "d": 2}},
    ),
    Valid("tables come in any order", "[a.b]\n[c]\n[a.d]\n", {"a": {"b": {}, "d": {}}, "c": {}}),
    Valid(
        "keys of the root come before all headers",
        "a = 1\nb.c = 2\n[d]\n",
        {"a": 1, "b": {"c": 2}, "d": {}},
    ),
    Valid(
        "a header goes below a table of dotted keys",
        "[a]\nb.c = 1\n[a.b.d]\ne = 2\n",
        {"a": {"b": {"c": 1, "d": {"e": 2}}}},
    ),
    Valid(
        "a list of tables", "[[a]]\nb = 1\n[[a]]\n[[a]]\nb = 3\n", {"a": [{"b": 1}, {}, {"b": 3}]}
    ),
    Valid(
        "a table below a table of a list",
        "[[a]]\n[a.b]\nc = 1\n[[a]]\n[a.b]\nc = 2\n",
        {"a": [{"b": {"c": 1}}, {"b": {"c": 2}}]},
    ),
    Valid(
        "lists of tables in lists of tables",
        "[[a]]\n[[a.b]]\nc = 1\n[[a.b]]\nc = 2\n[[a]]\n[[a.b]]\nc = 3\n",
        {"a": [{"b": [{"c": 1}, {"c": 2}]}, {"b": [{"c": 3}]}]},
    ),
    Valid(
        "a table below the inner list",
        "[[a.b]]\n[a.b.c]\nd = 1\n[[a.b]]\n[a.b.c]\nd = 2\n",
        {"a": {"b": [{"c": {"d": 1}}, {"c": {"d": 2}}]}},
    ),
    Valid(
        "a list below an implied table",
        "[a]\nb = 1\n[[a.c]]\nd = 1\n[[a.c]]\n",
        {"a": {"b": 1, "c": [{"d": 1}, {}]}},
    ),
    Valid(
        "a header of the table above comes later",
        "[[a.b]]\nc = 1\n[a]\nd = 2\n",
        {"a": {"b": [{"c": 1}], "d": 2}},
    ),
    Valid(
        "another table stands between the tables of a list",
        "[[a]]\nb = 1\n[c]\n[[a]]\nb = 2\n",
        {"a": [{"b": 1}, {"b": 2}], "c": {}},
    ),
    Valid(
        "blanks in the header of a list", "[[ a . 'b' ]]\n\t[[ a.b ]] # x\n", {"a": {"b": [{}, {}]}}
    ),
    Valid(
        "a quoted header names the same list", "[[a]]\n[['a']]\n[[\"a\"]]\n", {"a": [{}, {}, {}]}
    ),
)

BROKEN = (
    Broken("a header is closed", "[a\nb = 1\n", 1, "write [a]."),
    Broken("a header is opened", "a]\nb = 1\n", 1, "write [a]."),
    Broken("a header has a name", "[]\n", 1, "no name"),
    Broken("a header of a list has a name", "[[]]\n", 1, "no name"),
    Broken("a blank is no name", "[ ]\n", 1, "no name"),
    Broken("a header of a list is closed twice", "[[a]\nb = 1\n", 1, "write [[a]]."),
    Broken("a header of a list is opened twice", "[a]]\nb = 1\n", 1),
    Broken("brackets of a list touch", "[ [a]]\n", 1),
    Broken("closing brackets of a list touch", "[[a] ]\n", 1),
    Broken("there are no three brackets", "[[[a]]]\n", 1),
    Broken("a header is closed by its bracket", "[a}\n", 1),
    Broken("a header stands on one line", "[a\n]\n", 1),
    Broken("a header has no line feed after the dot", "[a.\nb]\n", 1),
    Broken("a header has no two dots in a row", "[a..b]\n", 1, "write [a.b]."),
    Broken("a header does not start with a dot", "[.a]\n", 1, "write [a]."),
    Broken("a header does not end with a dot", "[a.]\n", 1, "write [a]."),
    Broken("a header has no blank in a bare part", "[a b]\n", 1),
    Broken("a header has no letter beyond ASCII", "[größe]\n", 1, 'write ["größe"].'),
    Broken("a header has no #", "[a#b]\n", 1),
    Broken("a header has no =", "[a=b]\n", 1, "write [a]."),
    Broken("a header has no punctuation", "[a!b]\n", 1, 'write ["a!b"].'),
    Broken("a header is not punctuation alone", "[!]\n", 1, 'write ["!"].'),
    Broken("a header has no comma", "[a,b]\n", 1),
    Broken("a header is not in triple quotes", "['''a''']\n", 1),
    Broken("a header's quotes are closed", '["a]\n', 1),
    Broken("a header's escapes are known", '["\\q"]\n', 1),
    Broken("a header has no control character", '["\x01"]\n', 1, "U+0001"),
    Broken("a header has no header in it", "[a[b]]\n", 1, "write [a]."),
    Broken("a header has no bracket in it", "[a]b]\n", 1),
    Broken(
        "a table is there once", "[a]\nb = 1\n[c]\n[a]\nd = 2\n", 4, "[a] is already there on line"
    ),
    Broken("a table below is there once", "[a.b]\n[a.b]\n", 2, "[a.b] is already there on line"),
    Broken("a quoted header names the same table", "[a]\n['a']\n", 2, "already there on line"),
    Broken("a table is not a value", "a = 1\n[a]\n", 2, "a is already"),
    Broken("a table does not go below a value", "a = 1\n[a.b]\n", 2, "a is already a value"),
    Broken(
        "a table does not go below a value of a table",
        "[a]\nb = 1\n[a.b.c]\n",
        3,
        "b is already a value",
    ),
    Broken("a table is not a key of another", "[a]\nb = 1\n[a.b]\n", 3, "b is already"),
    Broken("a table of dotted keys has no header", "a.b = 1\n[a]\n", 2, "dotted"),
    Broken("a table of dotted keys below has no header", "[a]\nb.c = 1\n[a.b]\n", 3, "dotted"),
    Broken(
        "a table of dotted keys is no list",
        "[a]\nb.c = 1\n[[a.b]]\n",
        3,
        "made by a dotted key on line",
    ),
    Broken("a list is no table", "[[a]]\n[a]\n", 2, "write [[a]]."),
    Broken("a table is no list", "[a]\n[[a]]\n", 2, "[a] on line"),
    Broken(
        "an implied table is no list", "[a.b]\n[[a]]\n", 2, "put its first [[a]] above that line"
    ),
    Broken("a table of a list is there once", "[[a]]\n[a.b]\n[a.b]\n", 3, "[a.b] is already there"),
    Broken("a list below a table of a list", "[[a]]\n[a.b]\n[[a.b]]\n", 3, "on line"),
    Broken("a list is not a value", "a = 1\n[[a]]\n", 2, "a is already"),
    Broken("a list is no list of values", "a = [1]\n[[a]]\n", 2, "a is already"),
    Broken("a list does not go below a value", "a = 'x'\n[[a.b]]\n", 2, "a is already a value"),
)
