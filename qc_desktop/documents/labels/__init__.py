"""专用标识 by the sheet: the layout of a label, the sheets it is printed on, files of any number of them."""
