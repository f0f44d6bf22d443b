//! Numbers, as they are written.

use super::Reader;
use crate::wire::Read;

impl<'a> Reader<'a> {
    /// A number, as it is written.
    pub(crate) fn number(&mut self) -> Read<&'a str> {
        let whole = self.rest;
        if self.byte() == Some(b'-') {
            self.step(1);
        }
        match self.byte() {
            Some(b'0') => self.step(1),
            _ => self.digits()?,
        }
        if self.byte() == Some(b'.') {
            self.step(1);
            self.digits()?;
        }
        if let Some(b'e' | b'E') = self.byte() {
            self.step(1);
            if let Some(b'+' | b'-') = self.byte() {
                self.step(1);
            }
            self.digits()?;
        }
        Ok(whole.get(..whole.len() - self.rest.len()).unwrap_or_default())
    }

    /// A number of one digit, which nearly every number of a record is. The cursor stays where there is none.
    pub(crate) fn digit(&mut self) -> Option<u32> {
        let [digit @ b'0'..=b'9', b',' | b'}' | b']', ..] = self.rest.as_bytes() else {
            return None;
        };
        let digit = *digit;
        self.step(1);
        Some(u32::from(digit - b'0'))
    }

    fn digits(&mut self) -> Read<()> {
        let whole = self.rest;
        while let Some(b'0'..=b'9') = self.byte() {
            self.step(1);
        }
        if self.rest.len() == whole.len() { Err(self.syntax("a digit")) } else { Ok(()) }
    }
}
