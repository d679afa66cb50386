-- Version 4: Chinese, Japanese and Korean text is found by pairs of characters, and papers by what they mean; links know
-- whose a name is, and another engine than FTS5 may rank.

CREATE VIRTUAL TABLE papers_pairs USING fts5(  -- of papers with such text; written together with the vocabulary
    pairs, tokenize='ascii', detail=none
);
CREATE TRIGGER papers_pairs_ad AFTER DELETE ON papers BEGIN
    DELETE FROM papers_pairs WHERE rowid = old.id;
END;

ALTER TABLE papers ADD COLUMN since TEXT;  -- year, or year and month, in which it came out first, as far as pages say
UPDATE papers SET since = coalesce(
    (
        SELECT min(CASE WHEN number >= '91' THEN '19' ELSE '20' END || substr(number, 1, 2) || '-' || substr(number, 3, 2))
        FROM (
            SELECT substr(value, instr(value, '/') + 1) AS number FROM paper_ids
            WHERE paper_ids.paper_id = papers.id AND scheme = 'arxiv'
        )
    ),
    year
);

ALTER TABLE names ADD COLUMN claimed INTEGER NOT NULL DEFAULT 0;  -- the paper calls its own thing so
UPDATE names SET claimed = 1 WHERE role = 'introduces';           -- in an older index, until it is made anew
CREATE INDEX names_claimed ON names(family) WHERE claimed AND role = 'introduces';

INSERT OR IGNORE INTO links              -- a paper that gives the identifier of another one cites it
SELECT records.paper_id, paper_ids.paper_id, paper_ids.scheme || ':' || paper_ids.value,
       paper_ids.scheme || ':' || paper_ids.value, 'identifier', NULL, '', records.id, metadata.text, metadata.start,
       metadata."end"
FROM reference_ids JOIN paper_ids USING (scheme, value) JOIN records ON records.id = reference_ids.record_id
JOIN pages ON pages.id = records.page_id
JOIN metadata ON metadata.record_id = records.id AND metadata.field = 'reference'
    AND metadata.position = reference_ids.position
WHERE records.paper_id <> paper_ids.paper_id
ORDER BY pages.name, pages.digest, records.ordinal, reference_ids.position;

-- A person's own layer, decisions about what is one paper, and what undo needs. Records are named by the digest of
-- their page and their place on it, so that all of it outlives the rows of records.

CREATE TABLE changes (                   -- runs of commands that changed the index, to be taken back last first
    id INTEGER PRIMARY KEY,
    command TEXT NOT NULL,
    at TEXT NOT NULL                     -- UTC, ISO 8601
);
ALTER TABLE pages ADD COLUMN change_id INTEGER;  -- the run that stored it
CREATE INDEX pages_change ON pages(change_id) WHERE change_id IS NOT NULL;
CREATE TABLE removed_pages (             -- pages as they were before a run took them, or records of them, out
    change_id INTEGER NOT NULL,
    digest TEXT NOT NULL,
    content BLOB NOT NULL,               -- JSON, compressed by zlib
    PRIMARY KEY (change_id, digest)
) WITHOUT ROWID;

CREATE TABLE decisions (                 -- that two records are one paper, or are not; the latest one counts
    digest TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    other_digest TEXT NOT NULL,          -- each decision stands twice, once from either record
    other_ordinal INTEGER NOT NULL,
    change_id INTEGER NOT NULL,
    same INTEGER NOT NULL,
    PRIMARY KEY (digest, ordinal, other_digest, other_ordinal, change_id)
) WITHOUT ROWID;
CREATE INDEX decisions_change ON decisions(change_id);

CREATE TABLE own_values (                -- what a person said of the paper of a record; the latest one counts
    digest TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    field TEXT NOT NULL,                 -- title, authors, year, venue, url, a scheme of identifiers, status, note, tag:...
    change_id INTEGER NOT NULL,
    value TEXT,                          -- null where it was taken back
    PRIMARY KEY (digest, ordinal, field, change_id)
) WITHOUT ROWID;
CREATE INDEX own_values_change ON own_values(change_id);

CREATE TABLE paper_own (                 -- what of it counts for a paper; made anew with the paper
    paper_id INTEGER NOT NULL REFERENCES papers(id) ON DELETE CASCADE,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (paper_id, field)
) WITHOUT ROWID;
CREATE INDEX paper_own_field ON paper_own(field, value);

ALTER TABLE papers ADD COLUMN key_digest TEXT;      -- the record for which a frozen key was given out
ALTER TABLE papers ADD COLUMN key_ordinal INTEGER;
ALTER TABLE aliases ADD COLUMN key_digest TEXT;     -- the record for which the former key was given out
ALTER TABLE aliases ADD COLUMN key_ordinal INTEGER;

CREATE TABLE vectors (                   -- what texts mean, for the extra `semantic`; none before it is asked for
    paper_id INTEGER PRIMARY KEY REFERENCES papers(id) ON DELETE CASCADE,
    model TEXT NOT NULL,                 -- what made it; vectors of other models cannot be compared
    vector BLOB NOT NULL                 -- 16-bit floats, little-endian, as a vector of length 1
);
CREATE TRIGGER papers_vectors_au AFTER UPDATE OF title, abstract, summary ON papers
WHEN old.title IS NOT new.title OR old.abstract IS NOT new.abstract OR old.summary IS NOT new.summary BEGIN
    DELETE FROM vectors WHERE paper_id = new.id;
END;

CREATE TABLE engine (                    -- one row where Tantivy ranks, none where FTS5 does
    stamp TEXT NOT NULL,                 -- of the texts of all papers; random, and another one after each change
    folder_stamp TEXT NOT NULL           -- of the folder, which lacks the papers in papers_to_index where it is older
);
CREATE TABLE papers_to_index (           -- papers that the folder lacks, or holds although they have changed or are gone
    paper_id INTEGER PRIMARY KEY
);
CREATE TRIGGER papers_engine_ai AFTER INSERT ON papers WHEN EXISTS (SELECT 1 FROM engine) BEGIN
    INSERT OR IGNORE INTO papers_to_index VALUES (new.id);
    UPDATE engine SET stamp = lower(hex(randomblob(16)));
END;
CREATE TRIGGER papers_engine_ad AFTER DELETE ON papers WHEN EXISTS (SELECT 1 FROM engine) BEGIN
    INSERT OR IGNORE INTO papers_to_index VALUES (old.id);
    UPDATE engine SET stamp = lower(hex(randomblob(16)));
END;
CREATE TRIGGER papers_engine_au AFTER UPDATE OF title, names, abstract, summary ON papers
WHEN EXISTS (SELECT 1 FROM engine) BEGIN
    INSERT OR IGNORE INTO papers_to_index VALUES (new.id);
    UPDATE engine SET stamp = lower(hex(randomblob(16)));
END;

CREATE INDEX paper_authors_name ON paper_authors(name);
CREATE INDEX paper_authors_other ON paper_authors(name) WHERE length(name) <> length(CAST(name AS BLOB));
