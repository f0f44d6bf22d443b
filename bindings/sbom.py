"""Writes what each thing that is given out is made of, as CycloneDX: to target/sbom/NAME.cdx.json.

    python bindings/sbom.py            the wheel, the npm package, the module without imports and the command
    python bindings/sbom.py wheel      some of them: wheel, npm, module, command

A list is made of the lock file alone: every crate that is linked, with version, licence, digest and what it needs, and nothing of
the machine or of the hour, so that the same lock file gives the same bytes. The npm package has no dependency at run time but React,
if the host has it.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path

from licences import BROUGHT_BY_OURS, CARRIERS, ROOT, linked

WHEEL, NPM = "bindings/python/LICENSES.txt", "bindings/wasm/LICENSES.txt"
HOST = ["x86_64-unknown-linux-gnu"]
# Each thing that is given out: how others name it, the packages that are linked into it, and the targets that it is built for.
GIVEN_OUT = {
    "wheel": ("pkg:pypi/support-panel", *CARRIERS[WHEEL][1:]),
    "npm": ("pkg:npm/support-panel", *CARRIERS[NPM][1:]),
    "module": ("pkg:generic/support-panel-module", ["support-panel-module"], CARRIERS[NPM][2]),
    "command": ("pkg:cargo/support-panel-cli", ["support-panel-cli"], HOST),
}
OUT = ROOT / "target/sbom"


def metadata() -> dict[tuple[str, str], dict[str, object]]:
    """What cargo knows of each package, by name and version."""
    run = subprocess.run(
        ["cargo", "metadata", "--locked", "--format-version=1"],
        cwd=ROOT,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return {(p["name"], p["version"]): p for p in json.loads(run.stdout)["packages"]}


def locked() -> dict[tuple[str, str], dict[str, object]]:
    lock = tomllib.loads((ROOT / "Cargo.lock").read_text(encoding="utf-8"))
    return {(p["name"], p["version"]): p for p in lock["package"]}


def purl(name: str, version: str) -> str:
    return f"pkg:cargo/{name}@{version}"


def needs(
    package: dict[str, object], among: set[tuple[str, str]], versions: dict[str, list[str]]
) -> list[str]:
    """The crates of this list that a locked package needs; its lock file leaves a version out where there is only one."""
    found = []
    for dependency in package.get("dependencies", []):
        name, *rest = dependency.split()
        version = rest[0] if rest else versions[name][0]
        if (name, version) in among:
            found.append(purl(name, version))
    return sorted(found)


def component(
    name: str, version: str, known: dict[str, object], lock: dict[str, object]
) -> dict[str, object]:
    checksum = lock.get("checksum")
    return {
        "type": "library",
        "bom-ref": purl(name, version),
        "name": name,
        "version": version,
        "purl": purl(name, version),
        "licenses": [{"expression": str(known["license"]).replace("/", " OR ")}],
        **({"hashes": [{"alg": "SHA-256", "content": checksum}]} if checksum else {}),
    }


def bill(name: str) -> dict[str, object]:
    """A CycloneDX document."""
    of_it, roots, targets = GIVEN_OUT[name]
    packages, lock = metadata(), locked()
    versions: dict[str, list[str]] = {}
    for package, version in lock:
        versions.setdefault(package, []).append(version)
    crates = linked(roots, targets)
    ours = packages["support-panel", versions["support-panel"][0]]["version"]
    whole = f"{of_it}@{ours}"
    brought = [
        {
            "type": "data",
            "bom-ref": f"brought:{title}",
            "name": title,
            "licenses": [{"expression": "OFL-1.1"}],
        }
        for crate, (title, _) in BROUGHT_BY_OURS.items()
        if crate in {crate for crate, _ in crates}
    ]
    dependencies = [
        {"ref": purl(*crate), "dependsOn": needs(lock[crate], crates, versions)}
        for crate in sorted(crates)
    ]
    used = sorted(purl(root, version) for root, version in crates if root in roots)
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "library" if name != "command" else "application",
                "bom-ref": whole,
                "name": "support-panel",
                "version": ours,
                "purl": whole,
                "licenses": [{"expression": "MIT OR Apache-2.0"}],
            }
        },
        "components": [component(*crate, packages[crate], lock[crate]) for crate in sorted(crates)]
        + brought,
        "dependencies": [{"ref": whole, "dependsOn": used}, *dependencies],
    }


def check(name: str, document: dict[str, object]) -> None:
    """Fails where something that is linked has no digest, no licence, or is named and not listed."""
    listed = {component["bom-ref"]: component for component in document["components"]}
    for ref, found in listed.items():
        is_ours = found["name"].startswith("support-panel") or ref.startswith("brought:")
        if not is_ours and "hashes" not in found:
            raise SystemExit(f"{name}: {ref} has no digest in Cargo.lock")
        if found["licenses"][0]["expression"] == "None":
            raise SystemExit(f"{name}: {ref} names no licence")
    named = {ref for entry in document["dependencies"] for ref in entry["dependsOn"]}
    if strays := named - listed.keys():
        raise SystemExit(f"{name}: {sorted(strays)} are needed and not listed")


def check_npm() -> None:
    """That the npm package brings nothing else, and runs nothing where it is installed."""
    package = json.loads((ROOT / "bindings/wasm/package.json").read_text(encoding="utf-8"))
    hooks = {"preinstall", "install", "postinstall", "prepublish", "prepare"}
    if found := sorted(hooks & package.get("scripts", {}).keys()):
        raise SystemExit(
            f"bindings/wasm/package.json: found the scripts {found}, expected none that an installation runs"
        )
    if package.get("dependencies") or package.get("optionalDependencies"):
        raise SystemExit(
            "bindings/wasm/package.json: found dependencies, expected none: the list would have to name them"
        )


def main() -> None:
    check_npm()
    wanted = sys.argv[1:] or list(GIVEN_OUT)
    if unknown := [name for name in wanted if name not in GIVEN_OUT]:
        raise SystemExit(f"found {unknown}, expected some of {list(GIVEN_OUT)}")
    OUT.mkdir(parents=True, exist_ok=True)
    for name in wanted:
        document = bill(name)
        check(name, document)
        path = Path(OUT, f"{name}.cdx.json")
        path.write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8", newline="\n")
        print(f"{name}: {len(document['components'])} components, {path.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
