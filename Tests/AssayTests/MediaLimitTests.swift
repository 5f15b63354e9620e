import Diagnostics
import Editorial
import Files
import Foundation
import Newsroom
import Synchronization
import Testing

@testable import Assay

/// Large media: what goes out, what is linked, and what is read again.
struct MediaLimitTests {
    private static func record(_ fields: String) -> String {
        MediaRoom.record("film.mp4", fields, kind: "video")
    }

    private static let place =
        "appears-at:\n  - url: https://video.example/a\n    archived: https://archive.example/a\n"

    @Test("A film within the limit is played from the site, byte for byte")
    func played() async throws {
        let room = try MediaRoom(settings: "media: {file-megabytes: 3}\n")
        try room.putFilm("film.mp4", megabytes: 3)
        try room.room.write("content/media/film.md", Self.record(""))
        try room.show("film")
        let report = try await room.build()
        #expect(report.diagnostics.filter { $0.rule == .mediaTooLarge } == [])
        #expect(room.bytes("_site/media/film.mp4") == room.bytes("content/media/film.mp4"))
        #expect(try room.site("claims/it-is/index.html").contains("<video src=\"../../media/film.mp4\""))
        #expect(try #require(try await room.build().site).changedCount == 0)
    }

    @Test(
        "A film above the limit stays with the newsroom, and readers get a link",
        arguments: [
            ("url: https://files.example/film.mp4\n" + place, "https://files.example/film.mp4"),
            (place, "https://archive.example/a"),
            ("appears-at: {url: \"https://video.example/a\"}\n", "https://video.example/a"),
        ]
    )
    func linked(fields: String, address: String) async throws {
        let room = try MediaRoom(settings: "media: {file-megabytes: 2}\n")
        try room.putFilm("film.mp4", megabytes: 3)
        try room.room.write("content/media/film.md", Self.record(fields))
        try room.show("film")
        let verdict = "content/verdicts/it-is.md"
        try room.room.write(
            verdict,
            try #require(room.room.text(verdict)) + "\nSee [the second](media:film#t=12).\n"
        )
        let report = try await room.build()
        let found = report.diagnostics.filter { $0.rule == .mediaTooLarge }
        #expect(found.count == 1)
        #expect(found.first?.message.contains("has 3 MB, more than the 2 MB") == true)
        #expect(found.first?.message.contains("readers get a link to \(address)") == true)
        #expect(room.size("_site/media/film.mp4") == nil)
        let page = try room.site("claims/it-is/index.html")
        #expect(page.contains("The file is too large for this site; it is at") && page.contains(address))
        #expect(!page.contains("<video"))
        let isOwn = fields.hasPrefix("url:")
        #expect(page.contains("href=\"\(address)\(isOwn ? "#t=12" : "")\">the second</a>"))
        #expect(try room.site("data/claims.json").contains("\"url\":\"\(address)\""))
    }

    @Test("A film that readers find nowhere is named as such, and its words stay words")
    func nowhere() async throws {
        let room = try MediaRoom(settings: "media: {file-megabytes: 2}\n")
        try room.putFilm("film.mp4", megabytes: 3)
        try room.room.write("content/media/film.md", Self.record("url: javascript:alert(1)\n"))
        try room.show("film")
        let report = try await room.build()
        let found = try #require(report.diagnostics.first { $0.rule == .mediaTooLarge })
        #expect(found.message.contains("readers get no link to it"))
        #expect(!(room.room.text("_site/claims/it-is/index.html") ?? "").contains("javascript:"))
    }

    @Test("The limit of pictures is a setting, in megabytes of a million bytes")
    func pictures() async throws {
        let room = try MediaRoom("crowd.png", from: "text.png", settings: "media: {picture-megabytes: 1}\n")
        // A chunk that nobody knows makes the file large, and the picture stays what it is.
        var bytes = try #require(room.bytes("content/media/crowd.png"))
        let chunk = Data([0, 0x10, 0, 0]) + Data("vpAg".utf8) + Data(count: 0x100000 + 4)
        bytes.insert(contentsOf: chunk, at: 33)
        try bytes.write(to: URL(fileURLWithPath: room.room.path + "/content/media/crowd.png"))
        let found = try await room.build().diagnostics.filter { $0.rule == .mediaTooLarge }
        #expect(found.map(\.message) == ["`crowd.png` has 2 MB, and readers load all of it"])
        try room.room.replace("picture-megabytes: 1", with: "picture-megabytes: 2", in: "content/site.yaml")
        #expect(try await room.build().diagnostics.filter { $0.rule == .mediaTooLarge } == [])
    }

    @Test("A preview reads a file of a medium once, and again when it was changed")
    func remembered() async throws {
        let room = try MediaRoom()
        let tree = try FileTree(root: room.room.path)
        let entry = try #require(tree.entry(at: "content/media/crowd.jpg"))
        let reads = Mutex(0)
        let memory = MediaMemory { (entry, tree) throws(FileProblem) in
            reads.withLock { $0 += 1 }
            return try MediaInspection(of: entry, in: tree)
        }
        // A file that was written within a tick of the clock is read until its time says something.
        var first = try memory.inspection(of: entry, in: tree)
        while reads.withLock(\.self) < 1000 {
            let before = reads.withLock(\.self)
            first = try memory.inspection(of: entry, in: tree)
            if reads.withLock(\.self) == before { break }
        }
        let count = reads.withLock(\.self)
        #expect(try memory.inspection(of: entry, in: tree).sha256 == first.sha256)
        #expect(reads.withLock(\.self) == count)
        try room.put("progressive.jpg", "crowd.jpg")
        #expect(try memory.inspection(of: entry, in: tree).sha256 != first.sha256)
        #expect(reads.withLock(\.self) == count + 1)
    }

    @Test("Swapped pictures are one difference, which names both with size and digest")
    func difference() async throws {
        let room = try MediaRoom()
        let before = try await text(room)
        let old = try #require(before.sha256)
        try room.put("progressive.jpg", "crowd.jpg")
        let after = try await text(room)
        let new = try #require(after.sha256)
        let differences = TextDifference.all(from: before.text, to: after.text)
        #expect(
            TextDifference.lines(differences, isPublished: false) == [
                "  documents media crowd file",
                "    - crowd.jpg, 20 by 32 pixels, 4499 bytes, SHA-256 \(old)",
                "    + crowd.jpg, 32 by 20 pixels, 614 bytes, SHA-256 \(new)",
            ]
        )
    }

    private func text(_ room: MediaRoom) async throws -> (text: JudgedText, sha256: String?) {
        let folder = try FileTree(root: room.room.path)
        let newsroom = try #require(
            await LoadedNewsroom.load(from: folder).readingMedia(in: folder).newsroom
        )
        let text = JudgedText(on: try #require(newsroom.claims["it-is"]), in: newsroom)
        return (try #require(text), newsroom.media["crowd"]?.content?.sha256)
    }
}
