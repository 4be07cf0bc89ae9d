//! What checking the record found.

use desk::VerifyReport;

use crate::ipc::wire::request as wire;

/// Shows the report.
pub(crate) fn report(report: &VerifyReport) -> wire::VerifyReport {
    let problem = |it: &desk::VerifyProblem| wire::VerifyProblem {
        code: it.code().to_owned(),
        place: it.place(),
    };
    wire::VerifyReport {
        events: u32::try_from(report.events).unwrap_or(u32::MAX),
        problems: report.problems.iter().map(problem).collect(),
    }
}
