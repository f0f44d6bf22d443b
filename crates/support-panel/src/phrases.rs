//! The phrases of ours that papers print, each with a key that stays when its English is reworded: what a council may say in its
//! own words.
//!
//! A phrase stands here without the colon, comma or bracket that a paper puts around it. What is in braces is filled in.

/// A phrase: its key, and its English.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Phrase {
    /// Its key, which a profile's `words` name.
    pub key: &'static str,
    /// What it says in English.
    pub english: &'static str,
}

/// All of them, in the order of the papers.
///
/// ```
/// let phrase = support_panel::phrases().find(|phrase| phrase.key == "what_we_decided").unwrap();
/// assert_eq!(phrase.english, "What we decided");
/// ```
pub fn phrases() -> impl Iterator<Item = Phrase> {
    KEYS.iter().zip(ENGLISH).map(|(key, english)| Phrase { key, english })
}

/// The key, where a phrase has it.
pub(crate) fn key(word: &str) -> Option<&'static str> {
    KEYS.iter().find(|key| **key == word).copied()
}

/// The keys alone: whoever reads a profile need not know the English.
pub(crate) fn keys() -> impl Iterator<Item = &'static str> {
    KEYS.iter().copied()
}

/// The names of what a text leaves to be filled in: `{day}`.
pub(crate) fn holes(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(hole, _)| hole)
}

/// What the phrase with this key leaves to be filled in.
pub(crate) fn holes_of(key: &str) -> Vec<&'static str> {
    let phrase = phrases().find(|phrase| phrase.key == key);
    phrase.map(|phrase| holes(phrase.english).collect()).unwrap_or_default()
}

macro_rules! phrases {
    ($($key:literal => $english:literal,)+) => {
        const KEYS: &[&str] = &[$($key),+];
        const ENGLISH: &[&str] = &[$($english),+];
    };
}

