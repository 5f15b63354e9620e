import Testing

@testable import Media

@Suite("Drawings only draw")
struct DrawingTests {
    private static func svg(_ content: String, _ attributes: String = "") -> [UInt8] {
        Array(
            #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90.4 60"\#(attributes)>\#(content)</svg>"#
                .utf8
        )
    }

    @Test("A plain drawing goes out as it is, with the size of its view")
    func plain() throws {
        let bytes = Self.svg(##"<defs><g id="a"/></defs><use href="#a"/><style>g { fill: url(#b) }</style>"##)
        let found = try InspectedMedia(bytes)
        #expect(found.cleaned(bytes) == bytes)
        #expect(found.size?.width == 90 && found.size?.height == 60)
    }

    @Test(
        "What could do more than draw is refused",
        arguments: [
            "<script>alert(1)</script>", "<svg:script/>", "<foreignObject/>", "<g onclick='a()'/>",
            "<a href='#a'/>",
            "<use href='https://elsewhere.example/a.svg#b'/>", "<use xlink:href='data:image/png;base64,AA'/>",
            "<image href='#a'/>", "<style>@import 'a.css';</style>",
            "<g style='fill: url(https://a.example)'/>",
            "<style>g { fill: URL( 'https://a.example' ) }</style>", "<g fill='&#117;rl(//a)'/>",
            "<style><![CDATA[ @import 'a' ]]></style>", "<set attributeName='href'/>", "<animate/>",
            "<iframe/>",
            "<g xmlns='http://www.w3.org/1999/xhtml'/>", "<?xml-stylesheet href='a'?>", "<!ENTITY a 'b'>",
            "<style>@im<!-- -->port 'a.css';</style>", "<style>@im<![CDATA[port 'a';]]></style>",
            "<style>@im<g/>port 'a';</style>", "<svg:style>@import 'a';</svg:style>",
            "<g xmlns:svg='http://www.w3.org/1999/xhtml'/>",
            "<style>g { fill: u\\72l(//a) }</style>", "<g xml:base='https://a.example/'/>", "<![CDATA[a]]>",
        ]
    )
    func unsafe(content: String) {
        #expect {
            try InspectedMedia(Self.svg(content))
        } throws: { problem in
            if case MediaProblem.unsafe = problem { true } else { false }
        }
    }

    @Test("What an editor noted does not go out")
    func notes() throws {
        let bytes = Self.svg(
            "<!-- Secret --><metadata><rdf:RDF>Secret</rdf:RDF></metadata><sodipodi:namedview a='Secret'><b/></sodipodi:namedview><g/>",
            " inkscape:export-filename='/home/Secret'"
        )
        let found = try InspectedMedia(bytes)
        #expect(found.removed == ["an editor's notes", "a comment", "a description"])
        #expect(found.cleaned(bytes) == Self.svg("<g/>"))
    }

    @Test("A drawing that was cut off at any byte is refused")
    func truncated() {
        let bytes = Self.svg("<g><path d='M0 0'/></g>")
        for count in 5..<bytes.count {
            #expect(throws: MediaProblem.self) { try InspectedMedia(Array(bytes.prefix(count))) }
        }
    }
}
