//! Canonical JSON: compact, or indented for people.

use super::reader::scan_plain;

/// Writes members and items; what is empty is left out by whoever calls.
pub(crate) struct Writer {
    out: String,
    pretty: bool,
    depth: usize,
    first: bool,
    /// What the next object says in its member `type`.
    tag: Option<&'static str>,
}

/// Bytes to begin with: nearly every command, and half a record.
const ROOM: usize = 4096;

impl Writer {
    pub(crate) fn compact() -> Self {
        Self { out: String::with_capacity(ROOM), pretty: false, depth: 0, first: true, tag: None }
    }

    pub(crate) fn pretty() -> Self {
        Self { pretty: true, ..Self::compact() }
    }

    /// How many bytes are written.
    pub(crate) fn len(&self) -> usize {
        self.out.len()
    }

    pub(crate) fn finish(self) -> String {
        self.out
    }

    pub(crate) fn open(&mut self, mark: char) {
        self.out.push(mark);
        self.depth += 1;
        self.first = true;
        if let Some(word) = self.tag.take() {
            self.key("\"type\":");
            self.text(word);
        }
    }

    /// The object that is written next starts with this `type`.
    pub(crate) fn tag(&mut self, word: &'static str) {
        self.tag = Some(word);
    }

    pub(crate) fn close(&mut self, mark: char) {
        self.depth -= 1;
        if !self.first {
            self.new_line();
        }
        self.first = false;
        self.out.push(mark);
    }

    #[inline]
    fn new_line(&mut self) {
        if self.pretty {
            self.indent();
        }
    }

    #[cold]
    fn indent(&mut self) {
        self.out.push('\n');
        self.out.extend(std::iter::repeat_n(' ', self.depth));
    }

    /// Starts an item of a list.
    pub(crate) fn item(&mut self) {
        if !std::mem::replace(&mut self.first, false) {
            self.out.push(',');
        }
        self.new_line();
    }

    /// Starts a member; the key is written `"key":`.
    pub(crate) fn key(&mut self, quoted: &str) {
        self.item();
        self.out.push_str(quoted);
        if self.pretty {
            self.out.push(' ');
        }
    }

    /// Starts a member of a key that needs no escape.
    pub(crate) fn name(&mut self, key: &str) {
        self.item();
        self.out.push('"');
        self.out.push_str(key);
        self.out.push_str(if self.pretty { "\": " } else { "\":" });
    }

    pub(crate) fn ends_with(&self, mark: char) -> bool {
        self.out.ends_with(mark)
    }

    /// A member, where it is not empty or the format requires it; the key is written `"key":`.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    #[cfg_attr(not(target_arch = "wasm32"), inline(always))]
    pub(crate) fn member<T: super::Value>(&mut self, quoted: &str, value: &T, required: bool) {
        if required || !value.is_empty() {
            self.key(quoted);
            value.write(self);
        }
    }

    pub(crate) fn raw(&mut self, json: &str) {
        self.out.push_str(json);
    }

    pub(crate) fn character(&mut self, character: char) {
        self.out.push(character);
    }

    pub(crate) fn display(&mut self, value: impl std::fmt::Display) {
        use std::fmt::Write as _;
        let _ = write!(self.out, "{value}");
    }

    pub(crate) fn list<T>(&mut self, items: &[T], mut each: impl FnMut(&T, &mut Self)) {
        self.open('[');
        for value in items {
            self.item();
            each(value, self);
        }
        self.close(']');
    }

    /// A text in quotes with the shortest escapes.
    pub(crate) fn text(&mut self, text: &str) {
        self.out.push('"');
        let mut rest = text;
        loop {
            let (plain, stop) =
                rest.split_at_checked(scan_plain(rest.as_bytes())).unwrap_or((rest, ""));
            self.out.push_str(plain);
            let mut after = stop.chars();
            let Some(stop) = after.next() else { break };
            self.escape(stop);
            rest = after.as_str();
        }
        self.out.push('"');
    }

    /// A text that needs no escapes.
    pub(crate) fn bare_text(&mut self, text: &str) {
        self.out.push('"');
        self.out.push_str(text);
        self.out.push('"');
    }

    #[cold]
    fn escape(&mut self, character: char) {
        match character {
            '"' => self.raw("\\\""),
            '\\' => self.raw("\\\\"),
            '\u{8}' => self.raw("\\b"),
            '\u{c}' => self.raw("\\f"),
            '\n' => self.raw("\\n"),
            '\r' => self.raw("\\r"),
            '\t' => self.raw("\\t"),
            control => self.display(format_args!("\\u{:04x}", u32::from(control))),
        }
    }
}
