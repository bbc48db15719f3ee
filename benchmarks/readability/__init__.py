"""Are our symbols still read after paper, wear and a phone's camera? Prints, degrades, reads, counts."""
