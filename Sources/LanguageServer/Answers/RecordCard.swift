import Newsroom

/// What a record is called, and what is said of it in a line.
struct RecordCard {
    /// The title, statement or name.
    let title: String
    /// What it is, for a line below the title.
    let subtitle: String?

    init(_ record: any Record) {
        switch record {
        case let article as Article:
            title = article.title.value
            subtitle = Self.line([article.publisher.value, article.published?.value.description])
        case let claim as Claim:
            title = claim.statement.value
            subtitle = Self.line([
                claim.claimants.map(\.value).joined(separator: ", "), claim.stated?.value.description,
            ])
        case let source as Source:
            title = source.title.value
            subtitle = Self.line([
                source.publisher.value, source.published?.value.description, source.sourceKind.rawValue,
                "checked: \(source.checked.rawValue)",
            ])
        case let verdict as Verdict:
            title = verdict.title.value
            subtitle = Self.line([verdict.ruling.value, verdict.authors.map(\.value).joined(separator: ", ")])
        case let profile as Profile:
            title = profile.name.value
            subtitle = Self.line([profile.profileKind.rawValue, profile.description])
        case let page as StandingPage:
            title = page.title.value
            subtitle = page.summary
        case let medium as Medium:
            title = medium.caption?.value ?? medium.alt?.value ?? medium.fileName.value
            subtitle = Self.line([medium.mediumKind.rawValue, medium.credit?.value])
        default:
            title = record.id
            subtitle = nil
        }
    }

    private static func line(_ parts: [String?]) -> String? {
        let parts = parts.compactMap(\.self).filter { !$0.isEmpty }
        return parts.isEmpty ? nil : parts.joined(separator: " · ")
    }
}
