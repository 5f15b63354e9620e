import Foundation

@testable import Editorial

/// The stamping that Tests/Acceptance/time_stamp_authority.py recorded: a list of one capture, with replies and proofs about it.
enum StampFixture {
    static let name = "20261129T030000Z"
    static let capture = "content/captures/wire/20261128100000.warc.gz"

    static func bytes(_ file: String) throws -> Data {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try Data(contentsOf: tests.appendingPathComponent("StampsTests/Fixtures/\(file)"))
    }

    /// Puts the stamping into a newsroom.
    /// - Parameters:
    ///   - replies: the ways of answering whose replies are there.
    ///   - root: whether the root of the authority is.
    static func add(
        to folder: DeskFolder,
        replies: [String] = ["chain"],
        proof: String? = nil,
        root: Bool = true
    ) throws {
        try write("text", to: "content/captures/stamps/\(name).sha256", in: folder)
        for way in replies {
            try write("\(way).tsr", to: "content/captures/stamps/\(name).\(way).example.tsr", in: folder)
        }
        if let proof {
            try write("\(proof).ots", to: "content/captures/stamps/\(name).sha256.ots", in: folder)
        }
        if root { try write("root.pem", to: "content/captures/roots/test-root.pem", in: folder) }
        try folder.write(capture, "captured\n")
    }

    private static func write(_ file: String, to path: String, in folder: DeskFolder) throws {
        try folder.write(path, "")
        try bytes(file).write(to: URL(fileURLWithPath: folder.path + "/" + path))
    }
}
