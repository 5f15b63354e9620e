import Fetching
import Testing

@testable import Capturing

@Suite("Parts of a page")
struct RequisitesTests {
    @Test("are found in elements, attributes and style sheets, each once")
    func findsParts() throws {
        let page = """
            <base href="/b/"><link rel="Stylesheet" href="a.css"><link rel=canonical href="no"><img src="one.png" \
            srcset="one.png 1x, two.png 2x"><style>@import 'c.css';</style><p style="background:url(d.png)"><script src=e.js>\
            "<img src=no.png>"</script><!-- <img src=no.png> --><img src="data:image/png;base64,AA">
            """
        let address = try FetchAddress("http://a.example/page")
        var requisites = Requisites(of: address)
        requisites.add(page: Array(page.utf8), at: address)
        let names = requisites.addresses.map(\.target)
        #expect(names == ["/b/a.css", "/b/one.png", "/b/two.png", "/b/c.css", "/b/d.png", "/b/e.js"])
    }

    @Test("of a style sheet are not those of its comments")
    func readsStyleSheets() {
        let style =
            #"/* url(no.png) */ @import "a.css"; b{background:URL( "c d.png" )} e{content:"url(no)"} f{src:url(\67.png)}"#
        #expect(StyleReferences.all(in: Array(style.utf8)) == ["a.css", "c d.png", "g.png"])
    }

    @Test("of a `srcset` end at their blanks and commas")
    func readsCandidates() {
        #expect(Requisites.candidates("a.png, b.png 2x,c.png 100w") == ["a.png", "b.png", "c.png"])
        #expect(Requisites.candidates(nil).isEmpty)
    }
}
