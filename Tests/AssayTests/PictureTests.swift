import Diagnostics
import Editorial
import Files
import Foundation
import Newsroom
import Testing

@testable import Assay

/// Pictures where they leave the claim's page: in frames, feeds and data; and their copies in several widths.
struct PictureTests {
    @Test(
        "A framed card shows the picture that is the claim, with its ruling over it; without a mark it shows none"
    )
    func embed() async throws {
        let room = try MediaRoom()
        _ = try await room.build()
        let card = try room.site("embed/it-is/index.html")
        let mark = try #require(card.range(of: "<p class=\"mark tone-1\">False</p>"))
        let image = try #require(card.range(of: "<img src=\"../../media/crowd.jpg\""))
        #expect(mark.lowerBound < image.lowerBound)
        let height = try height(room)
        try room.room.replace("mark: false\n", with: "", in: "content/media/crowd.md")
        _ = try await room.build()
        #expect(!(try room.site("embed/it-is/index.html").contains("<img")))
        #expect(try self.height(room) < height)
    }

    private func height(_ room: MediaRoom) throws -> Int {
        let answer = try room.site("oembed/it-is.json")
        return try #require(answer.firstMatch(of: #/"height": ?(\d+)/#).flatMap { Int($0.1) })
    }

    @Test("Feeds carry the pictures with absolute addresses, marked; a false one is never an enclosure")
    func feeds() async throws {
        let room = try MediaRoom()
        try room.put("text.png", "chart.png")
        try room.room.write("content/media/chart.md", MediaRoom.record("chart.png"))
        try room.show("chart")
        _ = try await room.build()
        let size = try #require(room.size("_site/media/chart.png"))
        let atom = try room.site("feeds/rulings.xml")
        let address = "https://facts.example.org/media/"
        for part in [
            "xmlns:media=\"http://search.yahoo.com/mrss/\"",
            "<link rel=\"enclosure\" type=\"image/png\" length=\"\(size)\" href=\"\(address)chart.png\"/>",
            "<media:content url=\"\(address)chart.png\" type=\"image/png\" medium=\"image\" fileSize=\"\(size)\" width=\"32\" height=\"20\"",
            "><media:credit>City archive</media:credit></media:content>",
            "&lt;img src=&quot;\(address)crowd.jpg&quot;", "&lt;img src=&quot;\(address)chart.png&quot;",
            "&lt;p class=&quot;mark tone-1&quot;&gt;False&lt;/p&gt;",
        ] {
            #expect(atom.contains(part), "\(part)")
        }
        #expect(!atom.contains("href=\"\(address)crowd.jpg\"/>"))
        let json = try room.site("feeds/rulings.json")
        for part in [
            "\"category\": \"TransformedContent\"", "\"image\": \"\(address)chart.png\"",
            "\"mime_type\": \"image/png\"",
            "\"size_in_bytes\": \(size)",
        ] {
            #expect(json.contains(part), "\(part)")
        }
    }

    @Test("Without a picture that may stand alone, a feed has none")
    func noEnclosure() async throws {
        let room = try MediaRoom()
        _ = try await room.build()
        #expect(!(try room.site("feeds/rulings.xml").contains("media:content")))
        #expect(!(try room.site("feeds/rulings.json").contains("\"image\"")))
    }

    @Test("Data name the media of a claim, where it appears in them, and their marks")
    func data() async throws {
        let room = try MediaRoom()
        try room.put("text.png", "whole.png")
        try room.room.write(
            "content/media/whole.md",
            MediaRoom.record(
                "whole.png",
                "appears-at: {url: \"https://photos.example/1\", by: A., date: 2020}\n"
            )
        )
        try room.room.replace(
            "mark: false",
            with: "original: whole\nmark: false",
            in: "content/media/crowd.md"
        )
        _ = try await room.build()
        let json = try room.site("data/claims.json")
        for part in [
            "\"shown_in\":[", "\"media\":\"crowd\"",
            "\"url\":\"https://facts.example.org/media/crowd.jpg\"",
            "\"type\":\"image/jpeg\"", "\"width\":20", "\"authenticity\":\"transformed\"",
            "\"original\":\"whole\"", "\"mark\":\"false\"", "\"url\":\"https://photos.example/1\"",
            "\"bytes\":\(try #require(room.size("_site/media/crowd.jpg")))",
        ] {
            #expect(json.contains(part), "\(part)")
        }
        let csv = try room.site("data/claims.csv")
        #expect(csv.contains(",media,media_urls,authenticity\r\n"))
        #expect(csv.contains(",crowd; whole,"))
        #expect(csv.contains(",crowd: transformed\r\n"))
    }

