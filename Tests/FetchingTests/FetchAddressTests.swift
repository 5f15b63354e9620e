import Fetching
import Testing

@Suite("Addresses that are asked for")
struct FetchAddressTests {
    @Test(
        "are read as browsers read them",
        arguments: [
            ("http://Example.ORG", "http://example.org/"),
            ("https://example.org:443/a", "https://example.org/a"),
            ("http://example.org:8080/a?b#c", "http://example.org:8080/a?b"),
            ("http://example.org/Otto_(1789–1858).jpg", "http://example.org/Otto_(1789%E2%80%931858).jpg"),
            ("http://example.org/a%2Fb/../c/./d", "http://example.org/c/d"),
            ("http://example.org/../../x", "http://example.org/x"),
            ("  http://example.org/a b\t\n", "http://example.org/a%20b"),
            ("http://example.org?q=ü", "http://example.org/?q=%C3%BC"),
            ("http://[2001:DB8::1]:81/", "http://[2001:db8::1]:81/"),
            ("http:\\\\example.org\\a", "http://example.org/a"),
        ]
    )
    func reads(typed: String, asked: String) throws {
        #expect(try FetchAddress(typed).text == asked)
    }

    @Test(
        "are refused with the reason",
        arguments: [
            ("file:///etc/passwd", FetchAddress.Problem.scheme("file")),
            ("javascript:alert(1)", .scheme("javascript")),
            ("gopher://example.org/", .scheme("gopher")),
            ("example.org/a", .scheme("")),
            ("http://user:secret@example.org/", .userInformation),
            ("http://example.org@169.254.169.254/", .userInformation),
            ("http:///path", .host),
            ("http://exa mple.org/", .host),
            ("http://[::1/", .host),
            ("http://example.org:99999/", .port),
            ("http://example.org:0/", .port),
        ]
    )
    func refuses(typed: String, problem: FetchAddress.Problem) {
        #expect(throws: problem) { try FetchAddress(typed) }
    }

    @Test(
        "resolve references",
        arguments: [
            ("other", "http://a.example/b/other"), ("/root", "http://a.example/root"),
            ("?q", "http://a.example/b/c?q"), ("#f", "http://a.example/b/c?x"),
            ("", "http://a.example/b/c?x"),
            ("../up", "http://a.example/up"), ("//b.example/c", "http://b.example/c"),
            ("https://b.example", "https://b.example/"), ("\\\\evil.example\\c", "http://evil.example/c"),
            ("a:b/c", "refused"),
        ]
    )
    func resolves(reference: String, asked: String) throws {
        let base = try FetchAddress("http://a.example/b/c?x")
        if asked == "refused" {
            #expect(throws: FetchAddress.Problem.self) { try base.resolving(reference) }
        } else {
            #expect(try base.resolving(reference).text == asked)
        }
    }

    @Test("with letters beyond ASCII have the form of name servers")
    func writesHostsInASCII() throws {
        #expect(try FetchAddress("http://bücher.example/").host == "xn--bcher-kva.example")
    }
}
