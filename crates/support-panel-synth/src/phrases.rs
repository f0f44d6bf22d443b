//! Names and general sentences.

pub(super) const CHILDREN: &[&str] = &[
    "Kai", "Ava", "Zoë", "Tomasz", "Aaliyah", "Siân", "Ibrahim", "Chloé", "Jayden", "Priya",
    "Oisín", "Łucja", "Noah", "Maryam", "Callum", "Esme", "Kofi", "Freya", "Arjun", "Niamh",
    "Tyler", "Inés", "Daniel", "Halima", "Rhys", "Amelia", "Yusuf", "Poppy", "Mateusz", "Grace",
    "Dev", "Sofía",
];
pub(super) const ADULTS: &[&str] = &[
    "Maya",
    "Darren",
    "Nasreen",
    "Agnieszka",
    "Leanne",
    "Kwame",
    "Joanne",
    "Imran",
    "Renée",
    "Stacey",
    "Piotr",
    "Bhavna",
    "Gareth",
    "Fatuma",
    "Michelle",
    "Anjali",
    "Sean",
    "Rukhsana",
    "Danielle",
    "Ewa",
    "Marcus",
    "Zainab",
    "Kelly",
    "José",
];
pub(super) const KIN: &[&str] = &[
    "Joan",
    "Uncle Ray",
    "Nani",
    "Auntie Bev",
    "Grandad Mick",
    "Halina",
    "Mrs Okafor",
    "Kuldip",
    "Sandra",
    "Auntie Noor",
    "Pat from next door",
    "Dziadek Jan",
    "Granny Mair",
    "Coach Femi",
    "Renu",
    "Big Steve",
];
pub(super) const INITIALS: &[&str] = &[
    "A", "B", "C", "D", "E", "F", "G", "H", "J", "K", "L", "M", "N", "P", "R", "S", "T", "V", "Z",
];
pub(super) const SURNAMES: &[&str] = &[
    "Osei", "Hart", "Dean", "Mistry", "Fenn", "Wray", "Cole", "Bright", "Shah", "Vaughan", "Lowe",
    "Ruiz", "Amin", "Nash", "Wójcik", "Okonkwo", "Pell", "Rahman", "Tully", "Begum", "Llŷr",
    "Marsh", "Kaur", "Devlin", "Sharpe", "Iqbal", "Thorne", "Çelik", "Brook", "Mahmood", "Quigley",
    "Stead", "Patel", "Garside", "Müller", "Adeyemi", "Frost", "Hussain", "Lacey", "Bains",
];
pub(super) const SCHOOLS: &[&str] = &[
    "Alder Road Primary",
    "St Bride's Primary",
    "Fosse Lane Academy",
    "Moat Field School",
    "Belgrave Rise Primary",
    "Highcroft College",
    "Willow Bank Infants",
    "Saffron Lane Academy",
];
pub(super) const WARDS: &[&str] =
    &["Northgate", "Riverside", "Elm Park", "Castle Hill", "Stonebridge", "Mill Lane"];

/// A seat of the panel, its agency, and how a danger statement speaks of whoever holds it.
#[derive(Debug)]
pub(super) struct Seat {
    pub(super) participant: &'static str,
    pub(super) seat: &'static str,
    pub(super) agency: &'static str,
    pub(super) spoken: &'static str,
}

const fn seat(
    participant: &'static str,
    seat: &'static str,
    agency: &'static str,
    spoken: &'static str,
) -> Seat {
    Seat { participant, seat, agency, spoken }
}

