-- Which number an identifier of an article or the words of a text have. The indexes that told it before took each new entry at a random place; these tables get
-- them in order, many at a time: state says up to which number. What came since is looked up in memory, see ADR 27.
CREATE TABLE article_directory (
    prefix TEXT NOT NULL,               -- first 12 characters of the identifier
    article_no BIGINT NOT NULL,
    PRIMARY KEY (prefix, article_no)
) WITHOUT ROWID;

CREATE TABLE text_directory (
    prefix BLOB NOT NULL,               -- first 8 bytes of the identity
    week BIGINT NOT NULL,
    text_no BIGINT NOT NULL,
    PRIMARY KEY (prefix, week, text_no)
) WITHOUT ROWID;

ALTER TABLE state ADD COLUMN articles_filed BIGINT NOT NULL DEFAULT 0;
ALTER TABLE state ADD COLUMN texts_filed BIGINT NOT NULL DEFAULT 0;

INSERT INTO article_directory (prefix, article_no) SELECT substr(article_id, 1, 12), article_no FROM articles ORDER BY 1, 2;
INSERT INTO text_directory (prefix, week, text_no) SELECT substr(identity, 1, 8), week, text_no FROM texts ORDER BY 1, 2, 3;
UPDATE state SET articles_filed = article_no, texts_filed = text_no;

DROP INDEX texts_identity;
CREATE INDEX texts_dead ON texts (week) WHERE articles = 0;

-- As it was, but the identifier's index is gone, which came with UNIQUE.
CREATE TABLE articles_new (
    article_no INTEGER NOT NULL PRIMARY KEY,
    article_id TEXT NOT NULL,           -- unique, see article_directory
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
    centre_no BIGINT NOT NULL,          -- the article that it matches: the canonical one, a representative, or one that people joined
    relation TEXT NOT NULL,
    similarity DOUBLE PRECISION NOT NULL,
    containment DOUBLE PRECISION NOT NULL,
    version BIGINT NOT NULL,
    cause_no BIGINT NOT NULL,           -- the article whose message carries this assignment, see ADR 0004
    cause_revision BIGINT NOT NULL,
    agency_rank BIGINT NOT NULL         -- of the agency whose own article it is; the highest number for others
);

INSERT INTO articles_new SELECT article_no, article_id, revision, text_no, path, ordinal, title, published_at, starts_at, ends_at, title_key, is_version,
    origin, canonical_no, centre_no, relation, similarity, containment, version, cause_no, cause_revision, agency_rank FROM articles;
DROP TABLE articles;
ALTER TABLE articles_new RENAME TO articles;
CREATE INDEX articles_text ON articles (text_no, starts_at) WHERE text_no IS NOT NULL;
CREATE INDEX articles_centres ON articles (text_no) WHERE (centre_no = article_no OR (centre_no = canonical_no AND similarity < 0.8));
CREATE INDEX articles_members ON articles (canonical_no) WHERE canonical_no <> article_no;
CREATE INDEX articles_cause ON articles (cause_no) WHERE cause_no <> article_no;
