//! Everybody follows; one person of every table comes and goes.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::{Duration, Instant};

use tokio::task::{LocalSet, spawn_local};
use tokio::time::sleep;

use crate::Done;
use crate::browser::{Act, Crowd, Stream, Window};

pub struct Pace {
    pub lasts: Duration,
    /// Between two acts at one table.
    pub every: Duration,
}

/// What was seen, shared by all tasks of the one thread.
#[derive(Default)]
struct Seen {
    /// When the act at each table was sent.
    acts: Vec<Option<Instant>>,
    /// From the sending of an act to the news on a stream, and to the new part of the page.
    told: Vec<Duration>,
    shown: Vec<Duration>,
    lost: usize,
    refused: usize,
    done: usize,
}

type Shared = Rc<RefCell<Seen>>;

/// So many connections are being opened at once; browsers do not all come in the same millisecond.
const AT_ONCE: usize = 64;

/// With the version that each heard first.
pub async fn open_all(crowd: &Crowd) -> Done<Vec<(Window, Stream, i32)>> {
    let windows: Vec<Window> = crowd.all().collect();
    let mut open = vec![];
    for part in windows.chunks(AT_ONCE) {
        let streams = futures_util::future::join_all(part.iter().map(Window::listen)).await;
        for (window, stream) in part.iter().zip(streams) {
            let mut stream = stream?;
            let version = stream.next().await?;
            open.push((*window, stream, version));
        }
    }
    Ok(open)
}

pub async fn follow(crowd: Crowd, pace: Pace, pid: &str) -> Done<()> {
    let begin = Instant::now();
    let open = open_all(&crowd).await?;
    println!("{} streams open after {:.1?}", open.len(), begin.elapsed());
    sleep(Duration::from_secs(10)).await;
    println!("memory of the server, at rest: {} MiB", memory(pid));
    let seen: Shared = Rc::default();
    seen.borrow_mut().acts = vec![None; crowd.tables];
    let local = LocalSet::new();
    for (window, stream, version) in open {
        local.spawn_local(watch((window, version), stream, Rc::clone(&seen)));
    }
    let end = Instant::now() + pace.lasts;
    for table in 0..crowd.tables {
        let server = crowd.servers[table % crowd.servers.len()];
        let actor = Window { server, table, window: 1 };
        let first = pace.every * u32::try_from(table)? / u32::try_from(crowd.tables)?;
        local.spawn_local(act(actor, (first, pace.every, end), Rc::clone(&seen)));
    }
    local.run_until(sleep(pace.lasts + Duration::from_secs(2))).await;
    let mut seen = seen.borrow_mut();
    let Seen { told, shown, .. } = &mut *seen;
    let (told, shown) = (Share::of(told), Share::of(shown));
    println!("acts: {} done, {} refused; streams lost: {}", seen.done, seen.refused, seen.lost);
    println!("told on the stream:   {told}");
    println!("shown on the screen:  {shown}");
    println!("memory of the server, after the load: {} MiB", memory(pid));
    Ok(())
}

/// A window: hears, asks for the part, and shows it. News that came meanwhile is shown next.
async fn watch((window, known): (Window, i32), mut stream: Stream, seen: Shared) {
    let mut known = known;
    while let Ok(version) = stream.next().await {
        let heard = Instant::now();
        let act = seen.borrow().acts[window.table];
        let news = version > std::mem::replace(&mut known, version);
        let Some(sent) = act.filter(|_| news) else { continue };
        seen.borrow_mut().told.push(heard - sent);
        match window.board().await {
            Ok(()) => seen.borrow_mut().shown.push(sent.elapsed()),
            Err(_) => seen.borrow_mut().refused += 1,
        }
    }
    seen.borrow_mut().lost += 1;
}

async fn act(actor: Window, (first, every, end): (Duration, Duration, Instant), seen: Shared) {
    let mut act = Act::Sit;
    sleep(first).await;
    while Instant::now() < end {
        seen.borrow_mut().acts[actor.table] = Some(Instant::now());
        match actor.act(act).await {
            Ok(303) => seen.borrow_mut().done += 1,
            other => {
                eprintln!("an act was answered with {other:?}");
                seen.borrow_mut().refused += 1;
            }
        }
        act = act.other();
        sleep(every).await;
    }
}

/// Saves by somebody until the end; for the storm. Who sits can sit down again, so an answer that got
/// lost does not make the next save wrong.
pub fn spawn_actor(actor: Window, every: Duration, told: Rc<RefCell<Vec<Done<u16>>>>) {
    spawn_local(async move {
        loop {
            let answer = actor.act(Act::Sit).await;
            told.borrow_mut().push(answer);
            sleep(every).await;
        }
    });
}

struct Share {
    count: usize,
    half: Duration,
    most: Duration,
    longest: Duration,
}

impl Share {
    fn of(times: &mut [Duration]) -> Share {
        times.sort_unstable();
        let at = |share: usize| times.get(times.len() * share / 100).copied().unwrap_or_default();
        let longest = times.last().copied().unwrap_or_default();
        Share { count: times.len(), half: at(50), most: at(99), longest }
    }
}

impl std::fmt::Display for Share {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Share { count, half, most, longest } = self;
        write!(f, "p50 {half:.1?}, p99 {most:.1?}, longest {longest:.1?} ({count} times)")
    }
}

/// Resident memory of the processes, in MiB, one after another.
fn memory(pids: &str) -> String {
    let one = |pid: &str| {
        let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let kib = line.and_then(|line| line.trim().split(' ').next()?.parse::<u64>().ok());
        (kib.unwrap_or_default() / 1024).to_string()
    };
    pids.split(',').map(one).collect::<Vec<_>>().join(" and ")
}