    private static let hasScaler = InstalledProgram.isOnPath("vipsthumbnail")

    @Test(
        "Pictures go out in several widths, without metadata, made once and the same again",
        .enabled(if: hasScaler, "vipsthumbnail is not installed")
    )
    func widths() async throws {
        let room = try MediaRoom("crowd.jpg", from: "wide.jpg")
        let report = try await room.build()
        #expect(report.diagnostics.filter { $0.rule == .pictureSizes } == [])
        #expect(
            try room.site("claims/it-is/index.html").contains(
                #"<img src="../../media/crowd.jpg" srcset="../../media/480/crowd.jpg 480w, ../../media/960/crowd.jpg 960w, ../../media/crowd.jpg 1200w" sizes="(max-width: 44rem) 100vw, 44rem" width="1200" height="400""#
            )
        )
        let small = try #require(room.bytes("_site/media/480/crowd.jpg"))
        #expect(small.range(of: Data("Secret".utf8)) == nil)
        #expect(room.bytes("_site/media/960/crowd.jpg")?.count ?? 0 > small.count)
        #expect(try #require(try await room.build().site).changedCount == 0)
        // Another build from nothing makes the same bytes.
        try room.room.remove(".assay")
        try room.room.remove("_site")
        _ = try await room.build()
        #expect(room.bytes("_site/media/480/crowd.jpg") == small)
        // Other words make no new copy: the kept one stays as it is.
        let kept = try #require(room.room.files(below: ".assay/pictures").first { $0.hasSuffix("-480.jpg") })
        let stamp = try FileTree(root: room.room.path).stamp(of: ".assay/pictures/" + kept)
        try room.room.replace("Stripes of colour.", with: "Waves.", in: "content/media/crowd.md")
        _ = try await room.build()
        #expect(try FileTree(root: room.room.path).stamp(of: ".assay/pictures/" + kept) == stamp)
        // What belongs to a picture that is gone goes, too.
        try room.put("gps.jpg", "crowd.jpg")
        _ = try await room.build()
        #expect(!room.room.exists(".assay/pictures/" + kept))
        #expect(!room.room.exists("_site/media/480/crowd.jpg"))
        #expect(!(try room.site("claims/it-is/index.html").contains("srcset")))
    }

    @Test("With `sizes: no` there are no copies, and nothing is said of them")
    func noWidths() async throws {
        let room = try MediaRoom("crowd.jpg", from: "wide.jpg", settings: "media: {sizes: no}\n")
        let report = try await room.build()
        #expect(report.diagnostics.filter { $0.rule == .pictureSizes } == [])
        #expect(!room.room.exists("_site/media/480") && !room.room.exists(".assay/pictures"))
    }

    @Test(
        "A copy of a picture in another size and format is a note, unless it is said to be one",
        .enabled(if: hasScaler, "vipsthumbnail is not installed")
    )
    func alike() async throws {
        let room = try MediaRoom("crowd.jpg", from: "wide.jpg")
        try room.put("wide-copy.webp", "copy.webp")
        try room.put("text.png", "other.png")
        try room.room.write("content/media/copy.md", MediaRoom.record("copy.webp"))
        try room.room.write("content/media/other.md", MediaRoom.record("other.png"))
        try room.show("copy")
        try room.show("other")
        let found = try await room.build().diagnostics.filter { $0.rule == .mediaAlike }
        #expect(found.map(\.message) == ["this picture looks like that of the medium `copy`"])
        #expect(found.first?.span?.file == "content/media/crowd.md")
        try room.room.replace(
            "mark: false",
            with: "original: copy\nmark: false",
            in: "content/media/crowd.md"
        )
        #expect(try await room.build().diagnostics.filter { $0.rule == .mediaAlike } == [])
    }
}
