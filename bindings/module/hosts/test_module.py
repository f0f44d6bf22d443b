"""The rules of the interface that the corpus does not show: blocks, meetings, and what is not in the module at all."""

from __future__ import annotations

import json
import shutil
import subprocess
import unittest
from pathlib import Path

from module import INTERFACE, Module, ModuleError

ROOT = Path(__file__).resolve().parents[3]
RECORD = (ROOT / "tests" / "records" / "leicester-initial.json").read_bytes()
STAMP = '{"at": "2026-03-12T09:30:00Z", "by": "p-chair"}'


class TheModule(unittest.TestCase):
    def setUp(self) -> None:
        self.module = Module()

    def refused(self, name: str, *arguments: str | bytes | int | None) -> ModuleError:
        with self.assertRaises(ModuleError) as caught:
            self.module.bytes(name, *arguments)
        return caught.exception

    def test_it_needs_nothing_of_a_host(self) -> None:
        self.assertEqual(list(self.module.module.imports), [])

    def test_it_says_what_it_is(self) -> None:
        versions = self.module.json("versions")
        self.assertEqual(versions["interface"], INTERFACE)
        self.assertEqual(versions["format"], json.loads(RECORD)["format"])
        self.assertEqual(set(versions), {"interface", "version", "format", "rules_edition"})

    def test_a_block_is_zeros_and_given_back_once(self) -> None:
        for length in (0, 1, 100_000):
            block = self.module.number("alloc", length)
            content = self.module.memory.read(self.module.store, block, block + length)
            self.assertEqual(bytes(content), bytes(length))
            self.assertEqual(self.module.number("free", block), 1)
            self.assertEqual(self.module.number("free", block), 0)

    def test_no_memory_is_said(self) -> None:
        self.assertEqual(self.module.number("alloc", (1 << 32) - 1), 0)
        self.assertTrue(self.module.json("check", RECORD, None, None, None, None))

    def test_an_address_of_no_block_is_refused(self) -> None:
        block = self.module.put(RECORD)
        inside_a_block, taken_back = block + 1, self.module.put(RECORD)
        self.module.number("free", taken_back)
        for address in (inside_a_block, taken_back, 1, (1 << 32) - 1):
            self.assertEqual(self.refused("read", address).code, "disposed")
            self.assertEqual(
                self.refused("check", block, address, None, None, None).code, "disposed"
            )

    def test_a_missing_argument_is_refused(self) -> None:
        for name, arguments in (("read", [None]), ("check", [None] * 5), ("explain", [None] * 2)):
            self.assertEqual(self.refused(name, *arguments).code, "missing_key")
        self.assertEqual(self.refused("explain", b"\xff", None).code, "invalid_utf8")

    def test_a_block_serves_many_calls(self) -> None:
        block = self.module.put(RECORD)
        first = self.module.bytes("check", block, None, None, None, None)
        self.assertEqual(self.module.bytes("check", block, None, None, block, None), first)
        self.assertEqual(self.module.bytes("read", block).decode()[0], "{")
        self.assertEqual(self.module.number("free", block), 1)

    def test_memory_does_not_grow_with_calls(self) -> None:
        def ask() -> int:
            self.module.bytes("check", RECORD, None, None, None, None)
            number = self.module.json("session_open", RECORD, None, None)["session"]
            self.module.bytes("session_journal", number)
            self.module.number("session_close", number)
            size: int = self.module.memory.data_len(self.module.store)
            return size

        for _ in range(20):
            after_some = ask()
        for _ in range(300):
            after_many = ask()
        self.assertEqual(after_many, after_some)

    def test_meetings_are_apart_and_gone_once_closed(self) -> None:
        referral = (ROOT / "tests" / "records" / "leicester-referral.json").read_bytes()
        one, other = (
            self.module.json("session_open", referral, None, key)["session"]
            for key in (None, bytes(32))
        )
        command = '{"type": "open_meeting", "chair": "p-chair"}'
        event = self.module.json("session_apply", one, command, STAMP)
        self.assertEqual(event["seq"], 1)
        self.assertEqual(self.refused("session_apply", one, command, STAMP).code, "already_open")
        self.assertEqual(self.refused("session_undo", other, STAMP).code, "nothing_to_undo")
        journal = self.module.text("session_journal", one)
        self.assertEqual(journal.count("\n"), 2)
        cut = self.module.json("session_replay", journal[:-9], None)
        self.assertEqual(cut["lost"]["line"], 2)
        self.module.json("session_undo", one, STAMP)
        self.module.json("session_redo", one, STAMP)
        for name in ("allowed", "outstanding", "sealed", "standing", "record"):
            self.assertIsNotNone(self.module.json(f"session_{name}", one))
        self.assertIsNone(self.module.json("session_timer", one, "2026-03-12T09:30:00Z"))
        self.assertTrue(self.module.json("session_questions", one, "worries"))
        self.assertEqual(self.module.number("session_close", one), 1)
        self.assertEqual(self.module.number("session_close", one), 0)
        self.assertEqual(self.refused("session_merge", one, other).code, "disposed")
        self.assertEqual(self.refused("session_record", one).code, "disposed")
        self.assertEqual(self.module.json("session_record", other)["id"], "masp-2026-031")

    def test_what_the_corpus_does_not_ask(self) -> None:
        batch = self.module.json("check_ndjson", RECORD.replace(b"\n", b"") + b"\n{}\n", None, None)
        self.assertEqual((batch["records"], batch["unread"]), (1, 1))
        self.assertTrue(self.module.json("rules"))
        self.assertTrue(self.module.json("codes"))
        changed = self.module.json("rules_diff", "2026.1", None, "2026.2", None)
        self.assertIn(("SP804", "came"), {(rule["code"], rule["change"]) for rule in changed})
        held = self.module.json("check", RECORD, None, None, None, "when_held")
        self.assertEqual(held, self.module.json("check", RECORD, None, None, None, "2026.1"))
        wrong = self.refused("check", RECORD, None, None, None, "1999.1")
        self.assertEqual((wrong.code, wrong.path), ("unknown_edition", "/edition"))
        told = self.module.json("disclosures", RECORD, None, "letter", "family", None, None, None)
        self.assertTrue(told)
        bundle = self.module.json("fhir", RECORD, None, "p-parent", None, None, None)
        self.assertEqual(bundle["resourceType"], "Bundle")
        letter = self.module.text(
            "paper", RECORD, None, "letter", "p-parent", "text", None, "x\ny", None, None
        )
        self.assertIn("What we decided", letter)
        for reader, code in (("nobody", "unknown_reader"), ("professionals", "wrong_reader")):
            refused = self.refused(
                "paper", RECORD, None, "letter", reader, "text", None, None, None, None
            )
            self.assertEqual(refused.code, code)

    def test_the_header_is_c(self) -> None:
        compiler = shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
        if compiler is None:
            self.skipTest("there is no C compiler here")
        header = ROOT / "bindings" / "module" / "support_panel.h"
        flags = ["-std=c99", "-Wall", "-Wextra", "-Werror", "-fno-builtin", "-fsyntax-only"]
        subprocess.run([compiler, *flags, "-x", "c", header], check=True)


if __name__ == "__main__":
    unittest.main()
