"""企业与承诺: the companies, their pledges of the year, and lists that come in."""
