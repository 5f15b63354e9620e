import Testing

@testable import Markdown
@testable import Newsroom

/// The list of kinds, and what their types say of them.
struct RecordKindTests {
    @Test("Each type describes the kind that lists it", arguments: RecordKind.allCases)
    func types(kind: RecordKind) {
        #expect(kind.recordType.kind == kind)
        #expect(RecordKind.allCases[kind.place] == kind)
        #expect(RecordKind(path: kind.folder + "/a.md") == kind)
    }

    @Test("Every kind has a folder of its own, and a word by which links name its records")
    func names() {
        #expect(Set(RecordKind.allCases.map(\.folder)).count == RecordKind.allCases.count)
        // Links say `media:`, as evidence and appearances do.
        // No link leads to what no reader ever sees.
        let words = RecordKind.allCases.filter { $0.visibility != .never }.map {
            $0 == .medium ? "media" : $0.rawValue
        }
        #expect(Address.recordKinds == Set(words))
    }

    @Test("A newsroom has a typed table a kind, which is the table that is asked for by the kind")
    func tables() throws {
        let newsroom = try #require(SmallNewsroom().loaded.newsroom)
        #expect(
            newsroom.claims === newsroom.table(of: .claim) && newsroom.pages === newsroom.table(of: .page)
        )
        for kind in RecordKind.allCases {
            for id in newsroom.ids(of: kind) {
                #expect(newsroom.record(RecordKey(kind, id))?.id == id)
            }
        }
    }
}
