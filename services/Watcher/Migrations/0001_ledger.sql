-- Times are microseconds since 1970 UTC. Written for SQLite; PostgreSQL differs only in row_no (an identity column).
CREATE TABLE watches (
    name TEXT NOT NULL PRIMARY KEY,
    root TEXT NOT NULL,
    root_identity TEXT
);

CREATE TABLE files (
    row_no INTEGER PRIMARY KEY,
    file_id TEXT NOT NULL UNIQUE,
    watch TEXT NOT NULL,
    path TEXT NOT NULL,
    desired TEXT NOT NULL,              -- present | rejected (by the Watcher itself) | absent
    size BIGINT NOT NULL,
    modified_ns BIGINT NOT NULL,
    changed_ns BIGINT NOT NULL,
    sha256 TEXT,
    revision BIGINT NOT NULL,
    state TEXT NOT NULL,                -- waiting | published | recheck | indexed | rejected | failed | removed
    reason TEXT,
    detail TEXT,
    outcome TEXT,                       -- what the Parser said of this revision: parsed | rejected
    outcome_reason TEXT,
    outcome_detail TEXT,
    attempts BIGINT NOT NULL,
    faults BIGINT NOT NULL,
    faulted_attempt BIGINT NOT NULL,
    redrives BIGINT NOT NULL,
    next_attempt_at BIGINT,
    stalls_at BIGINT,
    article_count BIGINT,
    retracted_count BIGINT NOT NULL,
    settled_count BIGINT NOT NULL,
    warning_count BIGINT NOT NULL,
    ever_published BIGINT NOT NULL,
    disposition TEXT,                   -- pending | done: the file is to be, or was, moved or deleted after completion
    discovered_at BIGINT NOT NULL,
    published_at BIGINT,
    parsed_at BIGINT,
    finished_at BIGINT,
    traceparent TEXT NOT NULL
);

-- The dispatcher's queue, and the two small sets it looks through by the clock.
CREATE INDEX files_waiting ON files (next_attempt_at, row_no) WHERE state = 'waiting';
CREATE INDEX files_published ON files (published_at) WHERE state = 'published';
CREATE INDEX files_recheck ON files (row_no) WHERE state = 'recheck';
CREATE INDEX files_pending ON files (row_no) WHERE disposition = 'pending';
-- Listing the few files that need a person must not walk through all that do not.
CREATE INDEX files_rejected ON files (file_id) WHERE state = 'rejected';
CREATE INDEX files_failed ON files (file_id) WHERE state = 'failed';
-- What is known below one folder. Paths compare byte by byte (SQLite's default; PostgreSQL needs COLLATE "C").
CREATE INDEX files_path ON files (watch, path);
-- Everything a summary reads, so that it never touches the rows.
CREATE INDEX files_summary ON files (watch, state, reason, article_count);

-- Articles reported of files in flight that have more than one; emptied as the files complete.
CREATE TABLE settled (
    article_id TEXT NOT NULL PRIMARY KEY,
    file_id TEXT NOT NULL,
    revision BIGINT NOT NULL
);

CREATE INDEX settled_file ON settled (file_id);

-- What a running Watcher wants other processes to see, such as why it pauses.
CREATE TABLE notes (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);
