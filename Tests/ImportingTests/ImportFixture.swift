import Foundation

@testable import Importing

/// Files of the formats that are imported, and short ways to read them.
enum ImportFixture {
    static func bytes(_ name: String) throws -> [UInt8] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
        return Array(try Data(contentsOf: folder.appending(path: name)))
    }

    static func read(
        _ text: String,
        _ name: String = "x.json",
        _ format: ImportFormat? = nil,
        map: ColumnMap? = nil
    ) throws -> ImportedFile {
        try ImportedFile(Array(text.utf8), name: name, format: format, map: map)
    }
}

extension ImportedFile {
    var items: [IncomingItem] { if case .items(let items) = content { items } else { [] } }
    var transcript: Transcript? { if case .transcript(let transcript) = content { transcript } else { nil } }

    /// How often each kind of finding was made, by its word.
    var counts: [String: Int] {
        Dictionary(uniqueKeysWithValues: findings.byKind.map { ($0.kind.rawValue, $0.count) })
    }
}
