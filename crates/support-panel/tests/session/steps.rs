//! A small panel, and steps at random: sensible ones and foolish ones.

use support_panel::session::Target;
use support_panel::{Command, CommandType, Profile, Record, Session, Stamp};

/// Scales that stay sealed, one of them asked of each danger, beside Leicester's own.
pub(crate) const PROFILE: &str = r#"
extends = "leicester-masp"
id = "sealed-panel"
version = "1"
[actions]
default_within = { weeks = 2 }
[[scales]]
id = "panel"
independent = true
[[scales]]
id = "danger"
prompt = "How near is it?"
min = 0
max = 1
step = 0.1
higher_is = "worse"
subject = "entry"
asked_of = ["everyone"]
rounds = ["opening", "closing"]
independent = true
anchors = { min = "Far", max = "Here" }
"#;

pub(crate) const RECORD: &str = r#"{"format":"support-panel/1","id":"panel-1","profile":{"id":"sealed-panel","version":"1"},
"case":{"reference":"EHA-1","people":[{"id":"kai","kind":"child","date_of_birth":"2018-05-01"},{"id":"maya","kind":"parent"}]},
"referral":{"referrer":"p-worker","scale":{"id":"referrer","prompt":"How sure?","min":0,"max":10,"step":1,"higher_is":"better","anchors":{"min":"a","max":"b"}}},
"meeting":{"held_on":"2026-03-12"},
"participants":[
{"id":"p-chair","kind":"professional","seat":"early_help_service_manager","attendance":"invited"},
{"id":"p-worker","kind":"professional","attendance":"invited"},
{"id":"p-yj","kind":"professional","seat":"youth_justice_team_manager","attendance":"invited"},
{"id":"p-deputy","kind":"professional","deputy_for":"p-yj","attendance":"invited"},
{"id":"p-maya","kind":"family","person":"maya","attendance":"invited"},
{"id":"p-kai","kind":"child","person":"kai","attendance":"invited"}],
"mapping":[{"id":"m1","category":"future_danger","text":"A danger"},{"id":"m2","category":"past_harm","text":"A harm"}]}"#;

pub(crate) fn opened() -> Session {
    let record = Record::from_json(RECORD).unwrap();
    Session::open(record, Profile::from_toml(PROFILE).unwrap()).unwrap()
}

pub(crate) fn command(json: &str) -> Command {
    Command::from_json(json).unwrap_or_else(|error| panic!("{json}\n{error}"))
}

/// The stamp of the nth minute.
pub(crate) fn stamp(minute: usize, by: &str) -> Stamp {
    let (hour, minute) = (9 + minute / 60, minute % 60);
    Stamp::from_json(format!(r#"{{"at":"2026-03-12T{hour:02}:{minute:02}:00Z","by":"{by}"}}"#))
        .unwrap()
}

pub(crate) fn given(session: &mut Session, minute: usize, json: &str) {
    session
        .apply(command(json), stamp(minute, "p-chair"))
        .unwrap_or_else(|error| panic!("{json}\n{error}"));
}

/// What the dice say: everything else follows from these.
pub(crate) type Dice = [u8; 6];

fn pick<'a>(from: &[&'a str], die: u8) -> &'a str {
    from[usize::from(die) % from.len()]
}

/// Any command at all, most of them well meant.
pub(crate) fn any_command(session: &Session, dice: Dice) -> Command {
    let kinds: Vec<_> =
        CommandType::ALL.iter().filter(|kind| **kind != CommandType::Sealed).collect();
    let kind = *kinds[usize::from(dice[0]) % kinds.len()];
    let items = session.allowed_of(kind);
    let target = items[usize::from(dice[1]) % items.len()].target.clone().unwrap_or_default();
    command(&json_of(session, kind, &target, dice))
}

