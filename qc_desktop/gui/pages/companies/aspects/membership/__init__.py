"""会员: terms, dues where the office keeps them, and the association's own fields."""
