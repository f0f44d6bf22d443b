//! JSON Logic as a profile writes it: read as strictly as everything else, so that whoever works it out meets no surprise.

use crate::Decimal;
use crate::error::Code;
#[cfg(test)]
use crate::wire::Schema;
use crate::wire::{Fault, Kind, Read, Reader, Shape, Value, Writer};
use serde::{Serialize, Serializer};

/// Values and operators of one condition.
pub(super) const MOST_PARTS: usize = 200;

/// When a rule of a council's own fires: an expression in JSON Logic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logic(pub(crate) Expression);

/// A part of a condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Expression {
    Null,
    Bool(bool),
    Number(Decimal),
    Text(String),
    List(Vec<Self>),
    Operation(Operation),
}

/// An operator with what it is applied to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Operation {
    pub(crate) operator: &'static Operator,
    pub(crate) operands: Vec<Expression>,
    /// Whether its one operand stands there without a list around it.
    is_bare: bool,
}

impl Operation {
    /// Whether its one operand stands there without a list around it.
    pub(super) fn is_bare(&self) -> bool {
        self.is_bare
    }
}

/// What the operands of an operator are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Takes {
    /// A path from where it stands, and what to take where there is nothing.
    Path,
    /// A path from the top.
    RootPath,
    /// Paths from where it stands.
    Paths,
    /// How many at least, and a list of paths.
    SomePaths,
    /// A list, and what is asked of each of its items.
    Each,
    /// A list, what is made of each item with what was made before, and the beginning.
    Fold,
    /// Values.
    Values,
}

/// An operator.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Operator {
    pub(crate) word: &'static str,
    /// The word in a JSON Pointer.
    pub(crate) step: &'static str,
    pub(crate) takes: Takes,
    least: usize,
    most: usize,
}

const ANY: usize = usize::MAX;

const fn operator(word: &'static str, takes: Takes, least: usize, most: usize) -> Operator {
    Operator { word, step: word, takes, least, most }
}

/// Those of JSON Logic that compare and count. Left out are those that make texts, which no rule needs, and `==` and
/// `!=`, which take nothing for nought and text for numbers, each implementation in its own way.
pub(crate) static OPERATORS: [Operator; 33] = {
    use Takes::{Each, Fold, Path, Paths, RootPath, SomePaths, Values};
    [
        operator("var", Path, 1, 2),
        operator("missing", Paths, 1, ANY),
        operator("missing_some", SomePaths, 2, 2),
        operator("if", Values, 2, ANY),
        operator("===", Values, 2, 2),
        operator("!==", Values, 2, 2),
        operator("!", Values, 1, 1),
        operator("!!", Values, 1, 1),
        operator("or", Values, 1, ANY),
        operator("and", Values, 1, ANY),
        operator(">", Values, 2, 2),
        operator(">=", Values, 2, 2),
        operator("<", Values, 2, 3),
        operator("<=", Values, 2, 3),
        operator("max", Values, 1, ANY),
        operator("min", Values, 1, ANY),
        operator("+", Values, 1, ANY),
        operator("-", Values, 1, 2),
        operator("*", Values, 1, ANY),
        Operator { word: "/", step: "~1", takes: Values, least: 2, most: 2 },
        operator("%", Values, 2, 2),
        operator("map", Each, 2, 2),
        operator("filter", Each, 2, 2),
        operator("reduce", Fold, 3, 3),
        operator("all", Each, 2, 2),
        operator("none", Each, 2, 2),
        operator("some", Each, 2, 2),
        operator("merge", Values, 1, ANY),
        operator("in", Values, 2, 2),
        // What JSON Logic has not.
        operator("root", RootPath, 1, 1),
        operator("count", Values, 1, 1),
        operator("days", Values, 2, 2),
        operator("age", Values, 2, 2),
    ]
};

