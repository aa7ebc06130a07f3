-- Which paragraph of a superior document a paragraph of a local one carries out, where the user
-- said so. Paragraphs are named by their letters, so that a new edition keeps them; no superior
-- paragraph: the local one carries out none. Times are UTC in ISO 8601.
CREATE TABLE correspondence (
    superior TEXT NOT NULL,
    local TEXT NOT NULL,
    local_paragraph TEXT NOT NULL,
    superior_paragraph TEXT,
    changed TEXT NOT NULL,
    PRIMARY KEY (superior, local, local_paragraph)
) STRICT, WITHOUT ROWID;
