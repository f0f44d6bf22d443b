//! The `support-panel` command.

fn main() -> std::process::ExitCode {
    support_panel_cli::run_process(std::env::args_os()).into()
}
