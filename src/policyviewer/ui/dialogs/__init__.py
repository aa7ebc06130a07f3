"""Dialogs: given values, they say what the user decided."""
