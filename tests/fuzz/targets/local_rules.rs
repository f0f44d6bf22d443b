#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| support_panel_tests::run("local_rules", bytes));
