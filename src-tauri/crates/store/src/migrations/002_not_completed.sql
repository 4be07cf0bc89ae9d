-- The answered inquiries on which work goes on: few among very many, and wanted at each opening.
CREATE INDEX inquiry_not_completed ON inquiry (received_at) WHERE answered_at IS NOT NULL AND status <> 'completed';