pub(super) const SEATS: &[Seat] = &[
    seat("p-chair", "early_help_service_manager", "Early Help", "The chair"),
    seat(
        "p-das",
        "social_care_das_team_manager",
        "Children's Social Care",
        "The social care manager",
    ),
    seat(
        "p-amh",
        "adult_mental_health_team_leader",
        "Adult Mental Health",
        "The adult mental health team",
    ),
    seat("p-camhs", "camhs_representative", "CAMHS", "The child mental health team"),
    seat("p-barn", "barnardos_team_manager", "Barnardo's", "The young carers' team"),
    seat(
        "p-ep",
        "senior_educational_psychologist",
        "Educational Psychology",
        "The educational psychologist",
    ),
    seat(
        "p-ews",
        "ews_assistant_principal_officer",
        "Education Welfare Service",
        "The education welfare officer",
    ),
    seat("p-yj", "youth_justice_team_manager", "Youth Justice", "The youth justice team"),
    seat(
        "p-lpt",
        "lpt_senior_safeguarding_practitioner",
        "Leicestershire Partnership NHS Trust",
        "The health visitor's team",
    ),
    seat("p-crasbu", "crasbu_representative", "CRASBU", "The anti-social behaviour team"),
    seat("p-housing", "district_housing_manager", "Housing", "The housing manager"),
];

pub(super) const WORKERS: &[&str] = &[
    "Family Support",
    "Children's Centre",
    "School Nursing",
    "Health Visiting",
    "Targeted Youth Support",
];
pub(super) const OTHERS: &[(&str, &str)] = &[
    ("p-voluntary", "Home-Start"),
    ("p-gp", "General practice"),
    ("p-police", "Neighbourhood police"),
    ("p-nursery", "Nursery"),
    ("p-youth", "Youth club"),
];

pub(super) const REASONS: &[&str] = &[
    "{Three|Four|Six} months of early help have not {moved things|been enough} and {what began as|beside} one worry there are now {two|three|several}",
    "{parent} and the worker agree that it needs more than one agency, and {soon|before the holidays}",
    "{School|The nurse|A neighbour} and the worker each hold a part of the picture and nobody holds the whole",
    "Things have got {better at home but worse at school|better at school but worse at home} and the plan no longer fits",
    "A second {call|letter} about {child} came in {two|three|four} weeks, and {parent} asked for help",
];
pub(super) const BEST_HOPES: &[&str] = &[
    "To leave with a plan that {the school|housing|health} and I all own, and to know whether early help is still the right level",
    "That {parent} leaves with {one|two} things that others will do, and not only things to do themselves",
    "To hear what I am not seeing, and to agree who does what in the next {six|eight} weeks",
    "That {child}'s own words are at the {centre|start} of the plan and everybody has heard them",
    "To find out what would have to hold before we could {step back|close}, and by when",
];
pub(super) const BACKGROUND: &[&str] = &[
    "{parent} has cared for {children} {alone|mostly alone} since {the summer|2023|the separation}.",
    "I have visited {weekly|fortnightly} since {March|September|the new year}, and {parent} has been in every time but {one|two}.",
    "{kin} lives {ten|five|fifteen} minutes away and helps {most days|at weekends}.",
    "{child} is in year {#1-10} at {school} and {likes it when they are there|has few friends there}.",
    "What we tried first: {a morning routine|a parenting course|money advice}, which helped for {three|five|six} weeks.",
    "{parent} would say that {sleep|money|the flat} comes first, and everything else after.",
    "There has been no call to the police {this year|since the spring}.",
    "{child} says: “{I just want it to be quiet|I want mum to laugh again|I like it when everybody is in|ask me, not them}”.",
];
pub(super) const PROMPTS: &[&str] = &[
    "How sure am I that {children} are well cared for when {parent} is having a bad week?",
    "How sure am I that {child} is safe between {school} and bedtime?",
    "How far would {parent} say that this plan is theirs?",
    "How confident am I that somebody would notice within a day if things slipped?",
];
pub(super) const ANCHOR_MIN: &[&str] = &[
    "Nobody steps in and the children look after themselves",
    "I lie awake about it",
    "It is all on paper and nobody does it",
    "Nobody would notice for weeks",
];
pub(super) const ANCHOR_MAX: &[&str] = &[
    "The family's own people step in every time, without being asked",
    "I would close tomorrow",
    "The family would do it without any of us",
    "Somebody would be there the same evening",
];

