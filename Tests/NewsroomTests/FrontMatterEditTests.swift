import Diagnostics
import Digests
import Testing

@testable import Newsroom

@Suite struct FrontMatterEditTests {
    private static let start = "---\ntitle: T\npublisher: P\nkind: dataset\nchecked: read\n"
    private static let copy = "https://web.archive.org/web/20261128100000/https://example.org/a?b=1,2#c"

    private static func source(_ more: String, end: String = "---\n\nRead.\n") throws -> any CapturedDocument
    {
        let file = SourceFile(path: "content/sources/page.md", bytes: Array((start + more + end).utf8))
        guard case .record(let record) = RecordOutcome(decoding: file).content else {
            throw NoRecord()
        }
        return try #require(record as? any CapturedDocument)
    }

    private struct NoRecord: Error {}

    private static func text(_ bytes: [UInt8]?) -> String? {
        bytes.map { String(decoding: $0, as: UTF8.self) }
    }

    @Test(arguments: [
        ("", "archived:\n  - NEW\n"),
        ("archived: https://a.example/1\n", "archived:\n  - https://a.example/1\n  - NEW\n"),
        (
            "archived: 'https://a.example/1'  # the first\nlanguage: en\n",
            "archived:\n  - 'https://a.example/1'  # the first\n  - NEW\nlanguage: en\n"
        ),
        (
            "archived:\n    - https://a.example/1\n    # two\n    - https://a.example/2\nlanguage: en\n",
            "archived:\n    - https://a.example/1\n    # two\n    - https://a.example/2\n    - NEW\nlanguage: en\n"
        ),
        (
            "archived:\n- https://a.example/1\nlanguage: en\n",
            "archived:\n- https://a.example/1\n- NEW\nlanguage: en\n"
        ),
        ("archived: [https://a.example/1]\n", "archived: [https://a.example/1, \"NEW\"]\n"),
        ("archived: []\n", "archived: [\"NEW\"]\n"),
    ])
    func aCopyIsAddedAndNothingElseChanged(before: String, after: String) throws {
        let edited = ArchivedEdit.applied(Self.copy, to: try Self.source(before))
        #expect(
            Self.text(edited)
                == Self.start + after.replacing("NEW", with: Self.copy) + "---\n\nRead.\n"
        )
    }

    @Test(arguments: ["archived: [https://a.example/1,\n  https://a.example/2]\n", "{archived: x}\n"])
    func otherFormsAreLeftToAPerson(before: String) throws {
        let source = try? Self.source(before)
        #expect(source.flatMap { ArchivedEdit.applied(Self.copy, to: $0) } == nil)
    }

    @Test(arguments: ["", "https://a.example/a b", "https://a.example/\n---", "https://a.example/\"", "x\\"])
    func anAddressStaysInItsValue(address: String) throws {
        #expect(ArchivedEdit.applied(address, to: try Self.source("")) == nil)
    }

    @Test func lineEndsStay() throws {
        let typed = (Self.start + "---\nRead.\n").replacing("\n", with: "\r\n")
        let file = SourceFile(path: "content/sources/page.md", bytes: Array(typed.utf8))
        guard case .record(let record) = RecordOutcome(decoding: file).content else { throw NoRecord() }
        let source = try #require(record as? any CapturedDocument)
        let edited = try #require(Self.text(ArchivedEdit.applied(Self.copy, to: source)))
        #expect(edited.replacing("archived:\r\n  - \(Self.copy)\r\n", with: "") == typed)
    }

    @Test func aSnapshotTakesThePlaceOfTheLastOne() throws {
        let path = "content/captures/page/20261128100000.warc.gz"
        let first = try Self.source("snapshot: {file: x, sha256: \(Digest(of: [1]))}\nlanguage: en\n")
        let edited = SnapshotEdit.applied(path, Digest(of: [2]), to: first)
        #expect(
            Self.text(edited)
                == Self.start
                + "snapshot:\n  file: \(path)\n  sha256: \(Digest(of: [2]))\nlanguage: en\n---\n\nRead.\n"
        )
    }
}
