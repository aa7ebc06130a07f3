-- Which documents a version refers to, so that what cites a document is found without reading
-- all others. ``title`` and ``number`` are the keys by which titles are compared
-- (domain.title_index); ``place`` is the provision that is named, as JSON.
CREATE TABLE citation (
    document TEXT NOT NULL,
    version INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    provision TEXT NOT NULL,
    marker TEXT NOT NULL,
    title TEXT,
    number TEXT,
    place TEXT NOT NULL,
    PRIMARY KEY (document, version, ordinal),
    FOREIGN KEY (document, version) REFERENCES version (document, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX citation_title ON citation (title);
CREATE INDEX citation_number ON citation (number);
