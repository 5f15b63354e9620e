import Files
import Foundation

/// The content of what an argument names: a file by its path, or standard input as `-`.
enum NamedInput {
    /// The content.
    /// - Parameters:
    ///   - path: the path as typed; a relative one begins in the working folder.
    ///   - limit: the largest size in bytes.
    static func contents(of path: String, limit: Int) throws(CommandFailure) -> [UInt8] {
        if path == "-" {
            let bytes =
                (try? FileHandle(fileDescriptor: STDIN_FILENO).read(upToCount: limit + 1)).flatMap { $0 }
                ?? Data()
            guard bytes.count <= limit else {
                throw CommandFailure("standard input is larger than \(limit / 1_048_576) MB; split it")
            }
            return Array(bytes)
        }
        do throws(FileProblem) {
            return try StoredFile.contents(of: path.contains("/") ? path : "./" + path, limit: limit)
        } catch {
            throw CommandFailure("`\(path)` cannot be read: \(error)")
        }
    }
}
