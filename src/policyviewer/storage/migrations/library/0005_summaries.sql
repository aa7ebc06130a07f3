-- All that a list of documents tells, side by side: without it each row is a page of its own
-- between the texts, which a cold hard disk fetches one by one.
CREATE INDEX version_summary ON version (
    document, number, source, format, sha256, imported, metadata, characters, provisions
);
