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

/// What the page for hosts shows, by the shell that a host would use; `…` stands for whatever is there.
#[test]
fn the_consoles_of_the_page_for_hosts_are_real() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
    let page = std::fs::read_to_string(format!("{root}/docs/hosts.md")).unwrap();
    let command = std::path::Path::new(env!("CARGO_BIN_EXE_support-panel"));
    let path =
        format!("{}:{}", command.parent().unwrap().display(), std::env::var("PATH").unwrap());
    let folder = std::env::temp_dir().join(format!("support-panel-hosts-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let mut shown = 0;
    for console in page.split("```console\n$ ").skip(1) {
        let (command, expected) = console.split_once('\n').unwrap();
        let (expected, _) = expected.split_once("```").unwrap();
        let mut shell = Command::new("sh");
        shell.args(["-c", command]).env("PATH", &path).env("FOLDER", &folder).current_dir(root);
        let said = String::from_utf8(shell.output().unwrap().stdout).unwrap();
        assert!(is_like(said.trim_end(), expected.trim_end()), "{command}\n{said}");
        shown += 1;
    }
    std::fs::remove_dir_all(folder).unwrap();
    assert_eq!(shown, 6);
}

fn is_like(mut text: &str, pattern: &str) -> bool {
    let mut parts = pattern.split('…');
    let first = parts.next().unwrap_or_default();
    let Some(rest) = text.strip_prefix(first) else { return false };
    text = rest;
    for part in parts {
        let Some((_, rest)) = text.split_once(part) else { return false };
        text = rest;
    }
    text.is_empty()
}

#[test]
fn a_console_is_compared_to_its_end() {
    assert!(is_like("one two three", "one … three"));
    assert!(!is_like("one two three four", "one … three"));
    assert!(!is_like("one two", "one … three"));
    assert!(!is_like("two one three", "one … three"));
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
