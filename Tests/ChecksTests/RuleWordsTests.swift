import Foundation
import Testing

@testable import Checks

/// The word lists of the rules, held against the languages of the interface.
struct RuleWordsTests {
    @Test("each language of the interface has words for the rules")
    func everyLanguage() throws {
        let root = (1...3).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent()
        }
        let files = try FileManager.default.contentsOfDirectory(
            atPath: root.appending(path: "templates/strings").path
        )
        let languages = files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
        #expect(languages.count >= 5)
        for language in languages { #expect(RuleWords.of(language) != nil, "\(language)") }
    }
}
