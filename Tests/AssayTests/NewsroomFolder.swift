import Foundation

/// A small newsroom on disk, which is deleted after the test.
final class NewsroomFolder {
    let path: String

    /// Makes the newsroom.
    /// - Parameter files: files by path, added to the small newsroom or replacing its own.
    init(_ files: [String: String] = [:]) throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent(
            "assay-test-\(UUID().uuidString)"
        )
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.resolvingSymlinksInPath().path
        for (name, text) in Self.small.merging(files, uniquingKeysWith: { _, new in new }) {
            try write(name, text)
        }
    }

    /// Copies another newsroom.
    /// - Parameter folders: the folders to copy; missing ones are skipped.
    convenience init(copying room: NewsroomFolder, folders: [String]) throws {
        try self.init(copyingFolder: room.path, folders: folders)
    }

    /// Copies a newsroom's folder.
    /// - Parameter folders: the folders to copy; missing ones are skipped.
    init(copyingFolder room: String, folders: [String]) throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent(
            "assay-test-\(UUID().uuidString)"
        )
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.resolvingSymlinksInPath().path
        for folder in folders where FileManager.default.fileExists(atPath: room + "/" + folder) {
            try FileManager.default.copyItem(atPath: room + "/" + folder, toPath: path + "/" + folder)
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ name: String, _ text: String) throws {
        let url = URL(fileURLWithPath: path + "/" + name)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(text.utf8).write(to: url)
    }

    func replace(_ old: String, with new: String, in name: String) throws {
        let before = try String(contentsOfFile: path + "/" + name, encoding: .utf8)
        precondition(before.contains(old), "\(name) has no \(old)")
        try write(name, before.replacing(old, with: new))
    }

    func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path + "/" + name) }

    func text(_ name: String) -> String? { try? String(contentsOfFile: path + "/" + name, encoding: .utf8) }

    func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path + "/" + name) }

    /// The paths of all files below a folder, sorted.
    func files(below name: String) -> [String] {
        let walker = FileManager.default.enumerator(atPath: path + "/" + name)
        return (walker?.allObjects as? [String] ?? []).filter { file in
            var isFolder: ObjCBool = false
            let isThere = FileManager.default.fileExists(
                atPath: "\(path)/\(name)/\(file)",
                isDirectory: &isFolder
            )
            return isThere && !isFolder.boolValue
        }.sorted()
    }

    private static let small: [String: String] = [
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
        "content/profiles/jo.md":
            "---\nname: Jo\nkind: person\nsame-as: https://people.example.com/jo\n---\n",
        "content/sources/report.md":
            "---\ntitle: The report\npublisher: P\nkind: research\nchecked: read\nurl: https://example.org/r\n---\nIt shows.\n",
        "content/sources/letter.md":
            "---\ntitle: The letter\npublisher: Q\nkind: primary-document\nchecked: read\nurl: https://example.com/l\n---\nIt shows.\n",
        "seeds/paper.md":
            "---\ntitle: The paper\npublisher: desk\n---\n> Words about cybersecurity were said.\n>\n> — P1\n",
        "content/claims/it-is.md":
            "---\nstatement: It is.\nclaimant: jo\nstated: 2018-07-16\ntopics: elections\nappearances:\n  - article: paper\n    quote: Words about cybersecurity\n---\nContext.\n",
        "content/verdicts/it-is.md":
            "---\nclaim: it-is\nruling: true\ntitle: It is so\nsummary: Yes, it is.\nauthors: desk\npublished: 2026-11-20\nevidence:\n  - {source: report, stance: supports, shows: that it is}\n  - {source: letter, stance: supports, shows: why it is}\n---\nBecause it was reported [@report], and for a reason [@letter, p. 2].\n",
    ]
}
