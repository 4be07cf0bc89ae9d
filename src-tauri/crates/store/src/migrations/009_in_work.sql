-- Of the answered inquiries on which work goes on, those where the customer wrote again are found by what needs us: read
-- by both indexes, each was read and parsed twice at every opening.
DROP INDEX inquiry_not_completed;
CREATE INDEX inquiry_in_work ON inquiry (received_at)
    WHERE answered_at IS NOT NULL AND status <> 'completed' AND needs_us = 0;
