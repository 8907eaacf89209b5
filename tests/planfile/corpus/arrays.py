"""Arrays and inline tables."""

from tests.planfile.corpus.case import Broken, Modern, Valid

VALID = (
    Valid(
        "a list may be empty",
        "a = []\nb = [ ]\nc = [\n]\nd = [ # x\n]\n",
        {"a": [], "b": [], "c": [], "d": []},
    ),
    Valid(
        "a list has items of any kind",
        "a = [1, 'x', 1.5, true, [2], { b = 3 }]\n",
        {"a": [1, "x", 1.5, True, [2], {"b": 3}]},
    ),
    Valid("lists stand in lists", "a = [[1, 2], [], [['x']]]\n", {"a": [[1, 2], [], [["x"]]]}),
    Valid("a comma may come last", "a = [1, 2,]\nb = [ 1 , ]\n", {"a": [1, 2], "b": [1]}),
    Valid("a list goes over lines", "a = [\n  1,\n\n  2\n]\n", {"a": [1, 2]}),
    Valid(
        "comments stand in lists",
        "a = [ # b\n  1, # c ]\n  # d\n  2 # e\n  , # f\n]\n",
        {"a": [1, 2]},
    ),
    Valid("commas may come first", "a = [\n    1\n  , 2\n  , 3\n]\n", {"a": [1, 2, 3]}),
    Valid("brackets in text close nothing", "a = [']', \"]\", '[']\n", {"a": ["]", "]", "["]}),
    Valid("commas in text part nothing", "a = ['x, y', \"z, \"]\n", {"a": ["x, y", "z, "]}),
    Valid("nothing need stand between items", "a=[1,2,'x',[3]]\n", {"a": [1, 2, "x", [3]]}),
    Valid(
        "text in triple quotes in a list",
        'a = [\n"""\n[b]\nc = 1""",\n2]\n',
        {"a": ["[b]\nc = 1", 2]},
    ),
    Valid(
        "what looks like a header is an item",
        "a = [\n[1],\n[true],\n['b']\n]\n",
        {"a": [[1], [True], ["b"]]},
    ),
    Valid("an inline table may be empty", "a = {}\nb = { }\n", {"a": {}, "b": {}}),
    Valid(
        "an inline table has pairs",
        "a = { b = 1, c = 'x' }\nd={e=1,f=2}\n",
        {"a": {"b": 1, "c": "x"}, "d": {"e": 1, "f": 2}},
    ),
    Valid(
        "inline tables stand in inline tables",
        "a = { b = { c = { d = 1 } }, e = {} }\n",
        {"a": {"b": {"c": {"d": 1}}, "e": {}}},
    ),
    Valid(
        "dotted keys stand in inline tables",
        "a = { b.c = 1, b.d = 2, 'e f'.g = 3 }\n",
        {"a": {"b": {"c": 1, "d": 2}, "e f": {"g": 3}}},
    ),
    Valid(
        "quoted keys stand in inline tables",
        "a = { '}' = 1, \", \" = 2 }\n",
        {"a": {"}": 1, ", ": 2}},
    ),
    Valid("braces in text close nothing", "a = { b = '}' }\n", {"a": {"b": "}"}}),
    Valid(
        "a list in an inline table goes over lines",
        "a = { b = [\n  1, # c\n  2,\n] }\n",
        {"a": {"b": [1, 2]}},
    ),
    Valid(
        "text in an inline table goes over lines", 'a = { b = """x\ny""" }\n', {"a": {"b": "x\ny"}}
    ),
    Valid(
        "inline tables in lists",
        "a = [ { b = 1 }, { b = 2 },\n  {} ]\n",
        {"a": [{"b": 1}, {"b": 2}, {}]},
    ),
    Valid(
        "a dotted key holds an inline table",
        "a.b = { c = 1 }\na.d = { c = 2 }\n",
        {"a": {"b": {"c": 1}, "d": {"c": 2}}},
    ),
    Valid(
        "an inline table stands in a table of a list",
        "[[a]]\nb = { c = 1 }\n[[a]]\nb = { c = 2 }\n",
        {"a": [{"b": {"c": 1}}, {"b": {"c": 2}}]},
    ),
    Valid(
        "keys of other inline tables may be the same",
        "a = [{ b = 1 }, { b = 1 }]\n",
        {"a": [{"b": 1}, {"b": 1}]},
    ),
)

