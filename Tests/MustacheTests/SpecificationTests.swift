import Diagnostics
import Foundation
import Testing

@testable import Mustache

/// The cases of the official Mustache specification, in lenient mode. They are outside the repository;
/// docs/templates.md says where.
@Suite struct SpecificationTests {
    struct Case: Decodable, Sendable {
        let name: String
        let data: JSONValue
        let template: String
        let partials: [String: String]?
        let expected: String
    }

    private struct File: Decodable {
        let tests: [Case]
    }

    /// The implemented modules of the specification, each with its least number of cases.
    static let modules: [(name: String, atLeast: Int)] = [
        ("comments", 12), ("delimiters", 14), ("interpolation", 42), ("inverted", 22), ("partials", 12),
        ("sections", 34), ("~inheritance", 27), ("~dynamic-names", 21),
    ]

    static let folder: URL = {
        if let path = ProcessInfo.processInfo.environment["MUSTACHE_SPECIFICATION"] {
            return URL(filePath: path, directoryHint: .isDirectory)
        }
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return root.deletingLastPathComponent().appending(path: "shared/conformance/mustache")
    }()

    static let isPresent = FileManager.default.fileExists(atPath: folder.path)

    @Test(
        .enabled(if: isPresent, "the specification's cases are not at ../shared/conformance/mustache"),
        arguments: modules.map(\.name)
    )
    func allCasesPass(module: String) throws {
        let data = try Data(contentsOf: Self.folder.appending(path: "\(module).json"))
        let cases = try JSONDecoder().decode(File.self, from: data).tests
        let atLeast = try #require(Self.modules.first { $0.name == module }).atLeast
        #expect(cases.count >= atLeast)
        var passed = 0
        for example in cases {
            let shown = render(example)
            #expect(shown == example.expected, "\(module): \(example.name)")
            if shown == example.expected { passed += 1 }
        }
        print("Mustache specification, \(module): \(passed) of \(cases.count) pass")
    }

    private func render(_ example: Case) -> String {
        var templates = (example.partials ?? [:]).mapValues { SourceFile(path: "partial", text: $0) }
        let root = "the root of the case"
        templates[root] = SourceFile(path: "root", text: example.template)
        let library = TemplateLibrary(templates, mode: .lenient)
        var output: [UInt8] = []
        _ = library.render(root, value: example.data.templateValue, into: &output)
        return String(decoding: output, as: UTF8.self)
    }
}
