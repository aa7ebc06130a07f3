-- What the documents of a library name: a cache, made again from them wherever it is missing.
-- An edition is the version of a document that is shown, as it was read (see app.naming).
CREATE TABLE edition (
    id INTEGER PRIMARY KEY,
    document TEXT NOT NULL UNIQUE,
    stamp TEXT NOT NULL
) STRICT;

CREATE TABLE name (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    UNIQUE (kind, key)
) STRICT;

CREATE TABLE form (
    id INTEGER PRIMARY KEY,
    name INTEGER NOT NULL REFERENCES name (id),
    text TEXT NOT NULL,
    UNIQUE (name, text)
) STRICT;

-- provisions: those with the form. named: those with the name in any form, told once an edition
-- and name, at the first of its forms, and 0 at the others, so that sums are right.
CREATE TABLE standing (
    edition INTEGER NOT NULL REFERENCES edition (id) ON DELETE CASCADE,
    form INTEGER NOT NULL REFERENCES form (id),
    provisions INTEGER NOT NULL,
    named INTEGER NOT NULL,
    PRIMARY KEY (edition, form)
) STRICT, WITHOUT ROWID;
