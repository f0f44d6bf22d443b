//! What Rust's validators of JSON Schema say: `validators SCHEMA RECORDS OUT`, one line a validator.

use serde_json::{Value, json};
use std::error::Error;
use std::fs;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let mut argument = || arguments.next().ok_or("expected SCHEMA RECORDS OUT");
    let (schema, records, out) = (argument()?, argument()?, argument()?);
    let schema: Value = serde_json::from_str(&fs::read_to_string(schema)?)?;
    let records = fs::read_to_string(records)?;
    let records = records.lines().map(serde_json::from_str).collect::<Result<Vec<Value>, _>>()?;

    let ours = jsonschema::validator_for(&schema)?;
    let takes = records.iter().map(|record| ours.is_valid(record)).collect();
    let mut lines = line("jsonschema (Rust)", "jsonschema", takes)?;

    let location = "https://support-panel.example/schema/record.json";
    let mut compiler = boon::Compiler::new();
    compiler.add_resource(location, schema)?;
    let mut schemas = boon::Schemas::new();
    let compiled = compiler.compile(location, &mut schemas).map_err(|error| error.to_string())?;
    let takes = records.iter().map(|record| schemas.validate(record, compiled).is_ok()).collect();
    lines += &line("boon (Rust)", "boon", takes)?;
    fs::write(out, lines)?;
    Ok(())
}

fn line(validator: &str, package: &str, takes: Vec<bool>) -> Result<String, Box<dyn Error>> {
    let line = json!({"validator": validator, "version": locked(package)?, "takes": takes});
    Ok(format!("{line}\n"))
}

/// The version of a package in the lock file.
fn locked(package: &str) -> Result<String, Box<dyn Error>> {
    let lock: toml::Table = include_str!("../../Cargo.lock").parse()?;
    let packages = lock.get("package").and_then(toml::Value::as_array).ok_or("no packages")?;
    let found =
        packages.iter().find(|one| one.get("name").is_some_and(|n| n.as_str() == Some(package)));
    let version = found.and_then(|one| one.get("version")?.as_str());
    Ok(version.ok_or("not in the lock file")?.to_owned())
}
