"""Two texts side by side in the window."""
