/// The kinds of records, by the word that links and messages use: the list of them all.
///
/// A new kind is a case here and the type of its records. The type describes the kind (`Record`), and everything else reads
/// that description.
package enum RecordKind: String, Hashable, Sendable, CaseIterable {
    case article
    case claim
    case source
    case verdict
    case profile
    case page
    case medium
    case item

    /// The type of the kind's records, as loading sees it.
    var decodableType: any DecodableRecord.Type {
        switch self {
        case .article: Article.self
        case .claim: Claim.self
        case .source: Source.self
        case .verdict: Verdict.self
        case .profile: Profile.self
        case .page: StandingPage.self
        case .medium: Medium.self
        case .item: InboxItem.self
        }
    }

    private static let inOrder = allCases

    /// The place of the kind in the list.
    package var place: Int { Self.inOrder.firstIndex(of: self) ?? 0 }
}

/// What the type of a kind's records says of the kind.
extension RecordKind {
    /// The type of the kind's records.
    package var recordType: any Record.Type { decodableType }
    /// The folder of the kind's files, relative to the newsroom's.
    package var folder: String { recordType.folder }
    /// The name of the folder of the kind's pages in a site.
    package var siteFolder: String { recordType.siteFolder }
    /// What a record of this kind is, in one line.
    package var meaning: String { recordType.meaning }
    /// What the Markdown below the front matter is.
    package var bodyMeaning: String { recordType.bodyMeaning }
    /// The fields of the front matter, in the order in which documentation lists them.
    package var fields: [FieldDescription] { recordType.fields }
    /// When readers may see a record of this kind.
    package var visibility: Visibility { recordType.visibility }
    /// Whether an `unused-` rule reports a record of this kind that nothing names.
    package var isReportedUnused: Bool { recordType.isReportedUnused }
    /// The indefinite article before the kind's word.
    package var article: String { self == .article || self == .item ? "an" : "a" }

    /// The kind in whose folder a path lies; nil when it lies in none.
    init?(path: String) {
        let kind = Self.inOrder.first { kind in
            let folder = kind.folder.utf8
            return path.utf8.starts(with: folder)
                && path.utf8.dropFirst(folder.count).first == UInt8(ascii: "/")
        }
        guard let kind else { return nil }
        self = kind
    }
}

/// When readers may see a record.
package enum Visibility: Sendable {
    /// As soon as it is there.
    case always
    /// When something that they see names it.
    case whenNamed
    /// When a verdict on it is published.
    case whenRated
    /// In no way, not even in an edition with drafts.
    case never
}