MODERN = (
    Modern("an inline table over lines", "a = {\n  b = 1\n}\n", {"a": {"b": 1}}, 1),
    Modern(
        "an inline table over lines in a later statement",
        "x = 1\na = { b = 1,\n  c = 2 }\n",
        {"x": 1, "a": {"b": 1, "c": 2}},
        2,
    ),
    Modern("a comma at the end of an inline table", "a = { b = 1, }\n", {"a": {"b": 1}}, 1),
    Modern(
        "a comment in an inline table", "a = { # c }\n  b = 1 # d\n  , # e\n}\n", {"a": {"b": 1}}, 1
    ),
    Modern(
        "a brace in text does not close it",
        "a = { b = '}',\n  c = 1 }\n",
        {"a": {"b": "}", "c": 1}},
        1,
    ),
    Modern(
        "an inner table does not close the outer",
        "a = { b = {},\n  c = 1 }\n",
        {"a": {"b": {}, "c": 1}},
        1,
    ),
    Modern(
        "a list of tables over lines",
        "a = [\n  { b = 1 },\n  {\n    b = 2,\n  },\n]\n",
        {"a": [{"b": 1}, {"b": 2}]},
        3,
    ),
    Modern("a line feed before the =  of nothing", "a = {\n}\n", {"a": {}}, 1),
    Modern(
        "after text in triple quotes", 'a = ["""x\n""", {\n b = 1 }]\n', {"a": ["x\n", {"b": 1}]}, 2
    ),
)

