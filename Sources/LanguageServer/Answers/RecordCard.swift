import Newsroom

/// What a record is called, and what is said of it in a line.
struct RecordCard {
    private let record: any Record

    init(_ record: any Record) { self.record = record }

    /// The title, statement or name.
    var title: String {
        switch record {
        case let article as Article: article.title.value
        case let claim as Claim: claim.statement.value
        case let source as Source: source.title.value
        case let verdict as Verdict: verdict.title.value
        case let profile as Profile: profile.name.value
        case let page as StandingPage: page.title.value
        case let medium as Medium:
            medium.caption?.value ?? medium.alt?.value ?? medium.fileName.value
        default: record.id
        }
    }

    /// What it is, for a line below the title.
    var subtitle: String? {
        switch record {
        case let article as Article:
            Self.line([article.publisher.value, article.published?.value.description])
        case let claim as Claim:
            Self.line([
                claim.claimants.map(\.value).joined(separator: ", "), claim.stated?.value.description,
            ])
        case let source as Source:
            Self.line([
                source.publisher.value, source.published?.value.description, source.sourceKind.rawValue,
                "checked: \(source.checked.rawValue)",
            ])
        case let verdict as Verdict:
            Self.line([verdict.ruling.value, verdict.authors.map(\.value).joined(separator: ", ")])
        case let profile as Profile: Self.line([profile.profileKind.rawValue, profile.description])
        case let page as StandingPage: page.summary
        case let medium as Medium: Self.line([medium.mediumKind.rawValue, medium.credit?.value])
        default: nil
        }
    }

    private static func line(_ parts: [String?]) -> String? {
        let parts = parts.compactMap(\.self).filter { !$0.isEmpty }
        return parts.isEmpty ? nil : parts.joined(separator: " · ")
    }
}
