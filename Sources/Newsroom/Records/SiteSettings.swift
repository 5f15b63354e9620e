import Diagnostics

/// The settings in `content/site.yaml`.
package struct SiteSettings: Sendable {
    /// The file of the settings.
    package let file: SourceFile
    /// The site's name.
    package let name: String
    /// The site's address, with a slash at its end.
    package let url: Located<String>
    /// The language of the site (BCP 47).
    package let language: String
    /// The time zone of "today", and of days in journals and feeds.
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
    /// The author of each `ClaimReview`.
    package let reviewAuthor: ReviewAuthor
    /// The form of links to the site's own pages.
    package let links: LinkForm
    /// The address of the licence for the published data.
    package let license: String?
    /// The severities by rule name, as typed.
    package let checks: [SeveritySetting]
    /// The longest quotation from an article or a source, in words.
    package let quoteWordLimit: Int
    /// The limits of media, and whether smaller copies of pictures are made.
    package let media: MediaSettings
    /// The policy for publishing rulings.
    package let policy: PolicySettings
    /// The site's logo, icon, colour and typeface.
    package let look: LookSettings
    /// The entries in the masthead; empty for the theme's own.
    package let menu: [MenuEntry]
    /// The newsroom's own words at the end of every page.
    package let footer: SettingsText?
    /// The newsroom's words at the top of every page.
    package let notice: SettingsText?
    /// The newsroom's pages on other sites.
    package let social: [Located<String>]
    /// The newsroom's handle in the fediverse.
    package let fediverse: String?
    /// What the site writes for its host.
    package let hosting: HostingSettings
    /// Who is asked to vouch for times.
    package let stamps: StampSettings
    /// The archives that are asked for copies: the beginnings of the addresses of their lists.
    package let archives: [Located<String>]
    /// Whether the site has its data as a database of SQLite, too.
    package let writesDatabase: Bool

    /// The topic with an id; nil if there is none.
    package func topic(_ id: String) -> Topic? { topics.first { $0.id == id } }
}

/// The author that a `ClaimReview` names (schema.org).
package enum ReviewAuthor: String, CaseIterable, Sendable {
    /// The publishing organisation, as search engines show it beside a fact check.
    case publisher
    /// The authors of the verdict.
    case authors
}

/// The form of links to the site's own pages.
package enum LinkForm: String, CaseIterable, Sendable {
    /// The path of the file, `claims/an-id/index.html`, which works without a server too.
    case files
    /// The path of the folder, `claims/an-id/`, for servers that answer with its `index.html`.
    case clean
}

/// A newsroom's change to the severity of a rule.
package struct SeveritySetting: Hashable, Sendable {
    /// The rule's name.
    package let rule: Located<String>
    /// The severity; nil turns the rule off.
    package let severity: Diagnostic.Severity?
}

/// A topic that claims can have.
package struct Topic: Hashable, Sendable {
    /// The id by which claims name it.
    package let id: String
    /// The name.
    package let name: String
    /// One sentence about it.
    package let description: String?
    /// The byte range of the id in the settings.
    package let range: Range<Int>
    /// The ids that it had before.
    package let formerly: [Located<String>]
}

/// The scale on which claims are rated, and the labels beside it.
package struct RatingScale: Hashable, Sendable {
    /// The version of the scale, which is raised when a ruling's meaning changes.
    package let version: Int
    /// The steps, from worst to best.
    package let steps: [Ruling]
    /// The labels, which have no number.
    package let labels: [Ruling]

    /// All rulings: the steps from best to worst, then the labels.
    package var all: [Ruling] { steps.reversed() + labels }

    /// The ruling with an id; nil if there is none.
    package func ruling(_ id: String) -> Ruling? {
        steps.first { $0.id == id } ?? labels.first { $0.id == id }
    }
}

/// A step of the rating scale, or a label beside it.
package struct Ruling: Hashable, Sendable {
    /// The id by which verdicts name it.
    package let id: String
    /// The name for readers: "Mostly true".
    package let label: String
    /// The meaning, in one or two sentences.
    package let meaning: String
    /// The step's number, from 1 for the worst; nil for a label.
    package let number: Int?
    /// The byte range of the id in the settings.
    package let range: Range<Int>
    /// The ids that it had before.
    package let formerly: [Located<String>]
}
