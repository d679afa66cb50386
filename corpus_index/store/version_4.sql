-- Version 4: Chinese, Japanese and Korean text is found by pairs of characters.

CREATE VIRTUAL TABLE papers_pairs USING fts5(  -- of papers with such text; written together with the vocabulary
    pairs, tokenize='ascii', detail=none
);
CREATE TRIGGER papers_pairs_ad AFTER DELETE ON papers BEGIN
    DELETE FROM papers_pairs WHERE rowid = old.id;
END;
