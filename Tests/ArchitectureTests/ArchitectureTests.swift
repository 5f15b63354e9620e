import Foundation
import Testing

@Suite("Architecture")
struct ArchitectureTests {
    @Test("no module imports what stands above it or what is not its business")
    func layers() throws {
        let files = try SourceText.all(under: "Sources")
        #expect(!files.isEmpty)
        let violations = files.flatMap(Layering.violations)
        #expect(violations.isEmpty, "\(violations.joined(separator: "\n"))")
    }

    @Test("sources keep the habits of the house")
    func habits() throws {
        let violations = try SourceText.all(under: "Sources").flatMap(HouseRules.violations)
        #expect(violations.isEmpty, "\(violations.joined(separator: "\n"))")
    }

    @Test("no test and no template is longer than a file may be", arguments: ["Tests", "templates"])
    func lengths(_ folder: String) throws {
        let files = try SourceText.all(under: folder).filter { $0.module != "ArchitectureTests" }
        let violations = files.flatMap(HouseRules.violations).filter { $0.contains(" lines; ") }
        #expect(violations.isEmpty, "\(violations.joined(separator: "\n"))")
    }

    @Test("ARCHITECTURE.md names every module that there is, in the order of the layers")
    func document() throws {
        let document = try String(
            contentsOf: SourceText.package.appending(path: "ARCHITECTURE.md"),
            encoding: .utf8
        )
        let named = lines(of: document).compactMap { _, line in
            line.prefixMatch(of: #/\| `(\w+)` \|/#).map { String($0.1) }
        }
        let folders = try FileManager.default.contentsOfDirectory(
            atPath: SourceText.package.appending(path: "Sources").path
        )
        #expect(Set(named) == Set(folders.filter { !$0.hasPrefix(".") }).union(["DefaultTheme"]))
        let topDown = Layering.modules.map(\.name).reversed()
        #expect(named.filter(Set(topDown).contains) == Array(topDown))
    }

    @Test("a module is allowed only what stands below it in the table")
    func order() {
        for (index, module) in Layering.modules.enumerated() {
            let others = Set(Layering.modules[index...].map(\.name))
            #expect(module.imports.isDisjoint(with: others), "\(module.name)")
        }
    }

    @Test(
        "each way to import is seen",
        arguments: [
            ("import Site", "Site"), ("@testable import Site", "Site"), ("package import Site", "Site"),
            ("    import Site", "Site"), ("import struct Site.Route", "Site"), ("import Site.Routes", "Site"),
            ("@preconcurrency public import Site", "Site"), ("@_spi(Inner) import Site", "Site"),
            ("import func Site.route", "Site"),
        ]
    )
    func imports(_ statement: String, _ module: String) {
        let found = Layering.imports(in: "// import Other\n\(statement)\nlet important = 1\n")
        #expect(found.map(\.module) == [module])
        #expect(found.map(\.line) == [2])
    }

    @Test(
        "an import that goes up or sideways is named",
        arguments: [
            ("Diagnostics/Bad.swift", "Newsroom"), ("Markdown/Bad.swift", "Newsroom"),
            ("Newsroom/Bad.swift", "CCmark"), ("Mustache/Bad.swift", "Foundation"),
            ("Site/Bad.swift", "ArgumentParser"), ("Checks/Bad.swift", "Site"),
            ("Newsroom/Records/Other.swift", "Foundation"),
        ]
    )
    func bites(_ path: String, _ imported: String) {
        let file = SourceText(path: path, text: "import Diagnostics\nimport \(imported)\n")
        #expect(
            Layering.violations(in: file).last
                == "\(path):2: \(file.module) must not import \(imported)"
        )
    }

    @Test("a module without a line in the table is named")
    func unknownModule() {
        let file = SourceText(path: "Extra/A.swift", text: "")
        #expect(
            Layering.violations(in: file) == [
                "Extra/A.swift: the module Extra has no line in the table of layers"
            ]
        )
    }

    @Test("a long file and forbidden words are named; comments may speak of them")
    func habitsBite() {
        let words = [
            "try! run()", "struct A: @unchecked Sendable {}", "fatalError(\"no\")", "// try! is bad",
            "nonisolated(unsafe) var a = 1",
        ]
        let file = SourceText(path: "Site/A.swift", text: words.joined(separator: "\n"))
        #expect(
            HouseRules.violations(in: file).map { $0.prefix(15) }
                == [1, 2, 3, 5].map { "Site/A.swift:\($0):" }
        )
        let page = SourceText(path: "Site/Contexts/A.swift", text: "let words = ArticleWords(of: article)")
        #expect(
            HouseRules.violations(in: page) == [
                "Site/Contexts/A.swift:1: `ArticleWords(`: a page reads through its scope"
            ]
        )
        let long = SourceText(path: "Site/A.swift", text: String(repeating: "\n", count: 401))
        #expect(HouseRules.violations(in: long) == ["Site/A.swift: 401 lines; a file has at most 400"])
        let longest = SourceText(path: "Site/A.swift", text: String(repeating: "\n", count: 400))
        #expect(HouseRules.violations(in: longest) == [])
    }
}
