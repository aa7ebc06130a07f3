"""The page: a document set in the look of an official paper, with marks under its text."""
