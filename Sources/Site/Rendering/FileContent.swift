/// What a file of the site holds.
package enum FileContent: Sendable {
    /// All of it.
    case whole([UInt8])
    /// For files of hundreds of megabytes: makes one piece after the other and hands each over, so that it can be written and forgotten
    /// before the next is made.
    case pieces(@Sendable (_ take: ([UInt8]) -> Void) -> Void)

    /// How many bytes are enough for a piece.
    static let pieceSize = 1 << 18

    /// The whole content at once.
    package var bytes: [UInt8] {
        switch self {
        case .whole(let bytes): return bytes
        case .pieces(let make):
            var bytes: [UInt8] = []
            make { bytes += $0 }
            return bytes
        }
    }
}
