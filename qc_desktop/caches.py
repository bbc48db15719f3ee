"""What is remembered while many are worked on, and let go once they are done."""

from __future__ import annotations

from collections.abc import Callable
from functools import _lru_cache_wrapper, lru_cache
from typing import TypeVar

T = TypeVar("T")
_KNOWN: list[_lru_cache_wrapper[object]] = []


def for_a_batch(most: int) -> Callable[[Callable[..., T]], _lru_cache_wrapper[T]]:
    """As ``lru_cache(most)``, for what one batch asks again and again and the next may find anew."""

    def decorate(function: Callable[..., T]) -> _lru_cache_wrapper[T]:
        cached = lru_cache(maxsize=most)(function)
        _KNOWN.append(cached)
        return cached

    return decorate


def let_go() -> None:
    """Empties them all: a few old answers, lying about, keep the system from getting back the room between them."""
    for cached in _KNOWN:
        cached.cache_clear()