/// Reasons for a number: low, middling, high.
pub(super) const RATED: [&[&str]; 3] = [
    &[
        "{Nobody|No child} has been hurt since {January|the summer|the referral}, but {little|nothing} has changed yet",
        "{parent} wants it to change, and there is no plan {yet|that holds}",
        "It is still {falling|getting worse} {week by week|month by month}",
        "I have two good {weeks|visits} to go on, no more",
        "{kin} is there; I {see|know of} nobody else",
        "What was agreed has been done {once|twice} in {#4-8} weeks",
    ],
    &[
        "The family has a plan of its own {starting|on the fridge}",
        "{parent} is {keeping appointments|ringing before it gets bad}",
        "{kin} and the {club|neighbours} are there every week",
        "{child} {talks about what worries them|is catching up}",
        "{parent} asked for this meeting {and came early|and stayed}",
        "There is {an offer|a first step} that could work",
        "{Better|Steadier} than {the spring|last term|a month ago}, not {yet|always} by itself",
        "Some of it holds {on weekdays|when nothing else goes wrong}",
    ],
    &[
        "{Seven|Eight|Ten} weeks without {one bad night|an incident}",
        "Two people step in now without being asked",
        "{child} is {in and smiling|sleeping|back with friends}",
        "It held when {parent} was ill for {a week|five days}",
        "{parent} {rang us|told me} before it went wrong",
        "I would be content to {hear of it by letter|step back}",
        "They {ring|ask} and somebody comes",
    ],
];
pub(super) const HIGHER: &[&str] = &[
    "{A month|Six weeks} of the same",
    "A second person {on the list|who would come}",
    "{Two|Three} full weeks in school",
    "The first {payment|visit} {made|kept}",
    "Hearing it from {child}",
    "Knowing that {the flat is safe|it holds in the holidays}",
    "{kin} {saying|showing} that it is not too much",
];
pub(super) const GUESSED: &[&str] = &[
    "{child} {told me|drew} that home is good when {kin} comes",
    "They said “{a bit better|better than before|not yet}” {yesterday|last week}",
    "Going by what {child} {wrote|showed with the cards}",
    "That is what {parent} thought they would say",
];
pub(super) const ABSTAINED: &[&str] = &[
    "First time at this family's panel",
    "I have not met {child} yet",
    "Came in {late|after the map} and would be guessing",
    "Would rather listen today",
];
pub(super) const HOPES_MET: &[&str] = &[
    "{School|Housing|Everybody} took a part of it now",
    "We know what has to hold {for closing|by the review}",
    "I came with {three|two} questions and leave with {one|none}",
    "{parent} said more than I have ever heard",
    "The plan is theirs, and short enough to {keep|remember}",
];
pub(super) const DECIDED: &[&str] = &[
    "The family's own plan has begun to hold and every agency has a part",
    "{Two|Three} more months of the same would {be enough to close|show that it holds}",
    "Most of what worries us can be reached from here, with {the family|the school} in the lead",
    "Things are moving, {slowly|if unevenly}, and nothing seen today {asks for|needs} another level",
];
pub(super) const CLOSED: &[&str] = &[
    "The goals are met and the family's own people will {carry it on|notice first}",
    "It has held for {three|four|five} months, and {parent} knows whom to ring",
    "What remains is for {school|one agency} alone, and {parent} agrees",
];
pub(super) const STEPPED_UP: &[&str] = &[
    "What was agreed has not {held|been done}, and the worries are greater than early help can {carry|answer}",
    "New information today {changes the picture|cannot wait}, and the chair will speak with the duty team this afternoon",
];
pub(super) const DISSENT: &[&str] = &[
    "{Attendance|The housing|Sleep} should have been the first goal",
    "I would have met again sooner",
    "It is closer to {closing|another level} than we said",
];
pub(super) const CONTINGENCY: &[&str] = &[
    "If {two|three} weeks go by without {the list being used|progress}, the worker asks for an earlier panel",
    "If {kin} can no longer help, {parent} rings the worker the same day",
    "If anybody is hurt, ring the duty team and then the chair",
];
pub(super) const FEEDBACK: &[&str] = &[
    "Visit at home, with the map in words and pictures for the children",
    "By telephone {the same evening|tomorrow}, then the map by post",
    "Together in the room before {parent} left",
    "A letter to {child} in their own words, read out by {kin}",
];
pub(super) const VIEWS: &[&str] = &[
    "Three houses drawn with the worker",
    "{Pictures|Feelings cards} at {nursery|school|home}",
    "Talked through the map in words and pictures",
    "Walked the dog and talked {for an hour|on the way}",
    "Wrote a letter to the panel: “{please listen|it is better now|I have an idea}”",
];
pub(super) const STRENGTHS: &[&str] = &[
    "{children} {make each other laugh|look after each other kindly}",
    "{parent} {knows what has to change|tells it as it is}",
    "{kin} has been there {every week|from the start}",
    "There is {a warm meal|music} in this home most evenings",
    "{child} {wants to be a vet|plays the drums|saves for a bicycle} and {works for it|talks about it}",
];
pub(super) const FACTORS: &[&str] = &[
    "The car broke down and the bus takes {#40-70} minutes",
    "There are {three|four} workers and {no one|nobody} knows who does what",
    "{parent}'s {mother|brother} is ill and needs care as well",
];
pub(super) const OUTCOMES: &[&str] = &[
    "Done, and {parent} {has a copy|was there}",
    "{Two|Three|Four} {visits|meetings} made",
    "Went well; {child} asked when the next one is",
    "It took longer than hoped and it is in place now",
    "Signed and {in force|on the fridge}",
];
pub(super) const DROPPED: &[&str] = &[
    "{parent} found another way",
    "No longer needed since {the move|the new school}",
    "The service has closed; {kin} took it on",
];
pub(super) const CLOSING_ACTIONS: &[&str] = &[
    "Write the family a closing letter with what they have achieved and whom to ring",
    "Tell {school} and the doctor that the plan has ended, and what to watch for",
    "Give {kin} and {parent} a page of who does what from now on",
    "Ring {parent} {once|twice} in the next {two|three} months, to hear how it goes",
];
pub(super) const STEP_UP_ACTIONS: &[&str] = &[
    "Make the referral {today|this afternoon} and tell {parent} first",
    "Stay in touch with {parent} until somebody else has visited",
    "Send the map and today's notes with the referral",
];
pub(super) const GENERAL_ACTIONS: &[&str] = &[
    "Visit {weekly|fortnightly} and go through the plan with {parent} and {child}",
    "Send everybody a one-page plan in plain words{, with pictures|}",
    "Ring {parent} {every Monday|on Fridays} and ask what went well",
    "Bring {child} and {kin} together to say what they would change in the plan",
    "Ask {the doctor|the nursery|the college} for an update before the review, in writing",
];
pub(super) const WHY: &[&str] = &[
    "{parent} asked for plainer words",
    "{Written|Noted} under the wrong heading first",
    "The number was wrong",
    "Said more exactly by {kin}",
];
pub(super) const FIRST_WORDS: &[&str] = &[
    "As in the referral, {to be put in|in} {parent}'s own words",
    "{Said|Put down} in short, more to come from {school}",
    "Things are {not right|hard} at {home|school} since {the spring|Christmas}",
];
pub(super) const NOTES: &[&str] = &[
    "Short break for {parent}",
    "{child}'s letter was read out",
    "Interpreter on the telephone",
    "Took longer: new information",
];
pub(super) const ADJOURNED: &[&str] = &[
    "{parent} was taken ill",
    "The fire alarm cleared the building",
    "Nobody could say what the {court|hospital} had decided",
];
