-- Large files are parsed in portions, one each time they are published.
ALTER TABLE files ADD COLUMN portions_settled BIGINT NOT NULL DEFAULT 0;
ALTER TABLE files ADD COLUMN continues BIGINT NOT NULL DEFAULT 0;   -- 1: what the Parser said last was not the last portion
