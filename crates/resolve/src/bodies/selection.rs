//! Which of several bodies are meant: once each, in the order of those that name them.

use citation::Body;

use super::may_mean;

/// `bodies` and, behind them, those of `others` that are not among them.
pub(super) fn followed_by(mut bodies: Vec<Body>, others: &[Body]) -> Vec<Body> {
    let first = bodies.len();
    for other in others {
        if !bodies[..first].contains(other) {
            bodies.push(other.clone());
        }
    }
    bodies
}

/// Those of `bodies` that `noun` may mean, once each, in their order.
pub(super) fn fitting<'b>(noun: &Body, bodies: impl Iterator<Item = &'b Body>) -> Vec<Body> {
    let mut meant: Vec<Body> = Vec::new();
    for body in bodies {
        if !meant.contains(body) && may_mean(noun, body) {
            meant.push(body.clone());
        }
    }
    meant
}

/// Those of `bodies` that are `fitting`, once each, in their order, up to the `most` that count, and how many do.
pub(super) fn first_of<'b>(
    fitting: &[Body],
    bodies: impl Iterator<Item = &'b Body>,
    most: usize,
    counts: &dyn Fn(&Body) -> bool,
) -> (Vec<Body>, usize) {
    let mut meant: Vec<Body> = Vec::new();
    let mut counted = 0;
    for body in bodies {
        if !fitting.contains(body) || meant.contains(body) {
            continue;
        }
        meant.push(body.clone());
        counted += usize::from(counts(body));
        if counted >= most || meant.len() == fitting.len() {
            break;
        }
    }
    (meant, counted)
}
