//! The peer: the record as anyone would first write it for serde_json, owned and unchecked.

use serde::Deserialize;

type Texts = Vec<String>;
type Extensions = Option<serde_json::Map<String, serde_json::Value>>;

macro_rules! naive {
    ($($name:ident { $($field:ident: $type:ty),* $(,)? })*) => {$(
        #[derive(Deserialize, Default)]
        #[serde(default)]
        #[allow(dead_code, reason = "a peer is timed for reading, not for what is done with it afterwards")]
        pub(crate) struct $name { $($field: $type),* }
    )*};
}

type Text = Option<String>;

naive! {
    Record {
        format: String, id: String, profile: ProfileName, case: Case, referral: Referral, agreement: Agreement, meeting: Meeting,
        participants: Vec<Participant>, agenda: Vec<Item>, mapping: Vec<Entry>, scaling: Vec<Sitting>, actions: Vec<Action>,
        outcome: Outcome, recording: Recording, extensions: Extensions,
    }
    ProfileName { id: String, version: String }
    Case { reference: String, status: Text, people: Vec<Person>, identifiers: Vec<Identifier>, extensions: Extensions }
    Identifier { system: String, value: String }
    Person {
        id: String, kind: String, name: Text, date_of_birth: Text, birth: Option<Birth>, expected_on: Text, nhs_number: Text, views: Text, views_on: Text,
        views_note: Text, extensions: Extensions,
    }
    Birth { year: Option<u32>, month: Option<u32>, estimated: Option<bool> }
    Referral { received_on: Text, referrer: Text, reason: Text, best_hopes: Text, background: Text, mapping_received_on: Text, scale: Option<Scale>, extensions: Extensions }
    Scale { id: String, prompt: Text, min: f64, max: f64, step: f64, higher_is: String, anchors: Anchors }
    Anchors { min: Text, max: Text }
    Agreement { service: Service, sharing: Sharing }
    Service { status: Text, given_by: Texts, on: Text, reason: Text, history: Vec<History> }
    History { status: Text, on: Text }
    Sharing { lawful_basis: Text, special_category_condition: Text, family_told: Option<bool>, note: Text }
    Meeting {
        status: Text, kind: Text, held_on: Text, opened_on: Text, chair: Text, note_taker: Text, previous: Text,
        inquorate_reason: Text, adjourned_reason: Text, reconvene_on: Text, clock_set_back: Option<u32>, extensions: Extensions,
    }
    Participant {
        id: String, kind: String, name: Text, agency: Text, seat: Text, person: Text, attendance: Text, deputy_for: Text,
        written_update: Option<bool>, arrived_at: Text, left_at: Text, extensions: Extensions,
    }
    Item { stage: String, led_by: Text, started_at: Text, ended_at: Text, paused_seconds: Option<u32>, skipped_reason: Text, note: Text, extensions: Extensions }
    Entry {
        id: String, category: String, text: Text, about: Texts, raised_by: Texts, origin: Text, answers: Texts, evidence: Text,
        statement: Option<Statement>, settled: Option<Settled>, visible_to: Text, amended: Vec<Amendment>, withdrawn: Option<Withdrawn>,
        extensions: Extensions,
    }
    Statement { worried: Texts, about: Text, impact: Text }
    Settled { on: Text, how: Text }
    Amendment { at: String, by: Text, category: Text, text: Text, value: Option<f64>, why: Text }
    Withdrawn { at: Text, by: Text, why: Text }
    Sitting { scale: String, round: Text, about: Text, revealed_at: Text, ratings: Vec<Rating>, abstentions: Vec<Abstention>, extensions: Extensions }
    Rating {
        by: String, on_behalf_of: Option<OnBehalfOf>, value: f64, reason: Text, one_point_higher: Text, at: Text, amended: Vec<Amendment>,
        extensions: Extensions,
    }
    OnBehalfOf { person: Text, participant: Text, other: Text }
    Abstention { by: String, reason: Text }
    Action {
        id: String, text: Text, serves: Texts, owner: Text, supporting: Texts, acceptance: Text, accepted_by: Text, accepted_on: Text,
        chaser: Text, agreed_on: Text, due: Option<Due>, status: Text, done_on: Text, outcome: Text, cancelled_reason: Text,
        carried_from: Option<CarriedFrom>, visible_to: Text, extensions: Extensions,
    }
    Due { on: Text, within: Option<Within>, by_review: Option<bool> }
    Within { working_days: Option<u32>, days: Option<u32>, weeks: Option<u32>, months: Option<u32> }
    CarriedFrom { record: String, action: String }
    Outcome {
        decision: Text, reason: Text, children: Vec<ChildDecision>, decided_by: Text, dissent: Vec<Dissent>,
        lead_practitioner: Text, review_on: Text,
        contingency: Text, feedback: Option<Feedback>, extensions: Extensions,
    }
    ChildDecision { child: String, decision: String, reason: Text }
    Dissent { by: String, view: Text }
    Feedback { owner: Text, due_on: Text, given_on: Text, how: Text }
    Recording { system: Text, reference: Text, recorded_on: Text, recorded_by: Text, minutes_circulated_on: Text, circulated_to: Texts }
}
