"""Time zones, which icalendar asks the standard library for, and that looks for by name."""

hiddenimports = ["tzdata"]
