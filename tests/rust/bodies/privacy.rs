//! Records for others: every record that reads can be given on, and what comes out can be read.

use support_panel::Record;
use support_panel_privacy::{Degrader, Key, Pseudonymiser, Purpose};

pub fn privacy(bytes: &[u8]) {
    let Ok(record) = Record::from_json(bytes) else { return };
    let key = || Key::new(&[3; Key::BYTES]).unwrap();
    let mut others = Pseudonymiser::new(key(), "analysis");
    others.learn(&record);
    let mut all = vec![others.rewrite(record.clone())];
    for purpose in Purpose::ALL {
        let mut degrader = Degrader::new(purpose, key());
        degrader.learn(&record);
        all.push(degrader.rewrite(record.clone()));
    }
    for other in all {
        // Longer ids can take a record beyond its limit, and nothing else is refused.
        match other {
            Ok(other) => assert_eq!(Record::from_json(other.to_json()).ok(), Some(other)),
            Err(error) => assert_eq!(error.code(), "too_large"),
        }
    }
}
