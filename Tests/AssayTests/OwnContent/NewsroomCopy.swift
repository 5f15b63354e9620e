import Foundation
import TestSupport
import Testing

/// A copy of the repository's own newsroom that may be broken.
struct NewsroomCopy {
    private let folder: TemporaryFolder

    /// Makes the copy, with the interface's Spanish words as the newsroom's own.
    init() throws {
        folder = try TemporaryFolder()
        for name in ["content", "seeds", "static", "templates/strings/es.yaml"] {
            let target = URL(fileURLWithPath: folder.path).appending(path: name)
            try FileManager.default.createDirectory(
                at: target.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try FileManager.default.copyItem(at: Self.repository.appending(path: name), to: target)
        }
    }

    /// The repository's root folder; this file is `Tests/AssayTests/OwnContent/NewsroomCopy.swift` in it.
    private static let repository = (1...4).reduce(URL(fileURLWithPath: #filePath)) { url, _ in
        url.deletingLastPathComponent()
    }

    /// The copy's folder.
    var path: String { folder.path }

    /// The texts of all files of the copy, by path.
    func texts() throws -> [String: String] {
        let names = ["content", "seeds"]
        let paths = folder.contents.filter { path in names.contains { path.hasPrefix($0 + "/") } }
        return Dictionary(
            uniqueKeysWithValues: paths.compactMap { path in folder.text(path).map { (path, $0) } }
        )
    }

    /// Makes a change; its old text must be there.
    func change(_ change: BrokenCopy.Change) throws {
        guard let old = change.old else { return try folder.write(change.file, change.new) }
        let text = try #require(folder.text(change.file), "there is no \(change.file)")
        let place = try #require(text.firstRange(of: old), "\(change.file) has no “\(old)”")
        try folder.write(change.file, text.replacingCharacters(in: place, with: change.new))
    }

    /// Copies a claim and its verdict under a new id, to which no record refers.
    /// - Returns: the new id, and the path of the verdict.
    func addTwin(of id: String) throws -> (claim: String, verdict: String) {
        let twin = "twin"
        for kind in ["claims", "verdicts"] {
            let text = try #require(folder.text("content/\(kind)/\(id).md"))
            try folder.write(
                "content/\(kind)/\(twin).md",
                text.replacing("claim: \(id)", with: "claim: \(twin)")
            )
        }
        return (twin, "content/verdicts/\(twin).md")
    }

    /// Runs a command of the desk.
    func desk(_ arguments: String...) throws {
        let outcome = try CommandLineTool.run(arguments + ["-C", folder.path])
        try #require(outcome.status == 0, "\(outcome.errors)")
    }

    /// Keeps only the first lines of a file.
    func keepLines(_ count: Int, of file: String) throws {
        let lines = try #require(folder.text(file)).split(separator: "\n")
        try folder.write(file, lines.prefix(count).joined(separator: "\n") + "\n")
    }

    /// Restores an earlier version of a file, from the folder `EarlierForm`.
    func restore(_ name: String, as file: String) throws {
        let path = "Tests/AssayTests/OwnContent/EarlierForm/" + name
        try folder.write(file, String(contentsOf: Self.repository.appending(path: path), encoding: .utf8))
    }

    /// The text of a line, counted from 1.
    func line(_ number: Int, of file: String) throws -> String {
        let lines = try #require(folder.text(file)).split(separator: "\n", omittingEmptySubsequences: false)
        return try String(#require(lines.dropFirst(number - 1).first))
    }

    /// The findings of `assay check`, without notes.
    func findings() throws -> [CheckFinding] {
        let outcome = try CommandLineTool.run(
            ["check", "--format", "json", "--today", "2026-12-01", "-C", folder.path]
        )
        return try JSONDecoder().decode([CheckFinding].self, from: Data(outcome.output.utf8))
            .filter { $0.severity != "note" }
    }
}

/// A finding in the output of `assay check --format json`.
struct CheckFinding: Decodable, Equatable {
    struct Place: Decodable, Equatable {
        let file: String
        let line: Int
    }

    let rule: String
    let severity: String
    let location: Place?
}
