-- The register of customers: events of a contract name it, as those of an inquiry do, and what is folded from them
-- stands in two tables. Of a mail address only a digest is here, and it goes when the person is erased.
ALTER TABLE event ADD COLUMN contract BLOB CHECK (length(contract) = 16);
CREATE INDEX event_by_contract ON event (contract, seq) WHERE contract IS NOT NULL;
CREATE INDEX event_of_reference ON event (seq) WHERE inquiry IS NULL AND contract IS NULL;

CREATE TABLE contract (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    number TEXT NOT NULL,
    sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
    state TEXT NOT NULL,
    applied_seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX contract_by_number ON contract (number);

CREATE TABLE person (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    contract BLOB NOT NULL REFERENCES contract (id) ON DELETE CASCADE,
    text BLOB NOT NULL CHECK (length(text) = 16),
    address TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX person_by_contract ON person (contract);
CREATE INDEX person_by_address ON person (address) WHERE address IS NOT NULL;
CREATE INDEX person_by_text ON person (text);
