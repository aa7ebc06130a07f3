"""The Windows program, made on Debian: a verified CPython, its packages, Wine, installer."""