impl Operator {
    fn named(word: &str) -> Option<&'static Self> {
        OPERATORS.iter().find(|operator| operator.word == word)
    }

    fn how_many(&self) -> String {
        match (self.least, self.most) {
            (1, 1) => "one operand".into(),
            (least, most) if least == most => format!("{least} operands"),
            (least, ANY) => format!("at least {least}"),
            (least, most) => format!("{least} or {most} operands"),
        }
    }
}

/// Reads one expression, and counts its parts.
struct Parts(usize);

impl Parts {
    fn expression(&mut self, reader: &mut Reader<'_>) -> Read<Expression> {
        let kind = reader.kind()?;
        self.0 += 1;
        if self.0 > MOST_PARTS {
            let expected = format!("at most {MOST_PARTS} in one condition");
            return Err(reader.fault(Code::BadLogic, "one more value or operator", expected));
        }
        Ok(match kind {
            Kind::Null => {
                reader.skip_value()?;
                Expression::Null
            }
            Kind::Bool => Expression::Bool(reader.bool()?),
            Kind::Number => {
                let mut number = Decimal::ZERO;
                Decimal::read(reader, &mut number)?;
                Expression::Number(number)
            }
            Kind::Text => Expression::Text(reader.string()?.into_owned()),
            Kind::List => Expression::List(self.list(reader)?),
            Kind::Object => Expression::Operation(self.operation(reader)?),
        })
    }

    fn list(&mut self, reader: &mut Reader<'_>) -> Read<Vec<Expression>> {
        let mut items = Vec::new();
        if reader.open(b']')? {
            loop {
                let index = items.len();
                items.push(self.expression(reader).map_err(|fault| fault.inside_item(index))?);
                if !reader.more_items()? {
                    break;
                }
            }
            reader.close();
        }
        Ok(items)
    }

    fn operation(&mut self, reader: &mut Reader<'_>) -> Read<Operation> {
        let start = reader.offset();
        if !reader.open(b'}')? {
            return Err(Fault::new(Code::NotExactlyOne, start, "nothing", "one operator"));
        }
        let (at, key) = reader.any_key()?;
        let Some(operator) = Operator::named(&key) else {
            let expected = "an operator of JSON Logic that a profile may use";
            return Err(Fault::new(Code::UnknownWord, at, "another word", expected)
                .knowing(OPERATORS.iter().map(|operator| operator.word)));
        };
        let is_bare = reader.kind()? != Kind::List;
        let operands =
            if is_bare { self.expression(reader).map(|one| vec![one]) } else { self.list(reader) };
        let operands = operands.map_err(|fault| fault.inside(operator.step))?;
        if !(operator.least..=operator.most).contains(&operands.len()) {
            let found = format!("{} of {} operands", operands.len(), operator.word);
            return Err(Fault::new(Code::BadLogic, at, found, operator.how_many()));
        }
        if !operator.takes.fit(&operands) {
            let expected = "a path in quotes, such as \"item.status\"";
            return Err(Fault::new(Code::BadLogic, at, "something else", expected));
        }
        if reader.more_members()? {
            let at = reader.offset();
            return Err(Fault::new(Code::NotExactlyOne, at, "a second operator", "one operator"));
        }
        reader.close();
        Ok(Operation { operator, operands, is_bare })
    }
}

impl Takes {
    /// Whether paths are written out where there must be paths.
    fn fit(self, operands: &[Expression]) -> bool {
        let is_text = |operand: &Expression| matches!(operand, Expression::Text(_));
        match self {
            Self::Path | Self::RootPath => operands.first().is_some_and(is_text),
            Self::Paths => operands.iter().all(is_text),
            Self::SomePaths => matches!(
                operands,
                [Expression::Number(_), Expression::List(paths)] if paths.iter().all(is_text)
            ),
            Self::Each | Self::Fold | Self::Values => true,
        }
    }
}

