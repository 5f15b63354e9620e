import Addresses
import DefaultTheme
import Foundation
import Newsroom
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

    @Test func accentsAreMeasuredAgainstThePapersOfTheStyleSheet() throws {
        let sheet = String(decoding: try #require(DefaultTheme.files["assay.css"]), as: UTF8.self)
        let papers = sheet.matches(of: #/--(?:paper|panel): (#[0-9a-f]{3,6});/#).map { String($0.1) }
        #expect(papers.prefix(4).map { Colour($0) } == PageGround.light + PageGround.dark)
    }

    @Test func theStyleSheetIsSmall() {
        #expect((DefaultTheme.files["assay.css"]?.count ?? .max) < 40_000)
    }
}
