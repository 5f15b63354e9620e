import Foundation
import TestSupport
import Testing

@testable import Starter

/// A newcomer's mistakes, each made in a newsroom from `assay init`, with the command's answer. The cases are in
/// `Mistakes/*.md`; ASSAY_RECORD=1 records them anew.
///
/// The names of blocks are actions: `replace PATH` (a line `=>` between old and new), `write PATH`, `bytes PATH`
/// (in hexadecimal), `rename PATH` (the new path), `folder PATH`, `remove PATH`. `run ARGUMENTS` runs the command;
/// the block is its output and exit status.
struct MistakeTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Mistakes")

    static let names: [String] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return files.filter { $0.hasSuffix(".md") }.sorted()
    }()

    @Test("A newcomer's mistakes are answered as they should be", arguments: names)
    func mistakes(name: String) throws {
        let file = Self.folder.appendingPathComponent(name)
        let text = try String(contentsOf: file, encoding: .utf8)
        var page = MistakePage(text)
        let performed = try page.performed()
        if ProcessInfo.processInfo.environment["ASSAY_RECORD"] == "1" {
            try Data(performed.utf8).write(to: file)
        }
        #expect(page.runCount > 5)
        #expect(performed == text)
    }

    @Test("There are pages of mistakes")
    func pages() { #expect(Self.names.count >= 4) }
}

/// A page of mistakes, carried out again.
private struct MistakePage {
    private let lines: [String]
    private(set) var runCount = 0
    private var room: TemporaryFolder?

    init(_ text: String) {
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    mutating func performed() throws -> String {
        var result: [String] = []
        var rest = lines[...]
        while let line = rest.popFirst() {
            result.append(line)
            if line.hasPrefix("## ") { room = try newsroom() }
            guard line.hasPrefix("```"), let room else { continue }
            let body = Array(rest.prefix { $0 != "```" })
            rest = rest.dropFirst(body.count)
            let words = line.dropFirst(3).split(separator: " ").map(String.init)
            result += words.first == "run" ? try run(Array(words.dropFirst()), in: room) : body
            if words.first != "run" { try change(words, body, in: room) }
            rest.popFirst().map { result.append($0) }
        }
        return result.joined(separator: "\n")
    }

    private func newsroom() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try ExampleNewsroom(name: "The Lamp Post", release: ReleasePlace(version: "1.0.0")).create(
            in: folder.path + "/room"
        )
        // The placeholders of `init` would add their own findings to each mistake.
        let settings = try #require(folder.text("room/content/site.yaml"))
        try folder.write("room/content/site.yaml", settings + "checks:\n  placeholder-left: off\n")
        return folder
    }

    private mutating func run(_ words: [String], in room: TemporaryFolder) throws -> [String] {
        runCount += 1
        let arguments = words.map { $0.replacing("HOME", with: room.path) }
        let place = room.path + "/room"
        let outcome = try CommandLineTool.run(
            arguments
                + (words.contains("--today") || !["check", "build"].contains(words.first)
                    ? [] : ["--today", "2024-12-01"]),
            in: place
        )
        let said = (outcome.output + outcome.errors)
            .replacing(room.path, with: "HOME")
            .replacing(#/ in [0-9.]+ m?s:/#, with: ":")
        var lines = said.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines + ["exit \(outcome.status)"]
    }

    private func change(_ words: [String], _ body: [String], in room: TemporaryFolder) throws {
        guard words.count > 1 else { return }
        let name = "room/" + words[1...].joined(separator: " ")
        let url = URL(fileURLWithPath: room.path + "/" + name)
        switch words[0] {
        case "replace":
            let parts = body.split(separator: "=>", omittingEmptySubsequences: false).map {
                $0.joined(separator: "\n")
            }
            let before = try #require(room.text(name))
            try #require(parts.count == 2 && before.contains(parts[0]), "\(name) has no \(parts[0])")
            try room.write(name, before.replacing(parts[0], with: unescaped(parts[1]), maxReplacements: 1))
        case "write": try room.write(name, unescaped(body.joined(separator: "\n")) + "\n")
        case "bytes":
            let digits = body.joined().filter { !$0.isWhitespace }
            let bytes = stride(from: 0, to: digits.count, by: 2).compactMap { start in
                UInt8(digits.dropFirst(start).prefix(2), radix: 16)
            }
            try room.write(name, "")
            try Data(bytes).write(to: url)
        case "rename":
            let target = URL(fileURLWithPath: room.path + "/room/" + body.joined())
            try FileManager.default.createDirectory(
                at: target.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try FileManager.default.moveItem(at: url, to: target)
        case "folder": try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        case "remove": try FileManager.default.removeItem(at: url)
        case "link":
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try room.link(name, to: body.joined())
        default: Issue.record("what is \(words[0])?")
        }
    }

    /// The text with `\u{…}` replaced by the character, for invisible ones.
    private func unescaped(_ text: String) -> String {
        text.replacing(#/\\u\{([0-9A-F]+)\}/#) { match in
            UInt32(match.1, radix: 16).flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? ""
        }
    }
}
