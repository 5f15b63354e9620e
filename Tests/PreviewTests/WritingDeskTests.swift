import Digests
import Foundation
import Testing

@testable import Preview

/// The desk's pages and what its forms do.
struct WritingDeskTests {
    @Test("The templates have no mistake")
    func templates() { #expect(DeskTemplates.library.diagnostics.isEmpty) }

    @Test("Each page of the desk is made")
    func pages() async throws {
        try await RunningDesk.with { desk throws in
            for path in [
                "", "board/", "records/", "records/?q=paper", "claims/it-is/", "claims/it-is/readers/",
                "claims/nobody-has-it/", "claims/nobody-has-it/readers/", "new/", "new/claim/",
                "new/verdict/?claim=nobody-has-it",
                "new/source/", "new/article/", "new/profile/", "new/page/",
                "new/claim/?appearances.0.article=paper", "edit/?path=content/claims/it-is.md",
                "edit/?path=content/site.yaml", "desk.css", "work.css", "desk.js", "readers/claims/it-is/",
            ] {
                let page = try await desk.get(path)
                #expect(page.status == 200, "\(path): \(page.text.prefix(300))")
            }
            for path in [
                "nothing/", "claims/no-such/", "edit/?path=../etc/passwd", "edit/?path=.git/config",
                "new/medium/",
                "edit/?path=content/claims/../../x.md", "trial/7/claims/it-is/",
            ] {
                #expect(try await desk.get(path).status == 404, "\(path)")
            }
        }
    }

    @Test("What people wrote cannot become markup")
    func escaping() async throws {
        try await RunningDesk.with { desk throws in
            let nasty = "</textarea><script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
            let after = try await desk.post("claims/it-is/", [("do", "comment"), ("note", nasty)])
            let page = try await desk.page(after: after)
            #expect(page.text.contains("&lt;script>alert(1)") || page.text.contains("&lt;script&gt;alert(1)"))
            #expect(!page.text.contains("<script>alert"))
            let refused = try await desk.post("claims/it-is/", [("do", "approve"), ("note", nasty)])
            #expect(refused.status == 422)
            #expect(!refused.text.contains("<script>alert"))
        }
    }

    @Test("A remark is written, shown, and taken back")
    func remark() async throws {
        try await RunningDesk.with { desk throws in
            let after = try await desk.post(
                "claims/it-is/",
                [("do", "comment"), ("note", "Look at the date.")]
            )
            #expect(after.status == 303)
            let page = try await desk.page(after: after)
            #expect(page.text.contains("Look at the date."))
            #expect(page.text.contains("it-is: commented by desk"))
            // The message is told once by number, and cannot be put into an address.
            #expect(!(try await desk.get("claims/it-is/?done=made+up")).text.contains("made up"))
            let undone = try await desk.post("claims/it-is/", [("do", "undo")])
            #expect(try await desk.page(after: undone).text.contains("took back commented"))
        }
    }

    @Test("A blank note, a missing ruling and an unknown step are refused, and what was typed stays")
    func refusals() async throws {
        try await RunningDesk.with { desk throws in
            for fields in [
                [("do", "comment"), ("note", "  ")], [("do", "approve"), ("note", "My reasons.")],
                [("do", "assign")], [("do", "explode")], [("do", "retract"), ("note", "Why.")],
            ] {
                let response = try await desk.post("claims/it-is/", fields)
                #expect(response.status == 422, "\(fields)")
                #expect(response.text.contains("role=\"alert\""))
            }
            let kept = try await desk.post(
                "claims/it-is/",
                [("do", "assign"), ("who", "nobody"), ("note", "x")]
            )
            #expect(kept.text.contains("there is no profile"))
        }
    }

    @Test("A stranger reads, and changes nothing")
    func stranger() async throws {
        try await RunningDesk.with(as: "nobody-at-all") { desk throws in
            let page = try await desk.get("claims/it-is/")
            #expect(page.status == 200)
            #expect(page.text.contains("there is no profile"))
            let response = try await desk.post("claims/it-is/", [("do", "comment"), ("note", "x")])
            #expect(response.status == 422)
            let base = Digest(of: Array(try desk.room.text(SmallNewsroom.claim).utf8)).hexadecimal
            let saved = try await desk.post(
                "edit/",
                [("path", SmallNewsroom.claim), ("base", base), ("text", "x"), ("do", "save")]
            )
            #expect(saved.status == 422)
            #expect(try desk.room.text(SmallNewsroom.claim).contains("statement: It is."))
        }
    }

    @Test("A text is saved; the second of two savers sees what changed, and loses nothing")
    func conflict() async throws {
        try await RunningDesk.with { desk throws in
            let before = try desk.room.text(SmallNewsroom.claim)
            let base = Digest(of: Array(before.utf8)).hexadecimal
            func save(_ text: String) async throws -> PlainClient.Response {
                try await desk.post(
                    "edit/",
                    [("path", SmallNewsroom.claim), ("base", base), ("text", text), ("do", "save")]
                )
            }
            let first = before.replacing("Context.", with: "Context of the first.")
            #expect(try await save(first).status == 303)
            #expect(try desk.room.text(SmallNewsroom.claim) == first)
            let second = before.replacing("Context.", with: "Context of the second.")
            let conflict = try await save(second)
            #expect(conflict.status == 409)
            #expect(conflict.text.contains("Context of the second."))
            #expect(conflict.text.contains("Context of the first."))
            #expect(conflict.text.contains(Digest(of: Array(first.utf8)).hexadecimal))
            #expect(try desk.room.text(SmallNewsroom.claim) == first)
        }
    }

    @Test("A text that is not saved is shown with its findings, and a fix changes it")
    func fixes() async throws {
        try await RunningDesk.with { desk throws in
            let before = try desk.room.text(SmallNewsroom.claim)
            let text = before.replacing("stated:", with: "statd:")
            let base = Digest(of: Array(before.utf8)).hexadecimal
            let fields = [("path", SmallNewsroom.claim), ("base", base), ("text", text)]
            let look = try await desk.post("edit/", fields + [("do", "look")])
            #expect(look.status == 200)
            let button = try #require(
                look.text.firstMatch(of: /name="fix" value="([^"]+)"/),
                "no fix is offered"
            )
            let name = String(button.1).replacing("&#39;", with: "'")
            let fixed = try await desk.post("edit/", fields + [("fix", name)])
            #expect(fixed.text.contains("stated: 2018-07-16"))
            #expect(try desk.room.text(SmallNewsroom.claim) == before)
        }
    }

    @Test("A verdict's form writes the verdict and the source that it needs, or neither")
    func verdictWithSource() async throws {
        try await RunningDesk.with { desk throws in
            let fields = [
                ("claim", "nobody-has-it"), ("ruling", "true"), ("title", "It was looked at: now"),
                ("summary", "Yes, \"now\"."), ("authors", "desk"), ("evidence.0.stance", "supports"),
                ("evidence.0.shows", "that it was"), ("evidence.0.new.title", "A new report"),
                ("evidence.0.new.kind", "research"), ("evidence.0.new.checked", "read"),
                ("body", "Because of it [@a-new-report].\n"), ("do", "make"),
            ]
            let refused = try await desk.post("new/verdict/", fields)
            #expect(refused.status == 422)
            #expect(refused.text.contains("still needs: publisher"))
            #expect(refused.text.contains("It was looked at: now"))
            #expect(throws: (any Error).self) { try desk.room.text("content/verdicts/nobody-has-it.md") }
            let made = try await desk.post("new/verdict/", fields + [("evidence.0.new.publisher", "P")])
            #expect(made.status == 303, "\(made.text)")
            let verdict = try desk.room.text("content/verdicts/nobody-has-it.md")
            #expect(verdict.contains("title: \"It was looked at: now\""))
            #expect(verdict.contains("  - source: a-new-report\n    stance: supports"))
            #expect(try desk.room.text("content/sources/a-new-report.md").contains("publisher: P"))
            #expect(try await desk.page(after: made).text.contains("It was looked at: now"))
        }
    }

    @Test("A form asks for more fields, and for an article's words, without writing anything")
    func more() async throws {
        try await RunningDesk.with { desk throws in
            let response = try await desk.post(
                "new/claim/",
                [("statement", "So."), ("appearances.0.article", "paper"), ("more", "appearances")]
            )
            #expect(response.status == 200)
            #expect(response.text.contains("appearances.1.quote"))
            #expect(response.text.contains("Words about cybersecurity were said."))
        }
    }
}
