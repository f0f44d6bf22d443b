//! Texts that must say something.

use super::Visit;
use crate::Text;
use crate::record::Referral;
use crate::rules::{Findings, View, pointer, rule};

rule! {
    SP106 => blank,
    title: "Some text is blank",
    severity: Error,
    phase: Record,
    why: "An entry, an action or a reason without words cannot be read back, and the number or the name beside it does not speak for itself.",
    remedy: "Write what was said, or take out the thing that the text belongs to.",
}

fn blank(view: &View<'_>, findings: &mut Findings) {
    each_text(view, &mut |text, path, subject| {
        if text.is_none_or(Text::is_blank) {
            findings.add(path(), subject, "This text is blank.", &[]);
        }
    });
}

/// Hands over every text that must say something, there or not, in the order of the record.
fn each_text<'a>(view: &View<'a>, visit: &mut Visit<'_, Option<&'a Text>>) {
    let record = view.record;
    if record.referral != Referral::default() {
        visit(record.referral.reason.as_ref(), &|| pointer!("referral", "reason"), None);
    }
    if let Some(scale) = &record.referral.scale {
        visit(scale.prompt.as_ref(), &|| pointer!("referral", "scale", "prompt"), None);
        visit(
            scale.anchors.min.as_ref(),
            &|| pointer!("referral", "scale", "anchors", "min"),
            None,
        );
        visit(
            scale.anchors.max.as_ref(),
            &|| pointer!("referral", "scale", "anchors", "max"),
            None,
        );
    }
    for (i, entry) in view.map() {
        visit(entry.text.as_ref(), &|| pointer!("mapping", i, "text"), Some(&entry.id));
        for (j, amendment) in entry.amended.iter().enumerate() {
            // Where only the category was changed, there is no earlier text to keep.
            if amendment.text.is_some() || amendment.category.is_none() {
                visit(
                    amendment.text.as_ref(),
                    &|| pointer!("mapping", i, "amended", j, "text"),
                    Some(&entry.id),
                );
            }
            visit(
                amendment.why.as_ref(),
                &|| pointer!("mapping", i, "amended", j, "why"),
                Some(&entry.id),
            );
        }
    }
    for (i, scaling_round) in record.scaling.iter().enumerate() {
        for (j, rating) in scaling_round.ratings.iter().enumerate() {
            for (k, amendment) in rating.amended.iter().enumerate() {
                let path = || pointer!("scaling", i, "ratings", j, "amended", k, "why");
                visit(amendment.why.as_ref(), &path, Some(&rating.by));
            }
        }
        for (j, abstention) in scaling_round.abstentions.iter().enumerate() {
            visit(
                abstention.reason.as_ref(),
                &|| pointer!("scaling", i, "abstentions", j, "reason"),
                Some(&abstention.by),
            );
        }
    }
    for (i, action) in record.actions.iter().enumerate() {
        visit(action.text.as_ref(), &|| pointer!("actions", i, "text"), Some(&action.id));
    }
    for (i, dissent) in record.outcome.dissent.iter().enumerate() {
        visit(
            dissent.view.as_ref(),
            &|| pointer!("outcome", "dissent", i, "view"),
            Some(&dissent.by),
        );
    }
}
