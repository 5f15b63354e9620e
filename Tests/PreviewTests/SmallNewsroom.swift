import Files
import Foundation
import TestSupport

/// A small newsroom on disk, with the ways in which editors save files.
struct SmallNewsroom {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        for (name, text) in Self.files { try folder.write(name, text) }
    }

    var tree: FileTree { get throws { try FileTree(root: folder.path) } }

    func text(_ name: String) throws -> String {
        try String(contentsOfFile: folder.path + "/" + name, encoding: .utf8)
    }

    /// Saves a file as many editors do: as a new file that is renamed over the old one.
    func saveByRename(_ name: String, _ text: String) throws {
        let path = folder.path + "/" + name
        let other = URL(fileURLWithPath: path).deletingLastPathComponent().appendingPathComponent("4913").path
        try Data(text.utf8).write(to: URL(fileURLWithPath: other))
        guard rename(other, path) == 0 else { throw CocoaError(.fileWriteUnknown) }
    }

    func replace(_ old: String, with new: String, in name: String) throws {
        let before = try text(name)
        precondition(before.contains(old), "\(name) has no \(old)")
        try saveByRename(name, before.replacing(old, with: new))
    }

    func remove(_ name: String) throws {
        try FileManager.default.removeItem(atPath: folder.path + "/" + name)
    }

    func move(_ name: String, to other: String) throws {
        try FileManager.default.moveItem(atPath: folder.path + "/" + name, toPath: folder.path + "/" + other)
    }

    static let claim = "content/claims/it-is.md"
    static let verdict = "content/verdicts/it-is.md"

    private static let files = [
        "content/site.yaml": """
        name: Test
        url: https://facts.example.org
        language: en
        description: A test.
        publisher: desk
        scale:
          version: 1
          rulings:
            - {id: false, label: "False", meaning: "It is wrong."}
            - {id: true, label: "True", meaning: "It is right."}
        topics:
          - {id: elections, name: Elections}
        checks: {policy-page-missing: off, source-not-archived: off}
        """,
        "content/profiles/desk.md": "---\nname: The desk\nkind: organisation\nrole: desk\n---\n",
        "content/profiles/jo.md": "---\nname: Jo\nkind: person\n---\n",
        "content/sources/report.md":
            "---\ntitle: The report\npublisher: P\nkind: research\nchecked: read\nurl: https://example.org/r\n---\nIt shows.\n",
        "seeds/paper.md":
            "---\ntitle: The paper\npublisher: desk\n---\n> Words about cybersecurity were said.\n>\n> — P1\n",
        claim:
            "---\nstatement: It is.\nclaimant: jo\nstated: 2018-07-16\ntopics: elections\nappearances:\n  - article: paper\n    quote: Words about cybersecurity\n---\nContext.\n",
        "content/claims/nobody-has-it.md": "---\nstatement: Nobody looked at this.\nclaimant: jo\n---\n",
        verdict:
            "---\nclaim: it-is\nruling: true\ntitle: It is so\nsummary: Yes, it is.\nauthors: desk\npublished: 2026-11-20\nevidence:\n  - {source: report, stance: supports, shows: that it is}\n---\nBecause it was reported [@report].\n",
    ]
}
