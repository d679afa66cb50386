-- Version 4: Chinese, Japanese and Korean text is found by pairs of characters; links know whose a name is.

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
