-- What reports count: a small part of each inquiry's state, so that very many are read at once. The customer's name
-- stands in it as long as the text that holds it; erasing that empties it.
CREATE TABLE outline (
    place INTEGER PRIMARY KEY REFERENCES inquiry (place) ON DELETE CASCADE,
    customer TEXT NOT NULL,
    outline TEXT NOT NULL
) STRICT;
