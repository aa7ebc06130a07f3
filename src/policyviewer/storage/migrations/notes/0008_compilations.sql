-- What the user puts together from several documents (政策汇编). A part is a heading of the user's
-- own (``document`` is NULL) or words of a document, known by what they were when they were taken
-- in; of a whole document ``provision`` is '' and no words are kept. ``standing`` is how the
-- document stood then. Times are UTC in ISO 8601.
CREATE TABLE compilation (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    used TEXT NOT NULL,
    deleted TEXT
) STRICT;

CREATE TABLE compiled_part (
    id INTEGER PRIMARY KEY,
    compilation INTEGER NOT NULL REFERENCES compilation (id) ON DELETE CASCADE,
    rank INTEGER NOT NULL,
    heading TEXT NOT NULL,
    document TEXT,
    version INTEGER,
    provision TEXT,
    start INTEGER,
    "end" INTEGER,
    exact TEXT,
    prefix TEXT,
    suffix TEXT,
    title TEXT,
    citation TEXT,
    standing TEXT NOT NULL
) STRICT;

CREATE INDEX compiled_part_compilation ON compiled_part (compilation, rank);
