-- Large files are settled in portions. Rows of a revision or parser version that is no longer the file's are its former articles:
-- they go when the new result is whole, which then retracts what it no longer has.
CREATE TABLE portions (
    file_id TEXT NOT NULL,
    revision BIGINT NOT NULL,
    parser_version BIGINT NOT NULL,
    portion BIGINT NOT NULL,            -- from 1
    sha256 TEXT NOT NULL,
    pieces BIGINT NOT NULL,             -- pieces of the file that are done with it and the portions before
    articles_before BIGINT NOT NULL,
    article_ids TEXT NOT NULL,          -- in the file's order, separated by spaces
    warning_count BIGINT NOT NULL,      -- with the portions before
    is_last BIGINT NOT NULL,
    PRIMARY KEY (file_id, revision, parser_version, portion)
);

-- What became of the members of a container's current revision.
CREATE TABLE members (
    file_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    name TEXT NOT NULL,
    article_count BIGINT NOT NULL,
    reason TEXT,
    detail TEXT,
    PRIMARY KEY (file_id, number)
);

ALTER TABLE files ADD COLUMN portions BIGINT NOT NULL DEFAULT 0;        -- 0: settled as a whole, its row names the articles
ALTER TABLE files ADD COLUMN member_count BIGINT NOT NULL DEFAULT 0;
