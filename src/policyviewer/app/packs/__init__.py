"""Library packs: building, verifying, installing and rolling back."""
