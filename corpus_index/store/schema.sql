-- Version 1 of the schema. The version stands in PRAGMA user_version; PRAGMA application_id marks the file as ours.

CREATE TABLE pages (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,                  -- as given by the user
    revision INTEGER NOT NULL,           -- 1, 2, ... for other content under the same name
    digest TEXT NOT NULL UNIQUE,         -- SHA-256 of the bytes: the identity of a page
    reader TEXT NOT NULL,                -- which reader split it
    text TEXT NOT NULL,                  -- decoded; all positions are code points in it
    added TEXT NOT NULL,                 -- UTC, ISO 8601
    UNIQUE (name, revision)
);

CREATE TABLE skipped (                   -- what of a page is in no record, and why
    page_id INTEGER NOT NULL REFERENCES pages(id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (page_id, start)
) WITHOUT ROWID;

CREATE TABLE papers (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,            -- citation key
    key_frozen INTEGER NOT NULL DEFAULT 0,  -- exported or imported once: never changes again
    title TEXT NOT NULL,
    title_inferred INTEGER NOT NULL,     -- 1 where no page prints the title
    abstract TEXT,
    names TEXT NOT NULL,                 -- artefacts, models and benchmarks, for full-text search
    summary TEXT NOT NULL,               -- texts of summaries, for full-text search
    year INTEGER,
    authors_complete INTEGER NOT NULL
);
CREATE INDEX papers_key ON papers(key COLLATE NOCASE);  -- keys that differ in case only are told apart by a suffix

CREATE TABLE paper_authors (             -- as far as the pages name them, see papers.authors_complete
    paper_id INTEGER NOT NULL REFERENCES papers(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,           -- 0-based
    name TEXT NOT NULL,
    PRIMARY KEY (paper_id, position)
) WITHOUT ROWID;

CREATE TABLE aliases (                   -- former keys that still resolve
    alias TEXT PRIMARY KEY,
    paper_id INTEGER NOT NULL REFERENCES papers(id) ON DELETE CASCADE
);
CREATE INDEX aliases_paper ON aliases(paper_id);

CREATE TABLE records (
    id INTEGER PRIMARY KEY,
    page_id INTEGER NOT NULL REFERENCES pages(id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,            -- 0-based position on the page
    kind TEXT NOT NULL,                  -- abstract or summary
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    first_line INTEGER NOT NULL,         -- 1-based
    last_line INTEGER NOT NULL,
    title TEXT,
    title_start INTEGER,
    abstract TEXT NOT NULL,
    abstract_start INTEGER NOT NULL,
    authors_complete INTEGER NOT NULL,
    summarises INTEGER,                  -- ordinal of the record on the same page that this one sums up
    paper_id INTEGER NOT NULL REFERENCES papers(id),
    UNIQUE (page_id, ordinal)
);
CREATE INDEX records_paper ON records(paper_id);

CREATE TABLE record_authors (
    record_id INTEGER NOT NULL REFERENCES records(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,           -- 0-based
    name TEXT NOT NULL,                  -- as printed
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    PRIMARY KEY (record_id, position)
) WITHOUT ROWID;

CREATE TABLE blocks (                    -- records that share a block are compared with each other
    record_id INTEGER NOT NULL REFERENCES records(id) ON DELETE CASCADE,
    block TEXT NOT NULL,
    PRIMARY KEY (block, record_id)
) WITHOUT ROWID;
CREATE INDEX blocks_record ON blocks(record_id);

CREATE TABLE facts (
    id INTEGER PRIMARY KEY,
    record_id INTEGER NOT NULL REFERENCES records(id) ON DELETE CASCADE,
    field TEXT NOT NULL,                 -- introduces, models, benchmarks, results, specs, urls, abbreviations, terms
    name TEXT,                           -- of an artefact, model, benchmark, term; short form of an abbreviation
    long TEXT,                           -- long form
    kind TEXT,                           -- of an artefact or result
    role TEXT,                           -- of a model
    value REAL,
    value_high REAL,
    unit TEXT,
    bound TEXT,
    metric TEXT,
    benchmark TEXT,
    subject TEXT,
    baseline TEXT,
    total REAL,
    attribute TEXT,                      -- of a spec
    evidence TEXT NOT NULL,
    start INTEGER NOT NULL,              -- code points in pages.text
    "end" INTEGER NOT NULL,
    trust TEXT NOT NULL,                 -- own, quoted or summary
    repeats INTEGER REFERENCES facts(id) ON DELETE SET NULL  -- the fact of the same paper that says the same
);
CREATE INDEX facts_record ON facts(record_id);
CREATE INDEX facts_repeats ON facts(repeats) WHERE repeats IS NOT NULL;
CREATE INDEX facts_benchmark ON facts(benchmark) WHERE benchmark IS NOT NULL;

CREATE TABLE names (                     -- every name by which a paper can be asked for or linked
    paper_id INTEGER NOT NULL REFERENCES papers(id) ON DELETE CASCADE,
    role TEXT NOT NULL,                  -- title, introduces, long (of an introduced name), models, benchmarks, terms
    name TEXT NOT NULL,                  -- as printed
    folded TEXT NOT NULL,                -- see corpus_index/domain/folding.py
    family TEXT,                         -- first word of the name, folded: names that can be linked share it
    long TEXT,                           -- long form that the same record gives
    fact_id INTEGER REFERENCES facts(id) ON DELETE CASCADE,
    start INTEGER,                       -- code points of the sentence in pages.text
    "end" INTEGER
);
CREATE INDEX names_folded ON names(folded);
CREATE INDEX names_family ON names(family) WHERE family IS NOT NULL;
CREATE INDEX names_paper ON names(paper_id);
CREATE INDEX names_fact ON names(fact_id);

CREATE TABLE links (
    source_id INTEGER NOT NULL REFERENCES papers(id) ON DELETE CASCADE,   -- the paper that names
    target_id INTEGER NOT NULL REFERENCES papers(id) ON DELETE CASCADE,   -- the paper that introduces
    via TEXT NOT NULL,                   -- the mention as printed
    "to" TEXT NOT NULL,                  -- the introduced name
    kind TEXT NOT NULL,                  -- exact or family
    role TEXT,                           -- of the mention, where it is a model
    family TEXT NOT NULL,                -- links of one family are made anew together
    record_id INTEGER NOT NULL REFERENCES records(id) ON DELETE CASCADE,
    evidence TEXT NOT NULL,              -- the sentence
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    PRIMARY KEY (source_id, target_id, via)
);
CREATE INDEX links_target ON links(target_id);
CREATE INDEX links_family ON links(family);
CREATE INDEX links_record ON links(record_id);

CREATE TABLE conflicts (
    id INTEGER PRIMARY KEY,
    paper_id INTEGER NOT NULL REFERENCES papers(id) ON DELETE CASCADE,
    attribute TEXT NOT NULL,
    grade TEXT NOT NULL,
    a_record_id INTEGER NOT NULL REFERENCES records(id) ON DELETE CASCADE,
    a_claim TEXT NOT NULL,
    a_evidence TEXT NOT NULL,
    a_start INTEGER NOT NULL,
    a_end INTEGER NOT NULL,
    b_record_id INTEGER NOT NULL REFERENCES records(id) ON DELETE CASCADE,
    b_claim TEXT NOT NULL,
    b_evidence TEXT NOT NULL,
    b_start INTEGER NOT NULL,
    b_end INTEGER NOT NULL
);
CREATE INDEX conflicts_paper ON conflicts(paper_id);
CREATE INDEX conflicts_a ON conflicts(a_record_id);
CREATE INDEX conflicts_b ON conflicts(b_record_id);

-- Full text over papers, kept in step by triggers. Datasette finds it by the double quotes around the content table.
CREATE VIRTUAL TABLE papers_fts USING fts5(
    title, names, abstract, summary,
    content="papers", content_rowid="id", tokenize='porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER papers_ai AFTER INSERT ON papers BEGIN
    INSERT INTO papers_fts(rowid, title, names, abstract, summary)
    VALUES (new.id, new.title, new.names, new.abstract, new.summary);
END;
CREATE TRIGGER papers_ad AFTER DELETE ON papers BEGIN
    INSERT INTO papers_fts(papers_fts, rowid, title, names, abstract, summary)
    VALUES ('delete', old.id, old.title, old.names, old.abstract, old.summary);
END;
CREATE TRIGGER papers_au AFTER UPDATE OF title, names, abstract, summary ON papers BEGIN
    INSERT INTO papers_fts(papers_fts, rowid, title, names, abstract, summary)
    VALUES ('delete', old.id, old.title, old.names, old.abstract, old.summary);
    INSERT INTO papers_fts(rowid, title, names, abstract, summary)
    VALUES (new.id, new.title, new.names, new.abstract, new.summary);
END;

-- Views for people who open the file with sqlite3 or Datasette.
CREATE VIEW sources AS                   -- every record under the name that exports give it
    SELECT records.id AS record_id, records.paper_id, papers.key,
           pages.name || CASE WHEN EXISTS (
               SELECT 1 FROM pages AS other WHERE other.name = pages.name AND other.id <> pages.id
           ) THEN '@' || substr(pages.digest, 1, 8) ELSE '' END || '#' || records.ordinal AS record,
           pages.name AS page, pages.digest, records.ordinal, records.kind, records.title, records.start, records."end",
           records.first_line, records.last_line
    FROM records JOIN pages ON pages.id = records.page_id JOIN papers ON papers.id = records.paper_id;
CREATE VIEW results AS
    SELECT papers.key, papers.title, facts.benchmark, facts.metric, facts.value, facts.value_high, facts.unit,
           facts.kind, facts.bound, facts.subject, facts.baseline, facts.total, facts.trust, facts.evidence,
           pages.name AS page, facts.start, facts."end"
    FROM facts JOIN records ON records.id = facts.record_id
    JOIN pages ON pages.id = records.page_id JOIN papers ON papers.id = records.paper_id
    WHERE facts.field = 'results' AND facts.repeats IS NULL;
CREATE VIEW mentions AS
    SELECT papers.key, papers.title, facts.field, facts.name, facts.kind, facts.role, facts.long, facts.trust,
           facts.evidence, pages.name AS page, facts.start, facts."end"
    FROM facts JOIN records ON records.id = facts.record_id
    JOIN pages ON pages.id = records.page_id JOIN papers ON papers.id = records.paper_id
    WHERE facts.field IN ('introduces', 'models', 'benchmarks') AND facts.repeats IS NULL;
