//! What the README shows of the command is what the command prints.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what it expects")]

use std::process::Command;

#[test]
fn the_consoles_of_the_readme_are_real() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
    let readme = std::fs::read_to_string(format!("{root}/README.md")).unwrap();
    let consoles =
        readme.split("```console\n").skip(1).filter_map(|after| after.split("```").next());
    let mut shown = 0;
    for console in consoles {
        let (command, expected) = console.split_once('\n').unwrap();
        let Some(arguments) = command.strip_prefix("$ support-panel ") else { continue };
        let ran = Command::new(env!("CARGO_BIN_EXE_support-panel"))
            .args(arguments.split(' '))
            .current_dir(root)
            .output()
            .unwrap();
        assert_eq!(
            String::from_utf8(ran.stdout).unwrap().trim_end(),
            expected.trim_end(),
            "{command}"
        );
        shown += 1;
    }
    assert_eq!(shown, 3);
}

/// The examples in other languages are run where those languages are tested; here they are the same ones.
#[test]
fn the_examples_in_other_languages_are_those_of_the_bindings() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
    let page = |path: &str| std::fs::read_to_string(format!("{root}/{path}")).unwrap();
    for (language, binding) in
        [("python", "bindings/python/README.md"), ("js", "bindings/wasm/README.md")]
    {
        let fence = format!("```{language}\n");
        let readme = page("README.md");
        let example =
            readme.split(&fence).nth(1).and_then(|after| after.split("```").next()).unwrap();
        assert!(
            page(binding).contains(&format!("{fence}{example}```")),
            "{binding} has another example than the README"
        );
    }
}
