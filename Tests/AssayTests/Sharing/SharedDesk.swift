import Foundation
import TestSupport
import Testing

/// Three people with a clone each, and the bare repository that they share: a newsroom from `assay init`.
final class SharedDesk {
    let folder: TemporaryFolder
    let claim = "example-lamps-replaced"
    private var seconds = 1_795_000_000
    private let isSigned: Bool

    var journal: String { "content/journal/\(claim).jsonl" }
    var verdict: String { "content/verdicts/\(claim).md" }

    /// A person of the desk, whose clone has their name.
    enum Person: String, CaseIterable {
        case writer, reviewer, second
        /// Their profile.
        var profile: String { self == .second ? "second-reviewer" : "example-\(rawValue)" }
    }

    /// Makes the clones.
    /// - Parameters:
    ///   - policy: the lines of the policy after its mode, each with its indentation.
    ///   - isSigned: whether each of them has a key and signs with it.
    init(policy: String = "", isSigned: Bool = false) throws {
        self.isSigned = isSigned
        folder = try TemporaryFolder()
        try #require(CommandLineTool.run(["init", "writer"], in: folder.path).status == 0)
        try replace("mode: simple", with: "mode: newsroom" + policy, in: "content/site.yaml", of: .writer)
        try replace(
            "reviewers: example-reviewer\npublished: 2024-10-16\n",
            with: "",
            in: verdict,
            of: .writer
        )
        try folder.write(
            "writer/content/profiles/second-reviewer.md",
            "---\nname: Second Reviewer\nkind: person\nrole: reviewer\nemail: second@example.org\n---\n"
        )
        if isSigned { try makeKeys() }
        try git("init", "-q", "-b", "main", by: .writer)
        try identify(.writer)
        try git("add", "-A", by: .writer)
        try git("commit", "-qm", "Begin", by: .writer)
        try shell("git init -q --bare -b main ../shared.git", by: .writer)
        try git("remote", "add", "origin", "../shared.git", by: .writer)
        try git("push", "-qu", "origin", "main", by: .writer)
        for person in [Person.reviewer, .second] {
            try shell("git clone -q ../shared.git ../\(person.rawValue)", by: .writer)
            try identify(person)
        }
    }

    private func makeKeys() throws {
        var signers = ""
        for person in Person.allCases {
            try shell(
                "ssh-keygen -q -t ed25519 -N '' -C '' -f ../key-\(person.rawValue)",
                by: .writer
            )
            let key = folder.text("key-\(person.rawValue).pub") ?? ""
            signers += "\(person.rawValue)@example.org namespaces=\"assay\" \(key)"
        }
        try folder.write("writer/content/allowed_signers", signers)
    }

    private func identify(_ person: Person) throws {
        try git("config", "user.name", person.rawValue, by: person)
        try git("config", "user.email", "\(person.rawValue)@example.org", by: person)
        try git("config", "commit.gpgsign", "false", by: person)
        guard isSigned else { return }
        try git("config", "gpg.format", "ssh", by: person)
        try git("config", "user.signingKey", folder.path + "/key-\(person.rawValue)", by: person)
    }

    /// Runs a command an hour after the last one.
    func call(_ arguments: [String], by person: Person, with environment: [String: String] = [:]) throws
        -> CommandLineTool.Outcome
    {
        seconds += 3600
        return try CommandLineTool.run(
            arguments,
            in: folder.path + "/" + person.rawValue,
            environment: own.merging(environment) { _, new in new }
        )
    }

    private var own: [String: String] {
        ["SOURCE_DATE_EPOCH": "\(seconds)", "HOME": folder.path, "XDG_CACHE_HOME": folder.path + "/cache"]
    }

    /// Runs a command that must succeed.
    @discardableResult
    func done(_ person: Person, _ arguments: String..., location: SourceLocation = #_sourceLocation) throws
        -> String
    {
        let outcome = try call(arguments, by: person)
        #expect(
            outcome.status == 0,
            "\(person) \(arguments): \(outcome.output)\(outcome.errors)",
            sourceLocation: location
        )
        return outcome.output + outcome.errors
    }

    /// Runs a command that must fail.
    @discardableResult
    func refused(_ person: Person, _ arguments: String..., location: SourceLocation = #_sourceLocation) throws
        -> String
    {
        let outcome = try call(arguments, by: person)
        #expect(outcome.status == 1, "\(person) \(arguments): \(outcome.output)", sourceLocation: location)
        return outcome.errors
    }

    /// Runs a command without a terminal, on computers with `setsid`.
    func detached(_ command: String, by person: Person, with environment: [String: String] = [:]) throws
        -> CommandLineTool.Outcome
    {
        seconds += 3600
        return try CommandLineTool.shell(
            "exec setsid -w \"$ASSAY\" \(command)",
            in: folder.path + "/" + person.rawValue,
            environment: own.merging(environment) { _, new in new }
        )
    }

    /// Runs a shell script in a clone that must succeed; `$ASSAY` is the command.
    @discardableResult
    func shell(_ script: String, by person: Person) throws -> String {
        seconds += 60
        let place = folder.path + "/" + person.rawValue
        let outcome = try CommandLineTool.shell(script, in: place, environment: own)
        try #require(outcome.status == 0, "\(script): \(outcome.errors)")
        return outcome.output
    }

    @discardableResult
    func git(_ arguments: String..., by person: Person) throws -> String {
        try shell("git " + arguments.map { "'\($0)'" }.joined(separator: " "), by: person)
    }

    func text(_ name: String, of person: Person) -> String { folder.text("\(person.rawValue)/\(name)") ?? "" }

    func replace(_ old: String, with new: String, in name: String, of person: Person) throws {
        let before = text(name, of: person)
        try #require(before.contains(old), "\(name) has no \(old)")
        try folder.write("\(person.rawValue)/\(name)", before.replacing(old, with: new))
    }

    /// The kinds of events in a clone's journal, in order, with the notes of remarks.
    func events(of person: Person, location: SourceLocation = #_sourceLocation) throws -> [String] {
        try done(person, "verify", location: location)
        return text(journal, of: person).split(separator: "\n").map { line in
            let event = line.firstMatch(of: /"event":"([a-z-]+)"/).map { String($0.1) } ?? "?"
            return event == "commented"
                ? line.firstMatch(of: /"note":"([^"]*)"/).map { String($0.1) } ?? "?" : event
        }
    }
}
