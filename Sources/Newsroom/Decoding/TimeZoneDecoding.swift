import Diagnostics
import Files

extension FieldReader {
    private static let timeZoneField = "time-zone"

    /// The zone of the field `time-zone`; UTC where none is named, or one that does not exist.
    mutating func timeZone() -> NewsroomTimeZone {
        guard let typed = text(Self.timeZoneField) else { return .utc }
        if let zone = NewsroomTimeZone(typed.value) { return zone }
        report(
            .wrongType,
            "there is no time zone `\(typed.value)`",
            at: typed.range,
            help: NewsroomTimeZone.help(for: typed.value),
            fixes: [
                NewsroomTimeZone.nearest(to: typed.value).flatMap {
                    file.fix(typed.value, at: typed.range, with: $0, .unsafe)
                }
            ]
        )
        return .utc
    }
}

extension SiteSettings {
    /// The time zone of a newsroom that was not read yet, which decides what "today" is; UTC when the settings cannot be read.
    package static func timeZone(in folder: FileTree) -> NewsroomTimeZone {
        alone(in: folder)?.timeZone ?? .utc
    }

    /// The language of a newsroom that was not read; nil when the settings cannot be read.
    package static func language(in folder: FileTree) -> String? { alone(in: folder)?.language }

    /// The ids of the rating scale of a newsroom that was not read; none when the settings cannot be read.
    package static func rulings(in folder: FileTree) -> [String] {
        alone(in: folder)?.scale.all.map(\.id) ?? []
    }

    /// The ids of the topics of a newsroom that was not read; none when the settings cannot be read.
    package static func topics(in folder: FileTree) -> [String] {
        alone(in: folder)?.topics.map(\.id) ?? []
    }

    /// The settings of a newsroom of which nothing else is read; nil when they cannot be read.
    private static func alone(in folder: FileTree) -> SiteSettings? {
        guard let entry = folder.entry(at: path),
            let bytes = try? folder.contents(of: entry, limit: FileIntake.sizeLimit)
        else { return nil }
        return decode(SourceFile(path: path, bytes: bytes)).settings
    }
}
