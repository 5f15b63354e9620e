/// An error in an archive, as a clause that follows the file's name: "stops in the middle of a record".
package enum WARCProblem: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file ends within something; the offset is the start of what is not whole.
    case truncated(_ what: String, offset: Int)
    /// Something is not as the format says.
    case malformed(_ what: String, offset: Int)
    /// Something is larger than a limit, in bytes.
    case tooLarge(_ what: String, limit: Int, offset: Int)
    /// Something is valid, and not supported here.
    case unsupported(_ what: String)

    /// The offset in the file; nil where no place is known.
    package var offset: Int? {
        switch self {
        case .truncated(_, let offset), .malformed(_, let offset), .tooLarge(_, _, let offset): offset
        case .unsupported: nil
        }
    }

    /// The problem as a clause.
    package var description: String {
        switch self {
        case .truncated(let what, let offset): "stops in the middle of \(what) (byte \(offset))"
        case .malformed(let what, let offset): "is damaged: \(what) (byte \(offset))"
        case .tooLarge(let what, let limit, let offset):
            "has \(what) of more than \(limit / 1024 / 1024) MiB (byte \(offset))"
        case .unsupported(let what): "has \(what), which Assay does not read"
        }
    }
}
