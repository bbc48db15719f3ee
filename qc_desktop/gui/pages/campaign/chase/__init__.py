"""催办: who has not answered, and what they are sent."""
