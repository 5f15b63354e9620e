import Newsroom

/// The group of a profile in the list of all.
enum ProfileGroup: Int, CaseIterable {
    /// People outside the newsroom.
    case people
    /// Organisations outside the newsroom.
    case organisations
    /// The newsroom itself: its publisher, its desks and its staff.
    case newsroom

    init(_ profile: Profile, in settings: SiteSettings) {
        if profile.role != nil || profile.id == settings.publisher.value {
            self = .newsroom
        } else {
            self = profile.profileKind == .person ? .people : .organisations
        }
    }

    /// The last part of the key of its name in the catalogue.
    var name: String { "\(self)" }
}

extension Profile {
    /// The name by which lists sort the profile.
    ///
    /// Without a `sort-name`, the last word of a person's name comes first, which is right for most names and not for all.
    var sortKey: String {
        if let sortName { return sortName.lowercased() }
        let words = name.value.split(whereSeparator: \.isWhitespace)
        guard profileKind == .person, role == nil || role == .reviewer || role == .staff,
            let last = words.last,
            words.count > 1
        else { return name.value.lowercased() }
        return ([last] + words.dropLast()).joined(separator: " ").lowercased()
    }
}

extension Source {
    /// The title by which lists sort the source: without the quotation marks and brackets at its beginning.
    var sortKey: String {
        let title = title.value.drop { !$0.isLetter && !$0.isNumber }
        return (title.isEmpty ? Substring(self.title.value) : title).lowercased()
    }

    /// The place of its kind in the list of sources: what is closest to the event comes first.
    var kindPlace: Int { Source.SourceKind.allCases.firstIndex(of: sourceKind) ?? 0 }
}
