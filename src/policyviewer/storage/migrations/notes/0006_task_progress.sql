-- How far the user's office is with the tasks of documents, each known by its words as annotations
-- are. ``due`` is a deadline of the office's own; times are UTC in ISO 8601.
CREATE TABLE task_progress (
    id INTEGER PRIMARY KEY,
    document TEXT NOT NULL,
    version INTEGER NOT NULL,
    provision TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    exact TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    title TEXT NOT NULL,
    status TEXT NOT NULL,
    remark TEXT NOT NULL,
    due TEXT,
    modified TEXT NOT NULL
) STRICT;

CREATE INDEX task_progress_document ON task_progress (document);
