import Files
import Foundation
import Newsroom
import Testing

@testable import Assay

/// A small newsroom with media, which its claim appears in or its verdict shows.
struct MediaRoom {
    let room: NewsroomFolder

    /// Makes the newsroom: the claim was made with the picture `crowd`, which is marked as false.
    /// - Parameters:
    ///   - file: the name of the picture.
    ///   - fixture: the file that it is a copy of.
    ///   - settings: lines added to the settings.
    init(_ file: String = "crowd.jpg", from fixture: String = "gps.jpg", settings: String = "") throws {
        room = try NewsroomFolder([
            "content/media/crowd.md": Self.record(file, "mark: false\nauthenticity: transformed\n")
        ])
        try put(fixture, file)
        try room.replace(
            "    quote: Words about cybersecurity\n",
            with: "    quote: Words about cybersecurity\n  - media: crowd\n    quote: A crowd\n",
            in: "content/claims/it-is.md"
        )
        try room.write("content/site.yaml", try #require(room.text("content/site.yaml")) + "\n" + settings)
    }

    /// The text of a record.
    static func record(_ file: String, _ fields: String = "", kind: String = "image") -> String {
        """
        ---
        file: \(file)
        kind: \(kind)
        alt: Stripes of colour.
        credit: City archive
        licence: CC BY 4.0
        \(fields)---

        """
    }

    /// Puts a fixture into the folder of media.
    func put(_ fixture: String, _ name: String) throws {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let bytes = try Data(contentsOf: tests.appendingPathComponent("MediaTests/Fixtures/\(fixture)"))
        try bytes.write(to: URL(fileURLWithPath: "\(room.path)/content/media/\(name)"))
    }

    /// Makes a film of some size, nearly all of it a hole in the disk.
    func putFilm(_ name: String, megabytes: Int) throws {
        func box(_ name: String, _ length: Int) -> [UInt8] {
            (0..<4).reversed().map { UInt8(length >> ($0 * 8) & 0xFF) } + Array(name.utf8)
        }
        let movie = box("ftyp", 12) + Array("isom".utf8) + box("moov", 8)
        let path = "\(room.path)/content/media/\(name)"
        let rest = megabytes * 1_000_000 - movie.count
        try Data(movie + box("mdat", rest)).write(to: URL(fileURLWithPath: path))
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try file.truncate(atOffset: UInt64(megabytes * 1_000_000))
        try file.close()
    }

    /// Shows a medium in the verdict.
    func show(_ id: String) throws {
        let verdict = "content/verdicts/it-is.md"
        try room.write(verdict, try #require(room.text(verdict)) + "\n![What it shows](media:\(id))\n")
    }

    func build() async throws -> Report {
        let folder = try FileTree(root: room.path)
        let request = Request(folder: folder, today: try #require(CalendarDate("2026-11-21")))
        let output = try OutputFolder(
            path: room.path + "/_site",
            root: folder.root,
            protected: Pipeline.inputFolders
        )
        return try await Pipeline.build(request, into: output)
    }

    func site(_ path: String) throws -> String { try #require(room.text("_site/" + path), "no \(path)") }

    func bytes(_ path: String) -> Data? { FileManager.default.contents(atPath: room.path + "/" + path) }

    /// The size of a file, in bytes; nil when there is none.
    func size(_ path: String) -> Int? {
        (try? FileManager.default.attributesOfItem(atPath: room.path + "/" + path))?[.size] as? Int
    }
}
