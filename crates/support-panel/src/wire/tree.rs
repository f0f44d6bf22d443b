//! JSON of any shape, for documents that are merged before they are read.

use super::{Kind, Read, Reader, Writer};

/// A value; numbers and words are kept as they are written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Tree {
    Text(String),
    Other(String),
    List(Vec<Tree>),
    Object(Members),
}

/// The members of an object, in their order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Members(Vec<(String, Tree)>);

impl Tree {
    /// Reads the document whole, as strictly as any other.
    pub(crate) fn document(json: &str) -> Read<Self> {
        // Passed over once: that finds what a tree would not notice, such as a key twice.
        let mut whole = Reader::new(json);
        whole.skip_value()?;
        whole.finish()?;
        Self::read(&mut Reader::new(json))
    }

    fn read(reader: &mut Reader<'_>) -> Read<Self> {
        Ok(match reader.kind()? {
            Kind::Text => Self::Text(reader.string()?.into_owned()),
            Kind::List => {
                let mut items = Vec::new();
                if reader.open(b']')? {
                    items.push(Self::read(reader)?);
                    while reader.more_items()? {
                        items.push(Self::read(reader)?);
                    }
                    reader.close();
                }
                Self::List(items)
            }
            Kind::Object => {
                let mut members = Vec::new();
                if reader.open(b'}')? {
                    loop {
                        let (_, key) = reader.any_key()?;
                        members.push((key.into_owned(), Self::read(reader)?));
                        if !reader.more_members()? {
                            break;
                        }
                    }
                    reader.close();
                }
                Self::Object(Members(members))
            }
            Kind::Number | Kind::Bool | Kind::Null => Self::Other(reader.skip_value()?.to_owned()),
        })
    }

    pub(crate) fn get(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Object(members) => members.get(key),
            _ => None,
        }
    }

    pub(crate) fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Whether it is the word `true`.
    pub(crate) fn is_true(&self) -> bool {
        matches!(self, Self::Other(word) if word == "true")
    }

    pub(crate) fn to_json(&self) -> String {
        let mut writer = Writer::compact();
        self.write(&mut writer);
        writer.finish()
    }

    fn write(&self, writer: &mut Writer) {
        match self {
            Self::Text(text) => writer.text(text),
            Self::Other(word) => writer.raw(word),
            Self::List(items) => writer.list(items, Self::write),
            Self::Object(Members(members)) => {
                writer.open('{');
                for (key, value) in members {
                    writer.item();
                    writer.text(key);
                    writer.raw(":");
                    value.write(writer);
                }
                writer.close('}');
            }
        }
    }
}

impl Members {
    fn index(&self, key: &str) -> Option<usize> {
        self.0.iter().position(|(known, _)| known == key)
    }

    pub(crate) fn get(&self, key: &str) -> Option<&Tree> {
        self.0.get(self.index(key)?).map(|(_, value)| value)
    }

    pub(crate) fn get_mut(&mut self, key: &str) -> Option<&mut Tree> {
        let index = self.index(key)?;
        self.0.get_mut(index).map(|(_, value)| value)
    }

    /// In the place of what was there, else last.
    pub(crate) fn insert(&mut self, key: String, value: Tree) {
        match self.get_mut(&key) {
            Some(known) => *known = value,
            None => self.0.push((key, value)),
        }
    }

    pub(crate) fn remove(&mut self, key: &str) -> Option<Tree> {
        self.index(key).map(|index| self.0.remove(index).1)
    }
}

impl IntoIterator for Members {
    type Item = (String, Tree);
    type IntoIter = std::vec::IntoIter<(String, Tree)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}
