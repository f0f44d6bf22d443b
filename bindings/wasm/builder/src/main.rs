//! `support-panel-wasm-builder MODULE OUT`: writes the glue for a compiled module into a folder.
//!
//! A library instead of the command of the same name: both halves of wasm-bindgen then come from one lock file and
//! cannot differ.
#![allow(clippy::print_stderr, reason = "a build step tells the person who builds")]

use std::process::ExitCode;
use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [module, out] = arguments.as_slice() else {
        eprintln!("usage: support-panel-wasm-builder MODULE OUT");
        return ExitCode::from(2);
    };
    let mut bindgen = Bindgen::new();
    let made = bindgen.input_path(module).out_name("support_panel").typescript(true).web(true).and_then(|bindgen| bindgen.generate(out));
    match made {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("support-panel-wasm-builder: {error:#}");
            ExitCode::FAILURE
        }
    }
}
