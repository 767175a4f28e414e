-- Files that came, went or were tried again one soon after the other. The counts are filled in when the batch has ended.
CREATE TABLE batches (
    batch_no INTEGER PRIMARY KEY,
    started_at BIGINT NOT NULL,
    last_arrival_at BIGINT NOT NULL,
    finished_at BIGINT,
    indexed BIGINT NOT NULL DEFAULT 0,
    rejected BIGINT NOT NULL DEFAULT 0,
    failed BIGINT NOT NULL DEFAULT 0,
    removed BIGINT NOT NULL DEFAULT 0,
    articles BIGINT NOT NULL DEFAULT 0
);

CREATE INDEX batches_open ON batches (batch_no) WHERE finished_at IS NULL;

ALTER TABLE files ADD COLUMN batch BIGINT NOT NULL DEFAULT 0;   -- 0: it came before there were batches
ALTER TABLE files ADD COLUMN clustered_at BIGINT;

-- The newest first: within a batch by row. Written once a revision.
CREATE INDEX files_batch ON files (batch);
-- Takes the place of files_summary: it answers the same questions, and those about one batch.
DROP INDEX files_summary;
CREATE INDEX files_counts ON files (batch, state, watch, reason, article_count);

-- Attempts that came to nothing; a file that goes through at once leaves none.
CREATE TABLE attempts (
    file_id TEXT NOT NULL,
    revision BIGINT NOT NULL,
    attempt BIGINT NOT NULL,
    published_at BIGINT NOT NULL,
    ended_at BIGINT NOT NULL,
    reason TEXT NOT NULL,
    detail TEXT,
    PRIMARY KEY (file_id, revision, attempt)
);
