"""OpenDocument text (.odt): lists, notes, text boxes and tables as a reader sees them."""
