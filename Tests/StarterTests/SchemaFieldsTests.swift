import Newsroom
import Testing

struct SchemaFieldsTests {
    @Test("No kind of record has two fields of one name", arguments: RecordKind.allCases)
    func distinctFields(kind: RecordKind) {
        let names = kind.fields.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(!names.isEmpty)
    }
}
