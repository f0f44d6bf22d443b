//! The manual page, made from the command's own help.

use clap::CommandFactory;
use std::fmt::Write;

/// `docs/command.md`: the `--help` of the command and of each subcommand.
pub fn manual() -> String {
    let mut root = crate::command::Cli::command();
    root.build();
    let mut page = String::from(
        "# The command\n\nThis page is made from the command's own help; a test keeps it so.\n",
    );
    section(&mut page, &mut root, "support-panel");
    for command in root.get_subcommands_mut().filter(|command| command.get_name() != "help") {
        let name = format!("support-panel {}", command.get_name());
        section(&mut page, command, &name);
    }
    page
}

fn section(page: &mut String, command: &mut clap::Command, name: &str) {
    let help = command.render_long_help().to_string();
    let lines: Vec<_> = help.lines().map(str::trim_end).collect();
    // Writing to a string cannot fail.
    let _ = write!(page, "\n## {name}\n\n```text\n{}\n```\n", lines.join("\n"));
}
