/// One field of a record's front matter: what the decoder accepts, and what documentation and schemas say.
package struct FieldDescription: Sendable {
    /// The name as typed in a file.
    package let name: String
    /// What its value may be.
    package let type: FieldType
    /// Whether reviewers sign its value with a ruling that it belongs to.
    package let judgement: Judgement
    /// Whether a record cannot do without it.
    package let isNeeded: Bool
    /// What it means, in one line.
    package let meaning: String
    /// The field of the same group that this one can stand in for; of the two there is exactly one.
    package let alternative: String?

    init(
        _ name: String,
        _ type: FieldType,
        _ judgement: Judgement,
        needed: Bool = false,
        insteadOf alternative: String? = nil,
        _ meaning: String
    ) {
        self.name = name
        self.type = type
        self.judgement = judgement
        self.isNeeded = needed
        self.meaning = meaning
        self.alternative = alternative
    }
}

extension FieldDescription {
    /// The field of all kinds with the ids that something had before.
    /// - Parameter judgement: whether texts name it: they do by the first of these ids.
    static func formerly(_ judgement: Judgement) -> FieldDescription {
        FieldDescription(
            FieldReader.formerly,
            .list(.text),
            judgement,
            "the ids that it had before, the first one first; `assay rename` writes them"
        )
    }
}

/// Whether a field is part of the text that reviewers sign.
package enum Judgement: Hashable, Sendable {
    /// A change of it voids the sign-offs.
    case judged
    /// It can change without anyone signing anew: why.
    case free(String)

    /// A setting of the whole site.
    static let ofTheSite = Judgement.free("it is the site's, and of no ruling")
}

/// What a field's value may be.
package indirect enum FieldType: Sendable {
    /// Any text that is not blank.
    case text
    /// `yes`, `no`, `true` or `false`.
    case flag
    /// A whole number, 1 or more.
    case number
    /// A date with year, month and day.
    case day
    /// A date of any precision, or two with a slash.
    case span
    /// An absolute web address.
    case address
    /// The id of a record.
    case reference(RecordKind)
    /// The id of a ruling in `site.yaml`.
    case ruling
    /// The id of a topic in `site.yaml`.
    case topic
    /// A source's id, or an article's after `article:`.
    case lineage
    /// A SHA-256 digest in hexadecimal.
    case digest
    /// A day, or the word `none`.
    case answer
    /// One of a few words.
    case choice([String])
    /// Severities by the names of rules.
    case severities
    /// A group of fields.
    case group([FieldDescription])
    /// A list; one value stands for a list of one.
    case list(FieldType)

    /// What a message says that was expected.
    package var expectation: String {
        switch self {
        case .text: "text"
        case .flag: "`yes` or `no`"
        case .number: "a whole number from 1"
        case .day: "a day, such as 2018-07-16"
        case .span: "a date, such as 2018-07-16, 2018-07, 2018 or 2018-07-16/2018-07-22"
        case .address: "a web address"
        case .reference(let kind): "the id of \(kind.article) \(kind.rawValue)"
        case .ruling: "the id of a ruling"
        case .topic: "the id of a topic"
        case .lineage: "the id of a source, or `article:` and the id of an article"
        case .digest: "64 hexadecimal digits, as `sha256sum` prints them"
        case .answer: "a day, such as 2018-07-16, or `none`"
        case .severities: "names of rules, each with `error`, `warning`, `note` or `off`"
        case .choice(let words): "one of " + words.map { "`\($0)`" }.joined(separator: ", ")
        case .group: "a group of fields"
        case .list(let element): "a list: \(element.expectation)"
        }
    }
}

extension FieldType {
    /// One of the raw values of an enumeration.
    static func choice<Choice>(of type: Choice.Type) -> FieldType
    where Choice: CaseIterable & RawRepresentable<String> {
        .choice(Choice.allCases.map(\.rawValue))
    }
}
