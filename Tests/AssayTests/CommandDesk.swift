import Foundation
import TestSupport
import Testing

/// A newsroom from `init`, in newsroom mode, where people with keys give commands; git names the person.
final class CommandDesk {
    let folder: TemporaryFolder
    let claim = "example-lamps-replaced"
    private var seconds = 1_795_000_000

    var room: String { folder.path + "/room" }
    var journal: String { "content/journal/\(claim).jsonl" }
    var verdict: String { "content/verdicts/\(claim).md" }

    /// Makes the newsroom.
    /// - Parameter policy: the lines of the policy after its mode; nil for simple mode.
    init(policy: String? = "") throws {
        folder = try TemporaryFolder()
        try #require(CommandLineTool.run(["init", "room"], in: folder.path).status == 0)
        if let policy {
            try replace("mode: simple", with: "mode: newsroom" + policy, in: "content/site.yaml")
            try replace("reviewers: example-reviewer\npublished: 2024-10-16\n", with: "", in: verdict)
        }
        var signers = ""
        for name in ["writer", "reviewer"] {
            try run(
                "/usr/bin/ssh-keygen",
                "-q",
                "-t",
                "ed25519",
                "-N",
                "",
                "-C",
                "",
                "-f",
                folder.path + "/" + name
            )
            signers += "\(name)@example.org namespaces=\"assay\" \(folder.text("\(name).pub") ?? "")"
        }
        try folder.write("room/content/allowed_signers", signers)
        try run("/usr/bin/git", "init", "-q", room)
        for (name, value) in [
            ("user.email", "Writer@example.org"), ("user.name", "Writer"), ("commit.gpgsign", "false"),
        ] {
            try run("/usr/bin/git", "-C", room, "config", name, value)
        }
    }

    /// Runs a command as the writer, an hour after the last one.
    func call(_ arguments: [String], with environment: [String: String] = [:]) throws
        -> CommandLineTool.Outcome
    {
        seconds += 3600
        let own = ["SOURCE_DATE_EPOCH": "\(seconds)", "HOME": folder.path]
        return try CommandLineTool.run(
            arguments,
            in: room,
            environment: own.merging(environment) { _, new in new }
        )
    }

    /// Runs a command that must succeed.
    /// - Returns: its output.
    @discardableResult
    func done(_ arguments: String..., location: SourceLocation = #_sourceLocation) throws -> String {
        let outcome = try call(arguments)
        #expect(outcome.status == 0, "\(arguments): \(outcome.errors)", sourceLocation: location)
        return outcome.output + outcome.errors
    }

    /// Runs a command that must fail.
    /// - Returns: its error output.
    @discardableResult
    func refused(
        _ arguments: String...,
        status: Int32 = 1,
        location: SourceLocation = #_sourceLocation
    ) throws -> String {
        let outcome = try call(arguments)
        #expect(outcome.status == status, "\(arguments): \(outcome.output)", sourceLocation: location)
        return outcome.errors
    }

    /// Runs a shell script in the newsroom; `$ASSAY` is the command.
    func shell(_ script: String) throws -> CommandLineTool.Outcome {
        seconds += 3600
        let own = ["SOURCE_DATE_EPOCH": "\(seconds)", "HOME": folder.path]
        return try CommandLineTool.shell(script, in: room, environment: own)
    }

    func run(_ program: String, _ arguments: String...) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "\(program) \(arguments)")
    }

    func git(_ arguments: String...) throws {
        let outcome = try shell("git " + arguments.map { "'\($0)'" }.joined(separator: " "))
        try #require(outcome.status == 0, "git \(arguments): \(outcome.errors)")
    }

    func text(_ name: String) -> String? { folder.text("room/" + name) }

    func write(_ name: String, _ text: String) throws { try folder.write("room/" + name, text) }

    func replace(_ old: String, with new: String, in name: String) throws {
        let before = try #require(text(name), "there is no \(name)")
        try #require(before.contains(old), "\(name) has no \(old)")
        try write(name, before.replacing(old, with: new))
    }
}
