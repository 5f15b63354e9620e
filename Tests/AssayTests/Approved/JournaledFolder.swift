import Diagnostics
import Editorial
import Files
import Foundation
import Newsroom
import Testing

@testable import Assay

/// A small newsroom with journals; events are an hour apart.
final class JournaledFolder {
    let room: NewsroomFolder
    private var seconds = 1_795_000_000

    static let claim = "content/claims/it-is.md"
    static let verdict = "content/verdicts/it-is.md"

    init(_ files: [String: String] = [:]) throws {
        var all = [
            "content/profiles/bo.md": "---\nname: Bo\nkind: person\nrole: reviewer\n---\n",
            Self.claim:
                "---\nstatement: It is.\nclaimant: jo\nstated: 2018-07-16\ntopics: elections\nappearances:\n  - article: paper\n    quote: Words about cybersecurity\ntimeline:\n  - {date: 2018-07-17, text: It went on., sources: letter}\n---\nContext.\n",
        ]
        all.merge(files) { $1 }
        room = try NewsroomFolder(all)
        if all["content/site.yaml"] == nil {
            let settings = try #require(room.text("content/site.yaml"))
            try room.write("content/site.yaml", settings + "\npolicy: {mode: newsroom}\n")
        }
    }

    func act(_ action: DeskAction, by author: String, on id: String = "it-is") async throws {
        seconds += 3600
        let tree = try FileTree(root: room.path)
        let loaded = await LoadedNewsroom.load(from: tree).readingMedia(in: tree)
        let newsroom = try #require(loaded.newsroom)
        let desk = await Desk.load(newsroom, from: tree)
        let known = try #require(desk.claims[id])
        let claim = DeskClaim(known.claim, known.journal, in: newsroom)
        let time = try #require(JournalTime(secondsSinceEpoch: seconds))
        try await DeskPen(tree, author: author, time: time, key: nil).write(action, on: claim, in: newsroom)
    }

    func approve(_ ruling: String = "true") async throws {
        try await act(.submit(note: nil), by: "desk")
        try await act(.approve(ruling: ruling, note: nil), by: "bo")
    }

    func publish() async throws {
        try await approve()
        try await act(.publish, by: "desk")
    }

    func build(into out: String = "_site", drafts: Bool = false) async throws -> Report {
        let folder = try FileTree(root: room.path)
        let request = Request(
            folder: folder,
            today: try #require(CalendarDate("2026-11-21")),
            includesDrafts: drafts
        )
        let output = try OutputFolder(
            path: room.path + "/" + out,
            root: folder.root,
            protected: Pipeline.inputFolders
        )
        return try await Pipeline.build(request, into: output)
    }

    func check() async throws -> [Diagnostic] {
        let request = Request(
            folder: try FileTree(root: room.path),
            today: try #require(CalendarDate("2026-11-21"))
        )
        return await Pipeline.check(request).diagnostics.filter { $0.severity == .error }
    }

    /// All files of a built folder, by path.
    func site(_ out: String = "_site") -> [String: String] {
        let files = room.files(below: out)
        return Dictionary(uniqueKeysWithValues: files.map { ($0, room.text("\(out)/\($0)") ?? "") })
    }
}
