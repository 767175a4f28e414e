-- Fails when it runs twice.
CREATE TABLE items (id BIGINT PRIMARY KEY, name TEXT NOT NULL);
INSERT INTO items (id, name) VALUES (1, 'from the first migration');
