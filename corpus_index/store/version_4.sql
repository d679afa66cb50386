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
