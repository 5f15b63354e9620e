import Fetching
import Testing

@Suite("Rules for robots")
struct RobotsRulesTests {
    private static let file = """
        # all
        User-agent: *
        Disallow: /

        User-Agent: assay
        User-agent: other
        Disallow: /private
        Allow: /private/open
        Disallow: /*.pdf$
        Disallow: /caf%C3%A9

        User-agent: assaying
        Disallow: /never
        """

    @Test(
        "are those for the program's own name",
        arguments: [
            ("/", true), ("/private", false), ("/private/x", false), ("/private/open/x", true),
            ("/a.pdf", false), ("/a.pdf?x", true), ("/café", false), ("/never", true), ("/privat%65", false),
        ]
    )
    func decides(target: String, isAllowed: Bool) {
        #expect(RobotsRules(Array(Self.file.utf8), for: "assay").allow(target) == isAllowed)
    }

    @Test("are those for all where none has the name")
    func fallsBack() {
        #expect(!RobotsRules(Array(Self.file.utf8), for: "somebody").allow("/"))
        #expect(RobotsRules([], for: "assay").allow("/"))
        #expect(RobotsRules(Array("User-agent: *\nDisallow:".utf8), for: "assay").allow("/"))
        #expect(!RobotsRules.all.allow("/"))
    }
}
