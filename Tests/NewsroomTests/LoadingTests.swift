import Diagnostics
import Newsroom
import Testing

struct LoadingTests {
    @Test("Every kind of record is read and linked both ways")
    func wholeGraph() throws {
        let loaded = SmallNewsroom().loaded
        #expect(loaded.diagnostics.isEmpty)
        let newsroom = try #require(loaded.newsroom)
        let claim = try #require(newsroom.claims["it-is"])
        let verdict = try #require(newsroom.verdict(on: claim))
        let source = try #require(newsroom.sources["report"])
        let jo = try #require(newsroom.profiles["jo"])
        #expect(newsroom.claim(of: verdict)?.id == "it-is")
        #expect(newsroom.ruling(of: verdict)?.number == 2)
        #expect(newsroom.verdicts(using: source).map(\.id) == ["it-is"])
        #expect(newsroom.claims(datedBy: source).map(\.id) == ["it-is"])
        #expect(newsroom.claims(by: jo).map(\.id) == ["it-is"])
        #expect(try newsroom.claims(in: #require(newsroom.articles["paper"])).map(\.id) == ["it-is"])
        #expect(
            try newsroom.claims(about: #require(newsroom.settings.topic("elections"))).map(\.id) == ["it-is"]
        )
        #expect(try newsroom.verdicts(signedBy: #require(newsroom.profiles["desk"])).map(\.id) == ["it-is"])
        #expect(newsroom.pages["about"]?.role == .about)
        #expect(newsroom.settings.url.value == "https://example.org/")
    }

    @Test("Scalars are read as they were typed")
    func scalarsAsTyped() throws {
        let room = SmallNewsroom()
            .replacing("name: Jo", with: "name: no", in: "content/profiles/jo.md")
            .replacing("title: Report", with: "title: 0x1F", in: "content/sources/report.md")
        let newsroom = try #require(room.loaded.newsroom)
        #expect(newsroom.profiles["jo"]?.name.value == "no")
        #expect(newsroom.sources["report"]?.title.value == "0x1F")
        #expect(newsroom.verdicts["it-is"]?.ruling.value == "true")
    }

    @Test("A value knows its bytes, also behind wide characters, in quotation marks and in a folded text")
    func places() throws {
        let text =
            "---\nname: \"Ärzte «ohne» \\\"Grenzen\\\"\"\nkind: organisation\ndescription: >\n  two\n  lines\nurl: https://example.org/ä\n---\n"
        let newsroom = try #require(SmallNewsroom().adding(text, at: "content/profiles/a.md").loaded.newsroom)
        let profile = try #require(newsroom.profiles["a"])
        #expect(profile.name.value == "Ärzte «ohne» \"Grenzen\"")
        #expect(profile.file.text(profile.name.range) == "\"Ärzte «ohne» \\\"Grenzen\\\"\"")
        #expect(profile.url.map { profile.file.text($0.range) } == "https://example.org/ä")
        #expect(profile.description == "two lines")
    }

    @Test(
        "The body begins after the front matter, with LF, CRLF and a byte order mark",
        arguments: ["\n", "\r\n"]
    )
    func bodies(lineEnd: String) throws {
        let text = "\u{FEFF}---\ntitle: About\n---\nFirst.\n".replacing("\n", with: lineEnd)
        let room = SmallNewsroom().adding(text, at: "content/pages/about.md")
        #expect(room.findings.isEmpty)
        let page = try #require(room.loaded.newsroom?.pages["about"])
        #expect(page.title.value == "About")
        #expect(page.file.text(page.body) == "First." + lineEnd)
    }

    @Test("A record in a folder of its kind's folder has the same id")
    func nestedFolders() throws {
        let room = SmallNewsroom().adding(
            "---\nname: Ada\nkind: person\n---\n",
            at: "content/profiles/2018/ada.md"
        )
        #expect(room.loaded.newsroom?.profiles["ada"]?.name.value == "Ada")
    }

    @Test("A span of dates may have any precision")
    func dates() throws {
        let room = SmallNewsroom().replacing(
            "claimant: jo",
            with: "claimant: jo\nstated: 2018-07-16/2018-07-22",
            in: "content/claims/it-is.md"
        )
        let stated = try #require(room.loaded.newsroom?.claims["it-is"]?.stated)
        #expect("\(stated.value)" == "2018-07-16/2018-07-22")
        #expect(stated.value.lastDay == CalendarDate("2018-07-22"))
    }
}
