//! Prints every answer over a file of records, one JSON object a row: `answers FILE [BY [AS_OF [PROFILE…]]]`.
#![allow(clippy::print_stdout, reason = "an example speaks to its reader")]

use support_panel::Profile;
use support_panel_analysis::{Fold, Question};
use support_panel_tables::{Cell, Options, stream};

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

fn main() -> Outcome<()> {
    let mut arguments = std::env::args().skip(1);
    let file = arguments.next().ok_or("expected the path of a file")?;
    let by = arguments.next().filter(|by| !by.is_empty());
    let as_of = arguments.next().map(|day| day.parse()).transpose()?;
    let profiles: Vec<Profile> = arguments
        .map(|path| Ok(Profile::from_json(std::fs::read_to_string(path)?)?))
        .collect::<Outcome<_>>()?;
    let questions = [
        ("attendance", Question::Attendance),
        ("completeness", Question::Completeness),
        ("overruns", Question::Overruns { over: 0.25 }),
        ("quorum", Question::Quorum),
        ("voice_of_the_child", Question::VoiceOfTheChild),
        ("family_and_professionals", Question::FamilyAndProfessionals { scale: None }),
        ("deviations", Question::Deviations { scale: None }),
        ("movement", Question::Movement { scale: None }),
        ("spread", Question::Spread { scale: None, wide: None }),
        ("actions", Question::Actions { own: by.is_none().then(|| "owner_kind".into()), again: 2 }),
        ("timing", Question::Timing),
    ];
    let (names, questions): (Vec<_>, Vec<_>) = questions.into_iter().unzip();
    let mut fold = Fold::new(questions, by.as_deref());
    let options = Options { as_of, ..Options::default() };
    for (place, tables) in (0..).zip(stream(std::path::Path::new(&file), &profiles, &options)?) {
        fold.update(place, &tables?)?;
    }
    for (name, batch) in names.iter().zip(fold.finish()?.batches) {
        for row in 0..batch.num_rows() {
            let mut line = serde_json::Map::new();
            line.insert("answer".into(), (*name).into());
            for (field, column) in batch.schema().fields().iter().zip(batch.columns()) {
                let value = match Cell::of(column, row) {
                    Cell::Text(text) => text.into(),
                    Cell::Whole(number) => number.into(),
                    Cell::Number(number) => number.into(),
                    _ => serde_json::Value::Null,
                };
                line.insert(field.name().clone(), value);
            }
            println!("{}", serde_json::Value::Object(line));
        }
    }
    Ok(())
}
