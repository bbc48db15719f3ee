"""会员: terms and what they make of a company on a day, dues, and the association's own fields."""
