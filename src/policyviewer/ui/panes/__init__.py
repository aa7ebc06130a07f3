"""The panels around the page: they are given values and say what the user did."""
