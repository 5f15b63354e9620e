import Addresses
import DefaultTheme
import Foundation
import Testing

@testable import Site

@Suite struct DefaultThemeTests {
    static let templates = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../templates").standardizedFileURL

    @Test func everyFileIsEmbeddedUnderItsName() throws {
        for (folder, embedded) in [("theme", DefaultTheme.files), ("strings", DefaultTheme.strings)] {
            let url = Self.templates.appending(path: folder)
            let names = try FileManager.default.contentsOfDirectory(atPath: url.path)
            #expect(names.sorted() == embedded.keys.sorted())
            for name in names {
                #expect(
                    try Data(contentsOf: url.appending(path: name)) == Data(embedded[name] ?? []),
                    "\(name)"
                )
            }
        }
    }

    @Test func theTemplatesHaveNoMistakes() {
        #expect(SiteTemplates(theme: DefaultTheme.files).diagnostics.map(\.message) == [])
    }

    @Test func everyPageHasATemplate() {
        let names = Set(DefaultTheme.files.keys)
        let subjects: [PageSubject] =
            [
                .home, .claim("x"), .article("x"), .source("x"), .profile("x", number: 1),
                .ruling("x", number: 1),
                .topic("x", number: 1), .standing("x"), .rulings, .topics, .notFound,
            ] + RecordList.allCases.map { .list($0, number: 1) }
        for subject in subjects { #expect(names.contains("\(subject.template).html"), "\(subject)") }
    }

    @Test func theStyleSheetIsSmall() {
        #expect((DefaultTheme.files["assay.css"]?.count ?? .max) < 40_000)
    }
}
