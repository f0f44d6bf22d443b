//! Markup, written by quick-xml.

use crate::text::kept;
use quick_xml::Writer;
use quick_xml::events::{BytesEnd, BytesStart, BytesText, Event};
use std::io;

/// Elements one after another. The first thing that goes wrong is told at the end.
pub(super) struct Xml {
    writer: Writer<Vec<u8>>,
    result: io::Result<()>,
}

pub(super) type Attributes<'a> = &'a [(&'a str, &'a str)];

impl Xml {
    /// Markup that begins with this, such as the declaration.
    pub(super) fn after(start: &str) -> Self {
        Self { writer: Writer::new(start.as_bytes().to_vec()), result: Ok(()) }
    }

    fn event(&mut self, event: Event<'_>) {
        if self.result.is_ok() {
            self.result = self.writer.write_event(event);
        }
    }

    pub(super) fn open(&mut self, name: &str) {
        self.open_with(name, &[]);
    }

    pub(super) fn open_with(&mut self, name: &str, attributes: Attributes<'_>) {
        self.event(Event::Start(element(name, attributes)));
    }

    pub(super) fn close(&mut self, name: &str) {
        self.event(Event::End(BytesEnd::new(name)));
    }

    pub(super) fn empty(&mut self, name: &str, attributes: Attributes<'_>) {
        self.event(Event::Empty(element(name, attributes)));
    }

    /// An element that has only its value, as most properties of Word do.
    pub(super) fn value(&mut self, name: &str, value: &str) {
        self.empty(name, &[("w:val", value)]);
    }

    pub(super) fn text(&mut self, text: &str) {
        self.event(Event::Text(BytesText::new(text)));
    }

    /// Text as an element, without what markup cannot hold.
    pub(super) fn element(&mut self, name: &str, attributes: Attributes<'_>, text: &str) {
        self.open_with(name, attributes);
        self.text(&kept(text));
        self.close(name);
    }

    pub(super) fn finish(self) -> io::Result<Vec<u8>> {
        self.result.map(|()| self.writer.into_inner())
    }
}

fn element<'a>(name: &'a str, attributes: Attributes<'a>) -> BytesStart<'a> {
    BytesStart::new(name).with_attributes(attributes.iter().copied())
}
