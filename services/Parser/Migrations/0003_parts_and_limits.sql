-- A long file of records in a container comes in parts, and a portion may end between two of them.
ALTER TABLE portions ADD COLUMN part BIGINT NOT NULL DEFAULT 0;         -- parts that are done of the member behind the last whole one
ALTER TABLE portions ADD COLUMN in_member BIGINT NOT NULL DEFAULT 0;    -- articles of these parts

-- With which limits a container was read: with others, what was left out for a limit is tried again when somebody retries it.
ALTER TABLE files ADD COLUMN limits TEXT;
