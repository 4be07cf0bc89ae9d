-- The record: what people did, what belongs to it, and what follows from it.

CREATE TABLE device (
    no INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    letter TEXT NOT NULL CHECK (length(letter) = 1),
    own INTEGER NOT NULL CHECK (own IN (0, 1)),
    last_seq INTEGER NOT NULL,
    head BLOB NOT NULL CHECK (length(head) = 32),
    last_number INTEGER NOT NULL
) STRICT;

-- The log. `seq` is this file's order, `hub_seq` the team's; neither is covered by the chain.
CREATE TABLE event (
    seq INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    device INTEGER NOT NULL REFERENCES device (no),
    device_seq INTEGER NOT NULL,
    hub_seq INTEGER,
    inquiry BLOB CHECK (length(inquiry) = 16),
    operation BLOB NOT NULL CHECK (length(operation) = 16),
    actor TEXT NOT NULL,
    recorded_at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    version INTEGER NOT NULL,
    body BLOB NOT NULL,
    digest BLOB NOT NULL CHECK (length(digest) = 32),
    chain BLOB NOT NULL CHECK (length(chain) = 32),
    UNIQUE (device, device_seq)
) STRICT;
CREATE INDEX event_by_inquiry ON event (inquiry, seq);
CREATE INDEX event_by_operation ON event (operation);
CREATE INDEX event_by_actor ON event (actor, seq);
CREATE INDEX event_undoing ON event (inquiry) WHERE kind = 'undone';

-- What people wrote and who they are: erasable. Events hold the id and the digest over salt and text; an event
-- tells of the erasure, too.
CREATE TABLE personal (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    salt BLOB NOT NULL CHECK (length(salt) = 16),
    text TEXT NOT NULL,
    digest BLOB NOT NULL CHECK (length(digest) = 32)
) STRICT;

-- Which inquiries' events hold which text.
CREATE TABLE text_of (
    text BLOB NOT NULL CHECK (length(text) = 16),
    inquiry BLOB NOT NULL CHECK (length(inquiry) = 16),
    PRIMARY KEY (text, inquiry)
) STRICT, WITHOUT ROWID;

-- Raw bytes by their digest; without `bytes` they stand in a file. `held` counts the messages that need them.
CREATE TABLE raw (
    digest BLOB NOT NULL PRIMARY KEY CHECK (length(digest) = 32),
    size INTEGER NOT NULL,
    held INTEGER NOT NULL,
    bytes BLOB
) STRICT;

-- The state of each inquiry, folded. `place` orders by receipt: its second, or a free one soon after.
CREATE TABLE inquiry (
    place INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    number TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    open INTEGER NOT NULL CHECK (open IN (0, 1)),
    needs_us INTEGER NOT NULL CHECK (needs_us IN (0, 1)),
    answered_at INTEGER,
    ended_at INTEGER,
    touched_at INTEGER NOT NULL,
    product TEXT NOT NULL,
    plan TEXT NOT NULL,
    channel TEXT NOT NULL,
    level TEXT,
    kind TEXT,
    status TEXT NOT NULL,
    assignee TEXT,
    sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
    subject BLOB NOT NULL CHECK (length(subject) = 16),
    customer BLOB NOT NULL CHECK (length(customer) = 16),
    state TEXT NOT NULL,
    fold_version INTEGER NOT NULL,
    applied_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX inquiry_by_number ON inquiry (number);
CREATE INDEX inquiry_by_receipt ON inquiry (received_at);
CREATE INDEX inquiry_by_touch ON inquiry (touched_at);
CREATE INDEX inquiry_needing_us ON inquiry (received_at) WHERE needs_us = 1;
CREATE INDEX inquiry_answered ON inquiry (answered_at) WHERE answered_at IS NOT NULL;
CREATE INDEX inquiry_ended ON inquiry (ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX inquiry_of_sample ON inquiry (place) WHERE sample = 1;

-- The messages of each inquiry, for threads and duplicates.
CREATE TABLE message (
    inquiry INTEGER NOT NULL REFERENCES inquiry (place) ON DELETE CASCADE,
    id BLOB NOT NULL CHECK (length(id) = 16),
    key TEXT,
    content TEXT,
    PRIMARY KEY (inquiry, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX message_by_key ON message (key) WHERE key IS NOT NULL;
CREATE INDEX message_by_content ON message (content) WHERE content IS NOT NULL;

-- The search index holds no text: `searched` says which texts each entry was made of, `to_index` which are due.
CREATE VIRTUAL TABLE search USING fts5 (
    pairs, singles, content = '', columnsize = 0, tokenize = 'ascii'
);
INSERT INTO search (search, rank) VALUES ('secure-delete', 1);
INSERT INTO search (search, rank) VALUES ('automerge', 8);
CREATE TABLE searched (
    place INTEGER PRIMARY KEY,
    number TEXT NOT NULL,
    texts BLOB NOT NULL
) STRICT;
CREATE TABLE to_index (
    place INTEGER PRIMARY KEY
) STRICT;

-- With which version of the program's rules a cache was made.
CREATE TABLE cache_version (
    cache TEXT NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The heads of the chains that a backup took along.
CREATE TABLE kept_head (
    device BLOB NOT NULL CHECK (length(device) = 16),
    seq INTEGER NOT NULL,
    head BLOB NOT NULL CHECK (length(head) = 32),
    kept_at INTEGER NOT NULL,
    PRIMARY KEY (device, seq)
) STRICT, WITHOUT ROWID;

-- What concerns this desktop alone.
CREATE TABLE local_value (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE reminder_given (
    clock TEXT NOT NULL,
    threshold TEXT NOT NULL,
    target INTEGER NOT NULL,
    given_at INTEGER NOT NULL,
    PRIMARY KEY (clock, threshold, target)
) STRICT, WITHOUT ROWID;
CREATE TABLE refused_intake (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    name TEXT NOT NULL,
    reason TEXT NOT NULL,
    refused_at INTEGER NOT NULL,
    bytes BLOB
) STRICT;
