import Diagnostics
import Digests
import Editorial
import Files
import Foundation
import Newsroom
import Testing

@testable import Assay

/// A newsroom with media: its published files, its judged text and its second build.
struct MediumSiteTests {
    private static let record = """
        ---
        file: FILE
        kind: image
        alt: Stripes of colour.
        credit: City archive
        licence: CC BY 4.0
        ---

        """

    private static func fixture(_ name: String) throws -> Data {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return try Data(contentsOf: tests.appendingPathComponent("MediaTests/Fixtures/\(name)"))
    }

    private static func medium(_ file: String, _ fields: String = "") -> String {
        record.replacing("FILE", with: file).replacing("licence:", with: fields + "licence:")
    }

    /// The small newsroom, whose verdict shows a picture.
    private static func room() throws -> NewsroomFolder {
        let room = try NewsroomFolder([
            "content/media/stripes.md": medium(
                "stripes.jpg",
                "original: whole\nmark: true\nauthenticity: transformed\nwarning: It is loud.\n"
            ),
            "content/media/whole.md": medium("whole.png"),
        ])
        try put("gps.jpg", "stripes.jpg", room)
        try put("text.png", "whole.png", room)
        let verdict = "content/verdicts/it-is.md"
        let text = try #require(room.text(verdict))
        try room.write(verdict, text + "\n\n![As it went round](media:stripes)\n")
        return room
    }

    private static func put(_ fixture: String, _ name: String, _ room: NewsroomFolder) throws {
        try self.fixture(fixture).write(to: URL(fileURLWithPath: "\(room.path)/content/media/\(name)"))
    }

