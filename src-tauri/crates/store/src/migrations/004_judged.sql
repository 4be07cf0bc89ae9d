-- From when the clock is reckoned, and all that a verdict follows from in one index: a period is judged anew by it alone.
ALTER TABLE inquiry ADD COLUMN reckoned_from INTEGER
    GENERATED ALWAYS AS (json_extract(state, '$.level.reckoned_from')) VIRTUAL;
CREATE INDEX inquiry_judged ON inquiry (received_at, product, reckoned_from, level, answered_at)
    WHERE answered_at IS NOT NULL;
