-- Version 5: a key that was given out leads to the paper of the records for which it was, whatever becomes of papers;
-- papers keep how they were published, so that an export says it; words are found in titles as printed, and in names of
-- authors.

CREATE TABLE given_keys (                -- for which records a key was given out; rows outlive their records
    key TEXT NOT NULL,
    digest TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    rank INTEGER NOT NULL,               -- the key leads to the paper of the record with the lowest one that is there
    title TEXT NOT NULL,                 -- of the paper, when the key was given out
    PRIMARY KEY (key, digest, ordinal)
) WITHOUT ROWID;
CREATE INDEX given_keys_record ON given_keys(digest, ordinal);
CREATE INDEX given_keys_key ON given_keys(key COLLATE NOCASE);

INSERT INTO given_keys
SELECT key, key_digest, key_ordinal, 0, title FROM papers WHERE key_frozen AND key_digest IS NOT NULL;
INSERT OR IGNORE INTO given_keys
SELECT alias, aliases.key_digest, aliases.key_ordinal, 0, title FROM aliases JOIN papers ON papers.id = paper_id
WHERE aliases.key_digest IS NOT NULL;
INSERT OR IGNORE INTO given_keys
SELECT key, pages.digest, records.ordinal, 1, papers.title
FROM papers JOIN records ON records.paper_id = papers.id JOIN pages ON pages.id = records.page_id WHERE key_frozen
UNION ALL
SELECT alias, pages.digest, records.ordinal, 1, papers.title
FROM aliases JOIN papers ON papers.id = aliases.paper_id
JOIN records ON records.paper_id = papers.id JOIN pages ON pages.id = records.page_id;

ALTER TABLE papers DROP COLUMN key_digest;
ALTER TABLE papers DROP COLUMN key_ordinal;
ALTER TABLE aliases DROP COLUMN key_digest;
ALTER TABLE aliases DROP COLUMN key_ordinal;

ALTER TABLE papers ADD COLUMN publication TEXT;  -- fields and values, as JSON; null where nothing is known

CREATE VIRTUAL TABLE paper_heads USING fts5(  -- written together with the vocabulary; words are not stemmed
    title, authors, tokenize='unicode61 remove_diacritics 2'
);
CREATE TRIGGER paper_heads_ad AFTER DELETE ON papers BEGIN
    DELETE FROM paper_heads WHERE rowid = old.id;
END;
INSERT INTO paper_heads (rowid, title, authors)
SELECT id, title, (SELECT group_concat(name, '; ') FROM paper_authors WHERE paper_id = id) FROM papers;
