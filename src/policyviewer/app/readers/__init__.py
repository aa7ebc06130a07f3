"""Files read and parsed, in processes of their own or, where they are trusted, at once."""
