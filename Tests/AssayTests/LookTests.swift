import Files
import Foundation
import TestSupport
import Testing

/// A newsroom's own look, and what it asks for its host.
struct LookTests {
    private static let settings = """

        look:
          logo: logo.svg
          logo-dark: logo.svg
          icon: icon.png
          accent: "#7a2230"
          typeface: fonts/my font.woff2
        menu:
          - {label: "Checks & <b>facts</b>", address: claims/}
          - {label: The paper, address: "https://paper.example.com/?a=1&b=2"}
        notice: "We **moved** & read [why](profile:desk)."
        footer: Ask [us](https://desk.example.com/).
        social: ["https://social.example.com/@desk"]
        fediverse: "@desk@social.example.com"
        hosting:
          headers: yes
          nojekyll: yes
          news-sitemap: yes
          websub: https://hub.example.com/
          indexnow: 0123456789abcdef
          redirects:
            - {from: /old, to: /claims/it-is/}

        """

    private func room() throws -> NewsroomFolder {
        let room = try NewsroomFolder([
            "static/logo.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
            "static/fonts/my font.woff2": "wOF2",
        ])
        let image = Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        try image.write(to: URL(fileURLWithPath: room.path + "/static/icon.png"))
        try room.write("content/site.yaml", try #require(room.text("content/site.yaml")) + Self.settings)
        return room
    }

    private func build(_ room: NewsroomFolder, today: String = "2026-11-21") throws {
        let outcome = try CommandLineTool.run(["build", "--today", today], in: room.path)
        try #require(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    }

    @Test("Pages show the logo, the menu, the notice and the footer, all escaped")
    func pages() throws {
        let room = try room()
        try build(room)
        let page = try #require(room.text("_site/claims/it-is/index.html"))
        for part in [
            "<img class=\"logo\" src=\"../../logo.svg\" alt=\"Test\">",
            "<source srcset=\"../../logo.svg\" media=\"(prefers-color-scheme: dark)\">",
            "<link rel=\"icon\" type=\"image/png\" href=\"../../icon.png\">",
            "<link rel=\"apple-touch-icon\" href=\"../../icon.png\">", "font-src 'self';",
            "<meta name=\"theme-color\" media=\"(prefers-color-scheme: dark)\" content=\"#121517\">",
            "<meta name=\"fediverse:creator\" content=\"@desk@social.example.com\">",
            ">Checks &amp; &lt;b&gt;facts&lt;/b&gt;</a>", "href=\"https://paper.example.com/?a=1&amp;b=2\"",
            "<a rel=\"me\" href=\"https://social.example.com/@desk\">social.example.com</a>",
            "<p>We <strong>moved</strong> &amp; read <a href=\"../../profiles/desk/index.html\">why</a>.</p>",
            "<p>Ask <a href=\"https://desk.example.com/\">us</a>.</p>",
        ] {
            #expect(page.contains(part), "\(part)")
        }
        #expect(!page.contains("articles/index.html\">Articles"))
        let sheet = try #require(room.text("_site/assets/assay.css"))
        #expect(sheet.contains("{--accent:#7a2230}") && sheet.contains("url(\"../fonts/my%20font.woff2\")"))
        #expect(room.text("_site/index.html")?.contains("\"https://social.example.com/@desk\"") == true)
    }

    @Test("A page of the menu is marked as the current one")
    func current() throws {
        let room = try room()
        try build(room)
        let list = try #require(room.text("_site/claims/index.html"))
        #expect(list.contains("aria-current=\"page\">Checks"))
    }

    @Test("Hosts get their files, and search engines their lists")
    func hosting() throws {
        let room = try room()
        try build(room)
        #expect(room.text("_site/_redirects") == "/old /claims/it-is/ 301\n")
        #expect(room.text("_site/.nojekyll") == "")
        #expect(room.text("_site/_headers")?.contains("X-Content-Type-Options: nosniff") == true)
        #expect(room.text("_site/0123456789abcdef.txt") == "0123456789abcdef")
        #expect(
            room.text("_site/feeds/rulings.xml")?.contains(
                "<link rel=\"hub\" href=\"https://hub.example.com/\"/>"
            ) == true
        )
        #expect(room.text("_site/feeds/rulings.json")?.contains("\"type\": \"WebSub\"") == true)
        #expect(room.text("_site/news-sitemap.xml")?.contains("<news:title>It is so</news:title>") == true)
        #expect(room.text("_site/robots.txt")?.contains("news-sitemap.xml") == true)
        #expect(try CommandLineTool.run(["verify", "_site"], in: room.path).status == 0)
        let list = try #require(room.text(".assay/indexnow.json"))
        #expect(list.contains("https://facts.example.org/claims/it-is/\"") && !list.contains("/embed/"))
    }

    @Test("News grow old though no file changed, and a sent list begins anew")
    func nextDays() throws {
        let room = try room()
        try build(room)
        try room.remove(".assay/indexnow.json")
        try build(room, today: "2026-11-22")
        #expect(!room.exists("_site/news-sitemap.xml"))
        #expect(!room.exists(".assay/indexnow.json"))
        try room.replace("for a reason", with: "for another reason", in: "content/verdicts/it-is.md")
        try build(room, today: "2026-11-22")
        let list = try #require(room.text(".assay/indexnow.json"))
        #expect(list.contains("claims/it-is/") && !list.contains("rulings/"))
        #expect(room.text("_site/feeds/rulings.xml")?.contains("for another reason") == true)
    }

    @Test("A draft site is for no host")
    func drafts() throws {
        let room = try room()
        let outcome = try CommandLineTool.run(
            ["build", "--drafts", "--out", "_drafts", "--today", "2026-11-21"],
            in: room.path
        )
        #expect(outcome.status == 0, "\(outcome.output)")
        #expect(!room.exists("_drafts/_headers") && !room.exists("_drafts/news-sitemap.xml"))
        #expect(!room.exists(".assay/indexnow.json"))
    }

    @Test("Files of the theme are listed and copied, and never over one that is there")
    func themeFiles() throws {
        let room = try NewsroomFolder()
        let copied = try CommandLineTool.run(["theme", "copy", "page.html", "card.svg"], in: room.path)
        #expect(copied.status == 0)
        #expect(copied.output == "templates/theme/page.html\ntemplates/theme/card.svg\n")
        let list = try CommandLineTool.run(["theme", "list"], in: room.path)
        #expect(list.output.contains("* page.html\n") && list.output.contains("  layout.html\n"))
        #expect(try CommandLineTool.run(["theme", "copy", "page.html"], in: room.path).status != 0)
        let unknown = try CommandLineTool.run(["theme", "copy", "paeg.html"], in: room.path)
        #expect(unknown.status != 0 && unknown.errors.contains("page.html"))
        #expect(try CommandLineTool.run(["theme", "copy", "../x"], in: room.path).status != 0)
        try build(room)
    }

    private static let canDraw = InstalledProgram.isOnPath("rsvg-convert")

    private func roomWithCards() throws -> NewsroomFolder {
        let room = try room()
        try room.replace("  icon: icon.png", with: "  icon: icon.png\n  cards: yes", in: "content/site.yaml")
        return room
    }

    @Test(
        "Every claim has a share image, and all other pages have one; they are drawn once",
        .enabled(if: canDraw, "rsvg-convert is not installed")
    )
    func cards() throws {
        let room = try roomWithCards()
        try build(room)
        let images = Set(room.files(below: "_site/cards"))
        #expect(images.count == 2)
        let own = try image(of: "claims/it-is/index.html", room)
        let common = try image(of: "index.html", room)
        #expect(images == [own, common] && own != common)
        #expect(try image(of: "team/index.html", room) == common)
        #expect(Set(room.files(below: ".assay/cards")) == images)
        let bytes = try Data(contentsOf: URL(fileURLWithPath: room.path + "/_site/cards/" + own))
        // The width and the height of a PNG are at the same place in each.
        #expect(bytes[16..<24].elementsEqual([0, 0, 0x04, 0xB0, 0, 0, 0x02, 0x76]))
        try room.replace("statement: It is.", with: "statement: It is & was.", in: "content/claims/it-is.md")
        try build(room)
        let after = Set(room.files(below: "_site/cards"))
        #expect(after.count == 2 && after.contains(common) && !after.contains(own))
        #expect(Set(room.files(below: ".assay/cards")) == after)
    }

    /// The name of the share image that a page names.
    private func image(of page: String, _ room: NewsroomFolder) throws -> String {
        let text = try #require(room.text("_site/" + page))
        let match = text.firstMatch(
            of: #/property="og:image" content="https://facts.example.org/cards/([0-9a-f]+\.png)"/#
        )
        return String(try #require(match, "\(page)").1)
    }

    @Test("Where no share image can be drawn, one note says so, and pages name none")
    func withoutCards() throws {
        let room = try roomWithCards()
        let outcome = try CommandLineTool.run(
            ["build", "--today", "2026-11-21"],
            in: room.path,
            environment: ["PATH": "/nowhere"]
        )
        #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
        #expect((outcome.output + outcome.errors).matches(of: #/note\[share-images\]/#).count == 1)
        #expect(room.files(below: "_site/cards").isEmpty)
        #expect(room.text("_site/claims/it-is/index.html")?.contains("og:image") == false)
        #expect(room.text("_site/index.html")?.contains("og:image") == false)
    }

    @Test(
        "A share image shows the picture that is the claim, and never without its mark",
        .enabled(if: canDraw, "rsvg-convert is not installed")
    )
    func picture() throws {
        let media = try MediaRoom("crowd.jpg", from: "cmyk.jpg", settings: "look: {cards: yes}\n")
        func build() throws -> Set<String> {
            let outcome = try CommandLineTool.run(["build", "--today", "2026-11-21"], in: media.room.path)
            try #require(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
            return Set(media.room.files(below: ".assay/cards"))
        }
        let marked = try build()
        #expect(marked.allSatisfy { $0.hasSuffix(".png") } && marked.count == 2)
        try media.put("progressive.jpg", "crowd.jpg")
        let swapped = try build()
        #expect(swapped.count == 2 && swapped.intersection(marked).count == 1)
        try media.room.replace(
            "mark: false",
            with: "warning: It is loud.\nmark: false",
            in: "content/media/crowd.md"
        )
        let covered = try build()
        try media.room.replace("warning: It is loud.\nmark: false\n", with: "", in: "content/media/crowd.md")
        #expect(covered == (try build()) && covered.intersection(swapped).count == 1)
    }

    private static let drawing =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><circle r=\"4\"/></svg>"

    @Test(
        "An icon is drawn in the sizes that systems ask for",
        .enabled(if: canDraw, "rsvg-convert is not installed")
    )
    func drawnIcons() throws {
        let room = try NewsroomFolder(["static/icon.svg": Self.drawing])
        let site = "content/site.yaml"
        try room.write(site, try #require(room.text(site)) + "\nlook: {icon: icon.svg, draw-icons: yes}\n")
        try build(room)
        let page = try #require(room.text("_site/index.html"))
        for side in [32, 192, 512] {
            #expect(
                page.contains("<link rel=\"icon\" type=\"image/png\" sizes=\"\(side)x\(side)\" href=\"cards/")
            )
        }
        #expect(page.contains("<link rel=\"icon\" type=\"image/svg+xml\" href=\"icon.svg\">"))
        #expect(page.contains("<link rel=\"apple-touch-icon\" href=\"cards/"))
        #expect(room.files(below: "_site/cards").count == 4 && !page.contains("og:image"))
        try room.replace("r=\"4\"", with: "r=\"3\"", in: "static/icon.svg")
        try build(room)
        #expect(room.text("_site/index.html") != page && room.files(below: "_site/cards").count == 4)
    }

    @Test("Icons that are given are named with their sizes, and have to be square")
    func givenIcons() throws {
        let media = try MediaRoom(settings: "look: {icon: icon.svg, icons: [icon.png]}\n")
        try media.room.write("static/icon.svg", Self.drawing)
        try media.put("text.png", "icon.png")
        let path = media.room.path
        try FileManager.default.moveItem(
            atPath: path + "/content/media/icon.png",
            toPath: path + "/static/icon.png"
        )
        let outcome = try CommandLineTool.run(["check", "--today", "2026-11-21"], in: path)
        #expect(outcome.output.contains("`static/icon.png` has 32 by 20 pixels, and an icon is square"))
        // The height of a PNG stands behind its width; nobody looks at the checksum here.
        var bytes = try Data(contentsOf: URL(fileURLWithPath: path + "/static/icon.png"))
        bytes[23] = 32
        try bytes.write(to: URL(fileURLWithPath: path + "/static/icon.png"))
        try build(media.room)
        let page = try #require(media.room.text("_site/index.html"))
        #expect(page.contains("<link rel=\"icon\" type=\"image/png\" sizes=\"32x32\" href=\"icon.png\">"))
        #expect(page.contains("<link rel=\"apple-touch-icon\" href=\"icon.png\">"))
    }
}
