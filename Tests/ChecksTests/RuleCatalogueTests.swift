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

    @Test("Every rule that the sources name is in the catalogue")
    func sourcesAndCatalogue() throws {
        let names = try Self.ruleNamesInSources()
        #expect(names.count > 15, "the sources are searched in vain")
        let unknown = names.filter { RuleCatalogue.guide($0.key) == nil }
        #expect(unknown.isEmpty, "write a guide: \(unknown.map { "\($0.key) in \($0.value)" }.sorted())")
    }

    @Test("docs/rules.md is the catalogue; ASSAY_RECORD=1 writes it")
    func page() throws {
        let file = Self.root.appendingPathComponent("docs/rules.md")
        if ProcessInfo.processInfo.environment["ASSAY_RECORD"] == "1" {
            try Data(RuleCatalogue.page.utf8).write(to: file)
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == RuleCatalogue.page)
    }

    /// The names in `rule: "…"`, `report("…"`, `refuse("…"`, and constants of enums whose name ends in Rule.
    private static func ruleNamesInSources() throws -> [String: String] {
        let direct = /(?:rule: ?|report\(\s*|refuse\(\s*)"([a-z0-9]+(?:-[a-z0-9]+)+)"/
        let constant = /static let \w+ = "([a-z0-9]+(?:-[a-z0-9]+)+)"/
        let ruleEnum = /enum \w*Rule\b/
        var names: [String: String] = [:]
        let sources = root.appendingPathComponent("Sources")
        let files = try #require(FileManager.default.enumerator(atPath: sources.path))
        for case let path as String in files where path.hasSuffix(".swift") && !path.hasPrefix("Checks/") {
            let text = try String(contentsOf: sources.appendingPathComponent(path), encoding: .utf8)
            for match in text.matches(of: direct) { names[String(match.1)] = path }
            if text.contains(ruleEnum) {
                for match in text.matches(of: constant) { names[String(match.1)] = path }
            }
        }
        return names
    }

    /// `SourceNotArchived` is `source-not-archived`, `RawHTMLDropped` is `raw-html-dropped`.
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
