use inquiry::{Actor, InquiryId, Number};

use super::written;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::{Session, find_all};

/// Gives inquiries to somebody: to the one who is named last, else to oneself
#[derive(clap::Args)]
pub struct Arguments {
    /// The numbers or ids of the inquiries, then, if it is not oneself, the name of who gets them
    #[arg(value_name = "ID|NAME", required = true)]
    named: Vec<String>,
    /// Puts them back to unassigned
    #[arg(long)]
    none: bool,
}

/// Assigns inquiries.
pub fn run(arguments: &Arguments, session: &Session) -> Result<Exit, Failure> {
    let call = session.call()?;
    let (inquiries, assignee) = if arguments.none {
        (arguments.named.as_slice(), None)
    } else {
        let (inquiries, name) = apart(&arguments.named);
        (
            inquiries,
            Some(name.map_or_else(|| call.actor.clone(), Actor::new)),
        )
    };
    let desk = session.read()?;
    let inquiries = find_all(&desk, inquiries)?;
    let done = desk.assign(&call, &inquiries, assignee.as_ref())?;
    written::show(session, &desk, &done, session.words.told.changed)
}

/// Parts the inquiries from the name: the last word after an inquiry, where it can name none.
fn apart(named: &[String]) -> (&[String], Option<&str>) {
    match named.split_last() {
        Some((last, inquiries)) if !inquiries.is_empty() && !names_inquiry(last) => {
            (inquiries, Some(last))
        }
        Some(_) | None => (named, None),
    }
}

fn names_inquiry(text: &str) -> bool {
    text.parse::<Number>().is_ok() || text.parse::<InquiryId>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(named: &[&str], inquiries: usize, name: Option<&str>) {
        let named: Vec<String> = named.iter().map(|it| (*it).to_owned()).collect();
        let (found, found_name) = apart(&named);
        assert_eq!((found.len(), found_name), (inquiries, name));
    }

    #[test]
    fn the_last_word_is_a_name_where_it_names_no_inquiry() {
        check(&["A-1001"], 1, None);
        check(&["A-1001", "a-1002"], 2, None);
        check(&["A-1001", "田中"], 1, Some("田中"));
        check(&["A-1001", "019283a0-0000-7000-8000-000000000001"], 2, None);
        check(&["田中"], 1, None);
    }
}
