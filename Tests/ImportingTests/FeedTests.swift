import Testing

@testable import Importing

struct FeedTests {
    @Test("RSS, with an ampersand that is no reference and HTML in a description")
    func rss() throws {
        let file = try ImportFixture.read(
            """
            <?xml version="1.0"?><rss version="2.0"><channel><title>F</title><language>en-us</language>
            <item><title>Rain & snow</title><link>https://f.example/1</link><pubDate>Wed, 02 Oct 2002 13:00:00 GMT</pubDate>
            <description>&lt;p&gt;It &lt;b&gt;rains&lt;/b&gt;.&lt;/p&gt;</description><category>x</category></item></channel></rss>
            """,
            "feed.xml"
        )
        #expect(file.format == .rss)
        let item = try #require(file.items.first)
        #expect(item.words == "Rain & snow" && item.note == "It rains." && item.made == "2002-10-02")
        #expect(item.places == ["https://f.example/1"] && item.language == "en-us")
        #expect(file.counts == ["broken-xml": 1, "headline-as-claim": 1, "markup-in-text": 1, "not-kept": 1])
    }

    @Test("Atom, with the alternate link")
    func atom() throws {
        let file = try ImportFixture.read(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>F</title><entry><title type="html">Es regnet</title>
            <link rel="self" href="https://f.example/self"/><link href="https://f.example/1"/><updated>2024-01-02T10:00:00Z</updated>
            <summary>Immer</summary></entry></feed>
            """,
            "feed.atom"
        )
        #expect(file.format == .atom)
        let item = try #require(file.items.first)
        #expect(item.places == ["https://f.example/1"] && item.made == "2024-01-02" && item.language == "de")
    }

    @Test("JSON Feed")
    func jsonFeed() throws {
        let file = try ImportFixture.read(
            """
            {"version":"https://jsonfeed.org/version/1.1","title":"F","items":[{"id":"1","url":"https://f.example/1",
            "title":"It rains","content_html":"<p>x</p>","date_published":"2024-01-02T10:00:00Z"}]}
            """
        )
        #expect(file.format == .jsonFeed)
        #expect(file.items.map(\.words) == ["It rains"] && file.items.first?.made == "2024-01-02")
    }

    @Test(
        "Entities that a document declares are not read: neither many times over nor from outside",
        arguments: [
            "<!DOCTYPE rss [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><rss><channel><item><title>&b;</title></item></channel></rss>",
            "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><channel><item><title>&x;</title></item></channel></rss>",
            "<!DOCTYPE rss [<!ENTITY % p SYSTEM \"http://a.example/x.dtd\"> %p;]><rss><item><title>x</title></item></rss>",
        ]
    )
    func entities(text: String) throws {
        let file = try ImportFixture.read(text, "x.xml")
        #expect(file.items.isEmpty)
        #expect(
            file.findings.all.contains { $0.kind == .brokenXML && $0.value?.contains("entities") ?? false }
        )
    }

    @Test("A feed that stops in the middle is read as far as it goes")
    func cutOff() throws {
        let file = try ImportFixture.read(
            "<rss><channel><item><title>One</title></item><item><title>Tw",
            "x.xml"
        )
        #expect(file.items.map(\.words) == ["One", "Tw"])
        #expect(file.counts["broken-xml"] == 1)
    }

    @Test("Elements deeper in each other than anybody writes end the reading")
    func deep() throws {
        let text = "<rss>" + String(repeating: "<a>", count: 100_000)
        #expect(try ImportFixture.read(text, "x.xml").counts["broken-xml"] == 1)
    }
}
