-- Obligations have events of their own; few beside those of the inquiries, and folded when they are read.
ALTER TABLE event ADD COLUMN obligation BLOB CHECK (length(obligation) = 16);
CREATE INDEX event_by_obligation ON event (obligation, seq) WHERE obligation IS NOT NULL;
