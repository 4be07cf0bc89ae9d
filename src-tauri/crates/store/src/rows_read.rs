//! Reading rows of the queue. Of many rows the states are parsed on a second thread, while the record gives the next
//! ones: parsing takes about as long as reading.

use std::panic::resume_unwind;
use std::sync::mpsc::channel;
use std::thread;

use business_time::Instant;
use inquiry::{Customer, Inquiry, InquiryId, PersonalRef};
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, Rows, params_from_iter};

use crate::{AnswerMark, Reader, Row, RowFilter, RowOrder, StoreError, log, personal, projection};

/// So many rows are handed over at once; fewer are parsed where they are read.
const CHUNK: usize = 256;

/// What a row is made of, with its texts looked up by the columns that name them.
const COLUMNS: &str = "id, state, fold_version,
    (SELECT text FROM personal WHERE personal.id = inquiry.subject),
    (SELECT text FROM personal WHERE personal.id = inquiry.customer)";

/// A row as the record holds it.
struct RawRow {
    state: State,
    subject: Option<String>,
    customer: Option<String>,
}

enum State {
    Written(String),
    /// Written by another fold, and folded again.
    Folded(Box<Inquiry>),
}

impl RawRow {
    fn parsed(self) -> Result<Row, StoreError> {
        let inquiry = match self.state {
            State::Written(state) => serde_json::from_str(&state)?,
            State::Folded(inquiry) => *inquiry,
        };
        Ok(Row {
            inquiry,
            subject: self.subject.unwrap_or_default(),
            customer: customer(self.customer.as_deref())?,
        })
    }
}

/// Reads who asks; nothing once erased.
fn customer(text: Option<&str>) -> Result<Customer, StoreError> {
    let text = text.filter(|it| !it.is_empty());
    Ok(text
        .map(serde_json::from_str)
        .transpose()?
        .unwrap_or_default())
}

/// Writes the condition of a page of answers, with its values.
fn answers_behind(
    filter: &RowFilter,
    behind: Option<AnswerMark>,
    offset: usize,
    limit: usize,
) -> Result<(String, Vec<Value>), StoreError> {
    let mut condition = filter.sql()?;
    if let Some(mark) = behind {
        condition
            .text
            .push_str(" AND (answered_at, place) < (?, ?)");
        condition
            .values
            .extend([mark.answered_at, mark.place].map(Value::Integer));
    }
    condition.values.extend(page(offset, limit));
    let order = RowOrder::NewestAnswer.sql();
    let tail = format!("{} ORDER BY {order} LIMIT ? OFFSET ?", condition.text);
    Ok((tail, condition.values))
}

fn page(offset: usize, limit: usize) -> [Value; 2] {
    [limit, offset].map(|count| Value::Integer(i64::try_from(count).unwrap_or(i64::MAX)))
}

fn parsed(rows: Vec<RawRow>) -> Result<Vec<Row>, StoreError> {
    rows.into_iter().map(RawRow::parsed).collect()
}

