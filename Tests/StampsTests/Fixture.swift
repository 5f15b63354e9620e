import Digests
import Foundation
import Testing

@testable import Stamps

/// What Tests/Acceptance/time_stamp_authority.py and block_calendar.py recorded: all about one text.
enum Fixture {
    static func bytes(_ name: String) throws -> [UInt8] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "Fixtures"
        )
        return Array(try Data(contentsOf: folder.appendingPathComponent(name)))
    }

    /// The digest of what is stamped.
    static func digest() throws -> Digest { Digest(of: try bytes("text")) }

    static func reply(_ way: String) throws -> TimeStampReply { try TimeStampReply(bytes(way + ".tsr")) }

    static func roots(_ name: String = "root") throws -> StampRoots {
        try #require(StampRoots(pem: bytes(name + ".pem")))
    }
}