impl Expression {
    /// Writes it; `around` may put something around an operation. What is compared may be large.
    pub(crate) fn write_with(
        &self,
        writer: &mut Writer,
        around: &mut dyn Around,
        is_compared: bool,
    ) {
        match self {
            Self::Null => writer.raw("null"),
            Self::Bool(yes) => yes.write(writer),
            Self::Number(number) => number.write(writer),
            Self::Text(text) => writer.text(text),
            Self::List(items) => {
                writer.list(items, |item, writer| item.write_with(writer, around, is_compared));
            }
            Self::Operation(operation) => {
                let marks = around.before(is_compared, writer);
                let is_compared = matches!(operation.operator.word, "===" | "!==" | "in");
                writer.open('{');
                writer.item();
                writer.text(operation.operator.word);
                writer.raw(":");
                match operation.operands.as_slice() {
                    [one] if operation.is_bare => one.write_with(writer, around, is_compared),
                    operands => {
                        writer.list(operands, |item, writer| {
                            item.write_with(writer, around, is_compared);
                        });
                    }
                }
                writer.close('}');
                writer.raw(marks);
            }
        }
    }
}

/// What is written around the operations of an expression.
pub(crate) trait Around {
    /// Writes what stands before one, and gives what stands behind it; `is_compared` where the operator around it looks
    /// at all that it gives.
    fn before(&mut self, is_compared: bool, writer: &mut Writer) -> &'static str;
}

/// Nothing.
struct AsItIs;

impl Around for AsItIs {
    fn before(&mut self, _: bool, _: &mut Writer) -> &'static str {
        ""
    }
}

impl Serialize for Logic {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl Serialize for Expression {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(yes) => serializer.serialize_bool(*yes),
            Self::Number(number) => number.serialize(serializer),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(items) => serializer.collect_seq(items),
            Self::Operation(operation) => {
                let word = operation.operator.word;
                match operation.operands.as_slice() {
                    [one] if operation.is_bare => serializer.collect_map([(word, one)]),
                    operands => serializer.collect_map([(word, operands)]),
                }
            }
        }
    }
}

impl Value for Logic {
    const SHAPE: &'static Shape = &Shape::Leaf;

    fn empty() -> Self {
        Self(Expression::Null)
    }

    fn read(reader: &mut Reader<'_>, slot: &mut Self) -> Read<bool> {
        slot.0 = Parts(0).expression(reader)?;
        Ok(slot.0 != Expression::Null)
    }

    fn write(&self, writer: &mut Writer) {
        self.0.write_with(writer, &mut AsItIs, false);
    }

    fn is_empty(&self) -> bool {
        self.0 == Expression::Null
    }

    #[cfg(test)]
    fn schema(schema: &mut Schema) -> serde_json::Value {
        use serde_json::{Map, json};
        let value = json!({"$ref": "#/$defs/logic"});
        let path = json!({"type": "string"});
        let properties: Map<_, _> = OPERATORS
            .iter()
            .map(|operator| {
                let (least, most) = (operator.least, operator.most);
                let mut list = json!({"type": "array", "minItems": least, "items": value});
                if most != ANY {
                    list["maxItems"] = json!(most);
                }
                let bare = match operator.takes {
                    Takes::Path | Takes::RootPath | Takes::Paths => path.clone(),
                    _ => json!({"not": {"type": "array"}, "$ref": "#/$defs/logic"}),
                };
                let operands = if least == 1 { json!({"anyOf": [bare, list]}) } else { list };
                (operator.word.to_owned(), operands)
            })
            .collect();
        schema.refer("logic", |schema| {
            let number = schema.decimal();
            json!({
                "description": "An expression in JSON Logic: a value, or an object with one operator.",
                "anyOf": [
                    {"type": ["null", "boolean", "string"]},
                    number,
                    {"type": "array", "items": {"$ref": "#/$defs/logic"}},
                    {"type": "object", "minProperties": 1, "maxProperties": 1, "additionalProperties": false, "properties": properties}
                ]
            })
        })
    }
}
