"""企业回表: forms made for companies, and returned ones read, compared and brought in."""
