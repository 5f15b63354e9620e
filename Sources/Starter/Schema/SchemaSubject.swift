import Newsroom

/// The subject of a schema: the front matter of a kind of record, or the settings.
package enum SchemaSubject: Hashable, Sendable {
    /// The front matter of a kind.
    case record(RecordKind)
    /// `content/site.yaml`.
    case settings

    /// All subjects, the settings last.
    package static let all: [SchemaSubject] = RecordKind.allCases.map(SchemaSubject.record) + [.settings]

    /// The name in commands and file names.
    package var name: String {
        switch self {
        case .record(let kind): kind.rawValue
        case .settings: "settings"
        }
    }

    /// The subject with a name; nil if there is none.
    package init?(name: String) {
        guard let subject = Self.all.first(where: { $0.name == name }) else { return nil }
        self = subject
    }

    /// The fields of a file of the subject.
    var fields: [FieldDescription] {
        switch self {
        case .record(let kind): kind.fields
        case .settings: SiteSettings.fields
        }
    }

    /// The subject in one sentence, as the schema's description.
    var summary: String {
        switch self {
        case .record(let kind): "The front matter of `\(kind.folder)/<id>.md`: \(kind.meaning)."
        case .settings: "The settings of a newsroom, `\(SiteSettings.path)`."
        }
    }
}
