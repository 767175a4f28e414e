-- Which source was heard of on which day (UTC), by the arrival of its articles: so that one that has fallen silent is seen. Articles that
-- come again in a changed file count again.
CREATE TABLE source_days (
    source TEXT NOT NULL,
    day TEXT NOT NULL,                  -- 2025-02-13
    articles BIGINT NOT NULL,
    last_at BIGINT NOT NULL,
    last_article TEXT NOT NULL,
    PRIMARY KEY (source, day)
);

CREATE INDEX source_days_day ON source_days (day);
