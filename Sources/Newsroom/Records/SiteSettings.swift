import Diagnostics

/// What `content/site.yaml` says.
package struct SiteSettings: Sendable {
    /// The file.
    package let file: SourceFile
    /// The site's name.
    package let name: String
    /// Where it will be published; ends in `/`.
    package let url: Located<String>
    /// The language of the site (BCP 47).
    package let language: String
    /// The zone whose days count: for "today", and for what journals and feeds say to the second.
    package let timeZone: NewsroomTimeZone
    /// One sentence about the site.
    package let description: String
    /// The profile id of the publisher.
    package let publisher: Located<String>
    /// The rating scale.
    package let scale: RatingScale
    /// The topics, in the order of the file.
    package let topics: [Topic]
    /// The ids of the standing pages in the navigation.
    package let navigation: [Located<String>]
    /// Who is named as the author of a `ClaimReview`.
    package let reviewAuthor: ReviewAuthor
    /// How links to the site's own pages are written.
    package let links: LinkForm
    /// The licence of the published data: an address.
    package let license: String?
    /// Severities by rule name, as typed.
    package let checks: [SeveritySetting]
    /// The longest quotation from an article or a source, in words.
    package let quoteWordLimit: Int
    /// How rulings come to be published.
    package let policy: PolicySettings

    /// The topic of an id.
    package func topic(_ id: String) -> Topic? { topics.first { $0.id == id } }
}

/// Who is named as the author of a `ClaimReview`.
package enum ReviewAuthor: String, CaseIterable, Sendable {
    /// The organisation that publishes, as search engines show it beside a fact check.
    case publisher
    /// Those who wrote the verdict.
    case authors
}

/// How links to the site's own pages are written.
package enum LinkForm: String, CaseIterable, Sendable {
    /// `claims/an-id/index.html`: works on a disk too.
    case files
    /// `claims/an-id/`: the address that the world knows, where a web server answers for folders.
    case clean
}

/// A newsroom's change to the severity of a rule.
package struct SeveritySetting: Hashable, Sendable {
    /// The rule's name.
    package let rule: Located<String>
    /// The severity; nil turns the rule off.
    package let severity: Diagnostic.Severity?
}

/// A topic.
package struct Topic: Hashable, Sendable {
    /// The id that claims name.
    package let id: String
    /// The name.
    package let name: String
    /// One sentence about it.
    package let description: String?
    /// The bytes of the id in the settings.
    package let range: Range<Int>
}

/// The scale on which claims are rated, and the labels beside it.
package struct RatingScale: Hashable, Sendable {
    /// Raised when the meaning of a ruling changes.
    package let version: Int
    /// The steps, worst to best.
    package let steps: [Ruling]
    /// The labels without a number.
    package let labels: [Ruling]

    /// Steps and labels, best step first, then the labels.
    package var all: [Ruling] { steps.reversed() + labels }

    /// The ruling of an id.
    package func ruling(_ id: String) -> Ruling? {
        steps.first { $0.id == id } ?? labels.first { $0.id == id }
    }
}

/// A step of the rating scale, or a label beside it.
package struct Ruling: Hashable, Sendable {
    /// The id that verdicts name.
    package let id: String
    /// What readers see: "Mostly true".
    package let label: String
    /// What it means, in one or two sentences.
    package let meaning: String
    /// The place on the scale, counted from 1 at the worst; nil for a label.
    package let number: Int?
    /// The bytes of the id in the settings.
    package let range: Range<Int>
}
