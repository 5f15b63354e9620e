import Foundation
import Testing

@testable import Preview

/// Real files that change under a running server.
struct ReloadTests {
    @Test("A save by rename brings a new state of the pages, and the page shows it")
    func rename() async throws {
        try await RunningPreview.with { preview in
            var states = preview.states()
            let first = try await states.next("the first state")
            #expect(
                try await preview.client.get("/claims/it-is/").text.contains("data-state=\"\(first.pages)\"")
            )
            try preview.room.replace(
                "title: It is so",
                with: "title: It is quite so",
                in: SmallNewsroom.verdict
            )
            let second = try await states.next("a new state") { $0.pages != first.pages }
            let page = try await preview.client.get("/claims/it-is/").text
            #expect(page.contains("It is quite so"))
            #expect(page.contains("data-state=\"\(second.pages)\""))
        }
    }

    @Test("A file that is written in place is seen too")
    func inPlace() async throws {
        try await RunningPreview.with { preview in
            var states = preview.states()
            let first = try await states.next("the first state")
            let text = try preview.room.text(SmallNewsroom.verdict)
            try preview.room.folder.write(
                SmallNewsroom.verdict,
                text.replacing("It is so", with: "It surely is")
            )
            _ = try await states.next("a new state") { $0.pages != first.pages }
            #expect(try await preview.client.get("/claims/it-is/").text.contains("It surely is"))
        }
    }

    @Test(
        "A mistake keeps the last good page, is shown with its line and a caret, and goes when it is mended"
    )
    func mistake() async throws {
        try await RunningPreview.with { preview in
            var states = preview.states()
            let first = try await states.next("the first state") { $0.complete && $0.errors == 0 }
            let good = try preview.room.text(SmallNewsroom.verdict)
            try preview.room.saveByRename(
                SmallNewsroom.verdict,
                good.replacing("summary: Yes, it is.", with: "summary: [Yes, it is.")
            )
            let broken = try await states.next("the mistake") { $0.errors > 0 }
            #expect(broken.pages == first.pages, "a page was loaded again although nothing new can be shown")
            let finding = try #require(broken.findings.first)
            #expect(finding.severity == "error")
            #expect(finding.place?.hasPrefix("content/verdicts/it-is.md:") == true)
            #expect(finding.excerpt.contains("^"))
            #expect(try await preview.client.get("/claims/it-is/").text.contains("Yes, it is."))

            let checked = try await states.next("the mistake, after the house rules") { $0.complete }
            #expect(checked.errors == 1, "other records are blamed for a file that cannot be read")

            try preview.room.saveByRename(
                SmallNewsroom.verdict,
                good.replacing("Yes, it is.", with: "It is again.")
            )
            let mended = try await states.next("the mended state") { $0.pages != first.pages && $0.complete }
            #expect(mended.errors == 0)
            #expect(try await preview.client.get("/claims/it-is/").text.contains("It is again."))
        }
    }

    @Test("While one file is broken, changes to others are shown")
    func othersGoOn() async throws {
        try await RunningPreview.with { preview in
            var states = preview.states()
            let first = try await states.next("the first state")
            try preview.room.saveByRename(SmallNewsroom.claim, "---\nstatement: [\n---\n")
            _ = try await states.next("the mistake") { $0.errors > 0 }
            try preview.room.replace("It is so", with: "It is otherwise", in: SmallNewsroom.verdict)
            _ = try await states.next("a new state") { $0.pages != first.pages }
            let page = try await preview.client.get("/claims/it-is/").text
            #expect(page.contains("It is otherwise"))
            #expect(page.contains("It is."), "the broken claim lost its last good statement")
        }
    }

    @Test("A mistake in a template keeps the last good theme")
    func template() async throws {
        try await RunningPreview.with { preview in
            var states = preview.states()
            let first = try await states.next("the first state") { $0.complete }
            try preview.room.folder.write(
                "templates/theme/topics.html",
                "<!doctype html>\n<title>{{#open}}</title>\n"
            )
            let broken = try await states.next("the mistake") { $0.errors > 0 && $0.complete }
            #expect(broken.findings.first?.place?.hasPrefix("templates/theme/topics.html:2") == true)
            #expect(try await preview.client.get("/topics/").text.contains("Elections"))
            try preview.room.folder.write(
                "templates/theme/topics.html",
                "<!doctype html>\n<title>Mine</title>\n<body></body>"
            )
            _ = try await states.next("the mended template") {
                $0.errors == 0 && $0.complete && $0.pages != first.pages
            }
            #expect(try await preview.client.get("/topics/").text.contains("<title>Mine</title>"))
        }
    }

    @Test("Files that come and go change the site; so do whole folders")
    func folders() async throws {
        try await RunningPreview.with { preview in
            var states = preview.states()
            var last = try await states.next("the first state")
            func waitForPages(_ what: String) async throws {
                let before = last.pages
                last = try await states.next(what) { $0.pages != before }
            }
            try preview.room.move("content/verdicts", to: "away")
            try await waitForPages("the folder gone")
            #expect(!(try await preview.client.get("/claims/it-is/").text.contains("It is so")))
            try preview.room.move("away", to: "content/verdicts")
            try await waitForPages("the folder back")
            #expect(try await preview.client.get("/claims/it-is/").text.contains("It is so"))
            // The folder is watched again after it came back.
            try preview.room.replace("It is so", with: "It is once more", in: SmallNewsroom.verdict)
            try await waitForPages("a change in the folder that came back")
            #expect(try await preview.client.get("/claims/it-is/").text.contains("It is once more"))
            try preview.room.folder.write(
                "content/claims/2026/deep-one.md",
                "---\nstatement: Deep.\nclaimant: jo\n---\n"
            )
            try await waitForPages("a file in a new folder")
            #expect(try await preview.client.get("/claims/deep-one/").status == 200)
            try preview.room.remove("content/claims/2026")
            try await waitForPages("the new folder gone")
            #expect(try await preview.client.get("/claims/deep-one/").status == 404)
        }
    }

    @Test("Without settings the last site stays; a newsroom that never had any waits for them")
    func settings() async throws {
        try await RunningPreview.with { preview in
            var states = preview.states()
            let good = try preview.room.text("content/site.yaml")
            try preview.room.saveByRename("content/site.yaml", "name: [")
            _ = try await states.next("broken settings") { $0.errors > 0 && $0.complete }
            #expect(try await preview.client.get("/").status == 200)
            try preview.room.remove("content")
            _ = try await states.next("nothing left") {
                $0.findings.contains { $0.rule == "missing-settings" }
            }
            let waiting = try await preview.client.get("/")
            #expect(waiting.status == 503)
            #expect(waiting.text.contains("/_assay/preview.js"))
            try preview.room.folder.write("content/site.yaml", good)
            _ = try await states.next("settings again") { state in
                !state.findings.contains { $0.rule == "missing-settings" } && state.complete
            }
            #expect(try await preview.client.get("/").status == 200)
        }
    }

    @Test("The whole newsroom may go away and come back")
    func wholeFolder() async throws {
        try await RunningPreview.with { preview in
            var states = preview.states()
            let first = try await states.next("the first state")
            let path = preview.room.folder.path
            try FileManager.default.moveItem(atPath: path, toPath: path + "-away")
            let gone = try await states.next("nothing left") { $0.pages != first.pages }
            try FileManager.default.moveItem(atPath: path + "-away", toPath: path)
            _ = try await states.next("everything back") {
                $0.pages != gone.pages && $0.errors == 0 && $0.complete
            }
            #expect(try await preview.client.get("/claims/it-is/").text.contains("It is so"))
        }
    }

    @Test("What an editor leaves lying about changes nothing")
    func backups() async throws {
        try await RunningPreview.with { preview in
            var states = preview.states()
            let first = try await states.next("the first state")
            for name in [".it-is.md.swp", "it-is.md~", "#it-is.md#"] {
                try preview.room.folder.write("content/verdicts/" + name, "---\nbroken: [")
            }
            try preview.room.replace("It is so", with: "It is seen", in: SmallNewsroom.verdict)
            let next = try await states.next("the real change") { $0.pages != first.pages }
            #expect(next.errors == 0)
        }
    }
}
