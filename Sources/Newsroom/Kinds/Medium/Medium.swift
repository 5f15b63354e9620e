import Diagnostics

/// A medium: a picture, recording, document or post that is shown, checked, or used as evidence.
package final class Medium: DecodableRecord {
    /// The type of a medium.
    package enum MediumKind: String, Hashable, Sendable, CaseIterable {
        case image, audio, video, document
        /// A post on a platform, of which the newsroom has a picture.
        case post
    }

    /// What was done to a medium: schema.org's `MediaManipulationRatingEnumeration`.
    package enum Authenticity: String, Hashable, Sendable, CaseIterable {
        /// Shown with a context that is not its own.
        case decontextualized
        /// Cut, or changed in part.
        case editedOrCropped = "edited-or-cropped"
        /// As it was made.
        case original
        /// Meant as satire or parody.
        case satireOrParody = "satire-or-parody"
        /// Made with actors or props.
        case staged
        /// Changed so that it shows something else.
        case transformed
    }

    /// The id: the file's name without `.md`.
    package let id: String
    /// The file of the record.
    package let file: SourceFile
    /// The byte range of the Markdown body in the file.
    package let body: Range<Int>

    /// The name of the medium's own file, in the folder of the record.
    package let fileName: Located<String>
    /// The type of the medium.
    package let mediumKind: MediumKind
    /// The address at which the newsroom keeps the file for readers, where it is too large for the site.
    package let url: Located<String>?
    /// What it shows, in words.
    package let alt: Located<String>?
    /// What readers are told of it, where a text says nothing else.
    package let caption: Located<String>?
    /// Who made it, or whose it is.
    package let credit: Located<String>?
    /// The terms on which it is shown.
    package let licence: Located<String>?
    /// The time at which it was made.
    package let made: Located<DateSpan>?
    /// The places where it was seen.
    package let appearsAt: [MediumAppearance]
    /// What was done to it.
    package let authenticity: Located<Authenticity>?
    /// What it was made from: the id of a medium, or a web address.
    package let original: Located<String>?
    /// The reason why readers may not want to see it.
    package let warning: Located<String>?
    /// The id of the ruling that is written over it.
    package let mark: Located<String>?
    /// Whether the file goes out with its metadata.
    package let keepsMetadata: Bool
    /// The medium's own file, as it was found; nil where it was not looked for, or cannot be used.
    package let content: MediumFile?

    init?(_ fields: inout FieldReader, id: String, file: SourceFile, body: Range<Int>) {
        let fileName = fields.text("file")
        let mediumKind = fields.choice("kind", MediumKind.self)?.value
        url = fields.text("url")
        alt = fields.text("alt")
        caption = fields.text("caption")
        credit = fields.text("credit")
        licence = fields.text("licence")
        made = fields.span("made")
        appearsAt = fields.groups("appears-at", owner: "a place where a medium was seen") {
            MediumAppearance(&$0)
        }
        authenticity = fields.choice("authenticity", Authenticity.self)
        original = fields.text("original")
        warning = fields.text("warning")
        mark = fields.text("mark")
        keepsMetadata = fields.flag("keep-metadata")
        content = nil
        guard let fileName, let mediumKind else { return nil }
        self.id = id
        self.file = file
        self.body = body
        self.fileName = fileName
        self.mediumKind = mediumKind
    }

    /// A copy of the medium with what was found of its file.
    package init(_ medium: Medium, content: MediumFile) {
        id = medium.id
        file = medium.file
        body = medium.body
        fileName = medium.fileName
        mediumKind = medium.mediumKind
        url = medium.url
        alt = medium.alt
        caption = medium.caption
        credit = medium.credit
        licence = medium.licence
        made = medium.made
        appearsAt = medium.appearsAt
        authenticity = medium.authenticity
        original = medium.original
        warning = medium.warning
        mark = medium.mark
        keepsMetadata = medium.keepsMetadata
        self.content = content
    }

    /// The path of the medium's own file in the newsroom's folder.
    package var path: String {
        let folder = file.path.split(separator: "/").dropLast().joined(separator: "/")
        return (folder.isEmpty ? Self.folder : folder) + "/" + fileName.value
    }

    /// The id of the original, where it is a medium.
    package var originalMedium: Located<String>? {
        original.flatMap { $0.value.contains(":") || $0.value.contains("/") ? nil : $0 }
    }

    /// The address of the original, where it is none of the newsroom's media.
    package var originalAddress: Located<String>? { originalMedium == nil ? original : nil }
}

/// One place where a medium was seen.
package struct MediumAppearance: Hashable, Sendable {
    /// The address.
    package let url: Located<String>
    /// The day on which it was put there.
    package let date: Located<DateSpan>?
    /// The name of whoever put it there.
    package let by: Located<String>?
    /// The addresses of archived copies.
    package let archived: [Located<String>]

    init?(_ fields: inout FieldReader) {
        let url = fields.text("url")
        date = fields.span("date")
        by = fields.text("by")
        archived = fields.texts("archived")
        guard let url else { return nil }
        self.url = url
    }
}