    private func build(_ room: NewsroomFolder) async throws -> Report {
        let folder = try FileTree(root: room.path)
        let request = Request(folder: folder, today: try #require(CalendarDate("2026-11-21")))
        let output = try OutputFolder(
            path: room.path + "/_site",
            root: folder.root,
            protected: Pipeline.inputFolders
        )
        return try await Pipeline.build(request, into: output)
    }

    private func bytes(_ name: String, _ room: NewsroomFolder) -> Data? {
        FileManager.default.contents(atPath: room.path + "/" + name)
    }

    @Test("Pictures go out without metadata, marked, covered, and beside their originals")
    func shown() async throws {
        let room = try Self.room()
        let report = try await build(room)
        #expect(report.diagnostics.filter { $0.severity != .note } == [])
        #expect(report.diagnostics.filter { $0.rule == .mediaMetadata }.count == 2)
        for file in ["media/stripes.jpg", "media/whole.png"] {
            let out = try #require(bytes("_site/" + file, room))
            #expect(out.range(of: Data("Secret".utf8)) == nil)
        }
        let page = try #require(room.text("_site/claims/it-is/index.html"))
        for words in [
            #"<img src="../../media/stripes.jpg" width="20" height="32" loading="lazy" decoding="async" alt="Stripes of colour.">"#,
            #"<img src="../../media/whole.png" width="32" height="20""#, "As it went round", "As shared",
            "Original",
            "It is loud.", #"<p class="mark "#, "City archive",
            #""mediaAuthenticityCategory":"TransformedContent""#,
            #""originalMediaLink":"https://"#,
        ] {
            #expect(page.contains(words), "\(words)")
        }
    }

    @Test("A second build touches no picture; another picture is noticed, with the pages that show it")
    func builtAgain() async throws {
        let room = try Self.room()
        _ = try await build(room)
        #expect(try #require(try await build(room).site).changedCount == 0)
        try Self.put("progressive.jpg", "stripes.jpg", room)
        let site = try #require(try await build(room).site)
        #expect(site.changedCount > 1)
        #expect(bytes("_site/media/stripes.jpg", room) == (try Self.fixture("progressive.jpg")))
        let page = try #require(room.text("_site/claims/it-is/index.html"))
        #expect(page.contains(#"media/stripes.jpg" width="32" height="20""#))
        let builds = TwinBuilds(room)
        try await builds.check("a newsroom with media")
        try room.write("content/media/whole.md", Self.medium("whole.png", "caption: All of it\n"))
        try await builds.check("other words for an original")
        try Self.put("gps.jpg", "stripes.jpg", room)
        try await builds.check("another picture")
    }

    @Test("What is judged changes with the file, and with the file of its original")
    func judged() async throws {
        let room = try Self.room()
        let before = try await text(room)
        #expect(try await text(room) == before)
        try Self.put("progressive.jpg", "stripes.jpg", room)
        let swapped = try await text(room)
        #expect(swapped != before)
        try Self.put("gps.jpg", "stripes.jpg", room)
        #expect(try await text(room) == before)
        let png = try #require(bytes("content/media/whole.png", room))
        try (png + Data("x".utf8)).write(to: URL(fileURLWithPath: room.path + "/content/media/whole.png"))
        #expect(try await text(room) != before)
    }

    private func text(_ room: NewsroomFolder) async throws -> JudgedText? {
        let folder = try FileTree(root: room.path)
        let newsroom = try #require(await LoadedNewsroom.load(from: folder).readingMedia(in: folder).newsroom)
        return JudgedText(on: try #require(newsroom.claims["it-is"]), in: newsroom)
    }

    @Test("A picture that no published text shows does not go out")
    func unpublished() async throws {
        let room = try Self.room()
        try room.write("content/media/secret.md", Self.medium("secret.webp"))
        try Self.put("lossless.webp", "secret.webp", room)
        let verdict = "content/verdicts/it-is.md"
        let text = try #require(room.text(verdict))
        try room.write(
            verdict,
            text + "\n<!-- ![x](media:secret) -->\n\nAsk `media:secret` of social media:secret was.\n"
        )
        _ = try await build(room)
        #expect(!room.exists("_site/media/secret.webp"))
        #expect(room.exists("_site/media/stripes.jpg"))
    }

    @Test(
        "A picture is found however its address is written",
        arguments: [
            "![x](MEDIA:more)", "![x](media:%6dore)", "![x](media&colon;more)", "![x](&#109;edia:more)",
        ]
    )
    func addresses(typed: String) async throws {
        let room = try Self.room()
        try room.write("content/media/more.md", Self.medium("more.webp"))
        try Self.put("lossless.webp", "more.webp", room)
        let verdict = "content/verdicts/it-is.md"
        let text = try #require(room.text(verdict))
        try room.write(verdict, text + "\n\n\(typed)\n")
        _ = try await build(room)
        let isShown = try #require(room.text("_site/claims/it-is/index.html")).contains("media/more.webp")
        #expect(isShown && room.exists("_site/media/more.webp"))
    }

    @Test("A link to a marked picture opens a page with the picture under its mark, in each build")
    func links() async throws {
        let room = try Self.room()
        let verdict = "content/verdicts/it-is.md"
        try room.write(
            verdict,
            try #require(room.text(verdict)) + "\nSee [it](media:stripes) and [all](media:whole).\n"
        )
        _ = try await build(room)
        let page = try #require(room.text("_site/claims/it-is/index.html"))
        #expect(page.contains(#"<a href="../../media/stripes/index.html">it</a>"#))
        #expect(page.contains(#"<a href="../../media/whole.png">all</a>"#))
        let own = try #require(room.text("_site/media/stripes/index.html"))
        for words in [
            #"<p class="mark "#, "noindex", "../../media/stripes.jpg", "../../claims/it-is/index.html",
        ] {
            #expect(own.contains(words), "\(words)")
        }
        #expect(room.text("_site/sitemap.xml")?.contains("media/") == false)
        let builds = TwinBuilds(room)
        try await builds.check("a page of a marked picture")
        try room.replace("See [it]", with: "Look at [it]", in: verdict)
        try room.replace("title: It", with: "title: So it", in: verdict)
        try await builds.check("another headline")
        try room.write("content/media/stripes.md", Self.medium("stripes.jpg", "original: whole\n"))
        try await builds.check("a picture that lost its mark")
        _ = try await build(room)
        #expect(!room.exists("_site/media/stripes/index.html"))
    }

    @Test("A drawing goes out without what is not drawn, also where metadata may stay")
    func keptDrawing() async throws {
        let room = try Self.room()
        try room.write("content/media/stripes.md", Self.medium("stripes.svg", "keep-metadata: yes\n"))
        try room.write(
            "content/media/stripes.svg",
            #"<svg xmlns="http://www.w3.org/2000/svg"><metadata><script>alert(1)</script></metadata><g/></svg>"#
        )
        _ = try await build(room)
        let out = try #require(room.text("_site/media/stripes.svg"))
        #expect(out == #"<svg xmlns="http://www.w3.org/2000/svg"><g/></svg>"#)
    }

    @Test(
        "Files that cannot go out are named at their record, and never go out",
        arguments: [
            ("zip.jpg", "PK\u{3}\u{4}", "media-type"),
            ("drawing.png", #"<svg xmlns="http://www.w3.org/2000/svg"/>"#, "media-type"),
            ("script.svg", #"<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>"#, "media-unsafe"),
            ("half.svg", #"<svg xmlns="http://www.w3.org/2000/svg"><g>"#, "media-damaged"),
            ("letter.pdf", "%PDF-1.7 trailer << /Info 1 0 R >> %%EOF", "media-type"),
            ("../site.yaml", "", "media-missing"), ("gone.jpg", "", "media-missing"),
        ]
    )
    func refused(name: String, content: String, rule: String) async throws {
        let room = try Self.room()
        try room.write("content/media/stripes.md", Self.medium(name))
        if !content.isEmpty { try room.write("content/media/" + name, content) }
        let report = try await build(room)
        let found = report.diagnostics.filter { $0.severity == .error }
        #expect(found.map(\.rule.name) == [rule])
        #expect(found.first?.span?.file == "content/media/stripes.md")
        #expect(report.site == nil)
    }
}
