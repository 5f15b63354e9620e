import Diagnostics
import Files
import Newsroom
import Testing

@testable import Assay

/// The files that rules expect in a site, compared with the real ones.
struct LinkedFilesTests {
    @Test(
        "Every file of the site can be linked to, with and without its index.html, and no file that is not there"
    )
    func everyFile() async throws {
        let room = try NewsroomFolder()
        let output = try OutputFolder(
            path: room.path + "/_site",
            root: try FileTree(root: room.path).root,
            protected: Pipeline.inputFolders
        )
        let request = try Self.request(room)
        #expect(try await Pipeline.build(request, into: output).site != nil)
        let files = room.files(below: "_site").filter { !$0.hasPrefix(".") }
            .filter { $0.hasSuffix(".html") || !$0.contains("assets/") }
        #expect(files.count > 20)
        let there = files.flatMap { file in
            file.hasSuffix("index.html") ? [file, String(file.dropLast("index.html".count))] : [file]
        }
        let gone = files.filter { $0.hasSuffix("/index.html") && !$0.hasPrefix("search/") }
            .map { String($0.dropLast("/index.html".count)) + "-gone/" }
        let lines = (there + gone).map { "[x](<../../\($0)>)\n\n" }
        try room.write("content/pages/about.md", "---\ntitle: About\n---\n" + lines.joined())
        let report = await Pipeline.check(try Self.request(room))
        let broken = report.diagnostics.filter { $0.rule.name == "broken-link" }
        #expect(broken.map { $0.span?.line } == gone.indices.map { 4 + 2 * (there.count + $0) })
    }

    private static func request(_ room: NewsroomFolder) throws -> Request {
        Request(
            folder: try FileTree(root: room.path),
            today: try #require(CalendarDate("2026-11-21")),
            includesDrafts: false,
            keepsGoing: false
        )
    }
}
