import Addresses
import Testing

@testable import Site

@Suite struct RouteTests {
    @Test(
        arguments: [
            (Route.home, "index.html", ""),
            (.claim("a-claim"), "claims/a-claim/index.html", "claims/a-claim/"),
            (.topic("x", page: 1), "topics/x/index.html", "topics/x/"),
            (.topic("x", page: 2), "topics/x/page/2/index.html", "topics/x/page/2/"),
            (.list(.claims, page: 3), "claims/page/3/index.html", "claims/page/3/"),
            (.notFound, "404.html", "404.html"),
            (.asset("assay.css"), "assets/assay.css", "assets/assay.css"),
            (.claim("pont-étroit"), "claims/pont-étroit/index.html", "claims/pont-%C3%A9troit/"),
            (.topic("سياسة"), "topics/سياسة/index.html", "topics/%D8%B3%D9%8A%D8%A7%D8%B3%D8%A9/"),
        ])
    func everyFileHasAPathAndAnAddress(route: Route, path: String, canonical: String) {
        #expect(route.path == path)
        #expect(route.canonicalPath == canonical)
        #expect(
            route.canonicalAddress(site: "https://example.org/a/") == "https://example.org/a/" + canonical
        )
    }

    @Test(
        arguments: [
            ("..", "%2E."), (".", "%2E"), ("a/b", "a%2Fb"), ("../../etc", "%2E.%2F..%2Fetc"),
            ("a%2Fb", "a%252Fb"),
            ("", "%"), ("nul\0", "nul%00"), (#"a\b"#, "a%5Cb"), ("c:", "c%3A"),
        ])
    func noIdLeavesItsFolder(id: String, name: String) {
        #expect(Route.ruling(id).path == "rulings/\(name)/index.html")
    }

    @Test func linksAreRelativeToTheFile() {
        #expect(Links(from: .home).to(.claim("x")) == "claims/x/index.html")
        #expect(Links(from: .home, .clean).to(.claim("x")) == "claims/x/")
        #expect(Links(from: .claim("x"), .clean).to(.home) == "../../")
        #expect(Links(from: .home, .clean).to(.home) == "./")
        #expect(Links(from: .home, .clean).to(.home, fragment: "a") == "./#a")
        #expect(Links(from: .home, .clean).to(.asset("a.css")) == "assets/a.css")
        #expect(Links(from: .claim("x")).to(.home) == "../../index.html")
        #expect(Links(from: .topic("x", page: 2)).to(.asset("a.css")) == "../../../../assets/a.css")
        #expect(Links(from: .rulings).to(.ruling("a b?")) == "../rulings/a%20b%253F/index.html")
    }

    @Test func fragmentsAreEncoded() {
        #expect(
            Links(from: .home).to(.page("about"), fragment: "wer-wir-sind#ü")
                == "pages/about/index.html#wer-wir-sind%23%C3%BC"
        )
    }

    @Test func absoluteLinksStartWithTheSite() {
        #expect(Links(site: "https://example.org/a/").to(.home) == "https://example.org/a/index.html")
    }
}
