import Diagnostics
import Files
import Foundation
import Newsroom

@testable import Editorial

/// A small newsroom on disk with its desk, which is deleted after the test.
final class DeskFolder {
    let path: String
    let tree: FileTree
    private var seconds = 1_795_000_000

    /// Makes the newsroom.
    /// - Parameters:
    ///   - policy: the lines of the policy after its mode.
    ///   - files: files by path, added to the small newsroom or replacing its own.
    init(policy: String = "", _ files: [String: String] = [:]) throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent(
            "assay-desk-\(UUID().uuidString)"
        )
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.resolvingSymlinksInPath().path
        tree = try FileTree(root: path)
        for (name, text) in SmallDesk.files(policy: policy).merging(
            files,
            uniquingKeysWith: { _, new in new }
        ) {
            try write(name, text)
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var journalPath: String { Journal.path(of: "it-is") }

    func write(_ name: String, _ text: String) throws {
        let url = URL(fileURLWithPath: path + "/" + name)
        let folder = url.deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    func text(_ name: String) throws -> String {
        try String(contentsOfFile: path + "/" + name, encoding: .utf8)
    }

    func replace(_ old: String, with new: String, in name: String) throws {
        let before = try text(name)
        precondition(before.contains(old), "\(name) has no \(old)")
        try write(name, before.replacing(old, with: new))
    }

    func newsroom() async throws -> Newsroom {
        let loaded = await LoadedNewsroom.load(from: tree).readingMedia(in: tree)
        guard let newsroom = loaded.newsroom else { throw Missing(what: "\(loaded.diagnostics)") }
        return newsroom
    }

    func desk() async throws -> Desk { await Desk.load(try await newsroom(), from: tree) }

    func claim(_ id: String = "it-is") async throws -> DeskClaim {
        let newsroom = try await newsroom()
        let desk = await Desk.load(newsroom, from: tree)
        guard let claim = desk.claims[id] else { throw Missing(what: id) }
        return claim.withText(in: newsroom)
    }

    func state() async throws -> ClaimState { try await claim().state }

    /// Carries out an action, an hour after the last one.
    @discardableResult
    func act(_ action: DeskAction, by author: String, key: SigningKey? = nil) async throws -> JournalLine {
        seconds += 3600
        guard let time = JournalTime(secondsSinceEpoch: seconds) else { throw Missing(what: "time") }
        let pen = DeskPen(tree, author: author, time: time, key: key)
        return try await pen.write(action, on: try await claim(), in: try await newsroom())
    }

    /// Submits, signs off and publishes the current text.
    func publish(key: SigningKey? = nil, reviewerKey: SigningKey? = nil) async throws {
        try await act(.submit(note: nil), by: "ana", key: key)
        try await act(.approve(ruling: "true", note: nil), by: "bo", key: reviewerKey)
        try await act(.publish, by: "ana", key: key)
    }

    func verify() async throws -> Verification {
        let newsroom = try await newsroom()
        return Verification.run(await Desk.load(newsroom, from: tree), newsroom, in: tree)
    }

    struct Missing: Error { let what: String }
}

/// The newsroom of the tests: `ana` writes, `bo` and `cy` review for two organisations, `jo` made the claim.
enum SmallDesk {
    static func files(policy: String = "") -> [String: String] {
        let added = policy.isEmpty ? "" : policy.split(separator: "\n").map { "\n  \($0)" }.joined()
        return [
            "content/site.yaml": """
            name: Test
            url: https://news.example
            language: en
            description: A test.
            publisher: house
            scale:
              version: 1
              rulings:
                - {id: false, label: "False", meaning: "It is wrong."}
                - {id: true, label: "True", meaning: "It is right."}
              labels:
                - {id: unproven, label: Unproven, meaning: "Nobody knows."}
            policy:
              mode: newsroom\(added)
            """,
            "content/profiles/house.md": "---\nname: The house\nkind: organisation\nrole: staff\n---\n",
            "content/profiles/other.md": "---\nname: The other\nkind: organisation\n---\n",
            "content/profiles/ana.md":
                "---\nname: Ana\nkind: person\nrole: staff\naffiliations: house\nemail: ana@example.org\n---\n",
            "content/profiles/bo.md":
                "---\nname: Bo\nkind: person\nrole: reviewer\naffiliations: house\nemail: Bo@Example.org\n---\n",
            "content/profiles/cy.md":
                "---\nname: Cy\nkind: person\nrole: reviewer\naffiliations: other\n---\n",
            "content/profiles/jo.md": "---\nname: Jo\nkind: person\naffiliations: party\n---\n",
            "content/profiles/party.md": "---\nname: The party\nkind: organisation\n---\n",
            "content/profiles/di.md":
                "---\nname: Di\nkind: person\nrole: reviewer\naffiliations: party\n---\n",
            "content/sources/report.md":
                "---\ntitle: The report\npublisher: P\nkind: research\nchecked: read\nurl: https://example.org/r\n---\nIt shows.\n",
            "content/sources/copy.md":
                "---\ntitle: The copy\npublisher: Q\nkind: news-report\nchecked: read\nderived-from: report\n---\nIt copies.\n",
            "seeds/paper.md": "---\ntitle: The paper\npublisher: house\n---\n> Words were said.\n",
            "content/claims/it-is.md":
                "---\nstatement: It is.\nclaimant: jo\nappearances:\n  - article: paper\n    quote: Words were said.\n---\nContext.\n",
            verdict: """
            ---
            claim: it-is
            ruling: true
            title: It is so
            summary: Yes, it is.
            authors: ana
            evidence:
              - {source: report, stance: supports, shows: that it is}
            ---
            Because it was reported [@report].

            """,
        ]
    }

    static let verdict = "content/verdicts/it-is.md"

    /// The newsroom of these files in memory.
    static func newsroom(_ files: [String: String]) throws -> Newsroom {
        let loaded = LoadedNewsroom(decoding: files.map { SourceFile(path: $0.key, text: $0.value) })
        guard let newsroom = loaded.newsroom, !loaded.diagnostics.contains(where: { $0.severity == .error })
        else { throw DeskFolder.Missing(what: "\(loaded.diagnostics)") }
        return newsroom
    }
}

extension Newsroom {
    /// What readers are told of the publication of the verdict of an id.
    func publication(of id: String) -> VerdictPublication? { verdicts[id].map { publication(of: $0) } }
}
