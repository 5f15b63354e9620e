import Testing

@testable import Preview

/// What the preview adds to a page.
struct PageTests {
    @Test(
        "A policy comes to allow the preview's own files, and nothing else",
        arguments: [
            (
                "default-src 'none'; style-src 'self'; script-src 'self'",
                "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'"
            ),
            (
                "default-src 'none'; script-src 'none'; connect-src https://a.example",
                "default-src 'none'; script-src 'self'; connect-src https://a.example 'self'; style-src 'self'"
            ),
            ("img-src 'self'", "img-src 'self'"),
            (
                "default-src 'self' https:",
                "default-src 'self' https:; script-src 'self' https:; style-src 'self' https:; connect-src 'self' https:"
            ),
            ("script-src *;;", "script-src *"),
        ]
    )
    func policy(before: String, after: String) {
        #expect(ContentSecurityPolicy.allowingOwnFiles(before) == after)
    }

    @Test("The script stands before the end of the body, or at the end of a page that has none")
    func script() {
        let script =
            "<script src=\"/_assay/preview.js\" data-follows=\"pages\" data-state=\"a-1\" defer></script>\n"
        for (before, after) in [
            ("<body>&lt;/body></body></html>", "<body>&lt;/body>\(script)</body></html>"),
            ("<p>no body", "<p>no body\(script)"), ("", script),
        ] {
            let page = PreviewPage.adding(clientFor: "a-1", to: Array(before.utf8))
            #expect(String(decoding: page, as: UTF8.self) == after)
        }
    }

    @Test(
        "Addresses are decoded once",
        arguments: [
            ("/", "index.html"), ("/a/", "a/index.html"), ("/a/b.css", "a/b.css"),
            ("/claims/pont-%C3%A9troit/", "claims/pont-étroit/index.html"),
            ("/rulings/a%252Fb/", "rulings/a%2Fb/index.html"),
        ]
    )
    func addresses(target: String, file: String) throws {
        #expect(try #require(RequestPath(target: target)).file == file)
    }

    @Test("The board's templates are without mistakes")
    func templates() {
        #expect(BoardPage.diagnostics == [])
    }
}
