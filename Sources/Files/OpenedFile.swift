#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// An open regular file, of which any part can be read: a recording of gigabytes is never in memory as a whole.
///
///     let film = try tree.opened(entry, limit: 1 << 32)
///     let head = film.bytes(0..<4096)
package final class OpenedFile: Sendable {
    /// The stamp of the file when it was opened.
    package let stamp: FileStamp
    private let descriptor: Int32

    /// Takes over a descriptor, which is closed at the end, or at once where it cannot be used.
    /// - Parameter limit: the largest allowed size, in bytes.
    fileprivate init(_ descriptor: Int32, limit: Int) throws(FileProblem) {
        var information = stat()
        do throws(FileProblem) {
            guard fstat(descriptor, &information) == 0 else { throw FileProblem.last() }
            guard information.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
            let size = Int(information.st_size)
            guard size <= limit else { throw .tooLarge(size: size, limit: limit) }
        } catch {
            close(descriptor)
            throw error
        }
        self.descriptor = descriptor
        stamp = FileStamp(information)
    }

    deinit { close(descriptor) }

    /// The size in bytes.
    package var count: Int { stamp.size }

    /// Whether nobody wrote into the file since it was opened.
    package var isUnchanged: Bool {
        var information = stat()
        return fstat(descriptor, &information) == 0 && FileStamp(information) == stamp
    }

    /// The bytes of a range; fewer where the file ends, or cannot be read.
    package func bytes(_ range: Range<Int>) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: range.count) { buffer, filled in
            while filled < range.count {
                let rest = UnsafeMutableRawBufferPointer(
                    rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...]
                )
                let found = pread(descriptor, rest.baseAddress, rest.count, off_t(range.lowerBound + filled))
                if found < 0, errno == EINTR { continue }
                guard found > 0 else { return }
                filled += found
            }
        }
    }

    /// Reads the file from its beginning to its end, piece by piece.
    /// - Throws: when it cannot be read, or changes meanwhile.
    package func readPieces(_ take: ([UInt8]) -> Void) throws(FileProblem) {
        var position = 0
        while position < count {
            let piece = bytes(position..<min(count, position + Self.pieceSize))
            if piece.isEmpty { throw Self.changed }
            take(piece)
            position += piece.count
        }
        guard isUnchanged else { throw Self.changed }
    }

    private static let pieceSize = 1 << 18
    private static let changed = FileProblem.system("it changed while it was being read")
}

extension FileTree {
    /// Opens a file that listing found, and has already verified to be in the folder.
    /// - Parameter limit: the largest allowed size, in bytes.
    package func opened(_ entry: Entry, limit: Int) throws(FileProblem) -> OpenedFile {
        if let problem = entry.problem { throw problem }
        let descriptor = open(absolute(entry.path), O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw FileProblem.last() }
        return try OpenedFile(descriptor, limit: limit)
    }
}

extension OutputFolder {
    /// Opens a regular file in the folder, without following links; nil if it cannot be opened.
    package func opened(_ file: String) -> OpenedFile? {
        let descriptor = openat(folder.number, file, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        return descriptor >= 0 ? try? OpenedFile(descriptor, limit: .max) : nil
    }
}
