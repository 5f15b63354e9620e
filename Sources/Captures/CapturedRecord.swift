/// The record of a newsroom that a capture belongs to: a source, or an article.
package enum CapturedRecord: Hashable, Sendable, Comparable, CustomStringConvertible {
    case source(String)
    case article(String)

    /// Reads `id`, a source, or `article:id`, as the lock and commands have it.
    package init(_ text: String) {
        let prefix = "article:"
        self = text.hasPrefix(prefix) ? .article(String(text.dropFirst(prefix.count))) : .source(text)
    }

    /// The record's id.
    package var id: String {
        switch self {
        case .source(let id), .article(let id): id
        }
    }

    /// `id` of a source, and `article:id`.
    package var description: String {
        switch self {
        case .source(let id): id
        case .article(let id): "article:\(id)"
        }
    }

    /// The folder of the record's captures. Captures of articles lie one folder deeper, so that no source has the same.
    package var folder: String {
        switch self {
        case .source(let id): "\(CapturePlace.folder)/\(id)"
        case .article(let id): "\(CapturePlace.folder)/articles/\(id)"
        }
    }

    /// Orders by the words of the lock.
    package static func < (left: CapturedRecord, right: CapturedRecord) -> Bool {
        left.description < right.description
    }
}
