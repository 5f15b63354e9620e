"""The artifact bundle, used by a package of somebody else: its plugin runs the program."""

import os
import shutil
import subprocess
import zipfile

import pytest

import roots

MANIFEST = """// swift-tools-version: 6.0
import PackageDescription

let package = Package(
    name: "user",
    targets: [
        .binaryTarget(name: "assay", path: "assay.artifactbundle"),
        .plugin(
            name: "Facts",
            capability: .command(intent: .custom(verb: "facts", description: "Checks facts.")),
            dependencies: ["assay"]
        ),
    ]
)
"""

PLUGIN = """import Foundation
import PackagePlugin

@main
struct Facts: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) async throws {
        let process = Process()
        process.executableURL = try context.tool(named: "assay").url
        process.arguments = arguments
        try process.run()
        process.waitUntilExit()
    }
}
"""


def test_a_plugin_runs_the_program(tmp_path):
    if shutil.which("swift") is None:
        pytest.skip("swift is not installed")
    (archive,) = roots.DIST.glob("*.artifactbundle.zip")
    package = tmp_path / "user"
    (package / "Plugins/Facts").mkdir(parents=True)
    (package / "Package.swift").write_text(MANIFEST)
    (package / "Plugins/Facts/Facts.swift").write_text(PLUGIN)
    # SwiftPM unpacks an archive that it downloaded in the same way, with modes.
    with zipfile.ZipFile(archive) as bundle:
        for member in bundle.infolist():
            path = bundle.extract(member, package)
            os.chmod(path, member.external_attr >> 16 & 0o777)
    done = subprocess.run(
        ["swift", "package", "--disable-sandbox", "facts", "--version"], cwd=package, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert "(commit " in done.stdout
