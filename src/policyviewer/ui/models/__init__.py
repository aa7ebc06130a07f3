"""Qt models: thin adapters over immutable rows."""
