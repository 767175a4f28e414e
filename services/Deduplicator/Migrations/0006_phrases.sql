-- What scans are found by. Older texts are of another algorithm (the state's fingerprint says so, and asks for a rebuild) and are made anew.
ALTER TABLE texts ADD COLUMN phrases BLOB NOT NULL DEFAULT x'';       -- hashes of sixteen-letter sequences, four bytes each
ALTER TABLE texts ADD COLUMN looks_misread BIGINT NOT NULL DEFAULT 0;
