//! What a council's own rules must be, once they read: called properly, and looking only at what a record has.

use super::logic::{Expression, Operation, Takes};
use super::paths::{Known, Notation, below, parts};
use super::{LocalRule, MOST_RULES};
use crate::Text;
use crate::error::Code;
use crate::lookup::{Key, repeats};
use crate::profile::verify::Flaw;
use crate::record::Record;
use crate::wire::{Shape, Value};

/// The flaws of a profile's own rules, in the order of the document.
pub(in crate::profile) fn flaws(rules: &[LocalRule]) -> Vec<Flaw> {
    let mut flaws = Flaws(Vec::new());
    for (index, rule) in rules.iter().enumerate() {
        let at = format!("/local_rules/{index}");
        flaws.code(&at, rule);
        for (key, text) in [("title", &rule.title), ("message", &rule.message)] {
            if text.is_blank() {
                let message = "found nothing, expected words: people must know what is wrong";
                flaws.add(Code::MissingKey, format!("{at}/{key}"), message, Vec::new());
            }
        }
        let item = flaws.for_each(&at, rule.for_each.as_ref());
        flaws.path(&at, rule, item);
        let mut reading = Reading { flaws: &mut flaws, top: Scope::Top(item) };
        reading.expression(&rule.when.0, &format!("{at}/when"), Scope::Top(item));
    }
    for (index, _) in repeats(rules.iter().map(|rule| Key::new(rule.code())).enumerate()) {
        let message = "found a code a second time, expected each once";
        let path = format!("/local_rules/{index}/code");
        flaws.add(Code::RepeatedId, path, message, Vec::new());
    }
    if rules.len() > MOST_RULES {
        let message = format!("found more rules, expected at most {MOST_RULES}");
        flaws.add(Code::BadLogic, "/local_rules".into(), &message, Vec::new());
    }
    flaws.0
}

/// The items that a rule is asked of, one by one, and their shape where that is known; none of a rule about the record.
type Item = Option<Known>;

/// What a path is read from: `None` for a shape that is not known.
#[derive(Clone, Copy)]
enum Scope {
    /// The record, the item where the rule has one, and the day.
    Top(Item),
    /// An item of a list.
    Of(Known),
    /// An item, and what was made of those before.
    Fold(Known),
}

impl Scope {
    /// The shape at a path.
    ///
    /// # Errors
    /// Where it leads nowhere, with what could have been meant.
    fn at(self, path: &str) -> Result<Known, Vec<String>> {
        if path.is_empty() {
            return Ok(match self {
                Self::Of(shape) => shape,
                Self::Top(_) | Self::Fold(_) => None,
            });
        }
        let steps: Vec<&str> = path.split('.').collect();
        let words: &[(&str, Known)] = match self {
            Self::Of(shape) => return below(shape, &steps, 0),
            Self::Top(Some(item)) => {
                &[("record", Some(Record::SHAPE)), ("item", item), ("as_of", Some(&Shape::Leaf))]
            }
            Self::Top(None) => &[("record", Some(Record::SHAPE)), ("as_of", Some(&Shape::Leaf))],
            Self::Fold(item) => &[("current", item), ("accumulator", None)],
        };
        match words.iter().find(|(word, _)| steps.first() == Some(word)) {
            Some((_, shape)) => below(*shape, &steps, 1),
            None => Err(Notation::Dots.instead(words, &steps, 0)),
        }
    }
}

struct Flaws(Vec<Flaw>);

impl Flaws {
    fn add(&mut self, code: Code, path: String, message: &str, known: Vec<String>) {
        self.0.push(Flaw { code, path, message: message.to_owned(), known });
    }

    fn code(&mut self, at: &str, rule: &LocalRule) {
        let letters = rule.code().trim_end_matches(|c: char| c.is_ascii_digit());
        let digits = rule.code().len() - letters.len();
        let is_upper = letters.bytes().all(|byte| byte.is_ascii_uppercase());
        if !is_upper || !(2..=6).contains(&letters.len()) || digits != 3 || letters == "SP" {
            let message = "found another code, expected two to six capital letters of the council's own, not SP, and three digits";
            self.add(Code::BadRuleCode, format!("{at}/code"), message, Vec::new());
        }
    }

