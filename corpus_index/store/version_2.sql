-- Version 2: what pages say of a paper beside title, authors and abstract; parts of files that are too large for one page.

CREATE TABLE metadata (                  -- year, venue, key, id, url and reference of a record, as printed
    record_id INTEGER NOT NULL REFERENCES records(id) ON DELETE CASCADE,
    field TEXT NOT NULL,
    position INTEGER NOT NULL,           -- 0-based among those of one field
    text TEXT NOT NULL,
    scheme TEXT,                         -- of an id: arxiv, doi, openreview, acl, pubmed or pmc
    value TEXT,                          -- of an id: normalised
    version TEXT,                        -- of an arXiv id, where printed
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    PRIMARY KEY (record_id, field, position)
) WITHOUT ROWID;

CREATE TABLE reference_ids (             -- identifiers in a reference
    record_id INTEGER NOT NULL REFERENCES records(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,           -- of the reference
    scheme TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (scheme, value, record_id, position)
) WITHOUT ROWID;
CREATE INDEX reference_ids_record ON reference_ids(record_id);

CREATE TABLE paper_ids (                 -- all identifiers that the records of a paper print
    paper_id INTEGER NOT NULL REFERENCES papers(id) ON DELETE CASCADE,
    scheme TEXT NOT NULL,
    value TEXT NOT NULL,
    position INTEGER NOT NULL,           -- the first one of a scheme is shown
    PRIMARY KEY (scheme, value, paper_id)
) WITHOUT ROWID;
CREATE INDEX paper_ids_paper ON paper_ids(paper_id);

ALTER TABLE papers ADD COLUMN venue TEXT;

CREATE TABLE files (                     -- files that are stored as a row of pages
    digest TEXT PRIMARY KEY,             -- SHA-256 of what is in them, unpacked
    name TEXT NOT NULL,                  -- as given by the user
    complete INTEGER NOT NULL            -- 1 when all of its pages are stored
) WITHOUT ROWID;
ALTER TABLE pages ADD COLUMN file TEXT REFERENCES files(digest);
CREATE INDEX pages_file ON pages(file) WHERE file IS NOT NULL;
