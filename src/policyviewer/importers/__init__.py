"""Files in, clean text out; one module a format."""
