"""标识: agreements on their use, batches of them, their way to paper, and what became of them."""
