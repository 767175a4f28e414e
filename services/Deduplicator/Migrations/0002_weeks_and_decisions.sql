-- Texts by week, with character grams; edges with all of their evidence; centres beside canonical articles. What was computed before is
-- of another algorithm (the state's fingerprint says so, and asks for a rebuild), so nothing of it is kept.
DROP TABLE articles;
DROP TABLE edges;
DROP TABLE texts;

ALTER TABLE state ADD COLUMN runs BIGINT NOT NULL DEFAULT 0;      -- grows when files of the index come or go
ALTER TABLE state ADD COLUMN decision BIGINT NOT NULL DEFAULT 0;  -- last decision of a person that was followed

-- A normalised text in a week of publication; articles with the same one share it. Without articles it is dead: no edges, not in the index.
CREATE TABLE texts (
    text_no INTEGER NOT NULL PRIMARY KEY,
    week BIGINT NOT NULL,               -- 0: without a certain day
    identity BLOB NOT NULL,
    kind BIGINT NOT NULL,               -- 0 headline | 1 short | 2 full
    words BIGINT NOT NULL,
    tokens BLOB NOT NULL,               -- 24-bit hash of each word in order
    numbers BLOB NOT NULL,              -- of numbers: sorted, as differences
    quotations BLOB NOT NULL,           -- pairs: first word, word after the last; as differences
    grams BLOB NOT NULL,                -- least hashes of seven-letter sequences: sorted, as differences
    title_key BIGINT NOT NULL,          -- of a short text
    articles BIGINT NOT NULL,
    briefs BIGINT NOT NULL,             -- texts that it is a brief of
    sequence BIGINT NOT NULL
);

CREATE UNIQUE INDEX texts_identity ON texts (identity, week);
CREATE INDEX texts_week ON texts (week, sequence);

-- What the index of each week is made of: a file with all up to a sequence number, and what came or went since.
CREATE TABLE weeks (
    week BIGINT NOT NULL PRIMARY KEY,
    last BIGINT NOT NULL,               -- sequence of the last text that came or went
    generation BIGINT NOT NULL,         -- of the file; 0 for none
    through BIGINT NOT NULL             -- sequence up to which texts are in it
);

-- Two texts that match, once from either side.
CREATE TABLE edges (
    text_no BIGINT NOT NULL,
    other_no BIGINT NOT NULL,
    verdict BIGINT NOT NULL,            -- 1 near | 2 text_no is a brief | 3 other_no is a brief | 4 quotes | 5 same words
    jaccard DOUBLE PRECISION NOT NULL,
    in_other DOUBLE PRECISION NOT NULL, -- share of text_no that stands in other_no
    of_other DOUBLE PRECISION NOT NULL,
    numbers DOUBLE PRECISION NOT NULL,  -- agreement
    grams DOUBLE PRECISION NOT NULL,    -- where a scanner's errors part them, else 0
    shared_words BIGINT NOT NULL,       -- of the longest block in both
    PRIMARY KEY (text_no, other_no)
);

-- An article and its assignment. A retracted one keeps its revision only, so that a late older message revives nothing.
CREATE TABLE articles (
    article_no INTEGER NOT NULL PRIMARY KEY,
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
    canonical_no BIGINT NOT NULL,       -- the cluster's; its own number for a canonical article, 0 for a retracted one
    centre_no BIGINT NOT NULL,          -- the article that it matches: the canonical one, unless people joined clusters
    relation TEXT NOT NULL,
    similarity DOUBLE PRECISION NOT NULL,
    containment DOUBLE PRECISION NOT NULL,
    version BIGINT NOT NULL,
    cause_no BIGINT NOT NULL,           -- the article whose message carries this assignment, see ADR 0004
    cause_revision BIGINT NOT NULL
);

CREATE INDEX articles_text ON articles (text_no, starts_at) WHERE text_no IS NOT NULL;
CREATE INDEX articles_centres ON articles (text_no) WHERE centre_no = article_no;
CREATE INDEX articles_members ON articles (canonical_no) WHERE canonical_no <> article_no;
CREATE INDEX articles_cause ON articles (cause_no) WHERE cause_no <> article_no;
