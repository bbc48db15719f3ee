"""结转: last year's companies, and what changed since."""
