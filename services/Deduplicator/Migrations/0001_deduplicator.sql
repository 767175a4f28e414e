-- Times are microseconds since 1970 UTC, flags 0 or 1. Written for SQLite; PostgreSQL differs in BLOB (BYTEA) only.
CREATE TABLE state (
    id BIGINT NOT NULL PRIMARY KEY,     -- 1: there is one row
    fingerprint TEXT NOT NULL,          -- of the figures that these clusters were made with
    version BIGINT NOT NULL,            -- last one given to an assignment
    sequence BIGINT NOT NULL,           -- last one given to a text that came or went
    text_no BIGINT NOT NULL,            -- last one given
    article_no BIGINT NOT NULL,         -- last one given
    dead BIGINT NOT NULL,               -- texts without articles that were not swept yet
    swept BIGINT NOT NULL               -- the sequence up to which dead texts are gone
);

-- A normalised text; articles with the same one share it. Without articles it is dead: no edges, not in the index.
CREATE TABLE texts (
    text_no BIGINT NOT NULL PRIMARY KEY,
    identity BLOB NOT NULL UNIQUE,
    kind BIGINT NOT NULL,               -- 0 headline | 1 short | 2 full
    words BIGINT NOT NULL,
    tokens BLOB NOT NULL,               -- 32-bit hash of each word in order
    numbers BLOB NOT NULL,              -- 32-bit hashes, sorted
    quotations BLOB NOT NULL,           -- 32-bit pairs: first word, word after the last
    title_key BIGINT NOT NULL,          -- of a short text
    articles BIGINT NOT NULL,
    briefs BIGINT NOT NULL,             -- texts that it is a brief of
    sequence BIGINT NOT NULL
);

CREATE INDEX texts_sequence ON texts (sequence);

-- Two texts that match, once from either side.
CREATE TABLE edges (
    text_no BIGINT NOT NULL,
    other_no BIGINT NOT NULL,
    verdict BIGINT NOT NULL,            -- 1 near | 2 text_no is a brief | 3 other_no is a brief | 4 quotes | 5 same words
    jaccard DOUBLE PRECISION NOT NULL,
    containment DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (text_no, other_no)
);

-- An article and its assignment. A retracted one keeps its revision only, so that a late older message revives nothing.
CREATE TABLE articles (
    article_no BIGINT NOT NULL PRIMARY KEY,
    article_id TEXT NOT NULL UNIQUE,
    revision BIGINT NOT NULL,
    text_no BIGINT,                     -- null when retracted
    path TEXT NOT NULL,
    ordinal BIGINT NOT NULL,
    title TEXT NOT NULL,
    published_at TEXT,
    starts_at BIGINT,
    ends_at BIGINT,
    title_key BIGINT NOT NULL,
    is_version BIGINT NOT NULL,
    origin BIGINT NOT NULL,
    canonical_no BIGINT NOT NULL,       -- its own number for a canonical article, 0 for a retracted one
    relation TEXT NOT NULL,
    similarity DOUBLE PRECISION NOT NULL,
    containment DOUBLE PRECISION NOT NULL,
    version BIGINT NOT NULL,
    cause_no BIGINT NOT NULL,           -- the article whose message carries this assignment, see ADR 0004
    cause_revision BIGINT NOT NULL
);

CREATE INDEX articles_text ON articles (text_no, starts_at) WHERE text_no IS NOT NULL;
CREATE INDEX articles_canonical ON articles (text_no) WHERE canonical_no = article_no;
CREATE INDEX articles_members ON articles (canonical_no) WHERE canonical_no <> article_no;
CREATE INDEX articles_cause ON articles (cause_no) WHERE cause_no <> article_no;
