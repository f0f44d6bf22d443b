//! The manual page, which is the golden copy of every `--help`.

use super::golden::golden;
use super::run;

#[test]
fn manual_is_current() {
    golden("docs/command.md", &support_panel_cli::manual());
}

#[test]
fn each_section_is_what_the_binary_prints() {
    let page = support_panel_cli::manual();
    let mut sections = 0;
    for section in page.split("\n## ").skip(1) {
        let (name, rest) = section.split_once('\n').unwrap();
        let text = rest.trim().trim_start_matches("```text\n").trim_end_matches("\n```");
        let mut args: Vec<_> = name.split(' ').skip(1).collect();
        args.push("--help");
        let printed: Vec<_> =
            run(&args).out.lines().map(|line| line.trim_end().to_owned()).collect();
        assert_eq!(printed.join("\n").trim_end(), text.trim_end(), "{name}");
        sections += 1;
        // Teaching by example: two worked ones for each subcommand.
        assert!(
            args.len() == 1
                || text
                    .split("Examples:")
                    .nth(1)
                    .is_some_and(|examples| examples.matches("\n  support-panel ").count() == 2),
            "{name}"
        );
    }
    assert!(sections > 8);
}