impl Reader<'_> {
    /// Gives an inquiry with the texts that a list shows of it.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn row(&self, id: InquiryId) -> Result<Option<Row>, StoreError> {
        self.inquiry(id)?
            .map(|state| self.row_of(state))
            .transpose()
    }

    /// Gives a page of rows.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn rows(
        &self,
        filter: &RowFilter,
        order: RowOrder,
        offset: usize,
        limit: usize,
    ) -> Result<Vec<Row>, StoreError> {
        let mut condition = filter.sql()?;
        condition.values.extend(page(offset, limit));
        let tail = format!(
            "{} ORDER BY {} LIMIT ? OFFSET ?",
            condition.text,
            order.sql()
        );
        self.page_of_rows(&tail, condition.values, offset)
    }

    /// Gives the answer that stands so many behind a mark, or behind the beginning; nothing where there are not so many.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn answer_mark(
        &self,
        filter: &RowFilter,
        behind: Option<AnswerMark>,
        answers: usize,
    ) -> Result<Option<AnswerMark>, StoreError> {
        let (tail, values) = answers_behind(filter, behind, answers.saturating_sub(1), 1)?;
        let sql = format!("SELECT answered_at, place FROM inquiry WHERE {tail}");
        let mut statement = self.connection().prepare_cached(&sql)?;
        let mark = statement.query_row(params_from_iter(values), |row| {
            Ok(AnswerMark {
                answered_at: row.get(0)?,
                place: row.get(1)?,
            })
        });
        Ok(mark.optional()?)
    }

    /// Gives a page of the answers behind a mark, or behind the beginning, the newest first.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn answers(
        &self,
        filter: &RowFilter,
        behind: Option<AnswerMark>,
        offset: usize,
        limit: usize,
    ) -> Result<Vec<Row>, StoreError> {
        let (tail, values) = answers_behind(filter, behind, offset, limit)?;
        self.page_of_rows(&tail, values, offset)
    }

    /// Passes over what stands before the page by the index alone, where it says all, and reads the page's rows then.
    fn page_of_rows(
        &self,
        tail: &str,
        values: Vec<Value>,
        offset: usize,
    ) -> Result<Vec<Row>, StoreError> {
        if offset == 0 {
            return self.rows_where(tail, values);
        }
        let sql = format!("SELECT place FROM inquiry WHERE {tail}");
        let mut statement = self.connection().prepare_cached(&sql)?;
        let places = statement.query_map(params_from_iter(values), |row| row.get(0))?;
        let mut rows = Vec::new();
        for place in places {
            rows.extend(self.rows_where("place = ?", vec![Value::Integer(place?)])?);
        }
        Ok(rows)
    }

    /// Gives the rows as they were known at an instant, by receipt. Only inquiries with later events are folded
    /// again; the others were then as they are now.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn rows_as_of(&self, at: Instant, filter: &RowFilter) -> Result<Vec<Row>, StoreError> {
        let mut condition = filter.sql()?;
        condition.values.push(Value::Integer(at.as_micros()));
        let tail = format!("{} AND touched_at <= ?", condition.text);
        let mut rows = self.rows_where(&tail, condition.values)?;
        for id in self.touched_after(at)? {
            let state = self.inquiry_as_of(id, at)?;
            if let Some(state) = state.filter(|state| filter.wants(state)) {
                rows.push(self.row_of(state)?);
            }
        }
        rows.sort_by_key(|row| (row.inquiry.received_at, row.inquiry.id));
        Ok(rows)
    }

    /// Gives the inquiries with events recorded after an instant, those included whose receipt no longer counts.
    fn touched_after(&self, at: Instant) -> Result<Vec<InquiryId>, StoreError> {
        let mut statement = self.connection().prepare_cached(
            "SELECT id FROM inquiry WHERE touched_at > ?1
             UNION SELECT inquiry FROM event
             WHERE kind = 'undone' AND recorded_at > ?1 AND inquiry IS NOT NULL
                 AND inquiry NOT IN (SELECT id FROM inquiry)",
        )?;
        let ids = statement.query_map([at.as_micros()], |row| row.get(0).map(log::inquiry_id))?;
        Ok(ids.collect::<Result<_, _>>()?)
    }

    fn rows_where(&self, tail: &str, values: Vec<Value>) -> Result<Vec<Row>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM inquiry WHERE {tail}");
        let mut statement = self.connection().prepare_cached(&sql)?;
        let mut rows = statement.query(params_from_iter(values))?;
        let first = self.chunk(&mut rows)?;
        if first.len() < CHUNK {
            return parsed(first);
        }
        thread::scope(|scope| {
            let (sender, receiver) = channel();
            let parser = scope.spawn(move || {
                let mut whole = parsed(first)?;
                for chunk in receiver {
                    whole.extend(parsed(chunk)?);
                }
                Ok(whole)
            });
            loop {
                let chunk = self.chunk(&mut rows)?;
                // Whoever parses stops listening where a state cannot be parsed, and says why.
                if chunk.is_empty() || sender.send(chunk).is_err() {
                    break;
                }
            }
            drop(sender);
            parser.join().unwrap_or_else(|panic| resume_unwind(panic))
        })
    }

    /// Reads up to so many rows; what an earlier version of the program folded is folded again.
    fn chunk(&self, rows: &mut Rows<'_>) -> Result<Vec<RawRow>, StoreError> {
        let mut chunk = Vec::new();
        while chunk.len() < CHUNK {
            let Some(row) = rows.next()? else { break };
            let state = if row.get::<_, i64>(2)? == projection::FOLD_VERSION {
                State::Written(row.get(1)?)
            } else {
                let id = log::inquiry_id(row.get(0)?);
                match projection::state_as_of(self.connection(), id, None)? {
                    Some(inquiry) => State::Folded(Box::new(inquiry)),
                    None => continue,
                }
            };
            chunk.push(RawRow {
                state,
                subject: row.get(3)?,
                customer: row.get(4)?,
            });
        }
        Ok(chunk)
    }

    fn row_of(&self, inquiry: Inquiry) -> Result<Row, StoreError> {
        let text = |it: &PersonalRef| personal::text(self.connection(), it.id);
        let subject = text(&inquiry.subject)?.unwrap_or_default();
        let customer = customer(text(&inquiry.customer)?.as_deref())?;
        Ok(Row {
            inquiry,
            subject,
            customer,
        })
    }
}
