"""A campaign year: opening it, bringing companies in, entering and reviewing pledges, announcing."""
