//! Rules as a profile sets them: off, or with another severity, or with other parameters.

use crate::Decimal;
use crate::error::Code;
use crate::rules::{self, Rule, Severity};
#[cfg(test)]
use crate::wire::Schema;
use crate::wire::{Fault, Kind, Read, Reader, Shape, Value, Writer};

/// What a profile says of each rule that it mentions, by code.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RuleSettings(Vec<(&'static str, RuleSetting)>);

/// What a profile says of one rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RuleSetting {
    /// Not asked at all.
    Off,
    /// Asked otherwise than by default.
    Set {
        /// The severity of its findings.
        severity: Option<Severity>,
        /// Its parameters, by name.
        parameters: Vec<(&'static str, Decimal)>,
    },
}

impl RuleSettings {
    /// What the profile says of this rule, if anything.
    pub fn get(&self, code: &str) -> Option<&RuleSetting> {
        self.0.iter().find(|(c, _)| *c == code).map(|(_, setting)| setting)
    }
}

impl RuleSetting {
    /// A parameter that the profile sets.
    pub fn parameter(&self, name: &str) -> Option<Decimal> {
        match self {
            Self::Off => None,
            Self::Set { parameters, .. } => {
                parameters.iter().find(|(n, _)| *n == name).map(|(_, value)| *value)
            }
        }
    }
}

/// An object whose keys are known only at run time, handed to `member` one by one; null or an empty one is false.
pub(super) fn each_member(
    reader: &mut Reader<'_>,
    mut member: impl FnMut(&mut Reader<'_>, usize, &str) -> Read<()>,
) -> Read<bool> {
    if !reader.open_object()? {
        return Ok(false);
    }
    loop {
        let (at, key) = reader.any_key()?;
        member(reader, at, &key)?;
        if !reader.more_members()? {
            break;
        }
    }
    reader.close();
    Ok(true)
}

pub(super) fn twice(at: usize) -> Box<Fault> {
    Fault::new(Code::DuplicateKey, at, "a key a second time", "each key once")
}

impl Value for RuleSettings {
    const SHAPE: &'static Shape = &Shape::Leaf;
    #[cfg(test)]
    const EMPTY: &'static str = "object";

    fn empty() -> Self {
        Self(Vec::new())
    }

    fn read(reader: &mut Reader<'_>, Self(settings): &mut Self) -> Read<bool> {
        each_member(reader, |reader, at, key| {
            let Some(rule) = rules::all().find(|rule| rule.code == key) else {
                return Err(Fault::new(
                    Code::UnknownRule,
                    at,
                    "a code that no rule has",
                    "a code listed by rules()",
                )
                .knowing(rules::all().map(|rule| rule.code)));
            };
            if settings.iter().any(|(code, _)| *code == rule.code) {
                return Err(twice(at));
            }
            let setting = read_setting(reader, rule).map_err(|fault| fault.inside(rule.code))?;
            settings.extend(setting.map(|setting| (rule.code, setting)));
            Ok(())
        })?;
        Ok(!settings.is_empty())
    }

    fn write(&self, writer: &mut Writer) {
        writer.open('{');
        for (code, setting) in &self.0 {
            writer.key(&format!("\"{code}\":"));
            match setting {
                RuleSetting::Off => writer.text("off"),
                RuleSetting::Set { severity, parameters } => {
                    writer.open('{');
                    if let Some(severity) = severity {
                        writer.key("\"severity\":");
                        severity.write(writer);
                    }
                    for (name, value) in parameters {
                        writer.key(&format!("\"{name}\":"));
                        value.write(writer);
                    }
                    writer.close('}');
                }
            }
        }
        writer.close('}');
    }

    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    #[cfg(test)]
    fn schema(schema: &mut Schema) -> serde_json::Value {
        use serde_json::{Map, Value as Json, json};
        let severity = <Severity as Value>::schema(schema);
        let rules = rules::rules().map(|rule| {
            let mut members = Map::new();
            members.insert("severity".into(), json!({"anyOf": [severity, schema.absent("text")]}));
            for parameter in rule.parameters {
                members.insert(
                    parameter.name.into(),
                    json!({"description": parameter.about, "default": parameter.default, "anyOf": [schema.decimal(), schema.absent("")]}),
                );
            }
            let set = json!({"type": "object", "additionalProperties": false, "properties": members});
            (rule.code.to_owned(), json!({"description": rule.title, "anyOf": [{"const": "off"}, schema.absent("text"), set]}))
        });
        let rules: Map<String, Json> = rules.collect();
        schema.refer("rule_settings", |_| json!({"description": "Rules turned off, or set otherwise.", "type": "object", "additionalProperties": false, "properties": rules}))
    }
}

fn read_setting(reader: &mut Reader<'_>, rule: &'static Rule) -> Read<Option<RuleSetting>> {
    if reader.kind()? == Kind::Text {
        let at = reader.offset();
        return match &*reader.string()? {
            "" => Ok(None),
            "off" => Ok(Some(RuleSetting::Off)),
            _ => Err(Fault::new(
                Code::UnknownWord,
                at,
                "another word",
                "off, or a table with severity and parameters",
            )
            .knowing(["off"].into_iter())),
        };
    }
    let mut severity: Option<Severity> = None;
    let mut parameters: Vec<(&'static str, Decimal)> = Vec::new();
    let mut has_severity = false;
    let any = each_member(reader, |reader, at, key| {
        if key == "severity" {
            if std::mem::replace(&mut has_severity, true) {
                return Err(twice(at));
            }
            return Option::read(reader, &mut severity)
                .map(|_| ())
                .map_err(|fault| fault.inside("severity"));
        }
        let Some(parameter) = rule.parameters.iter().find(|p| p.name == key) else {
            let known = rule.parameters.iter().map(|p| p.name).collect::<Vec<_>>().join(", ");
            let expected = if known.is_empty() {
                "severity; this rule has no parameters".into()
            } else {
                format!("severity, {known}")
            };
            return Err(Fault::new(
                Code::UnknownParameter,
                at,
                "a parameter that the rule does not have",
                expected,
            )
            .knowing(["severity"].into_iter().chain(rule.parameters.iter().map(|p| p.name))));
        };
        if parameters.iter().any(|(name, _)| *name == parameter.name) {
            return Err(twice(at));
        }
        let mut value = Decimal::ZERO;
        if Decimal::read(reader, &mut value).map_err(|fault| fault.inside(parameter.name))? {
            parameters.push((parameter.name, value));
        }
        Ok(())
    })?;
    let set = any && (severity.is_some() || !parameters.is_empty());
    Ok(set.then_some(RuleSetting::Set { severity, parameters }))
}
