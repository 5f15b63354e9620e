import Diagnostics
import Testing

@testable import Newsroom

@Suite struct LineageTests {
    /// Sources by id, each with what it derives from.
    private static func lineage(_ sources: [String: [String]]) throws -> Lineage {
        let files = sources.map { id, originals in
            SourceFile(
                path: "content/sources/\(id).md",
                text: """
                    ---
                    title: T
                    publisher: P
                    kind: news-report
                    checked: read
                    derived-from: [\(originals.joined(separator: ", "))]
                    ---
                    """
            )
        }
        let settings = SourceFile(
            path: "content/site.yaml",
            text: """
                name: X
                url: https://x.example/
                language: en
                description: X.
                publisher: p
                scale: {version: 1, rulings: [{id: a, label: A, meaning: A.}, {id: b, label: B, meaning: B.}]}
                """
        )
        let newsroom = try #require(LoadedNewsroom(decoding: files + [settings]).newsroom)
        return Lineage(newsroom)
    }

    private static func references(_ ids: [String]) -> [EvidenceReference] {
        ids.map { .source(Located($0, at: 0..<0)) }
    }

    @Test(
        arguments: [
            ([:], [], 0),
            (["a": []], ["a"], 1),
            (["a": []], ["a", "a"], 1),
            (["a": [], "b": ["a"], "c": ["b"]], ["a", "b", "c"], 1),
            (["a": [], "b": ["a"], "c": []], ["b", "a", "c"], 2),
            // A report on two documents depends on both, so it adds no third.
            (["a": [], "b": [], "ab": ["a", "b"]], ["ab"], 1),
            (["a": [], "b": [], "ab": ["a", "b"]], ["ab", "a", "b"], 2),
            // A greedy choice that begins with the first piece would find only one.
            (
                [
                    "w": [], "x": [], "y": [], "z": [], "wx": ["w", "x"], "wy": ["w", "y"], "xz": ["x", "z"],
                ],
                ["wx", "wy", "xz"], 2
            ),
            // A cycle is one root.
            (["a": ["b"], "b": ["a"]], ["a", "b"], 1),
        ] as [([String: [String]], [String], Int)]
    )
    func independentLinesAreCounted(sources: [String: [String]], evidence: [String], count: Int) throws {
        #expect(try Self.lineage(sources).independentCount(of: Self.references(evidence)) == count)
    }
}
