import Foundation
import Testing

@testable import Media

/// A small file with metadata in it, made with Pillow and exiftool.
enum Fixture {
    static func bytes(_ name: String) throws -> [UInt8] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "Fixtures"
        )
        return Array(try Data(contentsOf: folder.appendingPathComponent(name)))
    }

    /// Whether words stand anywhere in a file.
    static func holds(_ words: String, _ bytes: [UInt8]) -> Bool {
        Data(bytes).range(of: Data(words.utf8)) != nil
    }
}
