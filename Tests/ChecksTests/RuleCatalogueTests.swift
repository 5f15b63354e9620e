import Foundation
import Testing

@testable import Checks

@Suite("The catalogue knows every rule")
struct RuleCatalogueTests {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    @Test("A rule's name is its type and its file")
    func names() throws {
        let folder = Self.root.appendingPathComponent("Sources/Checks/Rules")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        let types = RuleCatalogue.rules.map { String(describing: $0) }
        #expect(Set(files) == Set(types.map { "\($0).swift" }))
        for rule in RuleCatalogue.rules {
            #expect(Self.kebabCase(String(describing: rule)) == rule.guide.name)
        }
    }

    @Test("Names are unique, and every part of a guide says something", arguments: RuleCatalogue.guides)
    func guides(guide: RuleGuide) {
        #expect(RuleCatalogue.guides.filter { $0.name == guide.name }.count == 1)
        #expect(guide.summary.hasSuffix("."))
        for part in [guide.why, guide.fix, guide.wrong, guide.right] { #expect(!part.isEmpty) }
        #expect(guide.wrong != guide.right)
        #expect(RuleCatalogue.explain(guide.name)?.hasPrefix("# \(guide.name)\n") == true)
    }

    @Test("There is nothing to say about a rule that does not exist")
    func unknownRule() {
        #expect(RuleCatalogue.explain("no-such-rule") == nil)
    }

    @Test("Every rule that has an id has a guide")
    func sourcesAndCatalogue() throws {
        let ids = try Self.sources().filter { $0.path.hasPrefix("Diagnostics/Rules/") }.flatMap { source in
            source.text.matches(of: /RuleID\("([a-z0-9-]+)"/).map { String($0.1) }
        }
        #expect(ids.count > 50, "the sources are searched in vain")
        #expect(ids.filter { RuleCatalogue.guide($0) == nil } == [])
    }

    @Test("Rules are named by their ids, and each name is written once")
    func literals() throws {
        let names = Set(RuleCatalogue.names)
        let found = try Self.sources().filter { !$0.path.hasPrefix("Newsroom/YAML/") }.flatMap { source in
            source.text.matches(of: /"([a-z0-9]+(?:-[a-z0-9]+)+)"/).map { String($0.1) }
        }.filter(names.contains)
        #expect(found.sorted() == names.sorted())
    }

    @Test("docs/rules.md is the catalogue; ASSAY_RECORD=1 writes it")
    func page() throws {
        let file = Self.root.appendingPathComponent("docs/rules.md")
        if ProcessInfo.processInfo.environment["ASSAY_RECORD"] == "1" {
            try Data(RuleCatalogue.page.utf8).write(to: file)
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == RuleCatalogue.page)
    }

    private static func sources() throws -> [(path: String, text: String)] {
        let folder = root.appendingPathComponent("Sources")
        let files = try #require(FileManager.default.enumerator(atPath: folder.path))
        return try files.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.map { path in
            (path, try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8))
        }
    }

    /// The rule's name in kebab case: `source-not-archived`, `raw-html-dropped`.
    private static func kebabCase(_ name: String) -> String {
        let letters = Array(name)
        var result = ""
        for (index, letter) in letters.enumerated() {
            let startsWord =
                index > 0 && letter.isUppercase
                && (letters[index - 1].isLowercase
                    || (index + 1 < letters.count && letters[index + 1].isLowercase))
            result += (startsWord ? "-" : "") + letter.lowercased()
        }
        return result
    }
}
