-- Words of three or more characters are looked for by every three neighbouring ones: pairs are so common that a word
-- made of them, which hardly stands anywhere, was looked for in nearly every inquiry. The index is made anew at the next
-- opening.
DROP TABLE search;
CREATE VIRTUAL TABLE search USING fts5 (
    threes, fewer, content = '', columnsize = 0, tokenize = 'ascii'
);
INSERT INTO search (search, rank) VALUES ('secure-delete', 1);
INSERT INTO search (search, rank) VALUES ('automerge', 8);
