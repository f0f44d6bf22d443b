//! The family: what it agreed to, what it was told, and how it was heard.

use crate::Text;
use crate::record::{Participant, PersonKind, ServiceStatus, Views};
use crate::rules::{Findings, View, pointer, rule};

fn says_nothing(text: Option<&Text>) -> bool {
    text.is_none_or(Text::is_blank)
}

rule! {
    SP206 => agreement,
    title: "Agreement to the service is not recorded",
    severity: Error,
    phase: Concluded,
    why: "Early help is voluntary: the family must agree. Where they have not, the record must say why the panel was held.",
    remedy: "Record whether the family agreed; where it did not, or was not asked, record why.",
}

fn agreement(view: &View<'_>, findings: &mut Findings) {
    let service = &view.record.agreement.service;
    match service.status {
        None => {
            findings.add(
                pointer!("agreement", "service", "status"),
                None,
                "Nothing says whether the family agreed to the service.",
                &[],
            );
        }
        Some(status)
            if status != ServiceStatus::Agreed && says_nothing(service.reason.as_ref()) =>
        {
            let template = "Agreement to the service is {status}, and no reason is recorded.";
            findings.add(
                pointer!("agreement", "service", "reason"),
                None,
                template,
                &[("status", status.as_str().into())],
            );
        }
        Some(_) => {}
    }
}

rule! {
    SP207 => sharing,
    title: "The basis for sharing is not recorded",
    severity: Warning,
    phase: Concluded,
    why: "Information about a family may be shared on a lawful basis only, and the family should know unless that would put someone at risk.",
    remedy: "Record the lawful basis; record that the family was told, or note why it was not.",
}

fn sharing(view: &View<'_>, findings: &mut Findings) {
    let sharing = &view.record.agreement.sharing;
    if sharing.lawful_basis.as_ref().is_none_or(|basis| basis.is_blank()) {
        findings.add(
            pointer!("agreement", "sharing", "lawful_basis"),
            None,
            "No lawful basis for sharing information is recorded.",
            &[],
        );
    }
    if sharing.family_told != Some(true) && says_nothing(sharing.note.as_ref()) {
        let template = "Nothing says that the family was told what is shared, or why it was not.";
        findings.add(pointer!("agreement", "sharing", "family_told"), None, template, &[]);
    }
}

rule! {
    SP208 => not_heard,
    title: "The family was not heard",
    severity: Warning,
    phase: Concluded,
    why: "A plan made without the family is seldom the family's plan.",
    remedy: "Record who of the family came, or how their views were gathered: by an advocate, in writing, beforehand or by watching.",
}

fn not_heard(view: &View<'_>, findings: &mut Findings) {
    let came = view.attended().any(Participant::is_family_side);
    let heard = view
        .record
        .case
        .people
        .iter()
        .any(|person| person.views.is_some_and(Views::were_gathered_apart));
    if !came && !heard {
        let template =
            "No one of the family side attended, and no one's views were gathered in another way.";
        findings.add(pointer!("participants"), None, template, &[]);
    }
}

rule! {
    SP209 => child_not_heard,
    title: "A child's views are missing",
    severity: Warning,
    phase: Concluded,
    why: "The panel is about the child, who has the right to be heard in it, each time anew.",
    remedy: "Record how and on what day the child's views were gathered, or note why they were not sought.",
}

fn child_not_heard(view: &View<'_>, findings: &mut Findings) {
    let last_panel = view.previous.and_then(|previous| previous.meeting.held_on);
    let children = view
        .record
        .case
        .people
        .iter()
        .enumerate()
        .filter(|(_, person)| person.kind == PersonKind::Child);
    for (i, child) in children {
        let mut facts = vec![("child", (&child.id).into())];
        match (child.views, last_panel) {
            (None, _) => {
                let template = "Nothing says how the views of {child} were gathered.";
                findings.add(
                    pointer!("case", "people", i, "views"),
                    Some(&child.id),
                    template,
                    &facts,
                );
            }
            (Some(Views::NotSought), _) if says_nothing(child.views_note.as_ref()) => {
                let template = "The views of {child} were not sought, and no note says why.";
                findings.add(
                    pointer!("case", "people", i, "views_note"),
                    Some(&child.id),
                    template,
                    &facts,
                );
            }
            (Some(views), Some(last_panel))
                if views.were_gathered_apart()
                    && child.views_on.is_none_or(|on| on <= last_panel) =>
            {
                facts.push(("last_panel", last_panel.into()));
                facts.extend(child.views_on.map(|on| ("views_on", on.into())));
                let template = match child.views_on {
                    Some(_) => {
                        "The views of {child} are of {views_on}, not since the last panel on {last_panel}."
                    }
                    None => {
                        "Nothing says that the views of {child} were gathered since the last panel on {last_panel}."
                    }
                };
                findings.add(
                    pointer!("case", "people", i, "views_on"),
                    Some(&child.id),
                    template,
                    &facts,
                );
            }
            _ => {}
        }
    }
}

rule! {
    SP211 => rests_on_withdrawn,
    title: "An action for a family that has withdrawn",
    severity: Error,
    phase: Concluded,
    why: "A family that has withdrawn from the service cannot be held to a new part in its plan.",
    remedy: "Let a professional own the action, cancel it, or record that the family has agreed again.",
}

fn rests_on_withdrawn(view: &View<'_>, findings: &mut Findings) {
    let service = &view.record.agreement.service;
    let Some(withdrawn_on) =
        service.on.filter(|_| service.status == Some(ServiceStatus::Withdrawn))
    else {
        return;
    };
    for (i, action) in view.record.actions.iter().enumerate().filter(|(_, action)| action.is_live())
    {
        let owner = action
            .owner
            .as_deref()
            .and_then(|id| view.participant(id))
            .filter(|owner| owner.is_family_side());
        let agreed_on =
            action.agreed_on.or(view.held_on()).filter(|agreed_on| *agreed_on > withdrawn_on);
        if let (Some(owner), Some(agreed_on)) = (owner, agreed_on) {
            let template = "Action {action}, agreed on {agreed_on}, is for {owner}, but the family withdrew on {withdrawn_on}.";
            let facts = [
                ("action", (&action.id).into()),
                ("agreed_on", agreed_on.into()),
                ("owner", (&owner.id).into()),
                ("withdrawn_on", withdrawn_on.into()),
            ];
            findings.add(pointer!("actions", i, "owner"), Some(&action.id), template, &facts);
        }
    }
}

rule! {
    SP212 => not_invited,
    title: "The family is not invited",
    severity: Warning,
    phase: Planned,
    why: "Whoever is spoken about should be asked to come, and in good time.",
    remedy: "Invite a parent, the child, or someone of the family's own network, and add them to the participants.",
}

fn not_invited(view: &View<'_>, findings: &mut Findings) {
    if !view.record.participants.iter().any(Participant::is_family_side) {
        findings.add(
            pointer!("participants"),
            None,
            "No one of the family side is among the participants.",
            &[],
        );
    }
}
