-- Written for SQLite; PostgreSQL takes it as it is.
-- The truth of the archive's search: the index is made of these rows and of nothing else.
CREATE TABLE documents (
    article_id TEXT NOT NULL PRIMARY KEY,
    file_id TEXT NOT NULL,
    revision BIGINT NOT NULL,
    deleted BIGINT NOT NULL,            -- a tombstone keeps the revision, so that nothing older comes back
    sequence BIGINT NOT NULL,           -- grows with every change that search must see
    writes BIGINT NOT NULL,             -- 1: the index cannot have it yet under another sequence number
    digest BIGINT NOT NULL,             -- of fields and body: tells a repeat from a change
    fields TEXT NOT NULL,               -- the article as JSON, without its body
    body TEXT NOT NULL,
    discovered_at BIGINT NOT NULL
);

CREATE UNIQUE INDEX documents_sequence ON documents (sequence);

-- Apart from the documents, for an assignment may come before its article.
CREATE TABLE assignments (
    article_id TEXT NOT NULL PRIMARY KEY,
    cluster_id TEXT NOT NULL,
    relation TEXT NOT NULL,
    version BIGINT NOT NULL
);

CREATE INDEX assignments_cluster ON assignments (cluster_id);

-- Who this store is: an index that was made of another one is not taken for its.
CREATE TABLE identity (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);
