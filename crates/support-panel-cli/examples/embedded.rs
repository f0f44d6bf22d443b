//! Runs the command inside another program, with streams of its own: `cargo run --example embedded`.
#![allow(clippy::print_stdout, reason = "an example speaks to its reader")]

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut out = Vec::new();
    let mut host = support_panel_cli::Host {
        stdin: &mut std::io::empty(),
        stdout: &mut out,
        stderr: &mut std::io::stderr(),
        stdout_is_terminal: false,
        stderr_is_terminal: false,
        no_color: true,
    };
    let status = support_panel_cli::run(["support-panel", "profiles"].map(Into::into), &mut host);
    println!("status {status}\n{}", String::from_utf8(out)?);
    Ok(())
}
