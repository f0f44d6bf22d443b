//! Values of any shape, passed over.

use super::{Kind, Reader};
use crate::error::Code;
use crate::wire::{Fault, Read};

impl<'a> Reader<'a> {
    /// Passes over one value of any shape, as strictly as if it were read, and gives its own text.
    pub(crate) fn skip_value(&mut self) -> Read<&'a str> {
        let kind = self.kind()?;
        let whole = self.rest;
        match kind {
            Kind::Text => drop(self.string()?),
            Kind::Number => drop(self.number()?),
            Kind::Bool => drop(self.bool()?),
            Kind::Null => self.literal("null")?,
            Kind::List => self.skip_list()?,
            Kind::Object => self.skip_object()?,
        }
        Ok(whole.get(..whole.len() - self.rest.len()).unwrap_or_default())
    }

    fn skip_list(&mut self) -> Read<()> {
        if !self.open(b']')? {
            return Ok(());
        }
        let mut index = 0;
        loop {
            self.skip_space();
            self.within_limit(index)?;
            // No pointer into it: the keys of an extension are the council's own and may be names.
            self.skip_value()?;
            index += 1;
            if !self.more(b']')? {
                break;
            }
        }
        self.close();
        Ok(())
    }

    fn skip_object(&mut self) -> Read<()> {
        if !self.open(b'}')? {
            return Ok(());
        }
        // A tree, not a hash: no input can make it slow.
        let mut seen = std::collections::BTreeSet::new();
        loop {
            let (at, key) = self.any_key()?;
            if !seen.insert(key) {
                return Err(Fault::new(
                    Code::DuplicateKey,
                    at,
                    "a key a second time",
                    "each key once",
                ));
            }
            self.skip_value()?;
            if !self.more(b'}')? {
                break;
            }
        }
        self.close();
        Ok(())
    }
}
