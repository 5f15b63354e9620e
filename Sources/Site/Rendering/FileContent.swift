import Files

/// The content of a file of the site.
package enum FileContent: Sendable {
    /// The complete bytes.
    case whole([UInt8])
    /// A function that makes the content piece by piece. Each piece can be written and freed before the next is made, as
    /// files of hundreds of megabytes need it.
    case pieces(@Sendable (_ take: ([UInt8]) -> Void) -> Void)
    /// A function that reads the content from a file of the newsroom when it is written.
    case read(@Sendable () throws(FileProblem) -> [UInt8])
    /// A function that hands over a long file of the newsroom piece by piece when it is written.
    case copied(@Sendable (_ take: ([UInt8]) -> Void) throws(FileProblem) -> Void)

    /// The size in bytes from which a piece is handed over.
    static let pieceSize = 1 << 18

    /// The complete bytes, in memory; none of a file that cannot be read.
    package var bytes: [UInt8] {
        switch self {
        case .whole(let bytes): return bytes
        case .read(let read): return (try? read()) ?? []
        case .copied(let read):
            var bytes: [UInt8] = []
            do throws(FileProblem) { try read { bytes += $0 } } catch { return [] }
            return bytes
        case .pieces(let make):
            var bytes: [UInt8] = []
            make { bytes += $0 }
            return bytes
        }
    }
}
