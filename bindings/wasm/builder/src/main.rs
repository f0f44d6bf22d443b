//! `support-panel-wasm-builder MODULE OUT NAME`: writes the glue for a compiled module into a folder, under a name.
//!
//! A library instead of the command of the same name: both halves of wasm-bindgen then come from one lock file and
//! cannot differ.
#![allow(clippy::print_stderr, reason = "a build step tells the person who builds")]

use std::process::ExitCode;
use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [module, out, name] = arguments.as_slice() else {
        eprintln!("usage: support-panel-wasm-builder MODULE OUT NAME");
        return ExitCode::from(2);
    };
    let mut bindgen = Bindgen::new();
    // With a function that starts the module anew after a trap; without a path of its own, which only some bundlers follow.
    bindgen
        .input_path(module)
        .out_name(name)
        .typescript(false)
        .omit_default_module_path(true)
        .reset_state_function(true);
    let made = bindgen.web(true).and_then(|bindgen| bindgen.generate(out));
    match made {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("support-panel-wasm-builder: {error:#}");
            ExitCode::FAILURE
        }
    }
}
