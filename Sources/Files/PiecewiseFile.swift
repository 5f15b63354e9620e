#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// A file written piece by piece, so that it is never whole in memory.
///
/// Nothing is written while the pieces equal the file of an earlier build. At the first difference, the equal
/// part is copied.
struct PiecewiseFile: ~Copyable {
    private let create: () throws(FileProblem) -> Int32
    /// The descriptor of an earlier build's file; nil if there is none.
    private let earlier: Int32?
    /// The number of its bytes that the pieces have repeated.
    private var sameCount = 0
    /// The descriptor of the new file, once it exists.
    private var new: Int32?

    /// The number of bytes copied at once.
    private static let stepSize = 1 << 20

    /// Prepares the file; nothing is created yet.
    /// - Parameters:
    ///   - earlier: the descriptor of an earlier build's file, closed at the end.
    ///   - create: creates the new file and returns its descriptor.
    init(over earlier: Int32? = nil, create: @escaping () throws(FileProblem) -> Int32) {
        self.create = create
        self.earlier = earlier
    }

    deinit {
        if let earlier { close(earlier) }
        if let new { close(new) }
    }

    /// Writes the whole file.
    /// - Parameter make: passes one piece after the other to `take`.
    /// - Returns: whether there is a new file: false if the earlier one has the same bytes.
    mutating func write(_ make: (_ take: ([UInt8]) -> Void) -> Void) throws(FileProblem) -> Bool {
        var problem: FileProblem?
        make { piece in
            guard problem == nil else { return }
            do throws(FileProblem) { try append(piece) } catch { problem = error }
        }
        if let problem { throw problem }
        return try finish()
    }

    private mutating func append(_ piece: [UInt8]) throws(FileProblem) {
        if new == nil, let earlier, Self.bytes(of: earlier, at: sameCount, count: piece.count) == piece {
            sameCount += piece.count
        } else {
            try OutputWriter.write(piece, to: try begin())
        }
    }

    private mutating func finish() throws(FileProblem) -> Bool {
        if new == nil, let earlier, Self.bytes(of: earlier, at: sameCount, count: 1).isEmpty { return false }
        let descriptor = try begin()
        new = nil
        guard close(descriptor) == 0 else { throw FileProblem.last() }
        return true
    }

    /// Creates the new file with all pieces so far.
    private mutating func begin() throws(FileProblem) -> Int32 {
        if let new { return new }
        let descriptor = try create()
        new = descriptor
        guard let earlier else { return descriptor }
        for start in stride(from: 0, to: sameCount, by: Self.stepSize) {
            let count = min(Self.stepSize, sameCount - start)
            let bytes = Self.bytes(of: earlier, at: start, count: count)
            guard bytes.count == count else { throw FileProblem.system("it was changed meanwhile") }
            try OutputWriter.write(bytes, to: descriptor)
        }
        return descriptor
    }

    /// Bytes of a file; fewer at its end, or if it cannot be read.
    private static func bytes(of descriptor: Int32, at start: Int, count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let rest = UnsafeMutableRawBufferPointer(
                    rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...]
                )
                let found = pread(descriptor, rest.baseAddress, rest.count, off_t(start + filled))
                if found < 0, errno == EINTR { continue }
                guard found > 0 else { return }
                filled += found
            }
        }
    }
}