    fn for_each(&mut self, at: &str, pointer: Option<&Text>) -> Item {
        let is_list = |it: &str| matches!(parts(it, Record::SHAPE), Ok((_, Shape::List(_))));
        let known = match parts(pointer?.as_str(), Record::SHAPE) {
            Ok((_, Shape::List(items))) => return Some(Some(items)),
            Ok(_) => Vec::new(),
            Err(known) => known.into_iter().filter(|it| is_list(it)).collect(),
        };
        let message =
            "found no list of a record, expected one, such as /actions or /scaling/*/ratings";
        self.add(Code::UnknownPath, format!("{at}/for_each"), message, known);
        Some(None)
    }

    fn path(&mut self, at: &str, rule: &LocalRule, item: Item) {
        let (from, what) = match item {
            Some(None) => return,
            Some(Some(shape)) => {
                (shape, "found no member of the item, expected one, such as /owner")
            }
            None => {
                (Record::SHAPE, "found no member of the record, expected one, such as /outcome")
            }
        };
        let known = match parts(rule.path(), from) {
            Ok((parts, _)) if !parts.contains(&super::PathPart::Each) => {
                if item.is_some() || !parts.is_empty() {
                    return;
                }
                Vec::new()
            }
            Ok(_) => Vec::new(),
            Err(known) => known.into_iter().filter(|it| !it.contains('*')).collect(),
        };
        self.add(Code::UnknownPath, format!("{at}/path"), what, known);
    }
}

/// A condition being looked through.
struct Reading<'a> {
    flaws: &'a mut Flaws,
    top: Scope,
}

impl Reading<'_> {
    /// Looks through an expression; gives its shape where that is known.
    fn expression(&mut self, expression: &Expression, path: &str, scope: Scope) -> Known {
        match expression {
            Expression::List(items) => {
                for (index, part) in items.iter().enumerate() {
                    self.expression(part, &format!("{path}/{index}"), scope);
                }
                None
            }
            Expression::Operation(operation) => self.operation(operation, path, scope),
            _ => None,
        }
    }

    fn operation(&mut self, operation: &Operation, path: &str, scope: Scope) -> Known {
        let Operation { operator, operands, .. } = operation;
        let at = |index: usize| match operation.is_bare() {
            true => format!("{path}/{}", operator.step),
            false => format!("{path}/{}/{index}", operator.step),
        };
        match (operator.takes, operands.as_slice()) {
            (Takes::Path, [Expression::Text(text), default @ ..]) => {
                if let [default] = default {
                    self.expression(default, &at(1), scope);
                }
                self.reads(text, at(0), scope)
            }
            (Takes::RootPath, [Expression::Text(text)]) => self.reads(text, at(0), self.top),
            (Takes::Paths, paths) => {
                for (index, path) in paths.iter().enumerate() {
                    if let Expression::Text(text) = path {
                        self.reads(text, at(index), scope);
                    }
                }
                None
            }
            (Takes::SomePaths, [_, Expression::List(paths)]) => {
                for (index, path) in paths.iter().enumerate() {
                    if let Expression::Text(text) = path {
                        self.reads(text, format!("{}/{index}", at(1)), scope);
                    }
                }
                None
            }
            (Takes::Each | Takes::Fold, [list, body, begin @ ..]) => {
                let shape = self.expression(list, &at(0), scope);
                let items = match shape {
                    Some(Shape::List(items)) => Some(*items),
                    _ => None,
                };
                let is_fold = operator.takes == Takes::Fold;
                let inner = if is_fold { Scope::Fold(items) } else { Scope::Of(items) };
                self.expression(body, &at(1), inner);
                for begin in begin {
                    self.expression(begin, &at(2), scope);
                }
                shape.filter(|_| operator.word == "filter")
            }
            (_, operands) => {
                for (index, operand) in operands.iter().enumerate() {
                    self.expression(operand, &at(index), scope);
                }
                None
            }
        }
    }

    fn reads(&mut self, text: &str, path: String, scope: Scope) -> Known {
        match scope.at(text) {
            Ok(shape) => shape,
            Err(known) => {
                let message = "found a path that a record does not have, expected one that it has";
                self.flaws.add(Code::UnknownPath, path, message, known);
                None
            }
        }
    }
}
