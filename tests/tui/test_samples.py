from pathlib import Path

import pytest

from medv_tui.tui.samples import SAMPLES, Sample

CONFIGS = Path(__file__).parents[2] / "sample_configs"


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_a_sample_of_the_package_is_the_very_file_of_the_samples(sample: Sample) -> None:
    assert sample.text().encode() == (CONFIGS / sample.name).read_bytes()


def test_every_sample_has_a_key_of_its_own() -> None:
    keys = [sample.key for sample in SAMPLES]
    assert len({*keys, "n", "o", "i"}) == len(keys) + 3
