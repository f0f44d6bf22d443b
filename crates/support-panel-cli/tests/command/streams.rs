//! Streams: colour, pipes that break, and names that play tricks.

use super::{command, run, run_on, scratch, smallest, write};
use std::io::Read;
use std::process::Stdio;

const INITIAL: &str = "tests/records/leicester-initial.json";

#[test]
fn colour_is_for_terminals_and_whoever_asks() {
    assert!(!run(&["check", INITIAL]).out.contains('\x1b'));
    assert!(run(&["check", INITIAL, "--color", "always"]).out.contains("\x1b[33m"));
    assert!(run(&["--color=always", "check", "nowhere"]).err.contains('\x1b'));
    assert!(!run(&["check", "nowhere", "--color=never"]).err.contains('\x1b'));
}

/// What a terminal would be sent, on standard output and standard error.
fn on_terminals(stdin: &mut (dyn Read + Send), args: &[&str], no_color: bool) -> [String; 2] {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut host = support_panel_cli::Host {
        stdin,
        stdout: &mut out,
        stderr: &mut err,
        stdout_is_terminal: true,
        stderr_is_terminal: true,
        no_color,
    };
    support_panel_cli::run(["support-panel"].iter().chain(args).map(Into::into), &mut host);
    [out, err].map(|bytes| String::from_utf8(bytes).unwrap())
}

fn on_a_terminal(args: &[&str], no_color: bool) -> String {
    let [out, _] = on_terminals(&mut std::io::empty(), args, no_color);
    out
}

/// Gives a record, and after a while another.
struct Slow(Vec<String>);

impl Read for Slow {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let Some(line) = self.0.pop() else { return Ok(0) };
        std::thread::sleep(std::time::Duration::from_millis(250));
        into[..line.len()].copy_from_slice(line.as_bytes());
        Ok(line.len())
    }
}

#[test]
fn a_long_job_says_how_far_it_has_come_and_leaves_nothing_behind() {
    let lines = || Slow(vec![smallest("two", "") + "\n", super::faulty("one") + "\n"]);
    let [out, err] = on_terminals(&mut lines(), &["check", "-"], true);
    assert!(err.contains("\rrecords: 1…") || err.contains("\rrecords: 2…"), "{err:?}");
    assert!(err.ends_with("\r\x1b[K"), "{err:?}");
    assert!(out.ends_with("2 records checked: 1 error, 0 warnings, 0 advice\n"), "{out}");
    assert_eq!(run_on(format!("{}\n", smallest("one", "")), &["check", "-"]).err, "");
}

#[test]
fn no_color_is_honoured_on_a_terminal() {
    let file = super::root().join(INITIAL);
    let args = ["check", file.to_str().unwrap()];
    assert!(on_a_terminal(&args, false).contains("\x1b[33m"));
    assert!(!on_a_terminal(&args, true).contains('\x1b'));
    assert!(on_a_terminal(&["--help"], false).contains('\x1b'));
    assert!(!on_a_terminal(&["--help"], true).contains('\x1b'));
}

#[test]
fn nothing_in_a_record_reaches_a_terminal_as_a_command() {
    let directory = scratch("nothing_in_a_record");
    let text = smallest("panel-1", r#","actions":[{"id":"a1","text":"Ring\u001b[2J the school"}]"#);
    let file = write(&directory, "panel.json", text);
    let args = ["action-plan", &file, "--for", "professionals", "--format", "text"];
    assert!(!on_a_terminal(&args, true).contains('\x1b'));
    assert!(on_a_terminal(&args, true).contains("Ring"));
}

#[test]
fn hostile_file_names_are_shown_harmlessly() {
    let directory = scratch("hostile");
    for name in ["a\x1b[2Jb.json", "new\nline.json", "-rf.json", "=1+1.json", "\u{202e}nosj.json"] {
        let file = write(&directory, name, super::faulty("panel-1"));
        for format in ["text", "json", "ndjson", "csv"] {
            let ran = run(&["check", &file, "--format", format]);
            assert_eq!((ran.status, ran.err.as_str()), (1, ""), "{name:?}");
            assert!(
                !ran.out.contains(['\x1b', '\u{202e}']) && !ran.out.contains("new\nline"),
                "{}",
                ran.out
            );
        }
        std::fs::write(&file, "{").unwrap();
        let ran = run(&["check", &file]);
        assert!(
            ran.status == 2
                && !ran.err.contains(['\x1b', '\u{202e}'])
                && !ran.err.contains("new\nline"),
            "{}",
            ran.err
        );
    }
}

#[cfg(unix)]
#[test]
fn a_file_name_need_not_be_text() {
    use std::os::unix::ffi::OsStrExt;
    let path = scratch("not_text").join(std::ffi::OsStr::from_bytes(b"panel-\xff.json"));
    std::fs::write(&path, smallest("panel-1", "")).unwrap();
    let mut command = command(&["check"]);
    assert!(command.arg(&path).stdout(Stdio::null()).status().unwrap().success());
}

#[test]
fn a_broken_pipe_ends_quietly() {
    let mut child =
        command(&["synth", "5000"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut start = [0; 100];
    child.stdout.take().unwrap().read_exact(&mut start).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said() {
    let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
    let output = command(&["rules"])
        .stdout(full)
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
        .wait_with_output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("cannot be written"));
}

#[test]
fn errors_and_findings_hold_nothing_personal() {
    let marker = "Zebedee Marker";
    let bad = [
        format!(r#"{{"{marker}": 1}}"#),
        format!(r#"{{"format": "{marker}"}}"#),
        smallest("panel-1", &format!(r#","case":"{marker}""#)),
        smallest("panel-1", &format!(r#","meeting":{{"held_on":"{marker}"}}"#)),
        smallest(
            "panel-1",
            &format!(r#","actions":[{{"id":"a1","text":"{marker}","status":"done"}}]"#),
        ),
        smallest("panel-1", &format!(r#","extensions":{{"{marker}":1,"{marker}":2}}"#)),
    ];
    for text in bad {
        for format in ["text", "json", "ndjson", "csv"] {
            let ran = run_on(&text, &["check", "-", "--format", format]);
            assert_ne!((ran.status, ran.out.len() + ran.err.len()), (0, 0));
            assert!(!ran.out.contains("Zebedee") && !ran.err.contains("Zebedee"), "{ran:?}");
        }
    }
}
