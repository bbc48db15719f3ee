"""专用标识: agreements, batches, files to print, what became of the labels, and answers at the desk."""
