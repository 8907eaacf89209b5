"""All `[[hosts]]` tables of a text, each read by itself."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from medv_tui.planfile.blocks import Block
from medv_tui.turns import give_way


class HostBlocks(NamedTuple):
    """The tables in their order, and those of which more is to be said than what they hold."""

    blocks: list[Block]
    tables: list[dict[str, Any]]
    """What is readable of each."""
    special: Sequence[int]
    """The blocks that have a problem or may name other tables, in their order."""

    @classmethod
    def of(cls, blocks: list[Block]) -> "HostBlocks":
        """Take all tables of a text."""
        special = [number for number, block in enumerate(blocks) if _is_special(block)]
        return cls(blocks, [block.table for block in blocks], special)

    def changed(self, others: Mapping[int, Block]) -> "HostBlocks":
        """Put others in place of some tables."""
        give_way()
        blocks = self.blocks.copy()
        give_way()
        tables = self.tables.copy()
        for number, block in others.items():
            blocks[number], tables[number] = block, block.table
        special = {number for number in self.special if number not in others}
        special |= {number for number, block in others.items() if _is_special(block)}
        return HostBlocks(blocks, tables, sorted(special))

    @property
    def faulty(self) -> list[int]:
        """The blocks in which something cannot be read."""
        return [number for number in self.special if self.blocks[number].faults]

    @property
    def faults(self) -> int:
        """Count what cannot be read."""
        return sum(self.blocks[number].faults for number in self.special)


def _is_special(block: Block) -> bool:
    return block.reading is not None or block.names_tables