BROKEN = (
    Broken("a list is closed", "a = [1, 2\n", 1, "not closed"),
    Broken("a list over lines is closed", "a = [\n  1,\n  2,\n", 1, "not closed"),
    Broken("a list is closed before the next statement", "a = ['x'\nb = 1\n", 1, "not closed"),
    Broken("an empty list is closed", "a = [\n", 1, "not closed"),
    Broken("an inner list is closed", "a = [[1, 2]\n", 1, "not closed"),
    Broken("a list is closed by its bracket", "a = [1, 2}\n", 1),
    Broken("a list is closed once", "a = [1, 2]]\n", 1),
    Broken("a list over lines is opened", "a = ]\n  'x',\n  'y',\n]\n", 1, "write a = [."),
    Broken("a list over lines has its own line", "a = 1b = [\n  'x',\n]\n", 1),
    Broken("a list is opened", "a = 1, 2]\n", 1),
    Broken("a list is in square brackets", "a = (1, 2)\n", 1, "square brackets"),
    Broken("a list without brackets", "a = 'x', 'y'\n", 1, "square brackets"),
    Broken("items have commas", "a = [1 2]\n", 1, "no comma"),
    Broken("items on lines have commas", "a = [\n  'x'\n  'y'\n]\n", 3, "no comma"),
    Broken("inner lists have commas", "a = [[1] [2]]\n", 1, "no comma"),
    Broken("a comma does not come first", "a = [, 1]\n", 1, "one comma each"),
    Broken("a comma alone is no list", "a = [,]\n", 1, "one comma each"),
    Broken("commas do not stand together", "a = [1,, 2]\n", 1, "one comma each"),
    Broken("two commas do not come last", "a = [1,,]\n", 1, "one comma each"),
    Broken("items are parted by commas only", "a = [1; 2]\n", 1),
    Broken("an item is a value", "a = ['x', y]\n", 1),
    Broken("an item on a line of its own is a value", "a = [\n  'x',\n  z,\n]\n", 3, "z"),
    Broken("an item is a right number", "a = [1, 02]\n", 1),
    Broken("an item is no pair", "a = [b = 1]\n", 1),
    Broken("an item's text is closed", "a = ['x, 'y']\n", 1),
    Broken("an item's text is closed on its line", "a = [\n  'x',\n  'y,\n]\n", 3),
    Broken("a list is followed by a comment only", "a = [1] 2\n", 1),
    Broken("a list over lines is followed by a comment only", "a = [\n1\n] 2\n", 3),
    Broken("a comment in a list has no control character", "a = [\n  1, # \x00\n]\n", 2, "U+0000"),
    Broken("a list has no lone carriage return", "a = [1,\r2]\n", 1, "carriage return"),
    Broken("a list is not too deep", f"a = {'[' * 500}{']' * 500}\n", 1, "too deep"),
    Broken("an inline table is closed", "a = { b = 1\n", 1, "not closed"),
    Broken("an empty inline table is closed", "a = {\n", 1, "not closed"),
    Broken(
        "an inline table is closed before the next statement",
        "a = { b = 1\nc = 2\n",
        1,
        "not closed",
    ),
    Broken("an inline table is closed by its brace", "a = { b = 1 ]\n", 1),
    Broken("an inline table is closed once", "a = { b = 1 }}\n", 1),
    Broken("pairs have commas", "a = { b = 1 c = 2 }\n", 1),
    Broken("pairs on lines have commas", "a = {\n  b = 1\n  c = 2\n}\n", 3, "no comma"),
    Broken("a comma does not come first in an inline table", "a = { , b = 1 }\n", 1),
    Broken("a comma alone is no inline table", "a = {,}\n", 1),
    Broken("commas do not stand together in an inline table", "a = { b = 1,, c = 2 }\n", 1),
    Broken("a pair has a value", "a = { b = }\n", 1, "b has no value"),
    Broken("a pair has an =", "a = { b }\n", 1),
    Broken("a pair has a key", "a = { = 1 }\n", 1),
    Broken("a pair is joined by =", 'a = { "b": 1 }\n', 1, "Write = instead of :"),
    Broken("a value alone is no pair", "a = { 1 }\n", 1),
    Broken("a pair's text has quotes", "a = { b = x }\n", 1, "quotes"),
    Broken("a pair's key is there once", "a = { b = 1, b = 2 }\n", 1, "b is already there"),
    Broken("a pair's quoted key is the same", "a = { b = 1, 'b' = 2 }\n", 1, "b is already there"),
    Broken("a pair's dotted key is there once", "a = { b.c = 1, b.c = 2 }\n", 1),
    Broken("a pair's value has no keys", "a = { b = 1, b.c = 2 }\n", 1),
    Broken("a dotted pair is no value", "a = { b.c = 1, b = 2 }\n", 1),
    Broken("an inner inline table is whole", "a = { b = { c = 1 }, b.d = 2 }\n", 1),
    Broken("an inline table is followed by a comment only", "a = { b = 1 } c\n", 1),
    Broken(
        "an inline table is not added to by a header", "a = { b = 1 }\n[a]\nc = 2\n", 2, "inline"
    ),
    Broken("an inline table gets no table below it", "a = { b = 1 }\n[a.c]\n", 2, "inline"),
    Broken("an inner inline table gets no table below it", "a = { b = {} }\n[a.b.c]\n", 2),
    Broken("an inline table is there once", "a = {}\na = {}\n", 2, "a is already there"),
    Broken("an inline list gets no table", "a = [{ b = 1 }]\n[[a]]\n", 2),
    Broken("a table of an inline list gets no table below it", "a = [{ b = 1 }]\n[a.c]\n", 2),
    Broken("an empty list gets no table", "a = []\n[[a]]\n", 2),
    Broken("an inline table does not replace a table", "[a.b]\n[a]\nb = {}\n", 3, "already there"),
    Broken("braces are not too many", f"a = {'{ b = ' * 500}1{' }' * 500}\n", 1, "too deep"),
)