phrases! {
    // Names of papers.
    "agenda" => "Agenda",
    "before_you_send" => "Before you send",
    "for_the_case_system" => "For the case system",
    "invitation" => "Invitation",
    "map" => "Map",
    "map_and_scales" => "Map and scales",
    "mapping_template" => "Mapping template",
    "minutes" => "Minutes",
    "our_letter_to_you" => "Our letter to you",
    "our_map" => "Our map",
    "our_plan" => "Our plan",
    "questions" => "Questions",
    "referral_form" => "Referral form",
    "review" => "Review",
    "last_time_and_now" => "Last time and now",
    "scoring_slip" => "Scoring slip",
    "actions" => "Actions",
    "what_will_happen" => "What will happen",
    "what_we_talked_about_and_agreed" => "What we talked about and agreed",
    "for" => "For",
    "your_numbers_last_time_and_now" => "Your numbers, last time and now",
    "then_and_now" => "Then and now",

    // Months.
    "january" => "January",
    "february" => "February",
    "march" => "March",
    "april" => "April",
    "may" => "May",
    "june" => "June",
    "july" => "July",
    "august" => "August",
    "september" => "September",
    "october" => "October",
    "november" => "November",
    "december" => "December",

    // Times and amounts.
    "phrase_at_time" => "{phrase} at {time}",
    "month_year" => "{month} {year}",
    "n_min" => "{n} min",
    "min_min_s_s" => "{min} min {s} s",
    "n_s" => "{n} s",
    "n_day" => "{n} day",
    "n_days" => "{n} days",
    "n_week" => "{n} week",
    "n_weeks" => "{n} weeks",
    "n_month" => "{n} month",
    "n_months" => "{n} months",
    "n_working_day" => "{n} working day",
    "n_working_days" => "{n} working days",
    "within_phrase" => "within {phrase}",
    "phrase_within_within" => "{phrase} (within {within})",
    "phrase_the_review" => "{phrase} (the review)",
    "until_phrase" => "until {phrase}",
    "by" => "by",
    "by_phrase" => "by {phrase}",
    "and" => "and",
    "not_recorded" => "not recorded",
    "what_is_not_recorded" => "Not recorded",
    "numbers_and_last" => "{numbers} and {last}",
    "none_recorded" => "none recorded",
    "nothing_recorded" => "None recorded.",
    "yes" => "Yes",
    "no" => "No",
    "someone" => "someone",
    "the_panel" => "the panel",
    "you" => "you",
    "you_begin" => "You",
    "they" => "They",

    // What is withheld.
    "not_for" => "Not for",
    "not_for_the_family" => "Not for the family",
    "only_for" => "Only for",
    "phrase_not_for_the_family" => "{phrase} (not for the family)",

    // The invitation and the agenda.
    "we_are_asking_you_because_your" => "We are asking you because your agency can help.",
    "invites_you_to_its" => "invites you to its",
    "invites_you_to_a" => "invites you to a",
    "the_council" => "The council",
    "to_talk_about" => "to talk about",
    "and_to_agree_who_can_help" => "and to agree who can help with what.",
    "when" => "When",
    "where" => "Where",
    "when_and_where" => "When and where",
    "why_we_are_meeting" => "Why we are meeting",
    "what_we_will_ask_you" => "What we will ask you",
    "we_make_one_map_together_we" => "We make one map together. We ask everyone the same questions:",
    "we_also_ask_where_you_would" => "We also ask where you would put yourself on a line.",
    "there_is_no_right_number_say" => "There is no right number. Say what makes it that number.",
    "there_is_no_right_number_and" => "There is no right number, and you do not have to give one.",
    "your_report" => "Your report",
    "send_us_a_report_at_least" => "Send us a report at least {n} days before the meeting, whether or not you can come: what you are worried about, what is working well, and what your agency can do.",
    "send_us_a_report_before_the" => "Send us a report before the meeting, whether or not you can come: what you are worried about, what is working well, and what your agency can do.",
    "if_you_cannot_come" => "If you cannot come",
    "tell_us_before_the_meeting_what" => "Tell us before the meeting what you want us to know. You can write it, draw it, or ask someone you trust to say it for you. You can also bring someone with you.",
    "send_a_deputy_who_can_agree" => "Send a deputy who can agree actions for your agency. If no one can come, send a written update at least {n} days before: what you are worried about, what is working well, and what your agency can do.",
    "send_a_deputy_who_can_agree_actions" => "Send a deputy who can agree actions for your agency. If no one can come, send a written update: what you are worried about, what is working well, and what your agency can do.",
    "to_read" => "To read",
    "what_we_will_do" => "What we will do",
    "stage" => "Stage",
    "stages" => "Stages",
    "who_leads" => "Who leads",
    "time" => "Time",
    "what_is_asked" => "What is asked",
    "the_chair" => "the chair",
    "the_note_taker" => "the note-taker",
    "the_referrer" => "the referrer",

    // Forms.
    "agreement" => "Agreement",
    "background" => "Background",
    "case_reference" => "Case reference",
    "child_or_young_person" => "Child or young person",
    "children_this_is_about_with_their" => "Children this is about, with their dates of birth",
    "draw_a_ring_round_your_number" => "Draw a ring round your number.",
    "each_childs_view_how_it_was" => "Each child's view, how it was gathered and when; what the parents and carers want.",
    "filled_in_by_and_when" => "Filled in by, and when",
    "one_question_about_what_worries_you" => "One question about what worries you most, with both ends in words.",
    "other_people_who_matter_to_them" => "Other people who matter to them",
    "parents_and_carers" => "Parents and carers",
    "send_the_mapping_template_with_this" => "Send the mapping template with this form, at least {n} days before the meeting.",
    "send_the_mapping_template_with_this_form" => "Send the mapping template with this form.",
    "the_family" => "The family",
    "the_main_points_in_the_words" => "The main points, in the words that you would use in front of the family.",
    "the_question" => "The question",
    "this_panel_is_for_cases_of" => "This panel is for cases of this status",
    "todays_date" => "Today's date",
    "what_is_happening_and_what_has" => "What is happening, and what has been tried?",
    "what_the_children_and_the_family" => "What the children and the family think",
    "what_would_make_this_panel_worth" => "What would make this panel worth it for you and the family?",
    "where_are_you_now_and_what" => "Where are you now, and what makes it that number?",
    "who_asks" => "Who asks",
    "who_in_the_family_has_agreed" => "Who in the family has agreed to this, and on which day? What were they told about sharing?",
    "why_you_ask_the_panel" => "Why you ask the panel",
    "your_best_hopes" => "Your best hopes",
    "your_name_agency_and_phone_number" => "Your name, agency and phone number",
    "your_name" => "Your name",
    "your_number" => "Your number",
    "your_own_scaling_question" => "Your own scaling question",
    "n_means" => "{n} means",

    // The head and the record.
    "about_this_record" => "About this record",
    "adjourned_the_meeting_stopped_and_will" => "Adjourned: the meeting stopped and will go on another day",
    "chair" => "Chair",
    "concluded" => "Concluded",
    "council" => "Council",
    "date" => "Date",
    "first_meeting" => "First meeting",
    "in_progress" => "In progress",
    "meets_again_on" => "Meets again on",
    "notes" => "Notes",
    "panel_before_this_one" => "Panel before this one",
    "planned_the_meeting_has_not_been" => "Planned: the meeting has not been held yet",
    "profile" => "Profile",
    "record" => "Record",
    "status" => "Status",
    "status_of_the_case" => "Status of the case",
    "type" => "Type",
    "version" => "version",
    "why_it_was_adjourned" => "Why it was adjourned",
    "why_it_went_on_without_a" => "Why it went on without a quorum",

    // The decision and what comes next.
    "anyone_who_disagrees" => "Anyone who disagrees",
    "by_when" => "By when",
    "decided_by" => "Decided by",
    "decision" => "Decision",
    "decision_for" => "Decision for",
    "feedback_due" => "Feedback due",
    "feedback_given" => "Feedback given",
    "feedback_to_the_family" => "Feedback to the family",
    "how" => "How",
    "how_feedback_is_given" => "How feedback is given",
    "if_the_plan_is_not_working" => "If the plan is not working",
    "if_you_disagree" => "If you disagree",
    "lead_practitioner" => "Lead practitioner",
    "minutes_sent" => "Minutes sent",
    "reason" => "Reason",
    "reason_for" => "Reason for",
    "recorded" => "Recorded",
    "recorded_by" => "Recorded by",
    "recording" => "Recording",
    "reference" => "Reference",
    "sent_to" => "Sent to",
    "system" => "System",
    "what_happens_next" => "What happens next",
    "what_we_decided" => "What we decided",
    "when_we_meet_again" => "When we meet again",
    "who_gets_these_minutes" => "Who gets these minutes",
    "who_leads_the_work_with_you" => "Who leads the work with you",
    "who_saw_it_differently" => "Who saw it differently",
    "who_to_ring" => "Who to ring",
    "who_will_come_and_talk_it" => "Who will come and talk it through with you",
    "you_heard_on" => "You heard on",

    // The letter.
    "dear" => "Dear",
    "family" => "family",
    "your_family" => "your family",
    "we_met_on_day_to_talk" => "We met on {day} to talk about",
    "we_met_to_talk_about" => "We met to talk about",
    "this_letter_tells_you_what_we" => "This letter tells you what we decided, and who does what.",
    "this_is_why" => "This is why",
    "we_have_not_decided_yet_the" => "We have not decided yet: the meeting stopped",
    "we_go_on_with_it_on" => "We go on with it on {day}.",
    "who_does_what_and_by_when" => "Who does what, and by when",
    "who" => "Who",
    "what" => "What",
    "progress" => "Progress",
    "what_is_going_well" => "What is going well",
    "what_we_are_worried_about" => "What we are worried about",
    "what_we_are_not_sure_about" => "What we are not sure about",
    "what_we_want_to_see" => "What we want to see",
    "you_have_done_this" => "you have done this",
    "no_longer_a_worry" => "no longer a worry",
    "we_meet_again_on_day" => "We meet again on {day}.",
    "we_do_not_plan_to_meet" => "We do not plan to meet again about this.",
    "leads_the_work_with_you" => "leads the work with you",
    "leads_the_work_with_you_until" => "leads the work with you until then",
    "will_talk_this_through_with_you" => "will talk this through with you",
    "will_talk_this_through_with_you_by" => "will talk this through with you by {day}",

    // The child's page.
    "the_people_who_help_your_family" => "The people who help your family met on {day}. This page is for you. You can keep it, and you can ask what anything on it means.",
    "the_people_who_help_your_family_met" => "The people who help your family met. This page is for you. You can keep it, and you can ask what anything on it means.",
    "gives_you_this_page" => "gives you this page.",
    "what_the_grown_ups_worry_about" => "What the grown-ups worry about",
    "what_the_grown_ups_have_promised" => "What the grown-ups have promised",
    "the_grown_ups_meet_again_on" => "The grown-ups meet again on {day}. They want to know what you think before then.",
    "you_can_talk_to" => "You can talk to",
    "about_all_of_this" => "about all of this.",

    // The map.
    "about" => "About",
    "also_said" => "Also said",
    "changed_on_the_map" => "Changed on the map",
    "complicating_factors" => "Complicating factors",
    "each_danger_and_the_goal_that" => "Each danger, and the goal that answers it",
    "existing_safety" => "Existing safety",
    "existing_strengths" => "Existing strengths",
    "future_danger" => "Future danger",
    "goals" => "Goals",
    "grey_areas" => "Grey areas",
    "met" => "Met",
    "next_steps" => "Next steps",
    "no_goal_yet" => "No goal yet",
    "number" => "Number",
    "past_harm" => "Past harm",
    "raised_by" => "Raised by",
    "seen" => "Seen",
    "stood_under" => "stood under",
    "was" => "was",
    "taken_off_the_map" => "Taken off the map",
    "the_map" => "The map",
    "the_map_second_page" => "The map, second page",
    "this_is_the_first_of_two" => "This is the first of two pages.",
    "what_could_happen_to_the_child" => "What could happen to the child",
    "who_is_worried" => "Who is worried",
    "who_said_so" => "Who said so",

    // The minutes.
    "agreed" => "Agreed",
    "agreement_and_sharing" => "Agreement and sharing",
    "agreement_to_the_help" => "Agreement to the help",
    "agreement_to_the_service" => "Agreement to the service",
    "before_that" => "Before that",
    "began" => "Began",
    "best_hopes" => "Best hopes",
    "best_hopes_and_background" => "Best hopes and background",
    "declined" => "Declined",
    "ended" => "Ended",
    "family_told_what_is_shared" => "Family told what is shared",
    "given_by" => "Given by",
    "lawful_basis_for_sharing" => "Lawful basis for sharing",
    "led_by" => "Led by",
    "mapping_template_received" => "Mapping template received",
    "not_sought" => "Not sought",
    "note_on_sharing" => "Note on sharing",
    "planned" => "Planned",
    "reason_for_the_referral" => "Reason for the referral",
    "referral_received" => "Referral received",
    "referrer" => "Referrer",
    "special_category_condition" => "Special category condition",
    "stages_of_the_meeting" => "Stages of the meeting",
    "taken" => "Taken",
    "times_are_uk_time_pauses_are" => "Times are UK time; pauses are not counted as taken.",
    "were_you_told_what_is_shared" => "Were you told what is shared, and with whom?",
    "what_we_did" => "What we did",
    "what_you_agreed_to" => "What you agreed to",
    "who_asked_for_this_meeting" => "Who asked for this meeting",
    "why" => "Why",
    "why_we_met_and_what_we" => "Why we met, and what we hoped for",
    "withdrawn" => "Withdrawn",
    "not_held" => "not held",
    "paused_for_phrase" => "paused for {phrase}",

    // People.
    "agency" => "Agency",
    "at_the_meeting" => "At the meeting",
    "attendance" => "Attendance",
    "born" => "Born",
    "did_not_attend_no_apologies" => "Did not attend (no apologies)",
    "how_we_heard_their_view" => "How we heard their view",
    "invited" => "Invited",
    "nhs_number" => "NHS number",
    "name" => "Name",
    "role" => "Role",
    "sent_apologies" => "Sent apologies",
    "views" => "Views",
    "who_came" => "Who came",
    "who_they_are" => "Who they are",
    "who_this_is_about" => "Who this is about",
    "who_was_there" => "Who was there",
    "about_phrase" => "about {phrase}",
    "advocate" => "advocate",
    "asked_beforehand" => "asked beforehand",
    "asked_for_this_meeting" => "asked for this meeting",
    "view_at_the_meeting" => "at the meeting",
    "brother_or_sister" => "brother or sister",
    "came_at_time" => "came at {time}",
    "carer" => "carer",
    "child" => "child",
    "deputy" => "deputy",
    "expected_phrase" => "expected {phrase}",
    "familys_own_network" => "family's own network",
    "here_for" => "for",
    "in_writing_or_pictures" => "in writing or pictures",
    "joined_by_phone_or_video" => "joined by phone or video",
    "left_at_time" => "left at {time}",
    "view_not_sought" => "not sought",
    "notes_and_records" => "notes and records",
    "observed_by_someone_who_knows_them" => "observed by someone who knows them",
    "other" => "other",
    "parent" => "parent",
    "part_referrer" => "referrer",
    "relative" => "relative",
    "sent_a_written_update" => "sent a written update",
    "through_an_advocate" => "through an advocate",
    "works_with_the_family" => "works with the family",

    // Actions.
    "is_agreed" => "Agreed?",
    "also" => "Also",
    "cancelled" => "Cancelled",
    "done" => "Done",
    "not_started" => "Not started",
    "not_yet_answered" => "Not yet answered",
    "so_that" => "So that",
    "follows_it_up" => "follows it up",
    "for_numbers_on_the_map" => "For {numbers} on the map",
    "from_an_earlier_panel" => "from an earlier panel",
    "said_by" => "said by",
    "due_when_we_meet_again" => "when we meet again",
    "with" => "with",

    // Scales and numbers.
    "answered_on_others_behalf" => "Answered on others' behalf",
    "answered_on_professionals_behalf" => "Answered on professionals' behalf",
    "answered_on_the_familys_behalf" => "Answered on the family's behalf",
    "asked" => "Asked",
    "everyone_said_n" => "Everyone said {n}.",
    "side_family" => "Family",
    "familys_numbers" => "Family's numbers",
    "gave_no_number" => "Gave no number",
    "they_gave_no_number" => "gave no number",
    "most_worried" => "Most worried",
    "no_numbers_were_recorded" => "No numbers were recorded.",
    "one_number" => "One number",
    "one_point_better" => "One point better",
    "others" => "Others",
    "others_numbers" => "Others' numbers",
    "please_note" => "Please note",
    "professionals" => "Professionals",
    "professionals_gave_numbers_from_low_to" => "Professionals gave numbers from {low} to {high}",
    "professionals_said_n" => "Professionals said {n}",
    "professionals_numbers" => "Professionals' numbers",
    "scaling" => "Scaling",
    "spread" => "Spread",
    "their_own_number" => "Their own number",
    "what_its_two_ends_mean" => "What its two ends mean",
    "what_keeps_it_from_being_higher" => "What keeps it from being higher",
    "what_makes_it_that_high" => "What makes it that high",
    "what_would_be_one_point_better" => "What would be one point better",
    "what_would_be_one_point_higher" => "What would be one point higher",
    "where_others_thought" => "Where others thought",
    "where_others_thought_someone_would_be" => "Where others thought someone would be",
    "where_we_put_ourselves_on_the" => "Where we put ourselves on the scale",
    "who_thought_so" => "Who thought so",
    "whose_question" => "Whose question",
    "asked_when" => "asked",
    "at_the_end" => "at the end",
    "at_the_start" => "at the start",
    "from_low_to_high" => "from {low} to {high}",
    "none_given" => "none given",
    "no_number" => "no number",
    "on_this_scale_a_higher_number" => "on this scale a higher number is more worried",
    "s_question" => "'s question",
    "the_referrers_own" => "the referrer's own",
    "thought_that" => "thought that",
    "would_be" => "would be",
    "would_be_at" => "would be at",

    // The review.
    "change" => "Change",
    "last_time" => "Last time",
    "new" => "New",
    "now_no_longer_a_worry" => "No longer a worry",
    "not_carried_forward" => "Not carried forward",
    "now" => "Now",
    "what_became_of_each_action" => "What became of each action",
    "what_came_of_it" => "What came of it",
    "what_has_moved" => "What has moved",
    "the_same" => "the same",
    "n_better" => "{n} better",
    "n_more_worried" => "{n} more worried",

    // Before you send, and the case system.
    "action" => "Action",
    "feedback" => "Feedback",
    "meeting" => "Meeting",
    "reason_for_the_decision" => "Reason for the decision",
    "referral" => "Referral",
    "scale" => "Scale",
    "all" => "all",
    "actions_in_it" => "Actions in it",
    "before_it_is_made" => "Before it is made",
    "code" => "Code",
    "disagrees" => "Disagrees",
    "entries_in_it" => "Entries in it",
    "how_much_it_matters" => "How much it matters",
    "names_dates_and_numbers_are_in" => "Names, dates and numbers are in the copies as well; the command disclosures lists each of them.",
    "nothing_was_found" => "Nothing was found.",
    "read_once_more_and_confirm" => "Read once more, and confirm",
    "still_to_do" => "Still to do",
    "these_words_will_be_given_to" => "These words will be given to",
    "too_long_n_characters_where_the" => "Too long: {n} characters, where the system takes {most}.",
    "views_and_numbers" => "Views and numbers",
    "what_are_we_worried_about" => "What are we worried about?",
    "what_each_copy_discloses" => "What each copy discloses",
    "what_is_working_well" => "What is working well?",
    "what_needs_to_happen" => "What needs to happen?",
    "which_copy" => "Which copy",
    "who_gets_which_copy" => "Who gets which copy",
    "why_the_panel_met" => "Why the panel met",
    "words_that_the_family_may_not" => "Words that the family may not know",
    "must_be_fixed" => "must be fixed",
    "needs_a_look" => "needs a look",
    "review_and_next_steps" => "Review and next steps",
    "the_decision_and_what_they_do" => "the decision, and what they do",
    "the_working_record" => "the working record",
    "their_own_copy" => "their own copy",
    "would_be_better" => "would be better",
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// What a paper puts around a phrase is not part of it.
    fn core(text: &str) -> &str {
        text.trim_matches(|c: char| c.is_whitespace() || ".,;:".contains(c))
    }

    #[test]
    fn each_phrase_has_one_key() {
        let keys: BTreeSet<_> = keys().collect();
        let english: BTreeSet<_> = phrases().map(|phrase| core(phrase.english)).collect();
        assert_eq!((keys.len(), english.len()), (KEYS.len(), KEYS.len()));
        assert_eq!(KEYS.len(), ENGLISH.len());
        let is_key = |key: &str| key.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'_'));
        assert!(keys.iter().all(|key| is_key(key)));
    }
}
