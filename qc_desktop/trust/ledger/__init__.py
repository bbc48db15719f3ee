"""签发登记: a Merkle tree over entries, signed heads of it, and proofs that need nobody's server."""
