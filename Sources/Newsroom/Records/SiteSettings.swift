import Diagnostics

/// What `content/site.yaml` says.
public struct SiteSettings: Sendable {
    /// The file.
    public let file: SourceFile
    /// The site's name.
    public let name: String
    /// Where it will be published; ends in `/`.
    public let url: Located<String>
    /// The language of the site (BCP 47).
    public let language: String
    /// The zone whose days count: for "today", and for what journals and feeds say to the second.
    public let timeZone: NewsroomTimeZone
    /// One sentence about the site.
    public let description: String
    /// The profile id of the publisher.
    public let publisher: Located<String>
    /// The rating scale.
    public let scale: RatingScale
    /// The topics, in the order of the file.
    public let topics: [Topic]
    /// The ids of the standing pages in the navigation.
    public let navigation: [Located<String>]
    /// Who is named as the author of a `ClaimReview`.
    public let reviewAuthor: ReviewAuthor
    /// How links to the site's own pages are written.
    public let links: LinkForm
    /// The licence of the published data: an address.
    public let license: String?
    /// Severities by rule name, as typed.
    public let checks: [SeveritySetting]
    /// The longest quotation from an article or a source, in words.
    public let quoteWordLimit: Int
    /// How rulings come to be published.
    public let policy: PolicySettings

    /// The topic of an id.
    public func topic(_ id: String) -> Topic? { topics.first { $0.id == id } }
}

/// Who is named as the author of a `ClaimReview`.
public enum ReviewAuthor: String, CaseIterable, Sendable {
    /// The organisation that publishes, as search engines show it beside a fact check.
    case publisher
    /// Those who wrote the verdict.
    case authors
}

/// How links to the site's own pages are written.
public enum LinkForm: String, CaseIterable, Sendable {
    /// `claims/an-id/index.html`: works on a disk too.
    case files
    /// `claims/an-id/`: the address that the world knows, where a web server answers for folders.
    case clean
}

/// A newsroom's change to the severity of a rule.
public struct SeveritySetting: Hashable, Sendable {
    /// The rule's name.
    public let rule: Located<String>
    /// The severity; nil turns the rule off.
    public let severity: Diagnostic.Severity?
}

/// A topic.
public struct Topic: Hashable, Sendable {
    /// The id that claims name.
    public let id: String
    /// The name.
    public let name: String
    /// One sentence about it.
    public let description: String?
    /// The bytes of the id in the settings.
    public let range: Range<Int>
}

/// The scale on which claims are rated, and the labels beside it.
public struct RatingScale: Hashable, Sendable {
    /// Raised when the meaning of a ruling changes.
    public let version: Int
    /// The steps, worst to best.
    public let steps: [Ruling]
    /// The labels without a number.
    public let labels: [Ruling]

    /// Steps and labels, best step first, then the labels.
    public var all: [Ruling] { steps.reversed() + labels }

    /// The ruling of an id.
    public func ruling(_ id: String) -> Ruling? {
        steps.first { $0.id == id } ?? labels.first { $0.id == id }
    }
}

/// A step of the rating scale, or a label beside it.
public struct Ruling: Hashable, Sendable {
    /// The id that verdicts name.
    public let id: String
    /// What readers see: "Mostly true".
    public let label: String
    /// What it means, in one or two sentences.
    public let meaning: String
    /// The place on the scale, counted from 1 at the worst; nil for a label.
    public let number: Int?
    /// The bytes of the id in the settings.
    public let range: Range<Int>
}
