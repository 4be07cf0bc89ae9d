//! In which order fewest limits are missed.

/// Work with a limit; both in microseconds of business time from now.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Job {
    /// How long it takes.
    pub takes: i64,
    /// How much time is left.
    pub left: i64,
}

/// An order of jobs, by their places in the list that was given.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Plan {
    /// Those that one agent keeps, done one after the other in this order.
    pub kept: Vec<usize>,
    /// Those that one agent cannot keep besides, by their limits.
    pub late: Vec<usize>,
}

/// Orders jobs for one agent so that fewest are late (Moore and Hodgson): by their limits, and whenever one would be late,
/// the longest so far is put off.
#[must_use]
pub fn fewest_late(jobs: &[Job]) -> Plan {
    let mut kept: Vec<(usize, Job)> = Vec::new();
    let mut late: Vec<(usize, Job)> = Vec::new();
    let mut busy = 0_i64;
    for (place, job) in by_limit(jobs) {
        kept.push((place, job));
        busy = busy.saturating_add(job.takes);
        if busy > job.left {
            let longest = (0..kept.len()).max_by_key(|at| kept.get(*at).map(|(_, job)| job.takes));
            if let Some(at) = longest {
                let put_off = kept.remove(at);
                busy -= put_off.1.takes;
                late.push(put_off);
            }
        }
    }
    late.sort_by_key(|(place, job)| (job.left, *place));
    let places = |jobs: Vec<(usize, Job)>| jobs.into_iter().map(|(place, _)| place).collect();
    Plan {
        kept: places(kept),
        late: places(late),
    }
}

/// Gives how many agents keep every limit, each taking what is due first as soon as they are free; none where a job is
/// longer than the time left to it, and 0 where there is nothing to do.
#[must_use]
pub fn agents_needed(jobs: &[Job]) -> Option<usize> {
    let jobs: Vec<Job> = by_limit(jobs).into_iter().map(|(_, job)| job).collect();
    (0..=jobs.len()).find(|agents| keeps_all(&jobs, *agents))
}

/// Jobs come by their limits.
fn keeps_all(jobs: &[Job], agents: usize) -> bool {
    let mut free_at = vec![0_i64; agents];
    jobs.iter().all(|job| {
        let Some(first) = free_at.iter_mut().min() else {
            return false;
        };
        *first = first.saturating_add(job.takes);
        *first <= job.left
    })
}

fn by_limit(jobs: &[Job]) -> Vec<(usize, Job)> {
    let mut ordered: Vec<(usize, Job)> = jobs.iter().copied().enumerate().collect();
    ordered.sort_by_key(|(place, job)| (job.left, *place));
    ordered
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    fn jobs() -> impl Strategy<Value = Vec<Job>> {
        let job = (1_i64..12, -2_i64..30).prop_map(|(takes, left)| Job { takes, left });
        vec(job, 0..9)
    }

    /// Tells whether jobs done in this order are all in time.
    fn in_time(jobs: &[Job]) -> bool {
        let mut at = 0;
        jobs.iter().all(|job| {
            at += job.takes;
            at <= job.left
        })
    }

    /// The most jobs that can be kept: every choice of them, each by its limits, which is the best order of a choice.
    fn most_kept(jobs: &[Job]) -> usize {
        let choices = 0..1_u32 << jobs.len();
        let chosen = |choice: u32| {
            let mut chosen: Vec<Job> = (0..jobs.len())
                .filter(|at| choice & (1 << at) != 0)
                .map(|at| jobs[at])
                .collect();
            chosen.sort_by_key(|job| job.left);
            in_time(&chosen).then_some(chosen.len())
        };
        choices.filter_map(chosen).max().unwrap_or(0)
    }

    /// Tells whether some way of sharing jobs out among agents keeps all.
    fn can_be_kept(jobs: &[Job], free_at: &mut Vec<i64>) -> bool {
        let Some((job, rest)) = jobs.split_first() else {
            return true;
        };
        (0..free_at.len()).any(|agent| {
            let before = free_at[agent];
            free_at[agent] += job.takes;
            let kept = free_at[agent] <= job.left && can_be_kept(rest, free_at);
            free_at[agent] = before;
            kept
        })
    }

    proptest! {
        #[test]
        fn no_other_order_keeps_more(jobs in jobs()) {
            let plan = fewest_late(&jobs);
            let kept: Vec<Job> = plan.kept.iter().map(|at| jobs[*at]).collect();
            prop_assert!(in_time(&kept));
            prop_assert_eq!(kept.len(), most_kept(&jobs));
            let mut all = [plan.kept, plan.late].concat();
            all.sort_unstable();
            prop_assert_eq!(all, (0..jobs.len()).collect::<Vec<_>>());
        }

        #[test]
        fn so_many_agents_do_keep_all_and_none_is_told_where_nobody_can(jobs in jobs()) {
            let mut ordered = jobs.clone();
            ordered.sort_by_key(|job| job.left);
            match agents_needed(&jobs) {
                Some(agents) => prop_assert!(can_be_kept(&ordered, &mut vec![0; agents])),
                None => prop_assert!(jobs.iter().any(|job| job.takes > job.left)),
            }
        }
    }

    #[test]
    fn the_longest_is_put_off_for_two_short_ones() {
        let job = |takes, left| Job { takes, left };
        let plan = fewest_late(&[job(8, 9), job(3, 10), job(4, 11)]);
        assert_eq!((plan.kept, plan.late), (vec![1, 2], vec![0]));
        assert_eq!(agents_needed(&[job(8, 9), job(3, 10), job(4, 11)]), Some(2));
        assert_eq!(agents_needed(&[job(8, 7)]), None);
        assert_eq!(agents_needed(&[]), Some(0));
    }
}
