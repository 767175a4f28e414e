-- The rank of the agency whose own article it is; the highest number for others. Older clusters are of another algorithm and are made anew.
ALTER TABLE articles ADD COLUMN agency_rank BIGINT NOT NULL DEFAULT 2147483647;
