-- Times are microseconds since 1970 UTC. The same text runs on SQLite and on PostgreSQL.
CREATE TABLE files (
    file_id TEXT NOT NULL PRIMARY KEY,
    watch TEXT NOT NULL,
    path TEXT NOT NULL,
    revision BIGINT NOT NULL,
    sha256 TEXT,                        -- null for a removal
    parser_version BIGINT NOT NULL,
    outcome TEXT NOT NULL,              -- parsed | rejected | removed
    reason TEXT,
    detail TEXT,
    article_count BIGINT NOT NULL,
    retracted_count BIGINT NOT NULL,
    warning_count BIGINT NOT NULL,
    article_ids TEXT NOT NULL,          -- in the file's order, separated by spaces
    retracted_ids TEXT NOT NULL,        -- every article that an earlier revision had and this one has not
    discovered_at BIGINT NOT NULL,
    settled_at BIGINT NOT NULL
);

-- The articles of the current revisions. No index by file: the file's row names them, and every index costs at each article.
CREATE TABLE articles (
    article_id TEXT NOT NULL PRIMARY KEY,
    file_id TEXT NOT NULL,
    discovered_at BIGINT NOT NULL,
    content TEXT NOT NULL               -- the whole article as JSON
);

-- How often a process died while it parsed a revision. Nearly always empty.
CREATE TABLE deaths (
    file_id TEXT NOT NULL PRIMARY KEY,
    revision BIGINT NOT NULL,
    deaths BIGINT NOT NULL,
    journal TEXT NOT NULL               -- the last one counted, so that none counts twice
);
