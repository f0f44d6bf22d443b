//! The map with its scales at a glance: what a notebook shows of a record.

use super::Hide;
use super::document::{Block, Document, Run};
use super::head::document;
use super::source::Source;
use super::{map as the_map, scales};

pub(super) fn overview(source: &Source<'_>) -> Document {
    let mut blocks = the_map::map(source);
    // The question, what its ends mean and the line of dots: the tables of who said what are for the minutes.
    let drawn = |block: &Block| {
        matches!(
            block,
            Block::Heading(2 | 3, _) | Block::Facts(_) | Block::Line(_) | Block::List(_)
        )
    };
    blocks.extend(scales::scales(source).into_iter().filter(drawn));
    document(source, "Map and scales", blocks)
}

/// Has what people say told by someone who knows what to leave out of it. What the council says names no one.
pub(super) fn said_by(document: &mut Document, hide: Hide<'_>) {
    document.each_run(&mut |run| {
        if let Run::Said(text) = run {
            *text = hide(text);
        }
    });
}
