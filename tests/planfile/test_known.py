from medv_tui.planfile.known import MOST_GONE, Known


def test_what_was_made_of_an_object_is_found_by_that_very_object() -> None:
    known: Known[list[list[int]]] = Known()
    one, same = [1], [1]
    made = known.keep(one, [one])
    assert known.get(one) is made
    assert known.get(same) is None


def test_a_few_that_are_gone_are_kept_and_many_are_forgotten() -> None:
    known: Known[list[list[int]]] = Known()
    gone = [[number] for number in range(MOST_GONE)]
    stays = [0]
    for each in (*gone, stays):
        known.keep(each, [each])
    known.forget_all_but([stays], 1)
    assert known.get(gone[0]) is not None
    more = [[number] for number in range(2)]
    for each in more:
        known.keep(each, [each])
    known.forget_all_but([stays], 1)
    assert known.get(gone[0]) is None
    assert known.get(stays) == [stays]
