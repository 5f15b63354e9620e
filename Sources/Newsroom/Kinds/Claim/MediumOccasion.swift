import Diagnostics

/// One dated occasion on which a claim was made with a medium: a picture or a recording that was shared with words.
package struct MediumOccasion: Hashable, Sendable {
    /// The medium's id.
    package let medium: Located<String>
    /// The exact words in it, or with it.
    package let quote: Located<String>
    /// The claimant's act.
    package let kind: Appearance.Kind
    /// The profile id of the speaker, if not the claimant.
    package let by: Located<String>?
    /// The place in the medium: `t=12`, `page=3`.
    package let locator: String?
    /// The date of the occasion, if it differs from the claim's.
    package let date: Located<DateSpan>?

    /// Makes an occasion.
    package init(
        medium: Located<String>,
        quote: Located<String>,
        kind: Appearance.Kind,
        by: Located<String>?,
        locator: String?,
        date: Located<DateSpan>?
    ) {
        self.medium = medium
        self.quote = quote
        self.kind = kind
        self.by = by
        self.locator = locator
        self.date = date
    }
}

/// An entry of `appearances`: in an article, or with a medium.
enum Occasion {
    case article(Appearance)
    case medium(MediumOccasion)

    init?(_ fields: inout FieldReader) {
        let article = fields.text("article")
        let medium = fields.text("media")
        if let article, let medium {
            fields.report(
                .wrongType,
                "an appearance is in an `article` or with a medium (`media`), not both",
                at: max(article.range.lowerBound, medium.range.lowerBound) == medium.range.lowerBound
                    ? medium.range : article.range,
                help: "make two appearances of it"
            )
            return nil
        }
        if let medium {
            let quote = fields.text("quote")
            let kind = fields.choice("kind", Appearance.Kind.self)?.value ?? .stated
            let by = fields.text("by")
            let locator = fields.text("locator")?.value
            let date = fields.span("date")
            guard let quote else { return nil }
            self = .medium(
                MediumOccasion(medium: medium, quote: quote, kind: kind, by: by, locator: locator, date: date)
            )
        } else if let appearance = Appearance(&fields) {
            self = .article(appearance)
        } else {
            return nil
        }
    }

    var appearance: Appearance? { if case .article(let appearance) = self { appearance } else { nil } }
    var medium: MediumOccasion? { if case .medium(let occasion) = self { occasion } else { nil } }
}
