//! What families bring to a panel: each theme with its harms, dangers, strengths, goals and actions.

/// One strand of a family's story.
#[derive(Debug)]
pub(super) struct Theme {
    /// The participant who knows most about it, beside the worker.
    pub(super) knows: &'static str,
    pub(super) harms: &'static [&'static str],
    /// What could happen, and what could come of it: both follow "is worried that".
    pub(super) dangers: &'static [(&'static str, &'static str)],
    pub(super) factors: &'static [&'static str],
    pub(super) strengths: &'static [&'static str],
    /// Who did what, and the evidence for it.
    pub(super) safety: &'static [(&'static str, &'static str)],
    pub(super) goals: &'static [&'static str],
    pub(super) steps: &'static [&'static str],
    pub(super) actions: &'static [(&'static str, Owner)],
    /// How it is known that the goal is met.
    pub(super) met: &'static [&'static str],
}

/// Who would take an action on.
#[derive(Debug, Clone, Copy)]
pub(super) enum Owner {
    Worker,
    Knows,
    School,
    Parent,
    Kin,
}

use Owner::{Kin, Knows, Parent, School, Worker};

pub(super) const THEMES: &[Theme] = &[
    Theme {
        knows: "p-ews",
        harms: &[
            "{child} has missed {#14-41} school days since {September|the summer|Christmas} and has fallen {a year|two terms} behind in {reading|maths}",
            "{child} has been late {#2-4} mornings a week and has sat in the office {crying|silent|with a stomach ache} on most of them",
        ],
        dangers: &[
            (
                "{child} will stop coming to school {altogether|by the summer}",
                "{child} could lose friends, fall further behind and be left alone at home",
            ),
            (
                "mornings will go on falling apart",
                "{child} could come to believe that school is not for children like them",
            ),
        ],
        factors: &[
            "{parent} works {nights|early shifts} and is {asleep|on the bus} when the children get up",
            "The walk to school takes {#35-55} minutes since the family was moved",
        ],
        strengths: &[
            "{child} arrives {smiling|happy} and joins in when they do come",
            "{child} has not missed a {football|swimming|dance|choir} session since {spring|autumn}",
        ],
        safety: &[(
            "{kin} walks {child} to the gate when {parent} rings {the night before|before seven}",
            "{#6-18} mornings since {the half-term|the last meeting}, and {child} was in on time on all of them",
        )],
        goals: &[
            "{child} is in school by nine on at least {#8-9} days in ten, for {a whole term|two months running}",
            "{child} comes in on time {four|five} mornings a week and says the mornings are calm",
        ],
        steps: &[
            "Agree a morning routine with {child} and {put it on the fridge|draw it together}",
            "Ask {school} for one adult to meet {child} at the gate",
        ],
        actions: &[
            (
                "Meet {children} and {parent} at the school gate for {two|three} weeks and agree a morning routine",
                Knows,
            ),
            ("Name one adult at {school} whom {child} can go to on a bad morning", School),
            (
                "Set out clothes and bags the night before, and ring {kin} if the night has been bad",
                Parent,
            ),
            ("Walk {child} to school on the mornings when {parent} starts early", Kin),
        ],
        met: &["Attendance has been {#92-97} per cent since the last panel"],
    },
    Theme {
        knows: "p-housing",
        harms: &[
            "The family moved {three|four|five} times in {two years|eighteen months}, and {child} changed school each time",
            "{children} slept in one damp room for {#3-9} months and {child} was in hospital {once|twice} with their chest",
        ],
        dangers: &[
            (
                "the tenancy will be lost {in the summer|before the spring}",
                "the children would have to change school and lose the people who know them",
            ),
            (
                "the damp will not be put right {before winter|this year}",
                "{child} could be ill again and miss more school",
            ),
        ],
        factors: &[
            "Rent arrears of £{#640-2480} after the benefit was {recalculated|stopped for six weeks}",
            "There is no {heating|hot water} on the upper floor and the landlord has not answered {#3-7} letters",
        ],
        strengths: &[
            "{parent} {keeps the home warm and welcoming|has made one room a quiet place for homework}",
            "The neighbours {know the children by name|have kept a key for years}",
        ],
        safety: &[(
            "{parent} {paid the agreed sum|rang the housing officer} before the day it was due",
            "{Three|Four|Five} times in a row since {January|the plan was signed|the notice came}",
        )],
        goals: &[
            "The rent is paid on time for three months and the notice is withdrawn",
            "{children} sleep in a dry room and nobody has to move before the end of the school year",
        ],
        steps: &[
            "Ring the housing officer {before|two days before} a payment is missed, not after",
            "Ask for {an inspection|the repair} in writing and keep the answer",
        ],
        actions: &[
            (
                "Set up a payment plan and write to say that notice is on hold while it is kept",
                Knows,
            ),
            ("Have the {damp|boiler} seen to, and tell the family the day", Knows),
            (
                "Help {parent} ask for {a discretionary payment|the benefit to be looked at again}",
                Worker,
            ),
            ("Keep paying, and ring before a missed payment rather than after", Parent),
        ],
        met: &[
            "The notice was withdrawn and {#3-5} payments have been made",
            "The repair was done and the room is dry",
        ],
    },
    Theme {
        knows: "p-amh",
        harms: &[
            "On {two|three|several} days in {January|March|November} {parent} could not get up and {child} made the meals alone",
            "{child} rang for an ambulance when {parent} could not be woken after taking too many tablets",
        ],
        dangers: &[
            (
                "on {parent}'s worst days nobody will notice that {child} is alone",
                "{child} could be hurt, or go out to look for help at night",
            ),
            (
                "{parent} will stop the treatment when things look better",
                "{children} could be left without care for days at a time",
            ),
        ],
        factors: &[
            "{parent} has been low since {their own mother died|the baby|the move}, and the tablets were changed in {February|June|October}",
            "{parent} tells nobody how bad it is until it is very bad",
        ],
        strengths: &[
            "{parent} {keeps every appointment|asked for this panel}",
            "{parent} reads with {child} every night, even on the hard days",
        ],
        safety: &[(
            "{kin} comes to sleep over when {parent} {rings|sends the word they agreed}",
            "{#4-9} nights since {the winter|the hospital stay}, and {children} {stayed in|slept through} each time",
        )],
        goals: &[
            "On bad days somebody from the family's own list is with the children by teatime, for three months running",
            "{parent} says how the week is going, and a plan that {child} knows is used before things get bad",
        ],
        steps: &[
            "Write the list of who to ring on a bad day, with the children",
            "{parent} and {kin} agree a word that means come now",
        ],
        actions: &[
            (
                "Help {parent} and the children write the list of who to ring, and give each person a copy",
                Worker,
            ),
            (
                "See {parent} {fortnightly|every three weeks} and tell the worker if an appointment is missed",
                Knows,
            ),
            ("Come for the first sleepover without being asked, on the next appointment day", Kin),
            ("Explain to {child}, in words for their age, what depression is and is not", Knows),
        ],
        met: &["The list was used {#3-8} times and {children} were never alone"],
    },
    Theme {
        knows: "p-das",
        harms: &[
            "{child} saw {parent} being {pushed against the door|hit in the kitchen} and hid in the {wardrobe|bathroom} with {a blanket|the dog}",
            "The police came {twice|three times} to shouting at night; {child} {did not sleep|was sick at school} afterwards",
        ],
        dangers: &[
            (
                "{parent}'s former partner will come back {when money is short|to the house at night}",
                "{child} could see or hear violence again and be hurt in the middle of it",
            ),
            (
                "handovers at the door will turn into rows",
                "{children} could be frightened and feel that they have to choose",
            ),
        ],
        factors: &[
            "{parent} has nobody else to ask for money or a lift",
            "The court's order runs out in {May|July|December}",
        ],
        strengths: &[
            "{parent} rang the police without waiting and told {school} the next day",
            "{child} {talks about what frightens them|has told two teachers what helps}",
        ],
        safety: &[(
            "{parent} {did not open the door|went to the neighbour's flat} when the former partner came",
            "{Twice|Three times} since {Easter|the order|the autumn}; {children} {were upstairs with the radio on|heard nothing}",
        )],
        goals: &[
            "{children} live in a home without violence, and have a plan of their own that works, for six months",
            "Handovers happen at {kin}'s, without raised voices, every time for three months",
        ],
        steps: &[
            "Go through the safety plan with {child} until they can say it",
            "Move handovers to {kin}'s home",
        ],
        actions: &[
            ("Make a safety plan with {parent} and, separately, with {child}", Worker),
            (
                "Find out {how the order can be renewed|what the court needs}, and tell {parent} by telephone",
                Knows,
            ),
            (
                "Have handovers at home on {Fridays|Saturdays}, and write down how each one went",
                Kin,
            ),
            ("Let {child} leave class without asking when they need the quiet room", School),
        ],
        met: &["No call to the police for {#4-8} months, and {child} knows the plan by heart"],
    },
    Theme {
        knows: "p-yj",
        harms: &[
            "{Twice|Three times} in {January|May|August} {child} was found outside after {ten|eleven} at night with older {boys|young people}",
            "{child} came home with a new {phone|watch} and £{#80-200} in cash and a cut hand, and would not say how",
        ],
        dangers: &[
            (
                "{child} will be drawn further in by older young people who give {presents|lifts}",
                "{child} could be made to carry things for them and be hurt or arrested",
            ),
            (
                "{child} will go on leaving at night through the {back door|window}",
                "{child} could be hurt on the road or by somebody who means them harm",
            ),
        ],
        factors: &[
            "{child} has been out of the {football club|youth club} since {it moved|the fees went up}",
            "Messages come at night and {parent} does not know from whom",
        ],
        strengths: &[
            "{child} still tells {kin} {where they are going|who they were with}",
            "{child} {helps at the mosque on Fridays|trains with the boxing club|repairs bikes with an uncle}",
        ],
        safety: &[(
            "{parent} and {kin} went to fetch {child} when they were not home by nine",
            "{#3-7} evenings since {half-term|the summer}, and {child} came home with them each time",
        )],
        goals: &[
            "{child} is in by nine every night, and says where they are, for three months",
            "{child} spends {two|three} evenings a week with people whom the family knows and trusts",
        ],
        steps: &[
            "Agree with {child} what time home means on which days",
            "Visit the youth club once, with somebody {child} picks",
        ],
        actions: &[
            ("Say whether the evening youth programme has a place for {child}", Knows),
            ("Offer {child} a {Tuesday|Wednesday} place and a first visit with {kin}", Knows),
            ("Ring {kin} by half past nine if {child} is not home", Parent),
            ("Take {child} to {boxing|football|the repair café} {once|twice} a week", Kin),
        ],
        met: &["{child} has been home by nine for {#8-14} weeks"],
    },
    Theme {
        knows: "p-camhs",
        harms: &[
            "{child} has {scratched their arms|pulled out their hair} after rows and told {school} that it {helps|makes the noise stop}",
            "{child} sleeps {three|four|five} hours a night and has fallen asleep in lessons {twice|three times} a week",
        ],
        dangers: &[
            (
                "{child} will hurt themselves more badly before help comes",
                "{child} could need hospital, and feel more alone than before",
            ),
            (
                "{child} will go on hiding how bad the nights are",
                "{child} could become too tired and low to get up at all",
            ),
        ],
        factors: &[
            "The waiting list is {#14-30} weeks long",
            "{child} and {parent} share a room and neither of them sleeps",
        ],
        strengths: &[
            "{child} draws {every day|whole stories} and shows them to {kin}",
            "{child} chose one friend to tell, and the friend told an adult",
        ],
        safety: &[(
            "{child} {woke|rang|went to} {kin} instead of hurting themselves",
            "{Four|Five|Six} nights out of the last {seven|eight} when it was bad, written down by {parent}",
        )],
        goals: &[
            "{child} tells somebody before it gets too much, and has not been hurt for three months",
            "{child} sleeps at least {seven|eight} hours on most nights and says mornings are better",
        ],
        steps: &[
            "{child} picks three people to tell and how to tell them",
            "Put screens downstairs by {nine|half past eight}",
        ],
        actions: &[
            ("Offer {child} a first appointment {by video|at school} and say who will come", Knows),
            ("Show {parent} how to listen on a bad night without asking questions", Knows),
            ("Keep a sleep diary with {child}, in pictures", Parent),
            ("Give {child} a card that lets them leave a lesson, no questions", School),
        ],
        met: &[
            "{child} has used the card {#3-9} times and has not been hurt since {spring|the last panel}",
        ],
    },
    Theme {
        knows: "p-lpt",
        harms: &[
            "{child} has lost {#4-7} teeth to decay and missed {three|four} appointments in a row",
            "{child} came to school {hungry|in the same clothes} on most days of {one fortnight|three weeks}, and other children said so",
        ],
        dangers: &[
            (
                "appointments will go on being missed",
                "{child} could be in pain for months and need an operation",
            ),
            (
                "there will not be enough food at the end of the month",
                "{children} could go hungry and be singled out at school",
            ),
        ],
        factors: &[
            "{parent} cannot read the letters and is ashamed to say so",
            "The money runs out about the {#24-28}th of each month",
        ],
        strengths: &[
            "{parent} never misses what somebody has explained face to face",
            "{children} {cook together on Sundays|grow beans on the balcony}",
        ],
        safety: &[(
            "{kin} goes with {child} to appointments when the letter is read out on the telephone",
            "{#3-5} appointments in a row kept since {June|the spring|the last panel}",
        )],
        goals: &[
            "{child} has every check and appointment kept for six months and is free of pain",
            "There is {breakfast|a hot meal} every day of the month, and {child} says so",
        ],
        steps: &[
            "Ring with appointments instead of writing",
            "Put {child} down for the breakfast club",
        ],
        actions: &[
            ("Book the {dentist|hearing test} for {child} and ring {parent} the day before", Knows),
            (
                "Go through the budget with {parent} and ask for {healthy start vouchers|free school meals}",
                Worker,
            ),
            ("Give {children} a place at breakfast club without charge", School),
            ("Take {child} to the next {two|three} appointments", Kin),
        ],
        met: &["All {#4-6} appointments were kept and {child} is out of pain"],
    },
    Theme {
        knows: "p-ep",
        harms: &[
            "{child} has been sent home {#5-12} times this {term|year} after throwing {chairs|things} when told to stop",
            "{child} has been on a {part-time|reduced} timetable since {March|November} and spends the afternoons {under a table|on a screen}",
        ],
        dangers: &[
            (
                "{child} will be permanently excluded {this year|before the summer}",
                "{child} could lose the only adults outside home who understand them",
            ),
            (
                "nobody will find out what {child} cannot manage",
                "{child} could go on being punished for what they cannot help",
            ),
        ],
        factors: &[
            "{child} changed class teacher {three|four} times in a year",
            "Noise and changes of plan set {child} off, and the {hall|corridor} is both",
        ],
        strengths: &[
            "{child} can {take a bicycle apart|name every bus in the city|do sums in their head} and explain it",
            "{child} settles within minutes with {a younger child|the school's dog|somebody calm}",
        ],
        safety: &[(
            "{child} went to the quiet room when the {timer|card} was shown",
            "{#7-14} times out of {#15-18} in the last {half-term|month}, recorded by the class teacher",
        )],
        goals: &[
            "{child} is in class full time without being sent home for {a term|ten weeks}",
            "Everybody at {school} uses the same {five|three} things that help, and {child} can say what they are",
        ],
        steps: &[
            "Write down with {child} what helps, on one page",
            "Warn {child} of a change {the day|an hour} before",
        ],
        actions: &[
            (
                "Watch {child} in class and at lunch, and say what the {noise|writing} has to do with it",
                Knows,
            ),
            (
                "Lengthen the timetable by {one afternoon|two lessons} every fortnight while it goes well",
                School,
            ),
            ("Write {child}'s page of what helps, with {child}", Worker),
            ("Use the same {timer|picture cards} at home as at school", Parent),
        ],
        met: &["{child} has been in class full time for {#7-11} weeks"],
    },
    Theme {
        knows: "p-barn",
        harms: &[
            "{child} has washed, fed and put the younger ones to bed since they were {seven|eight|nine}, and has given up {dance|cubs|football}",
            "{child} carried {parent} from the bathroom {alone|with a neighbour} {twice|three times} and hurt their back",
        ],
        dangers: &[
            (
                "{child} will go on caring for everybody else",
                "{child} could be worn out, hurt their back and lose their own childhood",
            ),
            (
                "the lifting will be left to {child} again when the carer does not come",
                "{child} and {parent} could both be badly hurt",
            ),
        ],
        factors: &[
            "{parent}'s condition changes from day to day, so help comes on the wrong days",
            "The care agency has sent {#5-11} different people since {summer|the new year}",
        ],
        strengths: &[
            "{child} and {parent} laugh a great deal together",
            "{child} has {one evening|a Saturday} of their own and keeps it",
        ],
        safety: &[(
            "{kin} takes over {the evenings|bedtime} when the carer rings off",
            "{#5-12} evenings since {the summer|October}, and {child} went {out to play|to training} on each",
        )],
        goals: &[
            "{child} does no lifting and has {two|three} evenings a week of their own, for three months",
            "The right help comes on the right days, and {child} no longer stays at home to wait for it",
        ],
        steps: &[
            "Show {child} whom to ring when the carer does not come",
            "Ask for {parent}'s care to be assessed again",
        ],
        actions: &[
            (
                "Offer {child} the young carers' {group|weekend} and collect them the first time",
                Knows,
            ),
            ("Ask adult care to assess {parent} again and be there when they come", Worker),
            ("Ring {kin} when the carer has not come by {half past five|six}", Parent),
            ("Give {child} an extra day for homework after a bad night", School),
        ],
        met: &["{child} has been to {#6-10} young carers' evenings and does no lifting"],
    },
    Theme {
        knows: "p-crasbu",
        harms: &[
            "Stones and {eggs|paint} were thrown at the windows {#3-6} times; {child} will not sleep at the front of the house",
            "{child} was called names on the stairs and {pushed|spat at} {twice|more than once}, and no longer plays outside",
        ],
        dangers: &[
            (
                "the trouble with the neighbours will come to blows",
                "{children} could be hurt, and the family might flee without anywhere to go",
            ),
            (
                "{child} will join in to be left alone",
                "{child} could be blamed for what older ones did and the tenancy put at risk",
            ),
        ],
        factors: &[
            "{parent} has complained {#4-9} times and believes that nobody reads it",
            "The flat below has loud music on most nights",
        ],
        strengths: &[
            "{parent} and {kin} started a tea for the stairwell and {six|seven} families came",
            "{child} was {friendly|polite} to the neighbour who complained",
        ],
        safety: &[(
            "{parent} rang the agreed number and took {children} to {kin}'s without answering back",
            "{#3-6} evenings since {the letter|August}, each of them noted with the time",
        )],
        goals: &[
            "{children} play outside again and nobody has been hurt or shouted at for two months",
            "The neighbours and the family have met and kept to what they agreed for three months",
        ],
        steps: &[
            "Note each time with what was seen and heard",
            "Invite the neighbour to {tea|a mediated talk}",
        ],
        actions: &[
            ("Visit the neighbours and say what happens {next|if it goes on}", Knows),
            ("Bring both families together with somebody who {mediates|knows neither}", Knows),
            ("Keep the diary of what happens, and do not answer back", Parent),
            ("Have {children} for the evening when the noise starts", Kin),
        ],
        met: &["Nothing has happened for {#6-12} weeks, and {children} play outside"],
    },
];
