-- How many files are in which state, kept with every change: a summary of a million files took most of a second, and pages that follow the
-- ledger ask for one every second. Takes the place of files_counts, which answered by counting and cost an index entry for every change of state.
CREATE TABLE counts (
    batch BIGINT NOT NULL,
    state TEXT NOT NULL,
    watch TEXT NOT NULL,
    reason TEXT NOT NULL,               -- '' for none
    files BIGINT NOT NULL,
    articles BIGINT NOT NULL,
    settled BIGINT NOT NULL,
    portions BIGINT NOT NULL,
    PRIMARY KEY (batch, state, watch, reason)
) WITHOUT ROWID;

INSERT INTO counts
SELECT batch, state, watch, COALESCE(reason, ''), COUNT(*), COALESCE(SUM(article_count), 0), SUM(settled_count), SUM(portions_settled)
FROM files GROUP BY batch, state, watch, COALESCE(reason, '');

CREATE TRIGGER files_counted AFTER INSERT ON files
BEGIN
    INSERT INTO counts (batch, state, watch, reason, files, articles, settled, portions)
    VALUES (NEW.batch, NEW.state, NEW.watch, COALESCE(NEW.reason, ''), 1, COALESCE(NEW.article_count, 0), NEW.settled_count, NEW.portions_settled)
    ON CONFLICT (batch, state, watch, reason) DO UPDATE SET files = files + 1, articles = articles + excluded.articles,
        settled = settled + excluded.settled, portions = portions + excluded.portions;
END;

CREATE TRIGGER files_uncounted AFTER DELETE ON files
BEGIN
    UPDATE counts SET files = files - 1, articles = articles - COALESCE(OLD.article_count, 0), settled = settled - OLD.settled_count,
        portions = portions - OLD.portions_settled
    WHERE batch = OLD.batch AND state = OLD.state AND watch = OLD.watch AND reason = COALESCE(OLD.reason, '');
END;

CREATE TRIGGER files_recounted AFTER UPDATE OF batch, state, watch, reason, article_count, settled_count, portions_settled ON files
WHEN OLD.batch <> NEW.batch OR OLD.state <> NEW.state OR OLD.watch <> NEW.watch OR OLD.reason IS NOT NEW.reason
    OR OLD.article_count IS NOT NEW.article_count OR OLD.settled_count <> NEW.settled_count OR OLD.portions_settled <> NEW.portions_settled
BEGIN
    UPDATE counts SET files = files - 1, articles = articles - COALESCE(OLD.article_count, 0), settled = settled - OLD.settled_count,
        portions = portions - OLD.portions_settled
    WHERE batch = OLD.batch AND state = OLD.state AND watch = OLD.watch AND reason = COALESCE(OLD.reason, '');
    INSERT INTO counts (batch, state, watch, reason, files, articles, settled, portions)
    VALUES (NEW.batch, NEW.state, NEW.watch, COALESCE(NEW.reason, ''), 1, COALESCE(NEW.article_count, 0), NEW.settled_count, NEW.portions_settled)
    ON CONFLICT (batch, state, watch, reason) DO UPDATE SET files = files + 1, articles = articles + excluded.articles,
        settled = settled + excluded.settled, portions = portions + excluded.portions;
END;

DROP INDEX files_counts;

-- The oldest file that waits.
CREATE INDEX files_open ON files (discovered_at) WHERE state IN ('waiting', 'published', 'recheck');

-- Lists of a state, the newest first: they must not walk through all that is of another, as the indexed ones behind a million that wait.
CREATE INDEX files_rejected_newest ON files (batch) WHERE state = 'rejected';
CREATE INDEX files_failed_newest ON files (batch) WHERE state = 'failed';
CREATE INDEX files_open_newest ON files (batch) WHERE state IN ('waiting', 'published', 'recheck');
CREATE INDEX files_indexed_newest ON files (batch) WHERE state = 'indexed';
CREATE INDEX files_removed_newest ON files (batch) WHERE state = 'removed';
