import Files
import Newsroom

/// The files that make editors complete and check the settings of a newsroom, by their JSON Schema.
///
/// A released program names the schema's published address; another one writes the schemas beside the settings.
struct EditorFiles {
    private let release: ReleasePlace

    /// The folder of schemas that are not published.
    static let folder = ".vscode/schemas"

    init(_ release: ReleasePlace) { self.release = release }

    /// The schemas that the newsroom keeps itself; none where the release publishes them.
    var schemas: [NewFiles.File] {
        guard release.downloads == nil else { return [] }
        return SchemaSubject.all.map { subject in
            let schema = FrontMatterSchema(subject, draft: .draft7)
            return NewFiles.File(path: "\(Self.folder)/\(schema.fileName)", bytes: Array(schema.text.utf8))
        }
    }

    /// The schema of the settings, as editors find it from the newsroom's folder.
    var settingsSchema: String {
        release.schema(.settings) ?? "./\(Self.folder)/\(FrontMatterSchema(.settings).fileName)"
    }
}
