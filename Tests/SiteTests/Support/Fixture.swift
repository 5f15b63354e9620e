import Addresses
import DefaultTheme
import Diagnostics
import Files
import Foundation
import Newsroom
import Synchronization
import Testing

@testable import Site

/// A newsroom of the golden folder, and its site.
struct Fixture {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Golden").standardizedFileURL
    // swift-format-ignore: NeverForceUnwrap
    static let today = CalendarDate("2026-11-21")!

    static let words = Catalogue.decode(
        SourceFile(path: "templates/strings/en.yaml", bytes: DefaultTheme.strings["en.yaml"] ?? [])
    ).catalogue

    static let theme = DefaultTheme.files

    let newsroom: Newsroom

    /// Loads `Tests/Golden/<name>/input`.
    init(_ name: String) async throws {
        let tree = try FileTree(root: Self.folder.appending(path: "\(name)/input").path)
        let loaded = await LoadedNewsroom.load(from: tree)
        try #require(loaded.diagnostics.isEmpty, "\(loaded.diagnostics.map(\.message))")
        newsroom = try #require(loaded.newsroom)
    }

    /// Decodes records from texts by path.
    init(_ texts: [String: String]) throws {
        let loaded = LoadedNewsroom(decoding: texts.map { SourceFile(path: $0.key, text: $0.value) })
        newsroom = try #require(loaded.newsroom, "\(loaded.diagnostics.map(\.message))")
    }

    func edition(today: CalendarDate = today, includingDrafts: Bool = false) -> Edition {
        Edition(of: newsroom, today: today, includingDrafts: includingDrafts)
    }
}

/// A site's files by path, with its findings.
struct BuiltSite {
    let files: [String: [UInt8]]
    let diagnostics: [Diagnostic]

    init(_ edition: Edition, words: Catalogue = Fixture.words, overrides: [SourceFile] = []) async throws {
        let collected = Mutex<[String: [UInt8]]>([:])
        let renderer = SiteRenderer(
            edition: edition,
            theme: SiteTemplates(theme: DefaultTheme.files, overrides: overrides),
            words: words
        )
        let outcome = await renderer.renderAll(SitePlan.pages(of: edition)) {
            (file: RenderedFile) throws(DuplicatePath) in
            let isFirst = collected.withLock { $0.updateValue(file.bytes, forKey: file.route.path) == nil }
            if !isFirst { throw DuplicatePath(path: file.route.path) }
        }
        #expect(outcome.failures.map(\.path) == [])
        files = collected.withLock { $0 }
        diagnostics = outcome.diagnostics
    }

    struct DuplicatePath: Error { let path: String }

    /// The pages as text, by path.
    var pages: [String: String] {
        files.filter { $0.key.hasSuffix(".html") }.mapValues { String(decoding: $0, as: UTF8.self) }
    }

    /// One page as text.
    func page(_ route: Route) throws -> String {
        String(decoding: try #require(files[route.path], "no \(route.path)"), as: UTF8.self)
    }
}
