"""What a batch remembers is let go after it."""

from __future__ import annotations

from qc_desktop.caches import for_a_batch, let_go


def test_an_answer_is_remembered_until_it_is_let_go() -> None:
    asked: list[str] = []

    @for_a_batch(8)
    def spoken(name: str) -> str:
        asked.append(name)
        return name.upper()

    assert [spoken("a"), spoken("a"), spoken("b")] == ["A", "A", "B"]
    let_go()
    assert spoken("a") == "A"
    assert asked == ["a", "b", "a"]
