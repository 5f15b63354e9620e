import Digests
import Files
import Media
import Newsroom
import Synchronization

/// What one look at a medium's file found, whatever its record says.
package struct MediaInspection: Sendable {
    /// The size in bytes.
    package let byteCount: Int
    /// The SHA-256, in hexadecimal.
    package let sha256: String
    /// What the file is, or why it cannot go out.
    package let result: Result<InspectedMedia, MediaProblem>
    /// The text of a drawing that is unsafe, to point into it; empty for all other files.
    package let drawing: [UInt8]

    /// Looks into a file. A picture is read once, and hashed as it was looked into; anything else is read a window at a time.
    package init(of entry: FileTree.Entry, in tree: FileTree) throws(FileProblem) {
        let file = try tree.opened(entry, limit: MediumFile.sizeLimit)
        byteCount = file.count
        if MediaFormat(magic: file.bytes(0..<min(file.count, 4096)))?.family == .image {
            guard file.count <= MediumFile.pictureLimit else {
                throw .tooLarge(size: file.count, limit: MediumFile.pictureLimit)
            }
            let bytes = file.bytes(0..<file.count)
            guard bytes.count == file.count, file.isUnchanged else {
                throw .system("it changed while it was being read")
            }
            sha256 = Digest(of: bytes).hexadecimal
            let result = Result { () throws(MediaProblem) in try InspectedMedia(bytes) }
            drawing = if case .failure(.unsafe) = result { bytes } else { [] }
            self.result = result
        } else {
            var digest = DigestBuilder()
            result = Result { () throws(MediaProblem) in
                var reader = MediaReader(count: file.count) { file.bytes($0) }
                return try InspectedMedia(&reader)
            }
            // The hash comes last: what was written into the file since it was opened ends the reading.
            try file.readPieces { digest.add($0[...]) }
            sha256 = digest.digest.hexadecimal
            drawing = []
        }
    }
}

/// The files of media that a preview looked into, by path: a file is read again when its size, its times or its number is
/// another.
package final class MediaMemory: Sendable {
    private struct Known {
        let stamp: FileStamp
        let inspection: MediaInspection
    }

    private let known = Mutex<[String: Known]>([:])

    /// Files change within a tick of the clock without another time; such a stamp vouches for nothing.
    private static let clockTick = 20_000_000

    private let read: @Sendable (FileTree.Entry, FileTree) throws(FileProblem) -> MediaInspection

    /// A memory of nothing.
    /// - Parameter read: looks into a file.
    package init(
        _ read: @Sendable @escaping (FileTree.Entry, FileTree) throws(FileProblem) -> MediaInspection = {
            (entry, tree) throws(FileProblem) in try MediaInspection(of: entry, in: tree)
        }
    ) {
        self.read = read
    }

    /// What is in a file.
    package func inspection(of entry: FileTree.Entry, in tree: FileTree) throws(FileProblem)
        -> MediaInspection
    {
        let stamp = tree.stamp(of: entry.path)
        if let stamp, let known = known.withLock({ $0[entry.path] }), known.stamp == stamp {
            return known.inspection
        }
        let time = SystemClock.nanoseconds()
        let inspection = try read(entry, tree)
        if let stamp, stamp.changed + Self.clockTick < time {
            known.withLock { $0[entry.path] = Known(stamp: stamp, inspection: inspection) }
        }
        return inspection
    }
}
