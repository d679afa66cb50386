-- Version 3: misspelled words are corrected, and short forms are found by their long forms and the other way round.

CREATE TABLE vocabulary (                -- words of the full text as printed, in lower case and without accents
    word TEXT PRIMARY KEY                -- words of papers that were removed stay
) WITHOUT ROWID;
CREATE TABLE papers_to_read (            -- papers whose words are not in the vocabulary yet; empty between transactions
    paper_id INTEGER PRIMARY KEY
);
INSERT INTO papers_to_read SELECT id FROM papers;
CREATE TRIGGER papers_words_ai AFTER INSERT ON papers BEGIN
    INSERT OR IGNORE INTO papers_to_read VALUES (new.id);
END;
CREATE TRIGGER papers_words_au AFTER UPDATE OF title, names, abstract, summary ON papers BEGIN
    INSERT OR IGNORE INTO papers_to_read VALUES (new.id);
END;

CREATE INDEX facts_short ON facts(name COLLATE NOCASE) WHERE field = 'abbreviations';
CREATE INDEX facts_long ON facts(lower(replace(long, '-', ' '))) WHERE field = 'abbreviations';

-- Fields of queries over years, scores and kinds.
CREATE INDEX papers_year ON papers(year);
CREATE INDEX facts_scores ON facts(value) WHERE field = 'results' AND kind = 'score';
CREATE INDEX facts_introduced ON facts(kind) WHERE field = 'introduces';
