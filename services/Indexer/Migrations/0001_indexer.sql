-- Times are microseconds since 1970 UTC. Written for SQLite; in PostgreSQL sequence is a BIGINT primary key.

-- The latest state of every article: the truth that search indexes are made from. The sequence is the key, so that whoever
-- tails the changes reads rows in the order they lie in.
CREATE TABLE documents (
    sequence INTEGER PRIMARY KEY,       -- a new, higher one for every change of the row
    article_id TEXT NOT NULL UNIQUE,
    revision BIGINT NOT NULL,
    deleted BIGINT NOT NULL,            -- 1: a tombstone, which keeps late messages of older revisions out
    first_sequence BIGINT NOT NULL,     -- the number the article came with: an index that is not so far cannot have it
    search_sequence BIGINT NOT NULL,    -- the last change that a search index must see: the text, or whether it is canonical
    cluster_id TEXT NOT NULL,
    relation TEXT NOT NULL,
    canonical_id TEXT NOT NULL,
    assignment_version BIGINT NOT NULL,
    discovered_at BIGINT NOT NULL,
    indexed_at BIGINT NOT NULL,         -- when this revision became durable here
    article TEXT NOT NULL,              -- the article in JSON, without its body
    body TEXT NOT NULL                  -- last, so that reading the rest does not walk through it
);

-- Members of clusters but for the canonical article, which is found by the cluster's name. Most articles are alone and not in here.
CREATE INDEX documents_members ON documents (cluster_id) WHERE canonical_id <> article_id;

-- Assignments of articles that have not arrived yet; they move to the document when it does.
CREATE TABLE early_assignments (
    article_id TEXT NOT NULL PRIMARY KEY,
    cluster_id TEXT NOT NULL,
    relation TEXT NOT NULL,
    canonical_id TEXT NOT NULL,
    version BIGINT NOT NULL
);

-- One row: which store this is, so that an index made from another one (a rebuilt store, a copied folder) is recognised; and how
-- many articles there are, because counting them reads through all.
CREATE TABLE archive (
    only_row BIGINT NOT NULL PRIMARY KEY,
    identity TEXT NOT NULL,
    articles BIGINT NOT NULL
);