/// A command of a kind about a target, its other members as the dice fall.
pub(crate) fn json_of(session: &Session, kind: CommandType, target: &Target, dice: Dice) -> String {
    let record = session.record();
    let people: Vec<_> =
        record.participants.iter().map(|p| p.id.as_str()).chain(["p-nobody"]).collect();
    let who = pick(&people, dice[2]);
    let entry = |die: u8| match record.mapping.len() {
        0 => "m0".to_owned(),
        count => record.mapping[usize::from(die) % count].id.to_string(),
    };
    let action = |id: &Option<support_panel::Id>| {
        id.as_ref().map_or_else(|| "a0".to_owned(), ToString::to_string)
    };
    let category = pick(
        &[
            "past_harm",
            "future_danger",
            "complicating_factor",
            "existing_strength",
            "existing_safety",
            "goal",
            "next_step",
            "grey_area",
        ],
        dice[3],
    );
    let participant = target.participant.as_deref().unwrap_or(who).to_owned();
    let stage = target.stage.as_deref().unwrap_or("no_stage").to_owned();
    let id = if dice[5].is_multiple_of(8) {
        who.to_owned()
    } else {
        format!("x{}-{}-{}", session.events().len(), dice[4], dice[5])
    };
    let on = target.entry.as_deref().map_or_else(|| entry(dice[4]), ToOwned::to_owned);
    let sitting = {
        let part = |key: &str, value: Option<&str>| {
            value.map_or_else(String::new, |value| format!(r#","{key}":"{value}""#))
        };
        let scale = target.scale.as_deref().unwrap_or("panel");
        format!(
            r#""scale":"{scale}"{}{}"#,
            part("round", target.round.as_deref()),
            part("about", target.about.as_deref())
        )
    };
    let guess = if dice[5].is_multiple_of(3) { r#","on_behalf_of":{"person":"kai"}"# } else { "" };
    let value = match target.scale.as_deref() {
        Some("danger") => format!("0.{}", dice[3] % 11),
        _ => (dice[3] % 12).to_string(),
    };
    let why = if dice[5].is_multiple_of(4) { "" } else { r#","why":"because""# };
    let reason = if dice[5].is_multiple_of(4) { "" } else { r#","reason":"because""# };
    let rest = match kind {
        CommandType::OpenMeeting => format!(r#""chair":"{who}""#),
        CommandType::Appoint => format!(r#""note_taker":"{who}""#),
        CommandType::Invite => format!(r#""id":"{id}","kind":"professional""#),
        CommandType::Arrive if dice[4].is_multiple_of(2) => {
            format!(r#""participant":"{participant}","how":"remote""#)
        }
        CommandType::Arrive
        | CommandType::Apologise
        | CommandType::MarkAbsent
        | CommandType::Leave
        | CommandType::NameLead => {
            format!(r#""participant":"{participant}""#)
        }
        CommandType::ProceedInquorate | CommandType::Adjourn => r#""reason":"because""#.to_owned(),
        CommandType::RecordBestHopes | CommandType::RecordBackground => {
            format!(r#""text":"text {}""#, dice[4])
        }
        CommandType::RecordViews => r#""person":"kai","views":"observed""#.to_owned(),
        CommandType::SetAgreement => {
            format!(
                r#""status":"{}","given_by":["maya"]{reason}"#,
                pick(&["agreed", "declined", "withdrawn"], dice[3])
            )
        }
        CommandType::SetSharing => r#""family_told":true"#.to_owned(),
        CommandType::StartStage => format!(r#""stage":"{stage}""#),
        CommandType::SkipStage => format!(r#""stage":"{stage}","reason":"because""#),
        CommandType::EndStage if dice[4].is_multiple_of(2) => r#""note":"a note""#.to_owned(),
        CommandType::AddEntry if dice[4].is_multiple_of(2) => {
            format!(
                r#""id":"{id}","category":"{category}","text":"text {}","answers":["{}"]"#,
                dice[3],
                entry(dice[2])
            )
        }
        CommandType::AddEntry => {
            format!(r#""id":"{id}","category":"{category}","text":"text {}""#, dice[3])
        }
        CommandType::AmendEntry => format!(r#""entry":"{on}","text":"text {}"{why}"#, dice[3]),
        CommandType::MoveEntry => format!(r#""entry":"{on}","category":"{category}"{why}"#),
        CommandType::WithdrawEntry => format!(r#""entry":"{on}"{why}"#),
        CommandType::SettleEntry => format!(r#""entry":"{on}","how":"it is""#),
        CommandType::Mark => {
            let visible_to = pick(&["everyone", "professionals"], dice[3]);
            let lists_only = dice[4] % 10 >= 8;
            let what = match dice[4] % 10 {
                0 | 1 => format!(r#""target":"{}""#, entry(dice[2])),
                2 => format!(r#""target":"{}","part":"settled""#, entry(dice[2])),
                3 => format!(r#""target":"{who}","part":"dissenting_view""#),
                4 => {
                    let parts = ["referral", "service", "place", "decision_reason", "contingency"];
                    format!(r#""part":"{}""#, pick(&parts, dice[2]))
                }
                5 => format!(r#""target":"{who}""#),
                6 => format!(r#""target":"{who}","part":"rating",{sitting}{guess}"#),
                7 => format!(r#""target":"{who}","part":"abstention",{sitting}"#),
                8 => r#""target":"kai","part":"listing""#.to_owned(),
                _ => r#""part":"family_copy""#.to_owned(),
            };
            let visible_to = match lists_only {
                true => String::new(),
                false => format!(r#","visible_to":"{visible_to}""#),
            };
            format!(r#"{what}{visible_to},"withheld_from":["{who}"]{why}"#)
        }
        CommandType::OpenRound | CommandType::Reveal => sitting,
        CommandType::Rate => format!(r#"{sitting},"by":"{who}","value":{value}{guess}{reason}"#),
        CommandType::AmendRating => {
            format!(r#"{sitting},"by":"{who}","value":{value}{guess}{why}"#)
        }
        CommandType::Abstain => format!(r#"{sitting},"by":"{who}","reason":"because""#),
        CommandType::AgreeAction if dice[4].is_multiple_of(2) => {
            format!(r#""id":"{id}","text":"do it","owner":"{who}","chaser":"p-chair""#)
        }
        CommandType::AgreeAction => {
            format!(r#""id":"{id}","text":"do it","serves":["{}"]"#, entry(dice[2]))
        }
        CommandType::AmendAction => {
            format!(r#""action":"{}","text":"text {}""#, action(&target.action), dice[3])
        }
        CommandType::Allocate => {
            format!(r#""action":"{}","owner":"{who}","chaser":"p-chair""#, action(&target.action))
        }
        CommandType::Accept | CommandType::Decline if dice[4].is_multiple_of(2) => {
            format!(r#""action":"{}","by":"{who}""#, action(&target.action))
        }
        CommandType::Accept | CommandType::Decline => {
            format!(r#""action":"{}""#, action(&target.action))
        }
        CommandType::SetDue => format!(
            r#""action":"{}","due":{{"within":{{"days":{}}}}}"#,
            action(&target.action),
            dice[3] % 9 + 1
        ),
        CommandType::UpdateAction => {
            format!(
                r#""action":"{}","status":"{}"{reason}"#,
                action(&target.action),
                pick(&["open", "in_progress", "done", "cancelled"], dice[3])
            )
        }
        CommandType::Decide => {
            let child = pick(&["", r#","child":"kai""#, r#","child":"maya""#], dice[3]);
            format!(
                r#""decision":"{}"{child}{reason}"#,
                target.decision.as_deref().unwrap_or("no_decision")
            )
        }
        CommandType::Dissent => format!(r#""by":"{who}","view":"otherwise""#),
        CommandType::SetReview => format!(r#""on":"2026-0{}-01""#, dice[3] % 6 + 1),
        CommandType::GiveFeedback => format!(r#""owner":"{who}""#),
        CommandType::FileRecord => format!(r#""reference":"r","by":"{who}""#),
        CommandType::CirculateMinutes => format!(r#""to":["{who}"]"#),
        CommandType::Amend => {
            let kinds: Vec<_> = CommandType::ALL
                .iter()
                .filter(|kind| !matches!(kind, CommandType::Amend | CommandType::Sealed))
                .collect();
            let change = *kinds[usize::from(dice[3]) % kinds.len()];
            let of = session
                .allowed_of(change)
                .first()
                .and_then(|item| item.target.clone())
                .unwrap_or_default();
            format!(r#""why":"a slip","change":{}"#, json_of(session, change, &of, dice))
        }
        CommandType::Undo => r#""why":"a slip""#.to_owned(),
        CommandType::Pause
        | CommandType::Resume
        | CommandType::EndStage
        | CommandType::Conclude
        | CommandType::Redo
        | CommandType::Sealed => String::new(),
    };
    if rest.is_empty() {
        format!(r#"{{"type":"{kind}"}}"#)
    } else {
        format!(r#"{{"type":"{kind}",{rest}}}"#)
    }
}

/// A sitting after these steps, the refused ones passed over. Few of the dice open the meeting, so it starts open with
/// everyone there when the first die says so.
pub(crate) fn after(start: u8, steps: &[Dice]) -> Session {
    let mut session = opened();
    if !start.is_multiple_of(4) {
        warm(&mut session);
    }
    for dice in steps {
        let command = any_command(&session, *dice);
        // What ends the meeting would end most walks in their first steps.
        if !matches!(command.kind(), CommandType::Conclude) || dice[5].is_multiple_of(16) {
            let minute = session.events().len();
            drop(session.apply(command, stamp(minute, "p-chair")));
        }
    }
    session
}

/// A meeting in full swing.
pub(crate) fn warm(session: &mut Session) {
    given(session, 0, r#"{"type":"open_meeting","chair":"p-chair","note_taker":"p-worker"}"#);
    for who in ["p-chair", "p-worker", "p-deputy", "p-maya", "p-kai"] {
        given(session, 1, &format!(r#"{{"type":"arrive","participant":"{who}"}}"#));
    }
    given(session, 2, r#"{"type":"open_round","scale":"panel"}"#);
    given(session, 3, r#"{"type":"open_round","scale":"danger","about":"m1"}"#);
    given(session, 4, r#"{"type":"open_round","scale":"referrer"}"#);
}

/// Whoever takes a mark off an entry says why, and it stays in the entry's history with who and when; a mark that is added
/// does not.
#[test]
fn a_mark_that_is_taken_off_stays_in_the_history() {
    let mut session = opened();
    let marked = r#"{"type":"mark","target":"m1","withheld_from":["p-maya","kai"]}"#;
    given(&mut session, 0, marked);
    assert_eq!(session.record().mapping[0].withheld_from.len(), 2);
    assert!(session.record().mapping[0].amended.is_empty());
    let fewer = r#"{"type":"mark","target":"m1","withheld_from":["kai"],"why":"Maya was told"}"#;
    given(&mut session, 1, fewer);
    let entry = &session.record().mapping[0];
    assert_eq!(entry.withheld_from, ["kai".parse::<support_panel::Id>().unwrap()]);
    let kept = &entry.amended[0];
    assert_eq!((kept.at, &kept.by), (stamp(1, "p-chair").at, &stamp(1, "p-chair").by));
    assert_eq!(kept.why.as_ref().unwrap().as_str(), "Maya was told");
}
